import type { Contract, CustomerHistory } from "../../figures/customer-history.ts";
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

/** What a customer's worth is made of, without anything about risk. */
export type WorthFacts = {
  /** Of the last twelve months. */
  readonly history: CustomerHistory;
  /** Their contracts, with what is agreed for later days. */
  readonly contractsAhead: readonly Contract[];
};

/** What the store knows of one customer as of a moment, before currencies and value; see `ValuedCustomer`. */
export type CustomerFacts = WorthFacts & {
  /** Of the file. */
  readonly currency: string | null;
  readonly score: FactScore | null;
  readonly probabilityQuarterAgo: number | null;
  readonly purchases: PurchaseHistory | null;
  readonly usage: UsageHistory | null;
};
