import type { Day } from "../calendar.ts";
import type { Money } from "../money.ts";

/** What a contract costs a month from a day on, until the next price; null: not known. */
export type ContractPrice = { readonly fromDay: Day; readonly monthly: Money | null };

/** First and last day, both included; no last day: it goes on. The prices are in the order of their days. */
export type Contract = {
  readonly startedOn: Day;
  readonly endedOn: Day | null;
  /** It goes on from one that ended the day before; not where we were told after that day was closed. */
  readonly continues: boolean;
  readonly prices: readonly ContractPrice[];
};

/** A day on which the file says a buyer left, and the day from which it says so no more. */
export type RelationshipEnd = { readonly endedOn: Day; readonly resumedOn: Day | null };

/** What one customer ordered and got back on one booked day in one currency, minor units. */
export type DayAmounts = {
  readonly day: Day;
  readonly currency: string;
  readonly orderedMinor: number;
  readonly refundedMinor: number;
};

/** A day with an order above zero. Both are the same unless we were told after its day was closed. */
export type Purchase = { readonly bookedOn: Day; readonly day: Day };

/** What a change told late would have made of revenue in closed days; counts on the day it is booked. */
export type RevenueAdjustment = {
  readonly id: number;
  readonly bookedOn: Day;
  /** The closed days it is about, both included. */
  readonly fromDay: Day;
  readonly toDay: Day;
  readonly amount: Money;
  readonly why: AdjustmentReason;
};

export type AdjustmentReason = "contract-added" | "contract-changed" | "price-changed";

/** What the customer file says, as of a period's last day. */
export type FileFacts = {
  readonly segment: string | null;
  readonly ownerEmail: string | null;
  readonly country: string | null;
  readonly marginPercent: number | null;
  readonly acquisitionCost: Money | null;
};

/**
 * One customer as every figure of a period sees them: all contracts and ends, purchases and amounts from `fromDay` on,
 * and of the time before only the last purchase. Nothing booked after the period's last day is in it.
 */
export type CustomerHistory = {
  readonly customerId: number;
  readonly externalId: string;
  readonly name: string;
  readonly file: FileFacts;
  readonly contracts: readonly Contract[];
  readonly ends: readonly RelationshipEnd[];
  /** The newest day of a purchase booked before the history's first day; null: none. */
  readonly lastPurchaseBefore: Day | null;
  /** In the order of their booked days. */
  readonly purchases: readonly Purchase[];
  /** In the order of their days. */
  readonly amounts: readonly DayAmounts[];
  readonly adjustments: readonly RevenueAdjustment[];
};
