import type { Customer, Day } from "../customer.ts";
import type { TicketSeverity, TouchChannel, TouchOutcome } from "../customer-records.ts";
import type { Money } from "../money.ts";
import type { ClassificationMetrics, ServingKind } from "../risk/churn-model.ts";
import type { Bounds } from "../risk/scores/bounds.ts";
import type { Lever } from "../risk/scores/levers.ts";
import type { Reason } from "../risk/scores/reasons.ts";
import type { Unexplained } from "../risk/scores/score-explanation.ts";

/** The model version a score came from. */
export type ScoringModel = {
  readonly id: number;
  readonly serves: ServingKind;
  readonly trainedAt: Date;
  readonly horizonDays: number;
  /** How good the serving model's probabilities were on the period held out of its training. */
  readonly heldOut: ClassificationMetrics | null;
};

export type ScoreFacts = {
  readonly asOf: Date;
  /** P(churn within the horizon), 0–1; null with the reason in `silence`. */
  readonly probability: number | null;
  /** Null with the probability, and for scores from before widths were kept. */
  readonly bounds: Bounds | null;
  readonly silence: string | null;
  readonly reasons: readonly Reason[];
  /** What would have lowered it when it was made, strongest first. */
  readonly levers: readonly Lever[];
  /** Why both are empty although there is a probability; left out: they are all there is to tell. */
  readonly unexplained?: Unexplained;
  readonly model: ScoringModel | null;
};

/** The last day (UTC) on which rows of the customer's source are dated; of any source where its own has none. */
export type DataUpTo = { readonly day: Day; readonly source: string | null };

/** What the store knows of one customer at one moment; everything a card, its explanation and its advice need. */
export type CardFacts = {
  readonly customer: Customer;
  readonly owner: { readonly slackUserId: string; readonly name: string } | null;
  readonly snoozedByName: string | null;
  /** The newest score. */
  readonly score: ScoreFacts | null;
  /** The newest score at least a week older than it; where there is none, the oldest one. */
  readonly earlierScore: {
    readonly asOf: Date;
    readonly probability: number;
    readonly modelId: number | null;
  } | null;
  readonly hasModel: boolean;
  /** How far the data reaches; null while there is none. */
  readonly dataUpTo: DataUpTo | null;
  /** Orders minus refunds of the last twelve months, per currency. */
  readonly revenue12Months: readonly Money[];
  /** Distinct days with a purchase. */
  readonly purchaseDays: number;
  readonly firstPurchaseAt: Date | null;
  readonly lastPurchaseAt: Date | null;
  readonly lastDeliveryAt: Date | null;
  readonly lastTouch: {
    readonly at: Date;
    readonly channel: TouchChannel;
    readonly outcome: TouchOutcome;
    readonly memberName: string | null;
  } | null;
  /** The most severe open ticket, the oldest of several. */
  readonly openTicket: {
    readonly reference: string;
    readonly subject: string;
    readonly severity: TicketSeverity;
    readonly openedAt: Date;
  } | null;
  /** The ticket solved last. */
  readonly solvedTicket: {
    readonly reference: string;
    readonly subject: string;
    readonly solvedAt: Date;
  } | null;
};
