import type { CustomerFacts } from "../../src/domain/value/segments/customer-facts.ts";
import type { InventedCustomer, InventedLog } from "./invented-log.ts";

/** What the store's statements about value say, written down a second time, slowly and without SQL. */

const DAY_MS = 86_400_000;
const dayOf = (moment: Date) => moment.toISOString().slice(0, 10);
const dayNumber = (day: string) => Date.parse(day) / DAY_MS;
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const hasContract = ({ startedOn, monthlyRevenueMinor, renewsOn }: InventedCustomer) =>
  startedOn !== null && (monthlyRevenueMinor !== null || renewsOn !== null);

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
