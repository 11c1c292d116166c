// The weekly digest of everybody, scored every night for eight weeks, what of it goes to the eight weeks' movements, and Home of
// a manager and of a rep who owns every tenth customer (all where there are 10,000). Prints one JSON line. Takes the options of
// bench-database.ts.

import { composeApp } from "../../src/compose.ts";
import { parseConfig } from "../../src/config.ts";
import { addDays, weekOf } from "../../src/domain/calendar.ts";
import { daysAfter } from "../../src/domain/clock.ts";
import type { Member } from "../../src/domain/customer.ts";
import { dayOf } from "../../src/domain/outreach/playbooks/days.ts";
import { WEEKS_SHOWN } from "../../src/domain/risk/risk-over-time.ts";
import { findMovement } from "../../src/flows/outreach/find-movement.ts";
import type { Database } from "../../src/store/database/database.ts";
import { createStore } from "../../src/store/store.ts";
import { addModel } from "../../test/support/customer-rows.ts";
import { measureMemory, runOnBenchDatabase } from "./bench-database.ts";
import { LOG_END } from "./generate-activities.ts";

const RUNS = 3;
const NIGHTS = 7 * WEEKS_SHOWN + 1;
/** As many as one person may own. */
const OWN = 10_000;

await runOnBenchDatabase(async ({ name, database, log }) => {
  const config = parseConfig({ LOG_LEVEL: "error" });
  const app = composeApp(config, database, { clock: () => LOG_END });
  await scoredEveryNight(database, Math.max(1, Math.round(log.customers / OWN)));
  const deps = createStore(database, config.timeZone);
  const week = weekOf(addDays(dayOf(LOG_END), -7));
  const { result, peakRssMb } = await measureMemory(async () => ({
    digestMs: await timed(() => app.flows.composeDigest({ week, timeZone: "UTC" })),
    eightMovementsMs: await timed(async () => {
      for (let ago = 0; ago < WEEKS_SHOWN; ago += 1) await findMovement(deps, daysAfter(LOG_END, -7 * ago));
    }),
    homeOfManagerMs: await timed(() => app.flows.loadHome({ member: person("manager") })),
    homeOfOwnerMs: await timed(() => app.flows.loadHome({ member: person("rep") })),
  }));
  const line = { bench: "digest", database: name, ...log, nights: NIGHTS, ...result, peakRssMb };
  process.stdout.write(`${JSON.stringify(line)}\n`);
  await app.model.close();
});

function person(role: Member["role"]): Member {
  return { slackUserId: "U1", name: "Ana", email: "ana@example.com", role, timeZone: "UTC" };
}

async function timed(work: () => Promise<unknown>): Promise<number[]> {
  const durationsMs: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const begun = performance.now();
    await work();
    durationsMs.push(Math.round(performance.now() - begun));
  }
  return durationsMs;
}

/** One in twenty at high risk, and one in fifty who moves by twenty points in a week. */
async function scoredEveryNight(database: Database, ownedEvery: number): Promise<void> {
  const { pool } = database;
  await pool.query(
    `UPDATE customers SET margin_percent = 40,
       owner_email = CASE WHEN id % $1 = 0 THEN 'ana@example.com' ELSE 'ben@example.com' END`,
    [ownedEvery],
  );
  await pool.query(
    `INSERT INTO members (slack_user_id, name, email, time_zone)
     VALUES ('U1', 'Ana', 'ana@example.com', 'UTC'), ('U2', 'Ben', 'ben@example.com', 'UTC')`,
  );
  const modelId = await addModel(database);
  for (let ago = NIGHTS - 1; ago >= 0; ago -= 1)
    await pool.query(
      `INSERT INTO scores (customer_id, as_of, model_version_id, probability, reasons)
       SELECT id, $1, $2, CASE WHEN id % 20 = 0 THEN 0.7 ELSE 0.2 END
         + CASE WHEN (id + $3) % 50 = 0 THEN 0.2 ELSE 0 END, '[]' FROM customers WHERE ended_on IS NULL`,
      [daysAfter(LOG_END, -ago), modelId, Math.floor(ago / 7)],
    );
  await pool.query("VACUUM (ANALYZE)");
}
