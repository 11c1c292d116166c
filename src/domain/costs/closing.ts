import { addDays, type Day } from "../calendar.ts";
import { MOST_MINOR } from "../money.ts";
import { type Phrase, phrase } from "../phrase.ts";
import type { CostEntry, LedgerEntry } from "./cost-entry.ts";

/** `problem` says what to do instead. */
export type LedgerRefusal<Because extends string> = {
  readonly kind: "refused";
  readonly because: Because;
  readonly problem: Phrase;
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
    phrase("ledger.closed", {
      through: { day: closedThrough },
      from: { day: entry.fromDay },
      next: { day: addDays(closedThrough, 1) },
    }),
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
      phrase("ledger.not-over", { day: { day: throughDay }, latest: { day: addDays(today, -1) } }),
    );
  }
  if (closedThrough !== null && throughDay <= closedThrough) {
    return refused("closed-before", phrase("ledger.closed-before", { through: { day: closedThrough } }));
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
 * Whether a correction is allowed, of closed and open days alike. It changes an original, never another correction,
 * and never leaves less than nothing of it, nor more than one amount may be.
 */
export function mayCorrect({
  original,
  correctedMinor,
  byMinor,
}: Correction): Allowed | LedgerRefusal<"no-change" | "a-correction" | "below-zero" | "too-large"> {
  if (original.correctsId !== null) {
    return refused(
      "a-correction",
      phrase("ledger.a-correction", { id: String(original.id), corrects: String(original.correctsId) }),
    );
  }
  if (byMinor === 0) {
    return refused("no-change", phrase("ledger.no-change", { id: String(original.id) }));
  }
  const nowMinor = original.amountMinor + correctedMinor;
  const money = (minor: number) => ({ minor, currency: original.currency });
  if (byMinor > 0 && nowMinor + byMinor > MOST_MINOR) {
    const facts = { id: String(original.id), most: money(MOST_MINOR) };
    return refused("too-large", phrase("ledger.too-large", facts));
  }
  if (nowMinor + byMinor >= 0) return ALLOWED;
  const facts = { id: String(original.id), worth: money(nowMinor), taken: money(-byMinor) };
  return refused("below-zero", phrase("ledger.below-zero", facts));
}

/**
 * Whether what an hour costs may be stated from a day on: not on closed days. Their reports were made, and told of
 * minutes without a price where there were any.
 */
export function mayStateHourlyCost(
  fromDay: Day,
  closedThrough: Day | null,
): Allowed | LedgerRefusal<"closed-period"> {
  if (closedThrough === null || fromDay > closedThrough) return ALLOWED;
  const days = { through: { day: closedThrough }, next: { day: addDays(closedThrough, 1) } };
  return refused("closed-period", phrase("ledger.hours-closed", days));
}

/**
 * Whether a rate may be stated from a day on: on closed days only where none was in force, since one that was has made
 * figures which stay.
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
    phrase("ledger.in-force", {
      through: { day: closedThrough },
      from: { day: fromDay },
      next: { day: addDays(closedThrough, 1) },
    }),
  );
}

function refused<Because extends string>(because: Because, problem: Phrase): LedgerRefusal<Because> {
  return { kind: "refused", because, problem };
}
