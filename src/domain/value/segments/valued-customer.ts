import type { Day } from "../../calendar.ts";
import type { MarginClv } from "../metrics/margin-clv.ts";
import type { MarginIfStaying } from "../metrics/margin-if-staying.ts";

/** What happened in one customer's purchases up to a moment; a purchase is an order with an amount above zero. */
export type PurchaseHistory = {
  readonly purchaseDays: number;
  readonly purchaseDays12m: number;
  readonly daysSinceFirstPurchase: number;
  readonly daysSinceLastPurchase: number;
  /** Between purchase days; null with fewer than two, the deviation with fewer than three. */
  readonly meanGapDays: number | null;
  readonly gapDeviationDays: number | null;
};

/** Use of the service in the last 28 days and the 28 before; null where usage was never measured. */
export type UsageHistory = { readonly quantity28d: number; readonly quantityPrevious28d: number };

/**
 * One customer as segments see them, as of one moment: everyone who was a customer at the close of the day before, as
 * every report counts them. All amounts are minor units of one currency, that of the report.
 */
export type ValuedCustomer = {
  readonly customerId: number;
  readonly externalId: string;
  readonly name: string;
  readonly ownerEmail: string | null;
  /** The file's own segment; like owner, country and margin of the day before, where that is closed. */
  readonly segment: string | null;
  readonly country: string | null;
  readonly hasContract: boolean;
  /** Net, of the last twelve months; see docs/decisions/2026-11-29-one-set-of-figures.md. */
  readonly revenue12mMinor: number;
  readonly ordered12mMinor: number;
  readonly refunded12mMinor: number;
  /** Their last day, where they are known to leave: nothing is expected after it. */
  readonly endsOn: Day | null;
  readonly marginPercent: number | null;
  readonly marginClv: MarginClv;
  /** Of the next twelve months, with no risk in it. */
  readonly marginIfStaying: MarginIfStaying;
  /** Costs allocated to the customer over the last twelve months; null where no ledger was read. */
  readonly cost12mMinor: number | null;
  /** P(churn within the horizon), 0–1; null: no score, or one that tells nothing of the risk. */
  readonly probability: number | null;
  /** The probability a quarter before. */
  readonly probabilityQuarterAgo: number | null;
  /** Null: never bought; like use, or not read where the rule does not look at it. */
  readonly purchases: PurchaseHistory | null;
  readonly usage: UsageHistory | null;
};
