import { type Day, daysBetween } from "../../calendar.ts";
import { type ExchangeRate, rateInForce } from "../../exchange-rates.ts";
import { shareOfDays } from "../../figures/share-of-days.ts";
import { convertedMinor, type Rates, runningParts, tracedRate } from "../../figures/trace/converted-parts.ts";
import { NOTHING_TOLD, type TraceRow } from "../../figures/trace/trace.ts";
import { type Phrase, phrase } from "../../phrase.ts";
import type { CostEntry } from "../cost-entry.ts";
import type { CostPeriod } from "../cost-report.ts";
import type { CostPool } from "../sharing/shared-pools.ts";

/** An entry as reports count it. */
export type TracedEntry = CostEntry & {
  readonly id: number;
  readonly correctsId: number | null;
  /** Its only day, where it corrects days that were closed; null: its own days. */
  readonly bookedOn: Day | null;
};

/** An entry's part of a period. */
export type EntryPart = {
  readonly entry: TracedEntry;
  /** The days of the entry inside the period. */
  readonly fromDay: Day;
  readonly toDay: Day;
  /** In the report's currency; null where its rate is missing. */
  readonly minor: number | null;
  readonly row: TraceRow;
};

/** How a cost report converts: each amount at the rate of its last day. */
export type CostRates = { readonly currency: string; readonly rates: readonly ExchangeRate[] };

/** What of each entry falls on a period: see `entryReader`. @param entries in the order of their ids */
export const entryParts = (
  entries: readonly TracedEntry[],
  period: CostPeriod,
  rates: CostRates,
): EntryPart[] => entries.map(entryReader(period, rates));

/**
 * Tells of one entry after the other what falls on a period. Entries that are shared alike are converted as one amount, as
 * reports do: each takes the unit by which it moves the rounded sum, so that the parts add up to it.
 */
export function entryReader(
  period: CostPeriod,
  { currency, rates }: CostRates,
): (entry: TracedEntry) => EntryPart {
  const pools = new Map<string, (minor: number) => number>();
  const partIn = (clipped: Clipped, by: Rates) => {
    const { currency: from } = clipped.entry;
    if (from === currency) return clipped.minor;
    if (rateInForce(rates, from, currency, by.rateDay) === null) return null;
    const key = poolKey(clipped);
    const known = pools.get(key) ?? runningParts((minor) => convertedMinor(minor, from, by));
    pools.set(key, known);
    return known(clipped.minor);
  };
  return (entry) => {
    const clipped = clip(entry, period);
    const by = { currency, rates, rateDay: clipped.toDay };
    return entryPart(clipped, partIn(clipped, by), by);
  };
}

type Clipped = { readonly entry: TracedEntry; readonly minor: number } & CostPeriod;

function clip(entry: TracedEntry, period: CostPeriod): Clipped {
  const own = entry.bookedOn === null ? entry : { ...entry, fromDay: entry.bookedOn, toDay: entry.bookedOn };
  return {
    entry,
    minor: shareOfDays(own, period.fromDay, period.toDay),
    fromDay: own.fromDay > period.fromDay ? own.fromDay : period.fromDay,
    toDay: own.toDay < period.toDay ? own.toDay : period.toDay,
  };
}

/** What entries have in common that reports convert and share as one amount. */
function poolKey({ entry, fromDay, toDay }: Clipped): string {
  const { currency, ...shared } = entry;
  return sharedKey({ ...shared, source: sourceOf(entry), recordedIn: currency, fromDay, toDay });
}

const ALIKE = [
  "appliesTo",
  "source",
  "driver",
  "category",
  "kind",
  "recordedIn",
  "fromDay",
  "toDay",
] as const satisfies readonly (keyof CostPool)[];

/** Of a pool, or of what somebody has of it. */
export const sharedKey = (shared: Pick<CostPool, (typeof ALIKE)[number]>): string =>
  JSON.stringify(ALIKE.map((key) => shared[key]));

/** The key of the pool in which an entry's part of a period is shared. */
export const poolOf = ({ entry, fromDay, toDay }: EntryPart): string =>
  poolKey({ entry, minor: 0, fromDay, toDay });

/** Whose ids an entry uses; empty where it uses none. */
const sourceOf = ({ appliesTo, source }: TracedEntry): string =>
  /(^|\|)(customer|ticket|touch):/.test(appliesTo) ? source : "";

function entryPart({ entry, fromDay, toDay }: Clipped, minor: number | null, by: Rates): EntryPart {
  const { id, amountMinor, currency } = entry;
  const row: TraceRow = {
    ...NOTHING_TOLD,
    ...{ kind: "entry", id: String(id), what: entryPhrase(entry), fromDay, toDay },
    original: { minor: amountMinor, currency },
    rate: tracedRate(currency, by),
    share: minor === null ? phrase("trace.no-rate") : daysPhrase(entry, { fromDay, toDay }),
    amount: minor,
  };
  return { entry, fromDay, toDay, minor, row };
}

function entryPhrase({ category, kind, appliesTo, note, correctsId }: TracedEntry): Phrase {
  return phrase("trace.entry", {
    category: phrase(`cost.category.${category}`),
    ...{ kind, whom: appliesTo },
    note: note === null || note.trim() === "" ? "" : phrase("trace.entry.note", { note: note.trim() }),
    corrects: correctsId === null ? "" : phrase("trace.entry.corrects", { entry: String(correctsId) }),
  });
}

/** "31 of 365 days"; null where all of it counts. */
function daysPhrase({ fromDay, toDay, bookedOn }: TracedEntry, counted: CostPeriod): Phrase | null {
  const daysIn = (days: CostPeriod) => daysBetween(days.fromDay, days.toDay) + 1;
  const all = bookedOn === null ? daysIn({ fromDay, toDay }) : 1;
  const own = daysIn(counted);
  return own === all ? null : phrase("trace.days-of", { days: own, of: all });
}
