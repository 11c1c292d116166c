import type { CostPeriod } from "../../domain/costs/cost-report.ts";
import type { TracedContact } from "../../domain/costs/trace/contact-rows.ts";
import type { TracedEntry } from "../../domain/costs/trace/entry-rows.ts";
import { arrayOf, date, int4, int8, nullable, text } from "../database/column-kinds.ts";
import { CUSTOMER_RANGE, customerRanges } from "../database/customer-ranges.ts";
import type { Queryable } from "../database/database.ts";
import { statement } from "../database/statement.ts";
import { visitCustomerFiles } from "../figures/customer-files.ts";
import { keyOfCustomer } from "./cost-customers.ts";
import { ENTRY_FIELDS, ENTRY_ROW } from "./cost-rows.ts";
import { isMeantSql, NAMED_KINDS, NAMED_TABLES, NAMES_ONE, writtenSql } from "./cost-sql.ts";
import { touchLabourSql } from "./touch-labour.ts";

export type TracedCostStore = ReturnType<typeof tracedCostStore>;

/** What costs are made of, one by one. */
export function tracedCostStore({ pool }: { readonly pool: Queryable }) {
  return {
    /** The entries that count on any day of a period, in the order of their ids; no more than a page of them is held. */
    async entries({ fromDay, toDay }: CostPeriod, visit: (entry: TracedEntry) => void): Promise<void> {
      for (let after: number | null = 0; after !== null; ) {
        const page: TracedEntry[] = await ENTRIES.all(pool, { fromDay, toDay, after });
        for (const entry of page) visit(entry);
        after = page.length < ENTRIES_PER_PAGE ? null : (page.at(-1)?.id ?? null);
      }
    },

    /** Those of them that are shared by several. */
    sharedEntries: ({ fromDay, toDay }: CostPeriod): Promise<TracedEntry[]> =>
      SHARED_ENTRIES.all(pool, { fromDay, toDay }),

    /** Those of them that name one of some customers, or a ticket or touch of theirs. */
    entriesNaming: ({ fromDay, toDay }: CostPeriod, customerIds: readonly number[]): Promise<TracedEntry[]> =>
      ENTRIES_NAMING.all(pool, { fromDay, toDay, customerIds }),

    /** Those of them that name one customer, ticket or touch which is not in the file. */
    entriesNamingNobody: ({ fromDay, toDay }: CostPeriod): Promise<TracedEntry[]> =>
      ENTRIES_NAMING_NOBODY.all(pool, { fromDay, toDay }),

    /** Who is behind a row of a cost report, also who never was a customer, by what the file said of the period's last day. */
    async customersOf(
      { toDay }: CostPeriod,
      { by, key }: { readonly by: "segment" | "owner"; readonly key: string },
    ): Promise<ReadonlySet<number>> {
      const found = new Set<number>();
      await visitCustomerFiles(pool, toDay, (file) => {
        if (keyOfCustomer(by, file).key === key) found.add(file.customerId);
      });
      return found;
    },

    /**
     * The contacts with minutes that count on the days of a period, those of one range of customers after the other, each
     * range's in the order of their days.
     * @param customerId null: everybody's
     */
    async contacts(
      { fromDay, toDay, timeZone }: CostPeriod & { readonly timeZone: string },
      customerId: number | null,
      visit: (contacts: readonly TracedContact[]) => void,
    ): Promise<void> {
      const ranges =
        customerId === null
          ? await customerRanges({ pool }, CUSTOMERS_PER_RANGE)
          : [{ firstCustomerId: customerId, lastCustomerId: customerId }];
      for (const range of ranges) {
        const rows = await CONTACTS.all(pool, { fromDay, toDay, timeZone, ...range });
        visit(
          rows.map(({ customerId: of, externalId, name, minor, currency, ...contact }) => ({
            ...contact,
            customer: { customerId: of, externalId, name },
            cost: minor === null || currency === null ? null : { minor, currency },
          })),
        );
      }
    },
  };
}

