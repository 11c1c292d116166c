import type { DataUpTo } from "../../as-of.ts";
import { hasContract } from "../../customer.ts";
import type { Phrase } from "../../phrase.ts";
import { type CardRisk, cardRisk, leversNow, whyUnexplained } from "./card-risk.ts";
import type { Lever } from "./levers.ts";
import type { RiskFacts, ScoringModel, StepFacts } from "./score-facts.ts";
import { reasonPhrases } from "./told-reasons.ts";

/** What stands behind a customer's risk. */
export type RiskExplanation = {
  readonly customerId: number;
  readonly name: string;
  readonly hasContract: boolean;
  readonly risk: CardRisk;
  /** All reasons that can be said, strongest first. */
  readonly reasons: readonly Phrase[];
  /** Why neither reasons nor levers can be told; null: they are all there is to tell. */
  readonly unexplained: Phrase | null;
  /** Everything that would lower the risk, strongest first. */
  readonly levers: readonly Lever[];
  readonly model: ScoringModel | null;
  readonly dataUpTo: DataUpTo | null;
};

export function explainedRisk(
  facts: RiskFacts & StepFacts & { readonly dataUpTo: DataUpTo | null },
  now: Date,
): RiskExplanation {
  const { customer, score } = facts;
  const risk = cardRisk(facts, now);
  return {
    customerId: customer.id,
    name: customer.name,
    hasContract: hasContract(customer),
    risk,
    reasons: reasonPhrases(facts),
    unexplained: whyUnexplained(facts),
    levers: leversNow(facts, risk),
    model: score?.model ?? null,
    dataUpTo: facts.dataUpTo,
  };
}
