import { addDays, type Day } from "../calendar.ts";
import { ACTIVITY_WINDOW_DAYS } from "../customers/cohort.ts";
import type { Contract, CustomerHistory, Purchase, RelationshipEnd } from "./customer-history.ts";

/** Days in a row on which somebody is a customer, both included; null: it goes on. */
export type Span = { readonly firstDay: Day; readonly lastDay: Day | null };

type Days = { readonly fromDay: Day; readonly toDay: Day };

/**
 * The days on which somebody is a customer, in order; spans neither touch nor overlap. Exact from the history's first
 * day on; of the time before, a buyer's span may be known to begin only with the last purchase before.
 */
export function customerSpans(history: CustomerHistory): Span[] {
  const { contracts, lastPurchaseBefore, purchases } = history;
  const ends = contracts.length === 0 ? history.ends : [...history.ends, ...contracts.flatMap(endOf)];
  const pieces: Piece[] = contracts.map(({ startedOn, endedOn, continues }) => ({
    ...{ firstDay: startedOn, lastDay: endedOn },
    continues,
  }));
  if (lastPurchaseBefore !== null)
    addBought(pieces, { bookedOn: lastPurchaseBefore, day: lastPurchaseBefore }, ends);
  for (const purchase of purchases) addBought(pieces, purchase, ends);
  return united(pieces);
}

function addBought(pieces: Piece[], { bookedOn, day }: Purchase, ends: readonly RelationshipEnd[]): void {
  const lastDay = boughtUntil(day);
  pieces.push({ firstDay: bookedOn, lastDay: cutByEnds(day, lastDay, ends), continues: false });
  if (ends.length > 0) pieces.push(...resumed(day, lastDay, ends));
}

/** Kept: everybody's purchases fall on the same few hundred days. */
const lastDays = new Map<Day, Day>();

/** The last day on which a buyer counts for a purchase. */
export function boughtUntil(day: Day): Day {
  const known = lastDays.get(day);
  if (known !== undefined) return known;
  const lastDay = addDays(day, ACTIVITY_WINDOW_DAYS);
  lastDays.set(day, lastDay);
  return lastDay;
}

/** Who left with their contract is no customer for what they bought before. */
const endOf = ({ endedOn }: Contract): RelationshipEnd[] =>
  endedOn === null ? [] : [{ endedOn, resumedOn: null }];

/** The first end on or after the purchase cuts its days short, also of one told after that end. */
function cutByEnds(from: Day, lastDay: Day, ends: readonly RelationshipEnd[]): Day {
  return ends.reduce((last, { endedOn }) => (endedOn >= from && endedOn < last ? endedOn : last), lastDay);
}

/** An end that was withdrawn lets a purchase before it count again, from the day we were told. */
function resumed(day: Day, lastDay: Day, ends: readonly RelationshipEnd[]): Piece[] {
  return ends.flatMap(({ endedOn, resumedOn }) =>
    resumedOn !== null && endedOn >= day
      ? [{ firstDay: resumedOn, lastDay: cutByEnds(resumedOn, lastDay, ends), continues: false }]
      : [],
  );
}

/** Days of one contract or purchase, and whether they go on where others end the day before. */
type Piece = Span & { readonly continues: boolean };

/**
 * Puts together what overlaps, and a contract with what ends the day before: that is a renewal, agreed by then. A purchase
 * on the next day is not known at the close of the day, and begins anew. What ends before it begins is left out.
 */
function united(pieces: readonly Piece[]): Span[] {
  const ordered = pieces
    .filter(({ firstDay, lastDay }) => lastDay === null || firstDay <= lastDay)
    .sort((a, b) => compareDays(a.firstDay, b.firstDay) || Number(b.continues) - Number(a.continues));
  const whole: Span[] = [];
  for (const { firstDay, lastDay, continues } of ordered) {
    const last = whole.at(-1);
    const reached = last?.lastDay ?? null;
    if (last === undefined || (reached !== null && firstDay > (continues ? addDays(reached, 1) : reached)))
      whole.push({ firstDay, lastDay });
    else whole[whole.length - 1] = { firstDay: last.firstDay, lastDay: later(reached, lastDay) };
  }
  return whole;
}

const compareDays = (a: Day, b: Day) => (a < b ? -1 : Number(a > b));
const later = (a: Day | null, b: Day | null) => (a === null || b === null ? null : a > b ? a : b);

/** Somebody is a customer at the close of a day who was one on it and still is on the next. */
export function isCustomerAtClose(spans: readonly Span[], day: Day): boolean {
  return spans.some(({ firstDay, lastDay }) => firstDay <= day && (lastDay === null || lastDay > day));
}

/** What became of one customer over a period; every report counts with these alone. */
export type CustomerTurn = {
  readonly atStart: boolean;
  readonly atEnd: boolean;
  /** The first span ever began in the period. */
  readonly joined: boolean;
  /** Further spans that began in it. */
  readonly reactivated: number;
  /** Spans whose last day lies in it. */
  readonly left: number;
  /** A customer on at least one of its days. */
  readonly served: boolean;
};

/** @param spans of a history that begins on or before the period's first day */
export function customerTurn(spans: readonly Span[], { fromDay, toDay }: Days): CustomerTurn {
  const within = (day: Day | null) => day !== null && day >= fromDay && day <= toDay;
  const began = spans.filter(({ firstDay }) => within(firstDay)).length;
  const [first] = spans;
  const joined = first !== undefined && within(first.firstDay);
  return {
    atStart: isCustomerAtClose(spans, addDays(fromDay, -1)),
    atEnd: isCustomerAtClose(spans, toDay),
    joined,
    reactivated: began - Number(joined),
    left: spans.filter(({ lastDay }) => within(lastDay)).length,
    served: spans.some(
      ({ firstDay, lastDay }) => firstDay <= toDay && (lastDay === null || lastDay >= fromDay),
    ),
  };
}
