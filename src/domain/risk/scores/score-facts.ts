import type { Customer } from "../../customer.ts";
import type { Phrase } from "../../phrase.ts";
import type { ClassificationMetrics, ServingKind } from "../churn-model.ts";
import type { Bounds } from "./bounds.ts";
import type { Lever } from "./levers.ts";
import type { Reason } from "./reasons.ts";
import type { Unexplained } from "./score-explanation.ts";
import type { LastAnswers } from "./sentences/sentence.ts";
import type { RestingSource } from "./stale-source.ts";
/** The model version a score came from. */
export type ScoringModel = {
  readonly id: number;
  readonly serves: ServingKind;
  readonly trainedAt: Date;
  readonly horizonDays: number;
  /** How good the serving model's probabilities were on the period held out of its training. */
  readonly heldOut: ClassificationMetrics | null;
  /** Of those customers, how many were rated in the same tenth of probability as this one; left out: not kept. */
  readonly ratedAlike?: number;
};

export type ScoreFacts = {
  readonly asOf: Date;
  /** P(churn within the horizon), 0–1; null with the reason in `silence`. */
  readonly probability: number | null;
  /** Null with the probability, and for scores from before ranges were kept. */
  readonly bounds: Bounds | null;
  readonly silence: Phrase | null;
  readonly reasons: readonly Reason[];
  /** What the customer had answered to surveys by then, as reasons tell it; left out: not read. */
  readonly answers?: LastAnswers;
  /** What would have lowered it when it was made, strongest first. */
  readonly levers: readonly Lever[];
  /** Why both are empty although there is a probability; left out: they are all there is to tell. */
  readonly unexplained?: Unexplained;
  readonly model: ScoringModel | null;
};

/** What a customer's risk is told from. */
export type RiskFacts = {
  readonly customer: Customer;
  /** The newest score. */
  readonly score: ScoreFacts | null;
  /** The newest score at least a week older than it; where there is none, the oldest one. */
  readonly earlierScore: {
    readonly asOf: Date;
    readonly probability: number;
    readonly modelId: number | null;
  } | null;
  readonly hasModel: boolean;
  /** Where the customer's source has sent nothing for longer than usual; null: it sends. Left out: not asked. */
  readonly resting?: RestingSource | null;
};

/** What tells whether a step that would lower the risk has been taken since. */
export type StepFacts = {
  readonly lastTouch: { readonly at: Date } | null;
  readonly openTicket: object | null;
};
