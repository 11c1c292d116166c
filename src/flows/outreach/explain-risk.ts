import type { Place } from "../../domain/access.ts";
import type { Clock } from "../../domain/clock.ts";
import type { Member } from "../../domain/customer.ts";
import { explainedRisk, type RiskExplanation } from "../../domain/risk/scores/risk-explanation.ts";
import { type ReadExplainedFactsDeps, readExplainedFacts } from "./read-explained-facts.ts";

export type ExplainRiskDeps = ReadExplainedFactsDeps & { readonly clock: Clock };

export type ExplainedRisk =
  | { readonly kind: "explained"; readonly explanation: RiskExplanation; readonly now: Date }
  | { readonly kind: "gone" };

const RISK_NEEDS = ["dataUpTo", "earlierScore", "hasModel", "lastTouch", "openTicket"] as const;

/** Everything that stands behind a customer's risk, as one reader may see it. */
export async function explainRisk(
  deps: ExplainRiskDeps,
  request: { readonly customerId: number; readonly reader: Member; readonly place: Place },
): Promise<ExplainedRisk> {
  const now = deps.clock();
  const found = await readExplainedFacts(deps, RISK_NEEDS, [request.customerId], now);
  const facts = found.get(request.customerId);
  if (facts === undefined) return { kind: "gone" };
  return { kind: "explained", explanation: explainedRisk(facts, request.reader, request.place, now), now };
}
