import type { PlainCompany, PlainCustomer, PlainFile, PlainQuestion, PlainRate } from "./plain-company.ts";
import { dayInZone, dayNumber, decimal, monthAround, roundedDivision, unitsOnDay } from "./plain-numbers.ts";

/** A buyer without a contract is a customer through so many days after a purchase. */
const DAYS_AFTER_PURCHASE = 365;

/** One customer seen from a period's last day, a day at a time. Days are numbers; see `plain-numbers.ts`. */
export type SeenCustomer = {
  readonly customer: PlainCustomer;
  readonly file: PlainFile;
  /** Whether they are a customer on a day. */
  isOn(day: number): boolean;
  /** Whether they are one on a day and, as far as is known at its close, on the next. */
  staysAfter(day: number): boolean;
  /** Net revenue of one day, by currency. */
  revenueOn(day: number): ReadonlyMap<string, number>;
  /** Contracts' monthly prices on a day, by currency, of who is still there at its close. */
  monthlyAtClose(day: number): ReadonlyMap<string, number>;
  /** A contract runs on the day, and they are still there at its close. */
  hasContractAtClose(day: number): boolean;
  /** By currency, what was ordered on a day, whether it counts as revenue or not. */
  orderedOn(day: number): ReadonlyMap<string, number>;
};

/** The day that a row counts on. */
export function bookedDay(at: string, bookedOn: string | null, timeZone: string): number {
  return bookedOn === null ? dayInZone(at, timeZone) : dayNumber(bookedOn);
}

/** @param lastDay what is booked after it is not known yet; a contract that follows on the next day is */
export function seen(company: PlainCompany, customer: PlainCustomer, lastDay: number): SeenCustomer {
  const { timeZone } = company;
  const contracts = customer.contracts
    .map(({ startedOn, endedOn, continues, prices }) => ({
      continues,
      first: dayNumber(startedOn),
      last: endedOn === null ? Number.POSITIVE_INFINITY : dayNumber(endedOn),
      prices: prices.map((price) => ({ ...price, from: dayNumber(price.fromDay) })),
    }))
    .filter(({ first, continues }) => first <= lastDay + (continues ? 1 : 0));
  const sales = customer.sales
    .map((sale) => ({
      ...sale,
      own: dayInZone(sale.at, timeZone),
      booked: bookedDay(sale.at, sale.bookedOn, timeZone),
    }))
    .filter(({ booked, minor }) => booked <= lastDay && minor > 0);
  const ends = customer.ends.map(({ endedOn, resumedOn }) => ({
    day: dayNumber(endedOn),
    resumed: resumedOn === null ? null : dayNumber(resumedOn),
  }));
  const endDays = [...ends.map(({ day }) => day), ...contracts.map(({ last }) => last)];
  const purchases = sales.filter(({ kind }) => kind === "order");

  /** No end lies between a day and the day before another. */
  const stillThere = (since: number, day: number) => !endDays.some((end) => end >= since && end < day);
  /** One contract or one purchase makes them a customer on each of the days from one to another. */
  const isThrough = (from: number, to: number) =>
    contracts.some(({ first, last }) => first <= from && to <= last) ||
    purchases.some(({ own, booked }) => {
      if (to > own + DAYS_AFTER_PURCHASE) return false;
      if (booked <= from && stillThere(own, to)) return true;
      return ends.some(
        (end) => end.resumed !== null && end.day >= own && end.resumed <= from && stillThere(end.resumed, to),
      );
    });
  const isOn = (day: number) => isThrough(day, day);
  const staysAfter = (day: number) =>
    isThrough(day, day + 1) ||
    (isOn(day) && contracts.some(({ continues, first }) => continues && first === day + 1));

  const priceOf = (contract: (typeof contracts)[number], day: number) => {
    const [first] = contract.prices;
    return contract.prices.findLast(({ from }) => from <= day) ?? first;
  };
  /** Contracts that run on a day and the next, or are renewed on the next. */
  const goesOnAfter = (day: number) => {
    const renewed = contracts.some(({ continues, first }) => continues && first === day + 1);
    return contracts.filter(({ first, last }) => first <= day && (last > day || (last === day && renewed)));
  };
  const priced = (day: number, among = contracts) =>
    among
      .filter(({ first, last }) => first <= day && day <= last)
      .flatMap((contract) => {
        const price = priceOf(contract, day);
        return price === undefined || price.monthlyMinor === null
          ? []
          : [{ minor: price.monthlyMinor, currency: price.currency }];
      });
  const sums = (rows: readonly { readonly currency: string; readonly minor: number }[]) => {
    const by = new Map<string, number>();
    for (const { currency, minor } of rows) by.set(currency, (by.get(currency) ?? 0) + minor);
    return by;
  };

  return {
    customer,
    file: fileAsOf(customer, lastDay),
    isOn: oncePerDay(isOn),
    staysAfter: oncePerDay(staysAfter),
    hasContractAtClose: (day) => goesOnAfter(day).length > 0,
    orderedOn: oncePerDay((day) => sums(purchases.filter(({ booked }) => booked === day))),
    monthlyAtClose: (day) => sums(priced(day, goesOnAfter(day))),
    revenueOn: oncePerDay((day) => {
      const contractsToday = priced(day);
      const month = monthAround(day);
      return sums([
        ...contractsToday.map(({ minor, currency }) => ({
          currency,
          minor: unitsOnDay(minor, month.days, day - month.first),
        })),
        ...sales
          .filter(({ booked, kind }) => booked === day && kind !== "usage")
          .filter(({ kind }) => kind === "refund" || contractsToday.length === 0)
          .map(({ kind, minor, currency }) => ({ currency, minor: kind === "order" ? minor : -minor })),
        ...customer.adjustments.filter(({ bookedOn }) => dayNumber(bookedOn) === day),
      ]);
    }),
  };
}

