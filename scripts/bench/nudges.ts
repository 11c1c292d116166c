// A morning's nudges for one member who owns everybody, one in twenty at high risk, some times anew, and the morning after the
// last. Prints one JSON line. Takes the options of bench-database.ts.

import { composeApp } from "../../src/compose.ts";
import { parseConfig } from "../../src/config.ts";
import { daysAfter } from "../../src/domain/clock.ts";
import { dayOf } from "../../src/domain/outreach/playbooks/days.ts";
import type { Database } from "../../src/store/database/database.ts";
import { addModel } from "../../test/support/customer-rows.ts";
import { measureMemory, runOnBenchDatabase } from "./bench-database.ts";
import { LOG_END } from "./generate-activities.ts";
import { processorSeconds } from "./processor-seconds.ts";

const RUNS = 3;

await runOnBenchDatabase(async ({ name, database, log }) => {
  let now = LOG_END;
  const app = composeApp(parseConfig({ LOG_LEVEL: "error" }), database, { clock: () => now });
  await ownedByOne(database);
  const [durationsMs, seconds]: [number[], number[]] = [[], []];
  let decided: object = {};
  const planMorning = async () => {
    const [begun, spent] = [performance.now(), processorSeconds()];
    const planned = await app.flows.planNudges({ timeZone: "UTC", day: dayOf(now) });
    durationsMs.push(Math.round(performance.now() - begun));
    seconds.push(spent());
    return planned;
  };
  const { peakRssMb } = await measureMemory(async () => {
    for (let run = 0; run < RUNS; run += 1) {
      await database.pool.query("TRUNCATE outbox, suggestions, playbook_cases CASCADE");
      decided = await planMorning();
    }
    now = daysAfter(LOG_END, 1);
    await planMorning();
  });
  const measured = { durationsMs, processorSeconds: seconds, peakRssMb };
  const line = { bench: "nudges", database: name, ...log, ...measured, decided };
  process.stdout.write(`${JSON.stringify(line)}\n`);
  await app.model.close();
});

async function ownedByOne(database: Database): Promise<void> {
  const { pool } = database;
  await pool.query("UPDATE customers SET margin_percent = 40, owner_email = 'ana@example.com'");
  await pool.query(
    "INSERT INTO members (slack_user_id, name, email, time_zone) VALUES ('U1', 'Ana', 'ana@example.com', 'UTC')",
  );
  await pool.query(
    `INSERT INTO hourly_costs (member_id, from_day, amount_minor, currency, set_by, set_at)
     VALUES ('U1', '2026-01-01', 4000, 'EUR', 'bench', now())`,
  );
  await pool.query(
    `INSERT INTO scores (customer_id, as_of, model_version_id, probability, reasons)
     SELECT id, $1, $2, CASE WHEN row_number() OVER (ORDER BY md5(id::text)) % 20 = 0 THEN 0.7 ELSE 0.2 END, '[]'
     FROM customers WHERE ended_on IS NULL`,
    [LOG_END, await addModel(database)],
  );
  await pool.query("VACUUM (ANALYZE)");
}
