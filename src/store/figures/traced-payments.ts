import { addDays, startOfDay } from "../../domain/calendar.ts";
import type { CustomerHistory } from "../../domain/figures/customer-history.ts";
import type { Payment } from "../../domain/figures/trace/revenue-rows.ts";
import { date, int4, int8, text, textOf, timestamptz } from "../database/column-kinds.ts";
import { CUSTOMER_RANGE, type CustomerRange, customerRanges } from "../database/customer-ranges.ts";
import type { Queryable } from "../database/database.ts";
import { statement } from "../database/statement.ts";
import { CUSTOMERS_PER_RANGE, customerHistoriesStore, type HistoryDays } from "./customer-histories.ts";

export type TracedPaymentStore = ReturnType<typeof tracedPaymentStore>;

/** The orders and refunds behind `customerHistories`, one by one. */
export function tracedPaymentStore({ pool }: { readonly pool: Queryable }) {
  const histories = customerHistoriesStore({ pool });
  return {
    /**
     * Histories, in the order of their ids, with the payments booked on their days; no more than a range of customers is held.
     * @param customerId null: everybody's
     */
    async over(
      days: HistoryDays,
      customerId: number | null,
      visit: (history: CustomerHistory, payments: readonly Payment[]) => void,
    ): Promise<void> {
      const ranges =
        customerId === null
          ? await customerRanges({ pool }, CUSTOMERS_PER_RANGE)
          : [{ firstCustomerId: customerId, lastCustomerId: customerId }];
      for (const range of ranges) {
        const payments = await paymentsWithin(pool, days, range);
        for (const history of await histories.within(days, range))
          visit(history, payments.get(history.customerId) ?? []);
      }
    },
  };
}

/** By customer, each customer's in the order of their days. */
async function paymentsWithin(
  pool: Queryable,
  { fromDay, toDay, timeZone }: HistoryDays,
  range: CustomerRange,
): Promise<ReadonlyMap<number, readonly Payment[]>> {
  const startsAt = startOfDay(fromDay, timeZone);
  const endsAt = startOfDay(addDays(toDay, 1), timeZone);
  const rows = await PAYMENTS.all(pool, { ...{ fromDay, toDay, timeZone, startsAt, endsAt }, ...range });
  const found = new Map<number, Payment[]>();
  for (const { customerId: of, id, kind, day, happenedOn, minor, currency } of rows) {
    const payment: Payment = { id, kind, day, happenedOn, money: { minor, currency } };
    const known = found.get(of);
    if (known) known.push(payment);
    else found.set(of, [payment]);
  }
  return found;
}

const OWN_DAY = "(at AT TIME ZONE :timeZone::text)::date";
const IN_RANGE = "customer_id BETWEEN :firstCustomerId AND :lastCustomerId";
/** Of the same rows as `figures/customer-histories` adds up by day. */
const PAID = "kind IN ('order', 'refund') AND amount_minor > 0";

const PAYMENTS = statement({
  name: "figures/traced-payments: over some days",
  sql: `
  WITH paid AS (
    SELECT customer_id, external_id, kind, ${OWN_DAY} AS day, at, amount_minor, currency FROM activities
    WHERE ${IN_RANGE} AND at >= :startsAt::timestamptz AND at < :endsAt::timestamptz AND ${PAID} AND booked_on IS NULL
    UNION ALL
    SELECT customer_id, external_id, kind, booked_on, at, amount_minor, currency FROM activities
    WHERE ${IN_RANGE} AND booked_on BETWEEN :fromDay::date AND :toDay::date AND ${PAID}
  )
  SELECT customer_id AS "customerId", external_id AS id, kind, to_char(day, 'YYYY-MM-DD') AS day,
    to_char(${OWN_DAY}, 'YYYY-MM-DD') AS "happenedOn", amount_minor AS minor, currency::text AS currency
  FROM paid ORDER BY customer_id, day, at, external_id`,
  parameters: {
    ...CUSTOMER_RANGE,
    fromDay: date,
    toDay: date,
    timeZone: text,
    startsAt: timestamptz,
    endsAt: timestamptz,
  },
  row: {
    customerId: int4,
    id: text,
    kind: textOf<Payment["kind"]>(),
    day: text,
    happenedOn: text,
    minor: int8,
    currency: text,
  },
});
