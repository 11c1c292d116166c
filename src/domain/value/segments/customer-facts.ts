import type { Money } from "../../money.ts";
import type { PurchaseHistory, UsageHistory } from "./valued-customer.ts";

/** A customer's newest score whose horizon had not passed, as of a moment. */
export type FactScore = {
  readonly probability: number;
  readonly probabilityLow: number | null;
  readonly probabilityHigh: number | null;
  readonly horizonDays: number;
  readonly expectedPurchases12m: number | null;
  readonly expectedPurchaseMinor: number | null;
};

/** What the store knows of one customer as of a moment, before currencies and value; see `ValuedCustomer`. */
export type CustomerFacts = {
  readonly customerId: number;
  readonly externalId: string;
  readonly name: string;
  readonly ownerEmail: string | null;
  readonly segment: string | null;
  readonly country: string | null;
  readonly currency: string | null;
  readonly hasContract: boolean;
  readonly monthlyRevenue: Money | null;
  readonly startedOn: string | null;
  readonly endedOn: string | null;
  readonly marginPercent: number | null;
  readonly score: FactScore | null;
  readonly probabilityQuarterAgo: number | null;
  readonly amounts12m: ReadonlyArray<{
    readonly currency: string;
    readonly orderedMinor: number;
    readonly refundedMinor: number;
  }>;
  readonly purchases: PurchaseHistory | null;
  readonly usage: UsageHistory | null;
};
