// npm run bench -- growth [--days 14]: what the database grows by, a JSON line a table. The prepared demo lives on for some days: it is scored,
// nudges and digests go out. Rows a customer and day are counted there, bytes a row are measured on copies of those very rows.
// What people do in Slack is not lived but assumed (`ASSUMED`).

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type App, openApp } from "../../src/compose.ts";
import { parseConfig } from "../../src/config.ts";
import { deliverDue } from "../../src/delivery/deliver.ts";
import type { Poster } from "../../src/delivery/poster.ts";
import { DEMO_SEED } from "../../src/demo/demo-data.ts";
import { DEMO_TEAM } from "../../src/demo/team.ts";
import { weekdayOf, weekOf } from "../../src/domain/calendar.ts";
import { daysAfter } from "../../src/domain/clock.ts";
import { SCORES_KEPT_DAYS } from "../../src/domain/risk/scores/thinning.ts";
import { bindFlows } from "../../src/flows/bind-flows.ts";
import { PREPARED_DEMO_FOLDER } from "../../src/local-workspace/prepared-demo.ts";
import { TEAM_CHANNEL } from "../../src/local-workspace/seed.ts";
import { KEPT_DAYS as CASES_KEPT_DAYS } from "../../src/store/outreach/playbook-cases.ts";
import { bytesPerRow, countOf } from "./growth-rows.ts";

/** Days for which a table's rows are kept; null: for good. */
const LIVED: Readonly<Record<string, number | null>> = {
  scores: SCORES_KEPT_DAYS,
  playbook_cases: CASES_KEPT_DAYS,
  suggestions: null,
  outbox: null,
  delivery_attempts: 90,
  message_inputs: CASES_KEPT_DAYS,
  message_drawings: CASES_KEPT_DAYS,
  known_attributes: null,
};

/** Rows a day, with one person for a hundred customers who does twenty things, five of which are noted. */
const ASSUMED: Readonly<
  Record<string, { readonly perCustomerDay: number; readonly keptDays: number | null }>
> = {
  handled_requests: { perCustomerDay: 0.2, keptDays: 8 },
  audit_events: { perCustomerDay: 0.05, keptDays: null },
  money_reads: { perCustomerDay: 0.1, keptDays: 400 },
};
/** Of any installation, however many customers: seven hourly jobs and some twenty others. */
const JOB_RUNS_A_DAY = 7 * 24 + 20;

/** Slack, as far as the delivery sees it. */
const poster: Poster = {
  open: async (recipient) => ({ kind: "open", channelId: recipient }),
  update: async () => ({ kind: "updated" }),
  find: async () => ({ kind: "absent" }),
  post: async ({ key }) => ({ kind: "posted", ts: `1764500000.${key.length}` }),
};

const SIZES = [1_000, 100_000, 1_000_000];
const gigabytes = (bytes: number) => Number((bytes / 1e9).toPrecision(3));

const { values } = parseArgs({ options: { days: { type: "string", default: "14" } } });
const days = Number(values.days);
const folder = mkdtempSync(join(tmpdir(), "mainstay-bench-"));
let now = new Date();
const onFailure = (error: unknown) => {
  throw error;
};
const contents = { folder: join(PREPARED_DEMO_FOLDER, "postgres"), onFailure };
const app = await openApp(parseConfig({ DATA_DIR: folder, LOG_LEVEL: "error" }), {
  firstContents: contents,
  clock: () => now,
});
try {
  await app.store.channelSettings.save({ ...TEAM_CHANNEL, updatedAt: now });
  now = (await app.flows.readAsOf()).reports;
  const customers = await countOf(app.database.pool, "customers");
  const before = await counts(app);
  for (let day = 0; day < days; day += 1) await live(app);
  const after = await counts(app);
  for (const [table, keptDays] of Object.entries(LIVED)) {
    const perCustomerDay = ((after.get(table) ?? 0) - (before.get(table) ?? 0)) / customers / days;
    await tell(table, perCustomerDay, keptDays);
  }
  await addAssumed(app);
  for (const [table, { perCustomerDay, keptDays }] of Object.entries(ASSUMED))
    await tell(table, perCustomerDay, keptDays);
  const jobRun = await bytesPerRow(app.database.pool, "job_runs");
  print({
    table: "job_runs",
    bytesPerRow: jobRun,
    rowsADay: JOB_RUNS_A_DAY,
    gbAYear: gigabytes(jobRun * JOB_RUNS_A_DAY * 365),
  });
} finally {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
}

