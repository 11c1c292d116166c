// A morning's nudges for one member who owns everybody, one in twenty at high risk. Prints one JSON line. Takes the options of
// bench-database.ts.

import { composeApp } from "../../src/compose.ts";
import { parseConfig } from "../../src/config.ts";
import { dayOf } from "../../src/domain/outreach/playbooks/days.ts";
import type { Database } from "../../src/store/database/database.ts";
import { addModel } from "../../test/support/customer-rows.ts";
import { measureMemory, runOnBenchDatabase } from "./bench-database.ts";
import { LOG_END } from "./generate-activities.ts";

const RUNS = 3;

await runOnBenchDatabase(async ({ name, database, log }) => {
  const app = composeApp(parseConfig({ LOG_LEVEL: "error" }), database, { clock: () => LOG_END });
  await ownedByOne(database);
  const durationsMs: number[] = [];
  let decided: object = {};
  const { peakRssMb } = await measureMemory(async () => {
    for (let run = 0; run < RUNS; run += 1) {
      await database.pool.query("TRUNCATE outbox, suggestions, playbook_cases CASCADE");
      const begun = performance.now();
      const planned = await app.flows.planNudges({ timeZone: "UTC", day: dayOf(LOG_END) });
      durationsMs.push(Math.round(performance.now() - begun));
      decided = planned;
    }
  });
  const line = { bench: "nudges", database: name, ...log, durationsMs, peakRssMb, decided };
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
