import type { Database } from "../../src/store/database/database.ts";

export type InventedCustomer = {
  id: number;
  currency: string | null;
  monthlyRevenueMinor: number | null;
  renewsOn: string | null;
  startedOn: string | null;
  endedOn: string | null;
};
export type InventedActivity = {
  customerId: number;
  kind: string;
  at: Date;
  amountMinor: number | null;
  category: string | null;
  quantity: number | null;
};
export type InventedLog = {
  customers: InventedCustomer[];
  activities: InventedActivity[];
  tickets: { customerId: number; openedAt: Date; solvedAt: Date | null }[];
  touches: { customerId: number; at: Date }[];
  feedback: { customerId: number; kind: string; score: number; scaleMax: number; at: Date }[];
};

const DAY_MS = 86_400_000;
const CUSTOMERS = 60;
/** None recorded, in both ways, and names that differ in case only or need more than ASCII. */
const CATEGORIES = [null, null, "", "Nails", "Screws", "screws", "Café", "釘子"];

/** A small random log around the date, before and after it, with the odd cases frequent: same seed, same log. */
export function inventLog(seed: number, around: Date): InventedLog {
  const random = randomNumbers(seed);
  const pick = <T>(...options: T[]): T => options[Math.floor(random() * options.length)]!;
  // Drawn apart, so that a log is what it was before activities had one.
  const categoryDraw = randomNumbers(seed + 1_000);
  const category = () => CATEGORIES[Math.floor(categoryDraw() * CATEGORIES.length)]!;
  // Up to 300 days before and 100 after, sometimes exactly at midnight or at the date itself.
  const moment = () => {
    const days = Math.floor(random() * 400) - 300;
    const ms = pick(0, 0, Math.floor(random() * DAY_MS), DAY_MS - 1);
    return new Date(around.getTime() + (random() < 0.03 ? 0 : days * DAY_MS + ms));
  };
  const day = () => moment().toISOString().slice(0, 10);
  const times = (most: number) => Array.from({ length: Math.floor(random() * (most + 1)) });
  const log: InventedLog = { customers: [], activities: [], tickets: [], touches: [], feedback: [] };
  for (let id = 1; id <= CUSTOMERS; id += 1) {
    const contract = random() < 0.4;
    log.customers.push({
      id,
      currency: pick("EUR", "EUR", null),
      monthlyRevenueMinor: contract ? pick(10_000, null) : null,
      renewsOn: contract ? pick(day(), null) : null,
      startedOn: contract ? day() : null,
      endedOn: contract ? pick(day(), null) : null,
    });
    for (const _ of times(pick(0, 3, 40))) {
      log.activities.push({
        customerId: id,
        kind: pick("order", "order", "order", "usage", "delivery", "refund", "payment"),
        at: moment(),
        amountMinor: pick(null, 0, Math.floor(random() * 90_000), Math.floor(random() * 90_000)),
        category: category(),
        quantity: pick(null, Math.floor(random() * 20)),
      });
    }
    for (const _ of times(3))
      log.tickets.push({ customerId: id, openedAt: moment(), solvedAt: pick(null, moment()) });
    for (const _ of times(3)) log.touches.push({ customerId: id, at: moment() });
    for (const _ of times(4)) {
      const [kind, scaleMax] = pick(["csat", 5] as const, ["nps", 10] as const, ["ces", 7] as const);
      log.feedback.push({
        customerId: id,
        kind,
        score: Math.floor(random() * (scaleMax + 1)),
        scaleMax,
        at: moment(),
      });
    }
  }
  return log;
}

export async function writeLog({ pool }: Database, log: InventedLog): Promise<void> {
  const insert = (table: string, columns: string, rows: unknown[]) =>
    pool.query(
      `INSERT INTO ${table} (source, external_id, ${columns})
       SELECT 'test', row_number() OVER ()::text, ${columns} FROM jsonb_populate_recordset(NULL::${table}, $1)`,
      [JSON.stringify(rows)],
    );
  await insert(
    "customers",
    "id, name, currency, monthly_revenue_minor, renews_on, started_on, ended_on",
    log.customers.map((c) => ({
      id: c.id,
      name: `Customer ${c.id}`,
      currency: c.currency,
      monthly_revenue_minor: c.monthlyRevenueMinor,
      renews_on: c.renewsOn,
      started_on: c.startedOn,
      ended_on: c.endedOn,
    })),
  );
  await insert(
    "activities",
    "customer_id, kind, at, amount_minor, currency, category, quantity",
    log.activities.map((a) => ({
      customer_id: a.customerId,
      kind: a.kind,
      at: a.at,
      amount_minor: a.amountMinor,
      currency: a.amountMinor === null ? null : "EUR",
      category: a.category,
      quantity: a.quantity,
    })),
  );
  const ticket = (t: InventedLog["tickets"][number]) => ({
    customer_id: t.customerId,
    subject: "?",
    severity: "normal",
    opened_at: t.openedAt,
    solved_at: t.solvedAt,
  });
  await insert("tickets", "customer_id, subject, severity, opened_at, solved_at", log.tickets.map(ticket));
  const touch = (t: InventedLog["touches"][number]) => ({
    customer_id: t.customerId,
    channel: "phone",
    outcome: "reached",
    at: t.at,
  });
  await insert("touches", "customer_id, channel, outcome, at", log.touches.map(touch));
  const answer = (f: InventedLog["feedback"][number]) => ({
    customer_id: f.customerId,
    kind: f.kind,
    score: f.score,
    scale_max: f.scaleMax,
    at: f.at,
  });
  await insert("feedback", "customer_id, kind, score, scale_max, at", log.feedback.map(answer));
}

/** Leaves the customer file as it was known just before the moment. */
export async function cutAt({ pool }: Database, moment: Date): Promise<void> {
  for (const [table, column] of [
    ["activities", "at"],
    ["tickets", "opened_at"],
    ["touches", "at"],
    ["feedback", "at"],
  ]) {
    const { rowCount } = await pool.query(`DELETE FROM ${table} WHERE ${column} >= $1`, [moment]);
    if (!rowCount) throw new Error(`nothing to cut in ${table}: the test would prove nothing`);
  }
  await pool.query("UPDATE tickets SET solved_at = NULL WHERE solved_at >= $1", [moment]);
  await pool.query("UPDATE customers SET ended_on = NULL WHERE ended_on >= $1", [moment]);
  // Facts held only in their present state may have been anything then.
  await pool.query("UPDATE customers SET segment = 'other', country = 'XX', margin_percent = 1");
  await pool.query(
    "UPDATE customers SET monthly_revenue_minor = monthly_revenue_minor + 1, renews_on = renews_on - 400",
  );
}

/** mulberry32: uniform in [0, 1). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 4_294_967_296;
  };
}
