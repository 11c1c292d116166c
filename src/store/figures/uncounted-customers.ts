import { localTime } from "../../domain/calendar.ts";
import type { CustomerHistory } from "../../domain/figures/customer-history.ts";
import { type WhyUncounted, whyUncounted } from "../../domain/figures/why-uncounted.ts";
import { notEndedSql } from "../customers/contract-days.ts";
import { ownedBySql } from "../customers/ownership.ts";
import { arrayOf, int4, nullable, text, timestamptz } from "../database/column-kinds.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";
import { type PeopleFirst, peopleFirst } from "../shared-work/people-first.ts";
import { customerHistoriesStore } from "./customer-histories.ts";

export type UncountedCustomerStore = ReturnType<typeof uncountedCustomerStore>;

/** A condition on a row of `customers` by its alias: figures counted them as a customer when everybody was scored last. */
export const countedSql = (customer: string) =>
  `${customer}.joined_into IS NULL
    AND NOT EXISTS (SELECT FROM uncounted_customers u WHERE u.customer_id = ${customer}.id)`;

/** The same, but for those who were never a customer or have left: a buyer is not silent for longer than figures allow. */
export const notSilentSql = (customer: string) =>
  `${customer}.joined_into IS NULL
    AND NOT EXISTS (SELECT FROM uncounted_customers u WHERE u.customer_id = ${customer}.id AND u.because = 'silent')`;

/** Written at a time; the embedded database then takes some 0.1 s, for which everybody else waits. */
const CUSTOMERS_PER_WRITE = 10_000;

/**
 * Who in the file is no customer. Worked out of everybody's history by the rule of all figures, which takes seconds at
 * 100,000 customers, so once a scoring: whoever opens a list reads what was found.
 * @param people for whom it rests
 */
export function uncountedCustomerStore(
  database: Pick<Database, "pool">,
  timeZone: string,
  people: Pick<PeopleFirst, "rests"> = peopleFirst(),
) {
  const { pool } = database;
  return {
    /** Works it out at the close of the moment's day; does nothing where somebody was scored as of a later moment. */
    async keep(asOf: Date): Promise<void> {
      if ((await LATER_SCORING.first(pool, { asOf })) !== null) return;
      const rest = people.rests();
      const found = await readAll(database, asOf, timeZone, rest);
      const last = (await LAST_CUSTOMER.one(pool)).last ?? 0;
      for (let first = 1; first <= last; first += CUSTOMERS_PER_WRITE) {
        await rest();
        await keepRange(database, found, first, first + CUSTOMERS_PER_WRITE - 1);
      }
    },

    /** Buyers who have not ended, but were silent for so long that they are not counted; of everybody where both are null. */
    async silent(whose: { ownerEmail: string | null; segment: string | null }, now: Date): Promise<number> {
      return (await SILENT.one(pool, { ...whose, now })).customers;
    },
  };
}

/** By customer: why they are none, or null; who is not in it never was one. */
type Found = ReadonlyMap<number, WhyUncounted | null>;

async function readAll(
  database: Pick<Database, "pool">,
  asOf: Date,
  timeZone: string,
  rest: () => Promise<void>,
): Promise<Found> {
  const { day } = localTime(asOf, timeZone);
  const found = new Map<number, WhyUncounted | null>();
  const note = (history: CustomerHistory) => void found.set(history.customerId, whyUncounted(history, day));
  await customerHistoriesStore(database).over({ fromDay: day, toDay: day, timeZone }, note, rest);
  return found;
}

async function keepRange(
  { pool }: Pick<Database, "pool">,
  found: Found,
  firstCustomerId: number,
  lastCustomerId: number,
): Promise<void> {
  const ids = { counted: [] as number[], silent: [] as number[], ended: [] as number[] };
  for (let id = firstCustomerId; id <= lastCustomerId; id += 1) {
    const because = found.get(id);
    if (because !== undefined) ids[because ?? "counted"].push(id);
  }
  await DROP.run(pool, { counted: ids.counted });
  await KEEP.run(pool, { ...ids, firstCustomerId, lastCustomerId });
}

const LATER_SCORING = statement({
  name: "figures/uncounted-customers: a later scoring",
  sql: "SELECT 1 AS one FROM scores WHERE as_of > :asOf LIMIT 1",
  parameters: { asOf: timestamptz },
  row: { one: int4 },
});

const LAST_CUSTOMER = statement({
  name: "figures/uncounted-customers: last customer",
  sql: "SELECT max(id) AS last FROM customers",
  row: { last: nullable(int4) },
});

const DROP = statement({
  name: "figures/uncounted-customers: drop",
  sql: "DELETE FROM uncounted_customers WHERE customer_id = ANY (:counted::int[])",
  parameters: { counted: arrayOf(int4) },
});

const KEEP = statement({
  name: "figures/uncounted-customers: keep",
  sql: `
  INSERT INTO uncounted_customers (customer_id, because)
  SELECT c.id, COALESCE(k.because, 'never') FROM customers c
  LEFT JOIN (
    SELECT unnest(:counted::int[]) AS id, NULL AS because
    UNION ALL SELECT unnest(:silent::int[]), 'silent'
    UNION ALL SELECT unnest(:ended::int[]), 'ended'
  ) k ON k.id = c.id
  WHERE c.id BETWEEN :firstCustomerId AND :lastCustomerId AND (k.id IS NULL OR k.because IS NOT NULL)
  ON CONFLICT (customer_id) DO UPDATE SET because = EXCLUDED.because
  WHERE uncounted_customers.because <> EXCLUDED.because`,
  parameters: {
    counted: arrayOf(int4),
    silent: arrayOf(int4),
    ended: arrayOf(int4),
    firstCustomerId: int4,
    lastCustomerId: int4,
  },
});

const SILENT = statement({
  name: "figures/uncounted-customers: silent",
  sql: `
  SELECT count(*)::int AS customers FROM uncounted_customers u JOIN customers c ON c.id = u.customer_id
  WHERE u.because = 'silent' AND c.joined_into IS NULL AND ${notEndedSql("c", ":now::timestamptz")}
    AND (:ownerEmail::text IS NULL OR ${ownedBySql("c", ":ownerEmail")})
    AND (:segment::text IS NULL OR lower(c.segment) = lower(:segment))`,
  parameters: { now: timestamptz, ownerEmail: nullable(text), segment: nullable(text) },
  row: { customers: int4 },
});
