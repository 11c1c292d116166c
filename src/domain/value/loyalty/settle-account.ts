import { addDays, type Day } from "../../calendar.ts";
import {
  type BookedCause,
  bookedByCause,
  causeKey,
  type ExpectedPoints,
  expectedPoints,
} from "./expected-points.ts";
import { accountOf, book, broughtBack, isOver, type PointsAccount } from "./points-account.ts";
import type { PointsActivity, PointsEntry } from "./points-entry.ts";
import { lastDayOfPoints, type StatedProgramme } from "./programme.ts";

export type AccountToSettle = {
  readonly customerId: number;
  /** In the order in which they were booked. */
  readonly entries: readonly PointsEntry[];
  /** Up to now, in the order in which they happened. */
  readonly activities: readonly PointsActivity[];
  readonly programmes: readonly StatedProgramme[];
  readonly today: Day;
};

/**
 * The entries that are missing for the ledger to say what the activities say, and to have let go what is over. None where
 * it does already: settling twice is settling once.
 */
export function settleAccount(given: AccountToSettle): PointsEntry[] {
  const { entries, activities, programmes, today } = given;
  const booked = bookedByCause(entries);
  const expected = expectedPoints(activities, programmes, booked);
  const ledger = writer(given);
  for (const one of expected) {
    if ((booked.get(causeKey(one.activity))?.points ?? 0) !== 0 || one.points === 0) continue;
    ledger.expireBefore(one.day);
    ledger.open(one, booked.get(causeKey(one.activity))?.turns ?? 0);
  }
  ledger.expireBefore(today);
  correct(booked, expected, ledger, programmes);
  ledger.expireBefore(today);
  return ledger.made;
}

/** What is booked and is otherwise by now: changed, moved to another day, or gone. */
function correct(
  booked: ReadonlyMap<string, BookedCause>,
  expected: readonly ExpectedPoints[],
  ledger: ReturnType<typeof writer>,
  programmes: readonly StatedProgramme[],
): void {
  const now = new Map(expected.map((one) => [causeKey(one.activity), one]));
  for (const [key, before] of booked) {
    if (before.points === 0) continue;
    const one = now.get(key);
    const programme = programmes.find(({ id }) => id === before.programmeId) ?? null;
    const isMoved = one !== undefined && one.points !== 0 && one.day !== before.day;
    if (isMoved) {
      ledger.change(before, -before.points, before.turns, programme);
      ledger.open(one, before.turns + 1);
    } else if ((one?.points ?? 0) !== before.points)
      ledger.change(before, (one?.points ?? 0) - before.points, before.turns, programme);
  }
}

/** Makes entries and books each at once, so that the next one finds the points as they are then. */
function writer({ customerId, entries, today }: AccountToSettle) {
  const account: PointsAccount = accountOf(entries);
  const made: PointsEntry[] = [];
  const expiries = new Map<string, number>();
  let lookedOn: Day = "";
  for (const { kind, lot } of entries)
    if (kind === "expired" && lot !== null) expiries.set(lot, (expiries.get(lot) ?? 0) + 1);

  const write = (entry: PointsEntry) => {
    book(account, entry);
    made.push(entry);
  };
  const expiryEntry = (lot: string, points: number, day: Day): PointsEntry => {
    const times = expiries.get(lot) ?? 0;
    expiries.set(lot, times + 1);
    const place = account.byKey.get(lot)?.place ?? 0;
    const key = JSON.stringify([customerId, "expired", place, times]);
    return { key, kind: "expired", points, day, lot, expiresOn: null, cause: null, reason: null };
  };
  const writeTaking = (entry: PointsEntry) => {
    for (const { lot, points } of broughtBack(account, entry)) write(expiryEntry(lot, points, entry.day));
    write(entry);
  };
  return {
    made: made as PointsEntry[],

    /** Lets go what could be used no longer on a day; looks once a day, since somebody may have ten thousand orders. */
    expireBefore(day: Day): void {
      if (day <= lookedOn && day < today) return;
      lookedOn = day;
      for (const lot of account.lots)
        if (lot.left > 0 && lot.expiresOn !== null && isOver(lot, day))
          write(expiryEntry(lot.key, -lot.left, addDays(lot.expiresOn, 1)));
    },

    /** Books an activity for the first time, or anew. */
    open({ activity, day, programme, points }: ExpectedPoints, turn: number): void {
      const { source, externalId, at: happenedAt, document } = activity;
      const entry: PointsEntry = {
        key: JSON.stringify([customerId, turn, source, externalId]),
        kind: points > 0 ? "earned" : "taken-back",
        points,
        day,
        lot: null,
        expiresOn: points > 0 ? lastDayOfPoints(day, programme) : null,
        cause: { source, externalId, happenedAt, document, programmeId: programme.id },
        reason: null,
      };
      if (points > 0) write(entry);
      else writeTaking(entry);
    },

    /** Changes what an activity brought or took. Points that a refund gives back can be used as long as if earned on its day. */
    change(before: BookedCause, points: number, turn: number, programme: StatedProgramme | null): void {
      const { source, externalId, happenedAt, document, programmeId, lot, day } = before;
      const opens = points > 0 && lot === null;
      const entry: PointsEntry = {
        key: JSON.stringify([customerId, turn, source, externalId]),
        kind: "corrected",
        points,
        day: today,
        lot,
        expiresOn: opens && programme !== null ? lastDayOfPoints(day, programme) : null,
        cause: { source, externalId, happenedAt, document, programmeId },
        reason: null,
      };
      if (points > 0) write(entry);
      else writeTaking(entry);
    },
  };
}
