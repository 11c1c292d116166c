import type { Phrase } from "../phrase.ts";

/** What the pull of one list of a system came to. */
export type PulledStream = {
  readonly stream: string;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly rejected: number;
  /** Deleted there, and removed here. */
  readonly deleted: number;
  /** Deleted there, and kept here because closed books count them. */
  readonly closed: number;
  /** Customers deleted there: they are kept here. */
  readonly customers: number;
  readonly imports: readonly number[];
  /** Whether nothing more was there. */
  readonly isWhole: boolean;
  /** Why it ended early; null: it did not, or only for time. */
  readonly failure: Phrase | null;
};