async function counts({ database }: App): Promise<Map<string, number>> {
  const counted = new Map<string, number>();
  for (const table of Object.keys(LIVED)) counted.set(table, await countOf(database.pool, table));
  return counted;
}

/** A day and a morning, at which everybody's nudges go out; on a Monday the digest. */
async function live({ deps, store, log }: App): Promise<void> {
  now = daysAfter(now, 1);
  const flows = bindFlows(deps);
  await flows.liveDemo({ seed: DEMO_SEED, atLeastMs: 0 });
  const { scoring } = await flows.readAsOf();
  await flows.scoreCustomers({ asOf: scoring });
  const day = now.toISOString().slice(0, 10);
  if (weekdayOf(day) <= 5)
    for (const timeZone of new Set(DEMO_TEAM.map((member) => member.timeZone)))
      await flows.planNudges({ day, timeZone });
  if (weekdayOf(day) === 1)
    await flows.sendDigest({
      week: weekOf(daysAfter(now, -7).toISOString().slice(0, 10)),
      timeZone: TEAM_CHANNEL.timeZone,
    });
  const delivery = { ...store, poster, log, clock: () => now, whyNotPost: async () => null };
  while (Object.keys(await deliverDue(delivery)).length > 0);
}

/** Rows as the bot writes them of people, a hundred of each. */
async function addAssumed({ database: { pool } }: App): Promise<void> {
  await pool.query(`INSERT INTO handled_requests (id, handled_at, what, user_id, done_at)
    SELECT 'command:1337.' || n || '.a1b2c3d4e5f6a7b8c9d0a1b2c3d4e5f6', now(), '/customer', 'U0123ABCD', now() FROM generate_series(1, 100) n;
    INSERT INTO audit_events (at, actor, action, customer_id, details)
    SELECT now(), 'U0123ABCD', 'customer.snoozed', n, '{"until": "2026-12-24T08:00:00.000Z", "untilDay": "2026-12-24"}' FROM generate_series(1, 100) n;
    INSERT INTO money_reads (member_id, day, customer_id, surface, first_at, last_at)
    SELECT 'U0123ABCD', now(), n, 'card', now(), now() FROM generate_series(1, 100) n;
    INSERT INTO job_runs (job, period, status, attempts, claimed_until, started_at, finished_at, outcome)
    SELECT 'pull-sources-hourly', '2026-11-30T' || n || ' Europe/Berlin', 'done', 1, now(), now(), now(), '{"sources": 3, "added": 17, "changed": 2}'
    FROM generate_series(100, 199) n`);
}

async function tell(table: string, perCustomerDay: number, keptDays: number | null): Promise<void> {
  const bytes = await bytesPerRow(app.database.pool, table);
  const perSize = (rowsPerCustomer: number) =>
    Object.fromEntries(SIZES.map((size) => [size, gigabytes(bytes * rowsPerCustomer * size)]));
  print({
    ...{
      table,
      bytesPerRow: bytes,
      rowsPerCustomerYear: Number((perCustomerDay * 365).toFixed(2)),
      keptDays,
    },
    gbAYear: perSize(perCustomerDay * 365),
    ...(keptDays !== null && { gbKept: perSize(perCustomerDay * keptDays) }),
    ...(table === "scores" && { gbAYearAfterwards: perSize((perCustomerDay * 365) / 7) }),
  });
}

function print(line: object): void {
  process.stdout.write(`${JSON.stringify({ bench: "growth", ...line })}\n`);
}
