import type { DataUpTo } from "../as-of.ts";
import type { TicketSeverity, TouchChannel, TouchOutcome } from "../customer-records.ts";
import type { Money } from "../money.ts";
import type { RiskFacts } from "../risk/scores/score-facts.ts";

/** What the store knows of one customer at one moment; everything a card, its explanation and its advice need. */
export type CardFacts = RiskFacts & {
  readonly owner: { readonly slackUserId: string; readonly name: string } | null;
  readonly snoozedByName: string | null;
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
