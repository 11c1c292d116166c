import type { Day } from "../../calendar.ts";
import type { PointsEntry } from "./points-entry.ts";

/** Points that came together and expire together. */
export type PointsLot = {
  readonly key: string;
  /** Among the customer's, from 0. */
  readonly place: number;
  readonly earnedOn: Day;
  readonly expiresOn: Day | null;
  /** Of the activity that brought them. */
  readonly source: string | null;
  readonly document: string | null;
  /** Not used yet. */
  left: number;
  /** Went because their time was over. */
  expired: number;
};

/** One customer's points after some entries. `debt`: points that were used and then taken back; new ones settle it first. */
export type PointsAccount = {
  readonly lots: PointsLot[];
  readonly byKey: Map<string, PointsLot>;
  /** Oldest first; kept in order, since somebody may have fifty thousand orders. */
  readonly byDay: PointsLot[];
  debt: number;
};

/** What entries come to, in the order in which they were booked. */
export function accountOf(entries: readonly PointsEntry[]): PointsAccount {
  const account: PointsAccount = { lots: [], byKey: new Map(), byDay: [], debt: 0 };
  for (const entry of entries) book(account, entry);
  return account;
}

/** What a customer has on a day; below zero where more was used than was theirs in the end. */
export function balanceOn({ lots, debt }: PointsAccount, day: Day): number {
  return lots.reduce((sum, lot) => (isOver(lot, day) ? sum : sum + lot.left), 0) - debt;
}

/** What expires next, and the last day on which it can be used; null: nothing does. */
export function nextExpiry({ lots }: PointsAccount, day: Day): { points: number; day: Day } | null {
  const ahead = lots.filter((lot) => lot.left > 0 && lot.expiresOn !== null && !isOver(lot, day));
  const first = ahead.reduce<Day | null>(
    (earliest, { expiresOn }) => (earliest === null || (expiresOn ?? "") < earliest ? expiresOn : earliest),
    null,
  );
  if (first === null) return null;
  const points = ahead.reduce((sum, lot) => (lot.expiresOn === first ? sum + lot.left : sum), 0);
  return { points, day: first };
}

export const isOver = ({ expiresOn }: Pick<PointsLot, "expiresOn">, day: Day): boolean =>
  expiresOn !== null && expiresOn < day;

/** Adds one entry. Which points an entry uses follows from the entries before it alone, so a replay ends the same. */
export function book(account: PointsAccount, entry: PointsEntry): void {
  const { points } = entry;
  const takesBack = entry.kind === "taken-back" || entry.kind === "corrected";
  if (entry.kind === "expired") expire(account, entry);
  else if (points > 0) bring(account, entry);
  else take(account, -points, takesBack ? asTakenBack(account, entry) : asUsed(account));
}

/** Below zero: points of a lot go. Above: they come back, to pay for what takes them back in the next entry. */
function expire({ byKey }: PointsAccount, { lot: key, points }: PointsEntry): void {
  const lot = byKey.get(key ?? "");
  if (lot === undefined) throw new RangeError(`No points came by "${key}".`);
  lot.left += points;
  lot.expired -= points;
}

function bring(account: PointsAccount, entry: PointsEntry): void {
  const settled = Math.min(account.debt, entry.points);
  account.debt -= settled;
  const left = entry.points - settled;
  const known = account.byKey.get(entry.lot ?? "");
  if (known !== undefined) {
    known.left += left;
    return;
  }
  const lot = {
    key: entry.key,
    place: account.lots.length,
    earnedOn: entry.day,
    expiresOn: entry.expiresOn,
    source: entry.cause?.source ?? null,
    document: entry.cause?.document ?? null,
    left,
    expired: 0,
  };
  account.lots.push(lot);
  account.byKey.set(lot.key, lot);
  const later = account.byDay.findLastIndex(({ earnedOn }) => earnedOn <= lot.earnedOn);
  account.byDay.splice(later + 1, 0, lot);
}

function take(account: PointsAccount, points: number, order: Iterable<PointsLot>): void {
  let open = points;
  for (const lot of order) {
    const taken = Math.min(lot.left, open);
    lot.left -= taken;
    open -= taken;
    if (open === 0) return;
  }
  account.debt += open;
}

/** Oldest first: those that expire first, then those that came first. */
function asUsed({ lots }: PointsAccount): PointsLot[] {
  return lots.toSorted(
    (a, b) => compare(a.expiresOn ?? LAST, b.expiresOn ?? LAST) || compare(a.earnedOn, b.earnedOn),
  );
}

/** The points of the same order first, then what came back for it from those that were over, then the newest. */
function* asTakenBack(account: PointsAccount, entry: PointsEntry): Generator<PointsLot> {
  const own = ownLots(account, entry);
  yield* own;
  const others = (over: boolean) => (lot: PointsLot) =>
    lot.left > 0 && isOver(lot, entry.day) === over && !own.includes(lot);
  yield* newestFirst(account, others(true));
  yield* newestFirst(account, others(false));
}

/** What an entry takes back: the points it names, or those of the document it shares; newest first. */
function ownLots(account: PointsAccount, { lot: key, cause }: PointsEntry): PointsLot[] {
  const named = key === null ? undefined : account.byKey.get(key);
  if (named !== undefined) return [named];
  if (cause === null || cause.document === null) return [];
  const { document, source } = cause;
  return [...newestFirst(account, (lot) => lot.document === document && lot.source === source)];
}

/**
 * Points that were over and come back because an entry takes back more than is left: had the order never been, what was
 * used would have been paid with them. Its own order's first, then the newest.
 */
export function broughtBack(account: PointsAccount, entry: PointsEntry): { lot: string; points: number }[] {
  const own = ownLots(account, entry);
  const back: { lot: string; points: number }[] = [];
  let open = -entry.points;
  const bringBack = (lots: Iterable<PointsLot>) => {
    for (const { key, expired } of lots) {
      const points = Math.min(expired, open);
      if (points <= 0) continue;
      back.push({ lot: key, points });
      open -= points;
    }
  };
  open -= own.reduce((sum, { left }) => sum + left, 0);
  bringBack(own);
  for (const lot of account.lots) if (open > 0 && lot.left > 0 && !own.includes(lot)) open -= lot.left;
  if (open > 0) bringBack(newestFirst(account, (lot) => lot.expired > 0 && !own.includes(lot)));
  return back;
}

function* newestFirst({ byDay }: PointsAccount, which: (lot: PointsLot) => boolean): Generator<PointsLot> {
  for (let place = byDay.length - 1; place >= 0; place -= 1) {
    const lot = byDay[place];
    if (lot !== undefined && which(lot)) yield lot;
  }
}

const LAST = "9999-12-31";
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
