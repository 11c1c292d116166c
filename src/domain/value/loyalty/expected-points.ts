import type { Day } from "../../calendar.ts";
import type { PointsActivity, PointsEntry } from "./points-entry.ts";
import { pointsFor, programmeOn, type StatedProgramme } from "./programme.ts";

/** What is booked for one activity so far. */
export type BookedCause = {
  readonly source: string;
  readonly externalId: string;
  readonly points: number;
  /** How many entries it has. */
  readonly turns: number;
  /** The entry that holds the points it brought; null: it brought none. */
  readonly lot: string | null;
  readonly day: Day;
  readonly happenedAt: Date;
  readonly document: string | null;
  readonly programmeId: number;
};

/** What one activity comes to by the rules of its day. */
export type ExpectedPoints = {
  readonly activity: PointsActivity;
  readonly day: Day;
  readonly programme: StatedProgramme;
  readonly points: number;
};

type Of = { readonly source: string; readonly externalId: string };
export const causeKey = ({ source, externalId }: Of): string => JSON.stringify([source, externalId]);

export function bookedByCause(entries: readonly PointsEntry[]): Map<string, BookedCause> {
  const booked = new Map<string, BookedCause>();
  for (const entry of entries) {
    const { cause, kind, points, lot, key } = entry;
    if (cause === null) continue;
    const before = booked.get(causeKey(cause));
    const opens = kind === "earned" || kind === "taken-back" || before === undefined;
    const { source, externalId } = cause;
    booked.set(causeKey(cause), {
      source,
      externalId,
      points: (before?.points ?? 0) + points,
      turns: (before?.turns ?? 0) + 1,
      lot: points > 0 && lot === null ? key : opens ? null : before.lot,
      day: opens ? entry.day : before.day,
      happenedAt: opens ? cause.happenedAt : before.happenedAt,
      document: cause.document,
      programmeId: cause.programmeId,
    });
  }
  return booked;
}

/**
 * What activities come to, in the order in which they happened. What was booked keeps the rules it was booked by, unless
 * it is said to have happened at another time. A refund takes back at most what the orders before it earned: of an order
 * from before the programme there is nothing to take back.
 * @param activities of one customer, in order, refunds after orders of the same moment
 */
export function expectedPoints(
  activities: readonly PointsActivity[],
  programmes: readonly StatedProgramme[],
  booked: ReadonlyMap<string, BookedCause>,
): ExpectedPoints[] {
  let net = 0;
  return activities.flatMap((activity) => {
    const before = booked.get(causeKey(activity));
    const isAsBooked = before?.happenedAt.getTime() === activity.at.getTime();
    const day = isAsBooked ? before.day : activity.day;
    const known = isAsBooked ? programmes.find(({ id }) => id === before.programmeId) : undefined;
    const programme = known ?? programmeOn(programmes, day);
    if (programme === null) return [];
    const points = signedPoints(activity, programme, net);
    net += points;
    return [{ activity, day, programme, points }];
  });
}

function signedPoints(
  { kind, amountMinor: minor, currency }: PointsActivity,
  programme: StatedProgramme,
  net: number,
): number {
  if (kind !== programme.earnsOn && kind !== "refund") return 0;
  const points = pointsFor({ minor, currency }, programme) ?? 0;
  // "+ 0" because -0 is another number to some.
  return kind === "refund" ? 0 - Math.min(points, net) : points;
}

/** Currencies in which something was bought or paid that earns nothing, since the programme names no points for them. */
export function currenciesWithoutPoints(
  activities: readonly PointsActivity[],
  programmes: readonly StatedProgramme[],
): string[] {
  const found = new Set<string>();
  for (const { kind, day, currency, amountMinor: minor } of activities) {
    const programme = programmeOn(programmes, day);
    if (programme?.earnsOn === kind && pointsFor({ minor, currency }, programme) === null)
      found.add(currency);
  }
  return [...found].sort();
}
