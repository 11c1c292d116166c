// What a quarter's nudges brought, as `/customer playbooks` asks for it, with half of all customers nudged or held out on 65
// mornings in four time zones, by every playbook in turn; and what the night weighs of it. Prints one JSON line. Takes the options
// of bench-database.ts.

import { composeApp } from "../../src/compose.ts";
import { parseConfig } from "../../src/config.ts";
import { PLAYBOOK_KEYS } from "../../src/domain/outreach/playbooks/playbooks.ts";
import type { Database } from "../../src/store/database/database.ts";
import { addModel } from "../../test/support/customer-rows.ts";
import { measureMemory, runOnBenchDatabase } from "./bench-database.ts";
import { LOG_END } from "./generate-activities.ts";
import { processorSeconds } from "./processor-seconds.ts";

const RUNS = 3;
/** The last quarter of the log of which everything is known. */
const QUARTER = { firstDay: "2026-01-01", weekdays: 65, anyDay: "2026-02-01" };
const ZONES = ["America/New_York", "Europe/Berlin", "Asia/Kolkata", "Asia/Shanghai"];

/** Every second customer once, a tenth of them held out, each at the hour of their owner's zone; a third of nudges acted on. */
const DEAL = `
  WITH dealt AS (
    SELECT c.id, ($3::text[])[1 + (c.id / 2) % cardinality($3::text[])] AS playbook, m.slack_user_id AS member_id,
      (w.day + time '09:00') AT TIME ZONE m.time_zone AS at, (c.id / 2) % 10 = 0 AS held_out
    FROM customers c JOIN members m ON m.email = c.owner_email
    JOIN (
      SELECT day, row_number() OVER (ORDER BY day) - 1 AS place
      FROM (SELECT generate_series($1::date, $1::date + 90, interval '1 day')::date AS day) days
      WHERE extract(isodow FROM day) < 6 LIMIT $2::int
    ) w ON w.place = (c.id / 8) % $2::int
    WHERE c.id % 2 = 0
  ), held_out AS (
    INSERT INTO playbook_cases (customer_id, playbook, occasion, kind, eligible_at, passed_over)
    SELECT id, playbook, 'held out', 'nudge', at, 'held-out' FROM dealt WHERE held_out
  )
  INSERT INTO suggestions (key, kind, customer_id, member_id, playbook, action, reason, probability, status, settled_by,
    settled_at, created_at)
  SELECT 'n' || id, 'nudge', id, member_id, playbook, '{}', '{}', 0.6, CASE WHEN id % 3 = 0 THEN 'reached_out' ELSE 'closed' END,
    CASE WHEN id % 3 = 0 THEN member_id END, CASE WHEN id % 3 = 0 THEN at + interval '2 hours' END, at
  FROM dealt WHERE NOT held_out`;

await runOnBenchDatabase(async ({ name, database, log }) => {
  const app = composeApp(parseConfig({ LOG_LEVEL: "error" }), database, { clock: () => LOG_END });
  await dealQuarter(database);
  const [durationsMs, seconds]: [number[], number[]] = [[], []];
  let report: object = {};
  const { peakRssMb } = await measureMemory(async () => {
    for (let run = 0; run < RUNS; run += 1) {
      const [begun, spent] = [performance.now(), processorSeconds()];
      const { playbooks } = await app.flows.reportUplift({ day: QUARTER.anyDay });
      durationsMs.push(Math.round(performance.now() - begun));
      seconds.push(spent());
      const all = playbooks.at(-1);
      report = {
        playbooks: playbooks.length,
        sent: all?.sent,
        heldOut: all?.heldOut,
        effect: all?.soFar?.effect,
      };
    }
  });
  const begun = performance.now();
  await app.flows.weighPlaybooks();
  const weighMs = Math.round(performance.now() - begun);
  const measured = { durationsMs, processorSeconds: seconds, weighMs, peakRssMb };
  const line = { bench: "uplift", database: name, ...log, ...measured, report };
  process.stdout.write(`${JSON.stringify(line)}\n`);
  await app.model.close();
});

async function dealQuarter(database: Database): Promise<void> {
  const { pool } = database;
  await pool.query(
    `INSERT INTO members (slack_user_id, name, email, time_zone)
     SELECT 'U' || n, 'Member ' || n, 'm' || n || '@example.com', zone FROM unnest($1::text[]) WITH ORDINALITY AS z (zone, n)`,
    [ZONES],
  );
  await pool.query(
    `INSERT INTO hourly_costs (member_id, from_day, amount_minor, currency, set_by, set_at)
     SELECT slack_user_id, '2025-01-01', 4000, 'EUR', 'bench', now() FROM members`,
  );
  await pool.query(
    "UPDATE customers SET margin_percent = 40, owner_email = 'm' || 1 + id / 2 % $1 || '@example.com'",
    [ZONES.length],
  );
  await pool.query(
    `INSERT INTO scores (customer_id, as_of, model_version_id, probability, reasons)
     SELECT id, $1, $2, 0.5 + (id % 40) / 100.0, '[]' FROM customers`,
    [QUARTER.firstDay, await addModel(database)],
  );
  await pool.query(DEAL, [QUARTER.firstDay, QUARTER.weekdays, PLAYBOOK_KEYS]);
  await pool.query("VACUUM (ANALYZE)");
}
