import type { CardFacts } from "../domain/card-facts.ts";
import type { CustomerSearch } from "../domain/customer-search.ts";
import type { HomeAccount, HomeTotals } from "../domain/home.ts";
import { readCardFacts } from "./card-facts.ts";
import { searchCustomers } from "./customer-search.ts";
import type { Database } from "./database.ts";
import { readAccountsOf, readHomeTotals } from "./home-accounts.ts";

export type CustomerStore = ReturnType<typeof customerStore>;

export type Snooze = {
  readonly customerId: number;
  readonly until: Date;
  /** Slack user id. */
  readonly by: string;
  readonly at: Date;
};

/** The customer file, as look-ups, cards and home pages read it. */
export function customerStore({ pool }: Database) {
  const newestActivity = newestActivityReader(pool);
  return {
    /**
     * @param key as `queryKey` writes it
     * @param spellings one slip away from it
     * @returns at most `limit` matches, best first
     */
    search: (key: string, spellings: readonly string[], limit: number): Promise<CustomerSearch> =>
      searchCustomers(pool, key, spellings, limit),

    /** Everything a card needs, as of `now`; null for an unknown customer. */
    async cardFacts(customerId: number, now: Date): Promise<CardFacts | null> {
      const [facts, dataUpTo] = await Promise.all([
        readCardFacts(pool, customerId, now),
        newestActivity(now),
      ]);
      return facts && { ...facts, dataUpTo };
    },

    accountsOf: (
      ownerEmail: string,
      limit: number,
      now: Date,
    ): Promise<{ accounts: HomeAccount[]; inAll: number }> => readAccountsOf(pool, ownerEmail, limit, now),

    totals: (highRisk: number): Promise<HomeTotals> => readHomeTotals(pool, highRisk),

    /**
     * Snoozes a customer, settles its open suggestions and notes it, in one statement.
     * @returns false for an unknown customer
     */
    async snooze({ customerId, until, by, at }: Snooze): Promise<boolean> {
      const { rowCount } = await pool.query(SNOOZE, [customerId, until, by, at]);
      return rowCount === 1;
    },
  };
}

const SNOOZE = `
  WITH snoozed AS (
    UPDATE customers SET snoozed_until = $2, snoozed_by = $3, updated_at = $4 WHERE id = $1 RETURNING id
  ), settled AS (
    UPDATE suggestions SET status = 'snoozed', settled_by = $3, settled_at = $4
    WHERE customer_id = $1 AND status = 'open'
  )
  INSERT INTO audit_events (at, actor, action, customer_id, details)
  SELECT $4, $3, 'customer.snoozed', id, jsonb_build_object('until', $2::timestamptz) FROM snoozed`;

/** From then on the value is read again in the background; the scan touches every customer once. */
const NEWEST_ACTIVITY_FRESH_MS = 10 * 60_000;
/** From then on whoever asks waits for it: an older "data up to" would mislead. Both chosen by the product. */
const NEWEST_ACTIVITY_USABLE_MS = 60 * 60_000;
/** Read in ranges, so that on the embedded database a card waits behind one range at most. */
const CUSTOMERS_PER_RANGE = 10_000;

/** Reads the newest activity before `now`, once for however many ask. */
function newestActivityReader(pool: Database["pool"]) {
  let known: { readAt: number; value: Promise<Date | null> } | null = null;
  let reading = false;
  const read = (now: Date): Promise<Date | null> => {
    reading = true;
    const value = readNewestActivity(pool, now).finally(() => {
      reading = false;
    });
    value.then(
      () => {
        known = { readAt: now.getTime(), value };
      },
      () => {
        known = null; // The next one to ask tries again, and hears what is wrong.
      },
    );
    return value;
  };
  return (now: Date): Promise<Date | null> => {
    const age = known === null ? Number.POSITIVE_INFINITY : Math.abs(now.getTime() - known.readAt);
    if (known === null || age >= NEWEST_ACTIVITY_USABLE_MS) {
      const value = read(now);
      known = { readAt: now.getTime(), value };
      return value;
    }
    if (age >= NEWEST_ACTIVITY_FRESH_MS && !reading) read(now);
    return known.value;
  };
}

async function readNewestActivity(pool: Database["pool"], now: Date): Promise<Date | null> {
  const last = await pool.query<{ id: number | null }>("SELECT max(id) AS id FROM customers");
  const lastId = last.rows[0]?.id ?? 0;
  let newest: Date | null = null;
  for (let from = 0; from <= lastId; from += CUSTOMERS_PER_RANGE) {
    const { rows } = await pool.query<{ at: Date | null }>(NEWEST_ACTIVITY, [
      from,
      from + CUSTOMERS_PER_RANGE,
      now,
    ]);
    const at = rows[0]?.at ?? null;
    if (at !== null && (newest === null || at > newest)) newest = at;
  }
  return newest;
}

const NEWEST_ACTIVITY = `
  SELECT max(newest.at) AS at FROM customers c CROSS JOIN LATERAL (
    SELECT a.at FROM activities a WHERE a.customer_id = c.id AND a.at < $3 ORDER BY a.at DESC LIMIT 1
  ) newest
  WHERE c.id >= $1 AND c.id < $2`;
