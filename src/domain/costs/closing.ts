import { addDays, type Day } from "../calendar.ts";
import { formatMoney } from "../money.ts";
import type { CostEntry, LedgerEntry } from "./cost-entry.ts";

/** Up to and including `throughDay` the ledger changes only by correcting entries. */
export type CostClosing = {
  readonly throughDay: Day;
  /** Slack user id, or the command line. */
  readonly closedBy: string;
  readonly closedAt: Date;
};

/** `message` says what to do instead. */
export type LedgerRefusal<Because extends string> = {
  readonly kind: "refused";
  readonly because: Because;
  readonly message: string;
};
type Allowed = { readonly kind: "allowed" };
const ALLOWED: Allowed = { kind: "allowed" };

/**
 * Whether a new entry may be added: not where it touches a closed day.
 * @param closedThrough the last closed day; null while none is
 */
export function mayAdd(
  entry: Pick<CostEntry, "fromDay">,
  closedThrough: Day | null,
): Allowed | LedgerRefusal<"closed-period"> {
  if (closedThrough === null || entry.fromDay > closedThrough) return ALLOWED;
  return refused(
    "closed-period",
    `The ledger is closed through ${closedThrough}, and this cost begins on ${entry.fromDay}. Change what was recorded ` +
      "there by a correcting entry (npm run mainstay -- ledger correct ID --by AMOUNT), or let the cost begin on " +
      `${addDays(closedThrough, 1)} or later.`,
  );
}

/**
 * Whether the ledger may be closed through a day: one that is over, and later than the last closing. A closing is
 * never taken back.
 */
export function mayClose(
  throughDay: Day,
  closedThrough: Day | null,
  today: Day,
): Allowed | LedgerRefusal<"not-over" | "closed-before"> {
  if (throughDay >= today) {
    return refused(
      "not-over",
      `${throughDay} is not over. Close through ${addDays(today, -1)} or an earlier day.`,
    );
  }
  if (closedThrough !== null && throughDay <= closedThrough) {
    return refused("closed-before", `The ledger is closed through ${closedThrough} already.`);
  }
  return ALLOWED;
}

/** What the entry is worth now, and the change asked for, in minor units. */
export type Correction = {
  readonly original: LedgerEntry;
  /** The sum of the corrections so far. */
  readonly correctedMinor: number;
  /** Below zero to take back. */
  readonly byMinor: number;
};

/**
 * Whether a correction is allowed, in closed and open periods alike. It changes an original, never another correction,
 * and never leaves less than nothing of it.
 */
export function mayCorrect({
  original,
  correctedMinor,
  byMinor,
}: Correction): Allowed | LedgerRefusal<"no-change" | "a-correction" | "below-zero"> {
  if (original.correctsId !== null) {
    return refused(
      "a-correction",
      `Entry ${original.id} is itself a correction. Correct entry ${original.correctsId}, which it changed.`,
    );
  }
  if (byMinor === 0) {
    return refused("no-change", `Entry ${original.id} has that amount already; nothing was written.`);
  }
  const nowMinor = original.amountMinor + correctedMinor;
  if (nowMinor + byMinor >= 0) return ALLOWED;
  const money = (minor: number) => formatMoney({ minor, currency: original.currency });
  return refused(
    "below-zero",
    `Entry ${original.id} is worth ${money(nowMinor)}; taking back ${money(-byMinor)} would leave less than nothing. ` +
      `Take back ${money(nowMinor)} at most.`,
  );
}

/** The entry that makes a correction: of the original's period, purpose and kind, with the change as its amount. */
export function correctingEntry(
  original: LedgerEntry,
  correction: Pick<CostEntry, "source" | "externalId" | "amountMinor" | "note">,
): CostEntry {
  const { category, subcategory, kind, currency, fromDay, toDay, appliesTo, driver } = original;
  return { ...correction, category, subcategory, kind, currency, fromDay, toDay, appliesTo, driver };
}

/**
 * Whether a rate or an hourly cost may be stated from a day on: on closed days only where none was in force, since one
 * that was has made figures which stay.
 * @param inForce whether one is in force on that day
 */
export function mayState(
  fromDay: Day,
  inForce: boolean,
  closedThrough: Day | null,
): Allowed | LedgerRefusal<"closed-period"> {
  if (closedThrough === null || fromDay > closedThrough || !inForce) return ALLOWED;
  return refused(
    "closed-period",
    `The ledger is closed through ${closedThrough}, and one is in force on ${fromDay}: the figures made with it stay. ` +
      `State the new one from ${addDays(closedThrough, 1)} on.`,
  );
}

function refused<Because extends string>(because: Because, message: string): LedgerRefusal<Because> {
  return { kind: "refused", because, message };
}
