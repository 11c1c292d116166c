import { addDays, startOfDay } from "../../domain/calendar.ts";
import { type DailyQuantities, quantityList } from "../../domain/costs/sharing/daily-quantities.ts";
import { numberOf, type PeriodFacts, wasCustomerOn } from "../../domain/costs/sharing/period-facts.ts";
import type { CountedDriver } from "../../domain/costs/sharing/window-weights.ts";
import { date, int4, text, timestamptz } from "../database/column-kinds.ts";
import { CUSTOMER_RANGE, queryByRanges } from "../database/customer-ranges.ts";
import type { Queryable } from "../database/database.ts";
import { statement } from "../database/statement.ts";
import { bookedDay, bookedWithin } from "../figures/booked-day.ts";
import type { CostScope } from "./cost-scope.ts";

/**
 * What the customers of a period had of drivers that count rows, on days on which they were customers.
 * @param onlyCustomerId of `facts` that hold this customer alone
 */
export async function readCounted(
  db: Queryable,
  scope: CostScope,
  facts: PeriodFacts,
  drivers: ReadonlySet<string>,
  onlyCustomerId?: number,
): Promise<ReadonlyMap<CountedDriver, DailyQuantities>> {
  const { fromDay, toDay, timeZone } = scope;
  const values = {
    ...{ fromDay, toDay, timeZone },
    startsAt: startOfDay(fromDay, timeZone),
    endsAt: startOfDay(addDays(toDay, 1), timeZone),
  };
  const tickets = quantityList(facts.days);
  const touches = quantityList(facts.days);
  const minutes = quantityList(facts.days);
  const each = (id: number, day: number, add: (customer: number) => void) => {
    const customer = numberOf(facts, id);
    if (customer >= 0 && wasCustomerOn(facts, customer, day)) add(customer);
  };
  if (drivers.has("tickets"))
    for (const { id, day, count } of await queryByRanges({ pool: db }, TICKETS, values, onlyCustomerId))
      each(id, day, (customer) => tickets.add(day, customer, count));
  if (drivers.has("touches") || drivers.has("minutes"))
    for (const row of await queryByRanges({ pool: db }, TOUCHES, values, onlyCustomerId))
      each(row.id, row.day, (customer) => {
        touches.add(row.day, customer, row.count);
        if (row.minutes > 0) minutes.add(row.day, customer, row.minutes);
      });
  return new Map([
    ["tickets", tickets.byDay()],
    ["touches", touches.byDay()],
    ["minutes", minutes.byDay()],
  ]);
}

const WITHIN = {
  fromDay: ":fromDay::date",
  toDay: ":toDay::date",
  startsAt: ":startsAt::timestamptz",
  endsAt: ":endsAt::timestamptz",
};
const IN_RANGE = "x.customer_id BETWEEN :firstCustomerId AND :lastCustomerId";
const ZONE = ":timeZone::text";
const PARAMETERS = {
  ...CUSTOMER_RANGE,
  fromDay: date,
  toDay: date,
  timeZone: text,
  startsAt: timestamptz,
  endsAt: timestamptz,
};

const TICKETS = statement({
  name: "costs/cost-drivers: tickets",
  sql: `
  SELECT COALESCE(x.customer_id, 0) AS id, ${bookedDay("x", "opened_at", ZONE)} - :fromDay::date AS day, count(*)::int AS count
  FROM tickets x WHERE ${IN_RANGE} AND (${bookedWithin("x", "opened_at", WITHIN)}) GROUP BY 1, 2`,
  parameters: PARAMETERS,
  row: { id: int4, day: int4, count: int4 },
});

const TOUCHES = statement({
  name: "costs/cost-drivers: touches",
  sql: `
  SELECT x.customer_id AS id, ${bookedDay("x", "at", ZONE)} - :fromDay::date AS day, count(*)::int AS count,
    COALESCE(sum(x.minutes_spent), 0)::int AS minutes
  FROM touches x WHERE ${IN_RANGE} AND (${bookedWithin("x", "at", WITHIN)}) GROUP BY 1, 2`,
  parameters: PARAMETERS,
  row: { id: int4, day: int4, count: int4, minutes: int4 },
});
