import type { AllFacts, FactKey, Facts } from "../../domain/outreach/facts.ts";
import type { Database, Queryable } from "../database/database.ts";
import { readCustomerFiles } from "./customer.ts";
import { dataUpTo } from "./data-up-to.ts";
import { earlierScore } from "./earlier-score.ts";
import type { FactReader, OptionalFactKey } from "./fact-reader.ts";
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
  dataUpTo,
  earlierScore,
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

/** One fact of as many takes the embedded database's one session some 10 ms, and a card waits no longer for its turn. */
const CUSTOMERS_AT_ONCE = 500;

export type FactStore = ReturnType<typeof factStore>;

export function factStore({ pool }: Pick<Database, "pool">) {
  return {
    /**
     * The named facts of these customers as of `now`: a query for each fact, whatever the number of customers (up to
     * some hundreds). Who is no customer any more is not in the answer.
     */
    async read<Key extends FactKey>(
      keys: readonly Key[],
      customerIds: readonly number[],
      now: Date,
    ): Promise<ReadonlyMap<number, Facts<Key>>> {
      const all = new Map<number, Facts<Key>>();
      for (let start = 0; start < customerIds.length; start += CUSTOMERS_AT_ONCE) {
        const batch = customerIds.slice(start, start + CUSTOMERS_AT_ONCE);
        for (const facts of await readBatch(pool, keys, batch, now)) all.set(facts.customer.id, facts);
      }
      return all;
    },
  };
}

/** All at once: a server reads them side by side, and on the embedded database they stand in line together. */
async function readBatch<Key extends FactKey>(
  pool: Queryable,
  keys: readonly Key[],
  customerIds: readonly number[],
  now: Date,
): Promise<Array<Facts<Key>>> {
  const optional = [...new Set<FactKey>(keys)].filter((key) => key !== "customer");
  const [customers, ...columns] = await Promise.all([
    readCustomerFiles(pool, customerIds),
    ...optional.map((key) => readColumn(pool, key, customerIds, now)),
  ]);
  return customers.map((customer) => {
    const values = columns.map(({ key, valueFor }) => [key, valueFor(customer.id)] as const);
    // Each value is its reader's for its key, which the compiler does not follow through a list.
    return { customer, ...Object.fromEntries(values) } as Facts<Key>;
  });
}

async function readColumn<Key extends OptionalFactKey>(
  pool: Queryable,
  key: Key,
  customerIds: readonly number[],
  now: Date,
): Promise<{ key: Key; valueFor: (customerId: number) => AllFacts[Key] }> {
  const { otherwise, read } = READERS[key];
  const known = await read(pool, customerIds, now);
  return { key, valueFor: (customerId) => known.get(customerId) ?? otherwise };
}
