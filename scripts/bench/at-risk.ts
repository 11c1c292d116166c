// A manager's list of those at high risk, by how many they are. Prints one JSON line for each number. Takes the options of
// bench-database.ts.

import { composeApp } from "../../src/compose.ts";
import { parseConfig } from "../../src/config.ts";
import type { Member } from "../../src/domain/customer.ts";
import type { Database } from "../../src/store/database/database.ts";
import { addModel } from "../../test/support/customer-rows.ts";
import { runOnBenchDatabase } from "./bench-database.ts";
import { LOG_END } from "./generate-activities.ts";

const AT_HIGH_RISK = [1_000, 5_000, 20_000];
const RUNS = 5;
const MANAGER: Member = {
  ...{ slackUserId: "U1", name: "Mia", email: "mia@example.com", role: "manager", timeZone: "UTC" },
};

await runOnBenchDatabase(async ({ name, database, log }) => {
  const app = composeApp(parseConfig({ LOG_LEVEL: "error" }), database, { clock: () => LOG_END });
  await database.pool.query("UPDATE customers SET margin_percent = 40");
  const modelId = await addModel(database);
  for (const wanted of AT_HIGH_RISK.filter((high) => high <= log.customers)) {
    await score(database, wanted, modelId);
    const durationsMs: number[] = [];
    let inAll = 0;
    for (let run = 0; run < RUNS; run += 1) {
      const begun = performance.now();
      const { list } = await app.flows.listAtRisk({ reader: MANAGER, place: "direct", scope: null, page: 0 });
      durationsMs.push(Math.round(performance.now() - begun));
      if (list.kind === "page") inAll = list.inAll;
    }
    process.stdout.write(
      `${JSON.stringify({ bench: "at-risk", database: name, ...log, atHighRisk: inAll, durationsMs })}\n`,
    );
  }
  await app.model.close();
});

/** Rates so many customers, drawn by their number, at 70 %, and all others at 20 %. */
async function score({ pool }: Database, high: number, modelId: number): Promise<void> {
  await pool.query("TRUNCATE scores");
  await pool.query(
    `INSERT INTO scores (customer_id, as_of, model_version_id, probability, reasons)
     SELECT id, $1, $2, CASE WHEN row_number() OVER (ORDER BY md5(id::text)) <= $3 THEN 0.7 ELSE 0.2 END, '[]'
     FROM customers WHERE ended_on IS NULL`,
    [LOG_END, modelId, high],
  );
  await pool.query("VACUUM (ANALYZE) scores");
}
