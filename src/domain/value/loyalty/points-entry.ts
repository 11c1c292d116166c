import type { ActivityKind } from "../../activity.ts";
import type { Day } from "../../calendar.ts";

export const POINTS_ENTRY_KINDS = [
  "earned",
  "taken-back",
  "corrected",
  "redeemed",
  "expired",
  "adjusted",
] as const;
export type PointsEntryKind = (typeof POINTS_ENTRY_KINDS)[number];

/** One movement of a customer's points. Entries are only ever added; what they come to follows from their order. */
export type PointsEntry = {
  /** What it was made of, so that nothing is booked twice. */
  readonly key: string;
  readonly kind: PointsEntryKind;
  /** Above zero: the customer has more. Never zero. */
  readonly points: number;
  /** The team's day from which it counts. */
  readonly day: Day;
  /** The entry that brought the points it changes; null: it brings its own, or takes from any. */
  readonly lot: string | null;
  /** The last day on which the points it brings can be used; null: none, or for ever. */
  readonly expiresOn: Day | null;
  /** The activity behind it. */
  readonly cause: PointsCause | null;
  /** What somebody said it was for. */
  readonly reason: string | null;
};

export type PointsCause = {
  readonly source: string;
  readonly externalId: string;
  readonly happenedAt: Date;
  readonly document: string | null;
  /** By whose rules. */
  readonly programmeId: number;
};

/** An activity with an amount above zero, as the ledger looks at it. */
export type PointsActivity = {
  readonly source: string;
  readonly externalId: string;
  readonly kind: ActivityKind;
  readonly at: Date;
  /** Of `at`, where the team is. */
  readonly day: Day;
  readonly amountMinor: number;
  readonly currency: string;
  readonly document: string | null;
};

/** An entry with who made it and when, as it is kept. */
export type KeptPointsEntry = PointsEntry & { readonly by: string; readonly at: Date };
