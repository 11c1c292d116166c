import { addDays, type Day, daysBetween } from "../../calendar.ts";
import type { Convert } from "../../figures/converted-revenue.ts";
import type { Contract, CustomerHistory } from "../../figures/customer-history.ts";
import { monthlyOn, pricedPieces } from "../../figures/customer-revenue.ts";
import { DAYS_PER_MONTH } from "../metrics/margin-clv.ts";

/** What a customer's contracts are known to bring from the first day of a stretch of months on; minor units of the report. */
export type ContractAhead = {
  /** At the first day's prices. */
  readonly monthlyMinor: number;
  /** Of the next twelve months, at the prices agreed for their days, were nobody to leave. Not rounded. */
  readonly yearMinor: number;
  /** Of each month ahead, by its days, where a price changes or the last contract ends; null: the same every month. */
  readonly byMonth: readonly number[] | null;
};

const MONTHS_PER_YEAR = 12;

/** A contract runs on past the close of the day. */
export function runsPast({ startedOn, endedOn }: Contract, day: Day): boolean {
  return startedOn <= day && (endedOn === null || endedOn > day);
}

/**
 * @param contracts with everything agreed about later days
 * @param day the last one that is over: months are counted from the one after it
 * @returns null where no contract with a known price runs
 * @throws MissingRateError
 */
export function contractAhead(
  contracts: readonly Contract[],
  day: Day,
  months: number,
  convert: Convert,
): ContractAhead | null {
  if (!contracts.some((contract) => runsPast(contract, day))) return null;
  const now = monthlyOn(contracts, addDays(day, 1));
  if (now.length === 0) return null;
  const monthlyMinor = now.reduce((sum, money) => sum + convert(money), 0);
  const ahead = contracts.filter(({ endedOn }) => endedOn === null || endedOn > day);
  const isSettled = ahead.every(
    ({ startedOn, endedOn, prices }) =>
      startedOn <= day && endedOn === null && (prices.at(-1)?.fromDay ?? startedOn) <= addDays(day, 1),
  );
  if (isSettled) return { monthlyMinor, yearMinor: MONTHS_PER_YEAR * monthlyMinor, byMonth: null };
  const staying = minorByMonth(withoutLastEnd(ahead), day, MONTHS_PER_YEAR, convert);
  return {
    monthlyMinor,
    yearMinor: staying.reduce((sum, minor) => sum + minor, 0),
    byMonth: minorByMonth(ahead, day, months, convert),
  };
}

/** As if those that end last went on: what staying would bring. An end before them only makes room for the next. */
function withoutLastEnd(contracts: readonly Contract[]): Contract[] {
  const ends = contracts.map(({ endedOn }) => endedOn);
  const last = ends.includes(null) ? null : ends.reduce((a, b) => ((a ?? "") > (b ?? "") ? a : b), null);
  return contracts.map((contract) => (contract.endedOn === last ? { ...contract, endedOn: null } : contract));
}

/** A month's price for the part of the month's days on which it holds. */
function minorByMonth(contracts: readonly Contract[], day: Day, months: number, convert: Convert): number[] {
  const ends = monthEnds(months);
  const sums = new Array<number>(months).fill(0);
  const pieces = pricedPieces(contracts, { fromDay: addDays(day, 1), toDay: addDays(day, ends.at(-1) ?? 0) });
  for (const { fromDay, toDay, monthly } of pieces) {
    const minor = convert(monthly);
    const first = daysBetween(day, fromDay);
    const last = daysBetween(day, toDay);
    sums.forEach((sum, month) => {
      sums[month] = sum + minor * shareOfMonth(ends, month, first, last);
    });
  }
  return sums;
}

/** Days after the day by which each month ahead is over; all are equally long but for part of a day. */
const monthEnds = (months: number): number[] =>
  Array.from({ length: months }, (_, month) => Math.round((month + 1) * DAYS_PER_MONTH));

function shareOfMonth(ends: readonly number[], month: number, first: number, last: number): number {
  const before = month === 0 ? 0 : (ends[month - 1] ?? 0);
  const end = ends[month] ?? before;
  const days = Math.min(last, end) - Math.max(first, before + 1) + 1;
  return days <= 0 ? 0 : days / (end - before);
}

/** What would come in every month, but for a known last day: the part of each month before it. */
export function untilEnd(minor: number, day: Day, endsOn: Day, months: number): number[] {
  const ends = monthEnds(months);
  const last = daysBetween(day, endsOn);
  return ends.map((_, month) => minor * shareOfMonth(ends, month, 1, last));
}

/** The day on which somebody is known to leave; null: none is known. @param contracts with those still to begin */
export function knownEnd(
  { ends }: Pick<CustomerHistory, "ends">,
  contracts: readonly Contract[],
  day: Day,
): Day | null {
  const ahead = contracts.filter(({ endedOn }) => endedOn === null || endedOn > day);
  const days = ahead.some((contract) => runsPast(contract, day))
    ? ahead.map(({ endedOn }) => endedOn)
    : ends
        .filter(({ endedOn, resumedOn }) => endedOn > day && resumedOn === null)
        .map(({ endedOn }) => endedOn);
  if (days.includes(null) || days.length === 0) return null;
  const known = days.flatMap((one) => one ?? []).sort();
  return (ahead.length > 0 ? known.at(-1) : known[0]) ?? null;
}