const FIELDS = `e.id, ${ENTRY_FIELDS}, e.corrects_id AS "correctsId", to_char(e.booked_on, 'YYYY-MM-DD') AS "bookedOn"`;
const ROW = { id: int4, ...ENTRY_ROW, correctsId: nullable(int4), bookedOn: nullable(text) };
/** A correction of closed days counts on the day it is booked, and on no other. */
const COVERING = `COALESCE(e.booked_on, e.from_day) <= :toDay::date AND COALESCE(e.booked_on, e.to_day) >= :fromDay::date`;
const PERIOD = { fromDay: date, toDay: date };

/** Some 10 MB. */
const ENTRIES_PER_PAGE = 20_000;
/** As many as one statement of contact time reads elsewhere. */
const CUSTOMERS_PER_RANGE = 10_000;

const ENTRIES = statement({
  name: "costs/traced-costs: entries",
  sql: `SELECT ${FIELDS} FROM cost_entries e WHERE ${COVERING} AND e.id > :after::int ORDER BY e.id LIMIT ${ENTRIES_PER_PAGE}`,
  parameters: { ...PERIOD, after: int4 },
  row: ROW,
});

const SHARED_ENTRIES = statement({
  name: "costs/traced-costs: shared entries",
  sql: `SELECT ${FIELDS} FROM cost_entries e WHERE ${COVERING} AND NOT (${NAMES_ONE}) ORDER BY e.id`,
  parameters: PERIOD,
  row: ROW,
});

const NAMING = NAMED_KINDS.map((kind) => {
  const { table, owner } = NAMED_TABLES[kind];
  return `
    SELECT ${FIELDS} FROM ${table} x
    JOIN cost_entries e ON e.applies_to = '${kind}:' || ${writtenSql("x.external_id")} AND ${COVERING}
    WHERE x.${owner} = ANY (:customerIds::int[]) AND ${isMeantSql(table, "x", "e.source")}`;
}).join(" UNION ");

const ENTRIES_NAMING = statement({
  name: "costs/traced-costs: entries naming customers",
  sql: `${NAMING} ORDER BY id`,
  parameters: { ...PERIOD, customerIds: arrayOf(int4) },
  row: ROW,
});

const ENTRIES_NAMING_NOBODY = statement({
  name: "costs/traced-costs: entries naming nobody",
  sql: `${NAMED_KINDS.map(
    (kind) => `
    SELECT ${FIELDS} FROM cost_entries e
    WHERE ${COVERING} AND e.applies_to LIKE '${kind}:%' AND ${NAMES_ONE} AND NOT EXISTS (
      SELECT FROM ${NAMED_TABLES[kind].table} x WHERE '${kind}:' || ${writtenSql("x.external_id")} = e.applies_to)`,
  ).join(" UNION ALL ")} ORDER BY id`,
  parameters: PERIOD,
  row: ROW,
});

const LABOUR = touchLabourSql({
  fromDay: ":fromDay::date",
  toDay: ":toDay::date",
  timeZone: ":timeZone::text",
});

const CONTACTS = statement({
  name: "costs/traced-costs: contacts",
  sql: `
  SELECT l.touch_id AS id, l.customer_id AS "customerId", c.external_id AS "externalId", c.name, l.channel,
    COALESCE(m.name, l.member_id) AS member, to_char(l.day, 'YYYY-MM-DD') AS day, l.minutes, l.amount_minor AS minor,
    l.currency::text AS currency
  FROM (${LABOUR}) l JOIN customers c ON c.id = l.customer_id LEFT JOIN members m ON m.slack_user_id = l.member_id
  WHERE l.customer_id BETWEEN :firstCustomerId AND :lastCustomerId ORDER BY l.day, l.touch_id`,
  parameters: { ...CUSTOMER_RANGE, ...PERIOD, timeZone: text },
  row: {
    id: int4,
    customerId: int4,
    externalId: text,
    name: text,
    channel: text,
    member: nullable(text),
    day: text,
    minutes: int4,
    minor: nullable(int8),
    currency: nullable(text),
  },
});
