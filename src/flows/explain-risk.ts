import type { Clock } from "../domain/clock.ts";
import type { Member } from "../domain/customer.ts";
import { explainedRisk, type RiskExplanation } from "../domain/risk-explanation.ts";
import type { CustomerStore } from "../store/customers.ts";

export type ExplainRiskDeps = { readonly customers: Pick<CustomerStore, "cardFacts">; readonly clock: Clock };

export type ExplainedRisk =
  | { readonly kind: "explained"; readonly explanation: RiskExplanation; readonly now: Date }
  | { readonly kind: "gone" };

/** Everything that stands behind a customer's risk, as one reader may see it. */
export async function explainRisk(
  deps: ExplainRiskDeps,
  request: { readonly customerId: number; readonly reader: Member },
): Promise<ExplainedRisk> {
  const now = deps.clock();
  const facts = await deps.customers.cardFacts(request.customerId, now);
  if (facts === null) return { kind: "gone" };
  return { kind: "explained", explanation: explainedRisk(facts, request.reader, now), now };
}
