import type { CustomerPeriod } from "../../src/domain/value/metrics/customer-period.ts";
import type { CustomerFacts } from "../../src/domain/value/segments/customer-facts.ts";
import type { InventedCustomer, InventedLog } from "./invented-log.ts";

/** What the store's statements about periods and value say, written down a second time, slowly and without SQL. */

const DAY_MS = 86_400_000;
const dayOf = (moment: Date) => moment.toISOString().slice(0, 10);
const dayNumber = (day: string) => Date.parse(day) / DAY_MS;
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const hasContract = ({ startedOn, monthlyRevenueMinor, renewsOn }: InventedCustomer) =>
  startedOn !== null && (monthlyRevenueMinor !== null || renewsOn !== null);

type Span = { readonly fromDay: string; readonly toDay: string; readonly activityWindowDays: number };

/** Of every customer who has to do with a period of whole UTC days. */
export function slowCustomersOver(log: InventedLog, { fromDay, toDay, activityWindowDays }: Span) {
  const start = new Date(fromDay);
  const end = new Date(Date.parse(toDay) + DAY_MS);
  const before = new Date(2 * start.getTime() - end.getTime());
  const window = activityWindowDays * DAY_MS;
  return log.customers.flatMap(
    (
      customer,
    ): Pick<
      CustomerPeriod,
      "customerId" | "hasContract" | "atStart" | "atEnd" | "isNew" | "orders" | "amounts"
    >[] => {
      const own = log.activities.filter(
        ({ customerId, amountMinor }) => customerId === customer.id && (amountMinor ?? 0) > 0,
      );
      const bought = (from: Date | null, to: Date) =>
        own.some(({ kind, at }) => kind === "order" && (from === null || at >= from) && at < to);
      const contract = hasContract(customer);
      const { startedOn, endedOn } = customer;
      const atStart =
        (endedOn === null || endedOn >= fromDay) &&
        (contract ? startedOn! < fromDay : bought(new Date(start.getTime() - window), start));
      const atEnd =
        (endedOn === null || endedOn > toDay) &&
        (contract ? startedOn! <= toDay : bought(new Date(end.getTime() - window), end));
      const isNew = contract
        ? startedOn! >= fromDay && startedOn! <= toDay
        : bought(start, end) && !bought(null, start);
      const total = (kind: string, from: Date, to: Date) =>
        sum(
          own
            .filter((activity) => activity.kind === kind && activity.at >= from && activity.at < to)
            .map(({ amountMinor }) => amountMinor ?? 0),
        );
      const traded = own.some(
        ({ kind, at }) => ["order", "refund"].includes(kind) && at >= before && at < end,
      );
      if (!atStart && !atEnd && !isNew && !traded) return [];
      const days = own
        .filter(({ kind, at }) => kind === "order" && at >= start && at < end)
        .map(({ at }) => dayOf(at));
      const amounts = {
        currency: "EUR",
        orderedMinor: total("order", start, end),
        refundedMinor: total("refund", start, end),
        previousOrderedMinor: total("order", before, start),
        previousRefundedMinor: total("refund", before, start),
      };
      return [
        {
          customerId: customer.id,
          hasContract: contract,
          atStart,
          atEnd,
          isNew,
          orders: new Set(days).size,
          amounts: traded ? [amounts] : [],
        },
      ];
    },
  );
}

type SlowFacts = Pick<CustomerFacts, "purchases" | "usage"> & { readonly customerId: number };

/** Of every customer as of the beginning of a UTC day; `from` is where the last twelve months begin. */
export function slowFactsAsOf(log: InventedLog, asOf: Date, from: Date): SlowFacts[] {
  const today = dayOf(asOf);
  return log.customers.flatMap((customer): SlowFacts[] => {
    const { startedOn, endedOn } = customer;
    const own = log.activities.filter(({ customerId, at }) => customerId === customer.id && at < asOf);
    const orders = own.filter(({ kind, amountMinor }) => kind === "order" && (amountMinor ?? 0) > 0);
    const days = [...new Set(orders.map(({ at }) => dayOf(at)))].sort();
    const runs = hasContract(customer) && startedOn! < today && (endedOn === null || endedOn >= today);
    const last = days.at(-1);
    const left = endedOn !== null && endedOn < today && last !== undefined && last <= endedOn;
    const buys = last !== undefined && dayNumber(today) - dayNumber(last) <= 365 && !left;
    if (!runs && !buys) return [];
    const gaps = days.slice(1).map((day, index) => dayNumber(day) - dayNumber(days[index]!));
    const mean = gaps.length === 0 ? null : sum(gaps) / gaps.length;
    const spread = sum(gaps.map((gap) => (gap - (mean ?? 0)) ** 2));
    const ago = (day: string | undefined) => dayNumber(today) - dayNumber(day!);
    const used = own.filter(({ kind }) => kind === "usage");
    const usedBetween = (start: number, end: number) =>
      sum(
        used
          .filter(({ at }) => {
            const ms = asOf.getTime() - at.getTime();
            return ms > start * DAY_MS && ms <= end * DAY_MS;
          })
          .map(({ quantity }) => quantity ?? 0),
      );
    return [
      {
        customerId: customer.id,
        purchases:
          days.length === 0
            ? null
            : {
                purchaseDays: days.length,
                purchaseDays12m: days.filter((day) => day >= dayOf(from)).length,
                daysSinceFirstPurchase: ago(days[0]),
                daysSinceLastPurchase: ago(days.at(-1)),
                meanGapDays: mean,
                gapDeviationDays: gaps.length < 2 ? null : Math.sqrt(spread / (gaps.length - 1)),
              },
        usage:
          used.length === 0
            ? null
            : { quantity28d: usedBetween(-1, 28), quantityPrevious28d: usedBetween(28, 56) },
      },
    ];
  });
}
