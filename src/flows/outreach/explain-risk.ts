import type { Clock } from "../../domain/clock.ts";
import { explainedRisk, type RiskExplanation } from "../../domain/risk/scores/risk-explanation.ts";
import { type ReadExplainedFactsDeps, readExplainedFacts } from "./read-explained-facts.ts";

export type ExplainRiskDeps = ReadExplainedFactsDeps & { readonly clock: Clock };

export type ExplainedRisk =
  | { readonly kind: "explained"; readonly explanation: RiskExplanation; readonly now: Date }
  | { readonly kind: "gone" };

const RISK_NEEDS = ["dataUpTo", "earlierScore", "hasModel", "lastTouch", "openTicket", "resting"] as const;

/** Everything that stands behind a customer's risk; no amount is in it, so that whoever may have a card may have it. */
export async function explainRisk(
  deps: ExplainRiskDeps,
  request: { readonly customerId: number },
): Promise<ExplainedRisk> {
  const now = deps.clock();
  const found = await readExplainedFacts(deps, RISK_NEEDS, [request.customerId], now);
  const facts = found.get(request.customerId);
  if (facts === undefined) return { kind: "gone" };
  return { kind: "explained", explanation: explainedRisk(facts, now), now };
}
