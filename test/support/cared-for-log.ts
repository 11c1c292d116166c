import type { Database } from "../../src/store/database/database.ts";

const DAY_MS = 86_400_000;
const WEEK_DAYS = 7;
const HISTORY_WEEKS = 80;

type Row = Record<string, string | number | null>;
type Log = { customers: Row[]; activities: Row[]; touches: Row[]; tickets: Row[] };

export type CaredForLog = {
  readonly slots: number;
  readonly asOf: Date;
  readonly seed: number;
  readonly sourceOf?: (customerId: number) => string;
};

/**
 * Customers who buy about every other week until they leave, and who leave mostly while nobody has spoken to them for
 * six weeks or while a ticket of theirs is open: a log in which care goes along with staying. Whoever leaves is followed
 * by a new one. Written for a store with empty tables; same seed, same log.
 * @param slots customers at any one time
 * @param asOf nothing is dated at or after it
 */
export async function writeCaredForLog(
  { pool }: Database,
  { slots, asOf, seed, sourceOf = () => "test" }: CaredForLog,
): Promise<void> {
  const random = randomNumbers(seed);
  const log: Log = { customers: [], activities: [], touches: [], tickets: [] };
  for (let slot = 0; slot < slots; slot += 1) {
    let week = Math.floor(random() * 10);
    while (week < HISTORY_WEEKS) week = live(log, week, asOf, random) + 1;
  }
  for (const [table, rows] of Object.entries(log)) {
    const columns = Object.keys(rows[0] ?? {}).join(", ");
    const given = rows.map((row) => ({ ...row, source: sourceOf(Number(row.customer_id ?? row.id)) }));
    await pool.query(
      `INSERT INTO ${table} (source, ${columns}) SELECT source, ${columns} FROM jsonb_populate_recordset(NULL::${table}, $1)`,
      [JSON.stringify(given)],
    );
    await pool.query(`ANALYZE ${table}`);
  }
}

/** One customer's life from a week on. @returns the week of the last purchase, or the end of the log */
function live(log: Log, from: number, asOf: Date, random: () => number): number {
  const id = log.customers.length + 1;
  log.customers.push({ id, external_id: `C${id}`, name: `Customer ${id}`, currency: "EUR" });
  const at = (week: number) =>
    new Date(asOf.getTime() - ((HISTORY_WEEKS - week - random()) * WEEK_DAYS + 0.01) * DAY_MS).toISOString();
  const attention = random() * 0.3;
  let lastTouch = from;
  let openUntil = -1;
  for (let week = from; week < HISTORY_WEEKS; week += 1) {
    const external_id = `${id}-${week}`;
    if (random() < 0.5 || week === from) {
      const amount_minor = 1_000 + Math.floor(random() * 9_000);
      const order = {
        external_id,
        customer_id: id,
        kind: "order",
        at: at(week),
        amount_minor,
        currency: "EUR",
      };
      log.activities.push(order);
    }
    if (random() < attention) {
      const touch = { external_id, customer_id: id, channel: "phone", outcome: "reached", at: at(week) };
      log.touches.push(touch);
      lastTouch = week;
    }
    if (week > openUntil && random() < 0.04) {
      openUntil = week + 2 + Math.floor(random() * 8);
      const solved_at = openUntil < HISTORY_WEEKS ? at(openUntil) : null;
      log.tickets.push({ external_id, customer_id: id, subject: "?", opened_at: at(week), solved_at });
    }
    const neglected = week - lastTouch > 6;
    if (random() < 0.003 + (neglected ? 0.06 : 0) + (week < openUntil ? 0.06 : 0)) return week;
  }
  return HISTORY_WEEKS;
}

/** mulberry32: uniform in [0, 1). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 4_294_967_296;
  };
}
