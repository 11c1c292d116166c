import type { Money } from "../../money.ts";

/** What one customer ordered and got back in a period and the equally long one before it; minor units. */
export type PeriodAmounts = {
  readonly currency: string;
  readonly orderedMinor: number;
  readonly refundedMinor: number;
  readonly previousOrderedMinor: number;
  readonly previousRefundedMinor: number;
};

/** One customer over a period, as the metrics need them. */
export type CustomerPeriod = {
  readonly customerId: number;
  /** Started on a day, with monthly revenue or a renewal day; else a buyer. */
  readonly hasContract: boolean;
  /** As the cohort counts; see `store/customers/retention.ts`. */
  readonly atStart: boolean;
  readonly atEnd: boolean;
  /** Began a contract, or bought for the first time ever, inside the period. */
  readonly isNew: boolean;
  readonly marginPercent: number | null;
  readonly acquisitionCost: Money | null;
  /** A contract's monthly revenue at the start and the end; null where none is known. */
  readonly monthlyAtStart: Money | null;
  readonly monthlyAtEnd: Money | null;
  readonly startedOn: string | null;
  readonly endedOn: string | null;
  /** Orders in the period; all of one day are one order. */
  readonly orders: number;
  readonly amounts: readonly PeriodAmounts[];
};