/** The same answer without working it out again. */
function oncePerDay<Answer>(answerOf: (day: number) => Answer): (day: number) => Answer {
  const known = new Map<number, Answer>();
  return (day) => {
    const answer = known.get(day) ?? answerOf(day);
    known.set(day, answer);
    return answer;
  };
}

/** What the file said when the day was closed; of a day that is open, what it says. */
function fileAsOf(customer: PlainCustomer, day: number): PlainFile {
  const closed = customer.closedFiles
    .filter(({ throughDay }) => dayNumber(throughDay) >= day)
    .sort((a, b) => dayNumber(a.throughDay) - dayNumber(b.throughDay));
  return closed[0]?.file ?? customer.file;
}

/** Decimals of the currencies that tests use (ISO 4217). */
const DECIMALS: Readonly<Record<string, number>> = { EUR: 2, USD: 2, TWD: 2, JPY: 0, KWD: 3 };

/** An amount in another currency at the rate of a day: the newest stated by then, either way round. */
export function converted(
  amount: { readonly minor: number; readonly currency: string },
  to: string,
  day: number,
  rates: readonly PlainRate[],
): number {
  if (amount.currency === to || amount.minor === 0) return amount.minor;
  const known = rates
    .filter((rate) => dayNumber(rate.day) <= day)
    .filter(
      (rate) =>
        (rate.from === amount.currency && rate.to === to) ||
        (rate.from === to && rate.to === amount.currency),
    )
    .sort((a, b) => dayNumber(b.day) - dayNumber(a.day) || Number(b.to === to) - Number(a.to === to));
  const [rate] = known;
  if (rate === undefined) throw new Error(`No rate from ${amount.currency} to ${to}`);
  const { above, below } = decimal(rate.rate);
  const [times, by] = rate.to === to ? [above, below] : [below, above];
  const toUnits = 10n ** BigInt(DECIMALS[to] ?? 2);
  const fromUnits = 10n ** BigInt(DECIMALS[amount.currency] ?? 2);
  return roundedDivision(BigInt(amount.minor) * times * toUnits, by * fromUnits);
}

/** Net revenue over some days in one currency: each currency's sum converted once, at the rate of a day. */
export function revenueOver(
  one: Pick<SeenCustomer, "revenueOn">,
  days: Iterable<number>,
  into: { readonly currency: string; readonly rateDay: number; readonly rates: readonly PlainRate[] },
): number {
  const sums = new Map<string, number>();
  for (const day of days)
    for (const [currency, minor] of one.revenueOn(day)) sums.set(currency, (sums.get(currency) ?? 0) + minor);
  let total = 0;
  for (const [currency, minor] of sums)
    total += converted({ minor, currency }, into.currency, into.rateDay, into.rates);
  return total;
}

/** All days from the first to the last, both included. */
export function daysOf(fromDay: number, toDay: number): number[] {
  return Array.from({ length: Math.max(0, toDay - fromDay + 1) }, (_, place) => fromDay + place);
}

/** What became of one customer over a period, found by walking its days. */
export type PlainTurn = {
  readonly atStart: boolean;
  readonly atEnd: boolean;
  readonly joined: boolean;
  readonly reactivated: number;
  readonly left: number;
  readonly served: boolean;
};

/** @param everSince a day before anything happened */
export function turnOf(one: SeenCustomer, question: PlainQuestion, everSince: number): PlainTurn {
  const first = dayNumber(question.fromDay);
  const last = dayNumber(question.toDay);
  const wasBefore = daysOf(everSince, first - 1).some((day) => one.isOn(day));
  const days = daysOf(first, last);
  const began = days.filter((day) => one.isOn(day) && !one.staysAfter(day - 1)).length;
  const joined = !wasBefore && began > 0;
  return {
    atStart: one.staysAfter(first - 1),
    atEnd: one.staysAfter(last),
    joined,
    reactivated: began - (joined ? 1 : 0),
    left: days.filter((day) => one.isOn(day) && !one.staysAfter(day)).length,
    served: days.some((day) => one.isOn(day)),
  };
}
