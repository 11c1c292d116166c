import { addDays, type Day, firstDayOfMonth, lastDayOfMonth, monthOf } from "../calendar.ts";
import type { Money } from "../money.ts";
import type { Contract, CustomerHistory, RevenueAdjustment } from "./customer-history.ts";
import { shareOfDays } from "./share-of-days.ts";

type Days = { readonly fromDay: Day; readonly toDay: Day };

/** One customer's net revenue of some days, per currency; minor units. */
export type CustomerRevenue = {
  readonly currency: string;
  readonly contractsMinor: number;
  /** On days without a contract that has a price. */
  readonly ordersMinor: number;
  readonly refundsMinor: number;
  readonly adjustmentsMinor: number;
  /** contracts + orders − refunds + adjustments */
  readonly netMinor: number;
  /** Orders on days of a priced contract, in none of the above: they may be what the price is for. */
  readonly ordersNotCountedMinor: number;
};

type Sums = { -readonly [Name in keyof Omit<CustomerRevenue, "currency" | "netMinor">]: number };

/** What of a history revenue is made of. */
export type PaidHistory = Pick<CustomerHistory, "contracts" | "amounts"> & {
  readonly adjustments: readonly Pick<RevenueAdjustment, "bookedOn" | "amount">[];
};

/** See docs/decisions/2026-11-29-one-set-of-figures.md. The currencies are in alphabetical order. */
export function customerRevenue(history: PaidHistory, days: Days): CustomerRevenue[] {
  const sums = new Map<string, Sums>();
  const add = (currency: string, key: keyof Sums, minor: number) => {
    const sum = sums.get(currency) ?? { ...NOTHING };
    sum[key] += minor;
    sums.set(currency, sum);
  };
  for (const piece of pricedPieces(history.contracts, days))
    add(piece.monthly.currency, "contractsMinor", pieceMinor(piece));
  for (const { day, currency, orderedMinor, refundedMinor } of history.amounts) {
    if (day < days.fromDay || day > days.toDay) continue;
    const counted = hasPriceOn(history.contracts, day) ? "ordersNotCountedMinor" : "ordersMinor";
    add(currency, counted, orderedMinor);
    add(currency, "refundsMinor", refundedMinor);
  }
  for (const { bookedOn, amount } of history.adjustments)
    if (bookedOn >= days.fromDay && bookedOn <= days.toDay)
      add(amount.currency, "adjustmentsMinor", amount.minor);
  return [...sums]
    .map(([currency, sum]) => ({
      currency,
      ...sum,
      netMinor: sum.contractsMinor + sum.ordersMinor - sum.refundsMinor + sum.adjustmentsMinor,
    }))
    .sort((a, b) => (a.currency < b.currency ? -1 : 1));
}

const NOTHING: Sums = {
  contractsMinor: 0,
  ordersMinor: 0,
  refundsMinor: 0,
  adjustmentsMinor: 0,
  ordersNotCountedMinor: 0,
};

/** Days of one contract at one price, both included. */
export type PricedPiece = Days & { readonly monthly: Money };

/** The days of contracts that fall on some days, cut where the price changes; without those whose price is not known. */
export function pricedPieces(contracts: readonly Contract[], { fromDay, toDay }: Days): PricedPiece[] {
  return contracts.flatMap(({ startedOn, endedOn, prices }) =>
    prices.flatMap(({ fromDay: priceFrom, monthly }, index) => {
      const next = prices[index + 1]?.fromDay;
      const first = latest(startedOn, index === 0 ? startedOn : priceFrom, fromDay);
      const last = earliest(endedOn, next === undefined ? null : addDays(next, -1), toDay);
      return monthly === null || first > last ? [] : [{ fromDay: first, toDay: last, monthly }];
    }),
  );
}

const latest = (...days: Day[]): Day => days.reduce((a, b) => (a > b ? a : b));
const earliest = (...days: (Day | null)[]): Day =>
  days.reduce<Day>((a, b) => (b !== null && b < a ? b : a), "9999-12-31");

/** A month's price shared over its days, the units left over to its first days: any division of time adds up. */
export function pieceMinor({ fromDay, toDay, monthly }: PricedPiece): number {
  let minor = 0;
  for (
    let month = monthOf(fromDay);
    month <= monthOf(toDay);
    month = monthOf(addDays(lastDayOfMonth(month), 1))
  ) {
    const whole = {
      amountMinor: monthly.minor,
      fromDay: firstDayOfMonth(month),
      toDay: lastDayOfMonth(month),
    };
    const first = fromDay > whole.fromDay ? fromDay : whole.fromDay;
    const last = toDay < whole.toDay ? toDay : whole.toDay;
    minor += shareOfDays(whole, first, last);
  }
  return minor;
}

/** A contract that has a price runs on the day. */
export function hasPriceOn(contracts: readonly Contract[], day: Day): boolean {
  return pricedPieces(contracts, { fromDay: day, toDay: day }).length > 0;
}

/** What contracts bring a month on a day, per currency. */
export function monthlyOn(contracts: readonly Contract[], day: Day): Money[] {
  const sums = new Map<string, number>();
  for (const { monthly } of pricedPieces(contracts, { fromDay: day, toDay: day }))
    sums.set(monthly.currency, (sums.get(monthly.currency) ?? 0) + monthly.minor);
  return [...sums].map(([currency, minor]) => ({ currency, minor }));
}
