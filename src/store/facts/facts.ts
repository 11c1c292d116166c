import type { AllFacts, FactKey, Facts } from "../../domain/outreach/facts.ts";
import { arrayOf, int4, json, textOf, timestamptz } from "../database/column-kinds.ts";
import type { Database, Queryable } from "../database/database.ts";
import { statementsBy } from "../database/statement.ts";
import { contact } from "./contact.ts";
import { readCustomerFiles } from "./customer.ts";
import { dataUpTo } from "./data-up-to.ts";
import { earlierScore } from "./earlier-score.ts";
import type { FactReader, OptionalFactKey } from "./fact-reader.ts";
import { failedPayments } from "./failed-payments.ts";
import { hasModel } from "./has-model.ts";
import { lastDeliveryAt } from "./last-delivery-at.ts";
import { lastTouch } from "./last-touch.ts";
import { openTicket } from "./open-ticket.ts";
import { owner } from "./owner.ts";
import { purchases } from "./purchases.ts";
import { revenue12Months } from "./revenue-12-months.ts";
import { score } from "./score.ts";
import { snoozedByName } from "./snoozed-by-name.ts";
import { solvedTicket } from "./solved-ticket.ts";

/** The reader of every fact, by key. A new fact is a file beside this one, a line here, and its type. */
const READERS: { readonly [Key in OptionalFactKey]: FactReader<Key> } = {
  contact,
  dataUpTo,
  earlierScore,
  failedPayments,
  hasModel,
  lastDeliveryAt,
  lastTouch,
  openTicket,
  owner,
  purchases,
  revenue12Months,
  score,
  snoozedByName,
  solvedTicket,
};

/** What holds of a customer of whom nothing but the file is known. */
export const NOTHING_KNOWN = Object.fromEntries(
  Object.entries(READERS).map(([key, { otherwise }]) => [key, otherwise]),
) as Pick<AllFacts, OptionalFactKey>;

export type FactStore = ReturnType<typeof factStore>;

export function factStore({ pool, turns }: Pick<Database, "pool" | "turns">) {
  return {
    /**
     * The named facts of these customers as of `now`: two queries for as many customers as one may take at a time,
     * whatever the number of facts. Who is no customer any more is not in the answer.
     */
    async read<Key extends FactKey>(
      keys: readonly Key[],
      customerIds: readonly number[],
      now: Date,
    ): Promise<ReadonlyMap<number, Facts<Key>>> {
      const all = new Map<number, Facts<Key>>();
      for (let start = 0; start < customerIds.length; start += turns.customersPerQuery) {
        const batch = customerIds.slice(start, start + turns.customersPerQuery);
        for (const facts of await readBatch(pool, keys, batch, now)) all.set(facts.customer.id, facts);
      }
      return all;
    },
  };
}

async function readBatch<Key extends FactKey>(
  pool: Queryable,
  keys: readonly Key[],
  customerIds: readonly number[],
  now: Date,
): Promise<Array<Facts<Key>>> {
  const asked = [...new Set<FactKey>(keys)].filter((key) => key !== "customer");
  const [customers, known] = await Promise.all([
    readCustomerFiles(pool, customerIds),
    readValues(pool, asked, customerIds, now),
  ]);
  const nothing = Object.fromEntries(asked.map((key) => [key, READERS[key].otherwise]));
  // Each value is its reader's for its key, which the compiler does not follow through a list.
  return customers.map((customer) => ({ customer, ...nothing, ...known.get(customer.id) }) as Facts<Key>);
}

type Values = Partial<Record<OptionalFactKey, unknown>>;

/** What there is to know, by customer: all facts in one statement, since on the embedded database each one waits its turn. */
async function readValues(
  pool: Queryable,
  keys: readonly OptionalFactKey[],
  customerIds: readonly number[],
  now: Date,
): Promise<ReadonlyMap<number, Values>> {
  const values = new Map<number, Values>();
  if (keys.length === 0) return values;
  for (const { key, customer_id: id, row } of await FACTS(keys.join()).all(pool, { customerIds, now })) {
    const known = values.get(id) ?? {};
    known[key] = READERS[key].from(row);
    values.set(id, known);
  }
  return values;
}

const KEYS = Object.keys(READERS) as OptionalFactKey[];
const isKey = (text: string): text is OptionalFactKey => Object.hasOwn(READERS, text);

/** By the keys asked for, joined by commas. The condition only names the moment, which not every fact does. */
const FACTS = statementsBy([KEYS.join()], (keys) => ({
  name: `facts/facts: ${keys}`,
  sql: `
  SELECT key, customer_id, row FROM (${keys.split(",").filter(isKey).map(rowsOf).join(" UNION ALL ")}) facts
  WHERE :now::timestamptz IS NOT NULL`,
  parameters: { customerIds: arrayOf(int4), now: timestamptz },
  row: { key: textOf<OptionalFactKey>(), customer_id: int4, row: json<object>() },
}));

function rowsOf(key: OptionalFactKey): string {
  return `SELECT '${key}' AS key, customer_id, to_jsonb(one) AS row FROM (${READERS[key].sql}) one`;
}
