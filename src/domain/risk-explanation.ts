import { maySeeMoney } from "./access.ts";
import type { CardFacts, ScoringModel } from "./card-facts.ts";
import type { Member } from "./customer.ts";
import { type CardRisk, cardRisk, hasContract, reasonSentences } from "./customer-card.ts";

/** What stands behind a customer's risk. */
export type RiskExplanation = {
  readonly customerId: number;
  readonly name: string;
  readonly hasContract: boolean;
  readonly risk: CardRisk;
  /** All stored reasons in words, strongest first. */
  readonly reasons: readonly string[];
  readonly model: ScoringModel | null;
  readonly dataUpTo: Date | null;
};

export function explainedRisk(facts: CardFacts, reader: Member, now: Date): RiskExplanation {
  const { customer, score } = facts;
  return {
    customerId: customer.id,
    name: customer.name,
    hasContract: hasContract(customer),
    risk: cardRisk(facts, now),
    reasons: reasonSentences(facts, maySeeMoney(reader, customer)),
    model: score?.model ?? null,
    dataUpTo: facts.dataUpTo,
  };
}
