import type { Day } from "../../calendar.ts";
import type { Money } from "../../money.ts";
import type { Phrase } from "../../phrase.ts";

/** What a figure is made of. */
export type TraceKind =
  | "entry"
  | "contact"
  | "contract"
  | "order"
  | "refund"
  | "adjustment"
  | "acquisition"
  | "customer"
  | "month"
  | "ticket"
  | "answer";

export type TracedCustomer = {
  readonly customerId: number;
  readonly externalId: string;
  readonly name: string;
};

/** A rate as it was stated, from its day on; an amount may be converted by it the other way round. */
export type TracedRate = {
  readonly fromCurrency: string;
  readonly toCurrency: string;
  readonly rate: string;
  readonly day: Day;
};

/** One thing a figure is made of, and what it adds. */
export type TraceRow = {
  readonly kind: TraceKind;
  /** In the ledger or in the system it comes from; null where it has none. */
  readonly id: string | null;
  readonly what: Phrase;
  readonly customer: TracedCustomer | null;
  /** The days of it that count, both included. */
  readonly fromDay: Day | null;
  readonly toDay: Day | null;
  /** As it was recorded, all of it. */
  readonly original: Money | null;
  /** Null where nothing had to be converted. */
  readonly rate: TracedRate | null;
  /** By what part of it somebody bears it: "12 of 340 minutes". */
  readonly share: Phrase | null;
  /** Added to the figure, or to what is divided; null: told, but not counted. */
  readonly amount: number | null;
  /** Added to what the figure is divided by. */
  readonly over: number | null;
};

/** What the amounts are: minor units of the trace's currency, or a number of something. */
export type TraceUnit = "minor" | "count" | "hours";

/** A figure with all its rows, which add up to it where it is a sum or a quotient. */
export type Trace = {
  /** The figure's key, as reports name it. */
  readonly figure: string;
  /** The part of it that is asked about, for the name of a file; null: all of it. */
  readonly part: string | null;
  readonly title: Phrase;
  readonly fromDay: Day;
  readonly toDay: Day;
  readonly currency: string;
  readonly unit: TraceUnit;
  /** Of what is divided by. */
  readonly overUnit: TraceUnit;
  /** The first of them, or all. */
  readonly rows: readonly TraceRow[];
  readonly rowCount: number;
  /** Sums of the rows; of times, the one that so many tickets do not exceed. */
  readonly amount: number;
  readonly over: number | null;
  /** The last line: what the rows come to, or why they do not add up. */
  readonly closing: Phrase;
};

/** What the numbers of its rows are. */
export type TraceShape = Pick<Trace, "currency" | "unit" | "overUnit">;

/** What of a row is the same for most kinds: nothing. */
export const NOTHING_TOLD = {
  ...{ id: null, customer: null, fromDay: null, toDay: null, original: null },
  ...{ rate: null, share: null, amount: null, over: null },
} as const;
