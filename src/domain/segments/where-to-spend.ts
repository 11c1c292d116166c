/** One customer on a list of where to save or spend, with the figures that put it there. */
export type SpendingCandidate = {
  readonly customerId: number;
  readonly name: string;
  readonly ownerEmail: string | null;
  readonly tier: string;
  readonly cost12mMinor: number;
  readonly revenue12mMinor: number;
  /** Null where it is not known. */
  readonly marginClvMinor: number | null;
  readonly probability: number;
  readonly probabilityQuarterAgo: number | null;
  /** In the reader's words: why it is here. */
  readonly because: string;
};

/** A segment's upkeep against what it went along with. */
export type SegmentReturn = {
  readonly key: string;
  readonly name: string;
  readonly customers: number;
  readonly costMinor: number;
  /** What may be spent in the period; null where nobody set a budget for the segment. */
  readonly budgetMinor: number | null;
  readonly budgetUsedPercent: number | null;
  readonly marginRetainedMinor: number;
  /** (margin retained − cost) ÷ cost; null without costs. */
  readonly returnOnUpkeep: number | null;
  /** Customers whose margin is not known and who are left out of the return. */
  readonly withoutMargin: number;
};
