import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { render } from "../../src/delivery/render.ts";
import { type Database, openDatabase } from "../../src/store/database/database.ts";
import { importsStore } from "../../src/store/imports/imports.ts";
import { commandLineText } from "../../src/words/command-line.ts";

const FOLDER = new URL("../../prisma/migrations/", import.meta.url);
const MIGRATION = "20261128143000_words_of_costs_and_imports";

let database: Database;

beforeAll(async () => {
  database = await openDatabase({ kind: "memory" });
  const folders = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const before = folders.map(({ name }) => name).filter((name) => name < MIGRATION);
  for (const name of before.sort()) await database.pool.query(sqlOf(name));
});

afterAll(() => database.close());

const sqlOf = (name: string) => readFileSync(new URL(`${name}/migration.sql`, FOLDER), "utf8");

const OLD = [
  'A quote opens or closes in the wrong place. Put the whole field in quotes and double the quotes inside ("").',
  'The line is not valid UTF-8. Save the file as "CSV UTF-8".',
  "The line has a NUL byte.",
  "The line is longer than 65,536 characters.",
  "The line has 3 fields where the header has 1204.",
  "Customer ID is empty.",
  "external_id is empty. name is empty.",
  'amount "1 {000}" is not a number. Use plain digits with a decimal point.',
];

it("turns sentences that are kept into codes, or keeps them as they were written", async () => {
  const { pool } = database;
  await pool.query(
    `INSERT INTO imports (id, preset, source, file_name, sha256, status, started_at)
     VALUES (7, 'mainstay-costs', 'mainstay', 'costs.csv', 'x', 'done', now())`,
  );
  await pool.query(
    `INSERT INTO rejected_rows (import_id, line_number, reason, detail, raw)
     SELECT 7, line, 'too_long', detail, 'raw' FROM unnest($1::text[]) WITH ORDINALITY AS old (detail, line)`,
    [OLD],
  );
  const summary = {
    ...{ kind: "cost-summary", month: "2026-10", currencies: [], base: { served: 0, retained: 0 } },
    ...{ activityWindowDays: 365, readAt: "2026-11-03T09:00:00.000Z" },
  };
  const messages = [{ ...summary, notes: ["Some costs are for nobody known (all)."] }, summary];
  for (const [place, message] of messages.entries()) {
    await pool.query(
      `INSERT INTO outbox (key, kind, recipient, message, next_attempt_at, created_at)
       VALUES ($1, 'cost-summary', 'C1', $2, now(), now())`,
      [`costs:${place}`, message],
    );
  }

  await pool.query(sqlOf(MIGRATION));

  const rows = await importsStore(database).rejectedRows(7, 100);
  expect(rows.map(({ problems }) => problems[0].code)).toEqual([
    "rejected.stray-quote",
    "rejected.not-utf8",
    "rejected.nul",
    "rejected.line-too-long",
    "rejected.column-count",
    "rejected.empty",
    "as-written",
    "as-written",
  ]);
  const curly = (text: string) =>
    text
      .replace(/"CSV UTF-8"\./, "“CSV UTF-8”, or name its encoding: --encoding NAME.")
      .replace("1204", "1,204");
  expect(rows.map(({ problems }) => problems.map(commandLineText).join(" "))).toEqual(OLD.map(curly));

  const kept = await pool.query("SELECT message FROM outbox ORDER BY key");
  const [told, without] = kept.rows.map(({ message }) => JSON.stringify(render(message, "en")));
  expect(told).toContain("• Some costs are for nobody known (all).");
  expect(without).not.toContain("Worth knowing");
});
