import { afterAll, beforeAll, expect, it } from "vitest";
import { findingsIn } from "../../scripts/fuzz/hostile.ts";
import { runFuzz } from "../../scripts/fuzz/run-fuzz.ts";
import { type Database, openDatabase } from "../../src/store/database/database.ts";
import { emptyTables, ownDatabases } from "../support/databases.ts";

let database: Database;
beforeAll(async () => {
  database = await openDatabase({ kind: "server", url: ownDatabases().embedded });
  await emptyTables(database);
});
afterAll(() => database.close());

it("survives commands, payloads and forms that nobody sends", async () => {
  const tried = { commands: 80, payloads: 140, forms: 50 };
  const { examples, ...report } = await runFuzz({ ...tried, database, seed: 15 });
  // How long an answer took says something of the machine alone.
  const notTimed = examples.filter(({ what }) => what !== "late");
  expect(notTimed).toEqual([]);
  expect(report).toMatchObject({
    ...tried,
    ...{ crashes: 0, sqlErrors: 0, unescaped: 0, refusedBySlack: 0, unanswered: 0, broken: 0 },
  });
  expect(report.sent).toBeGreaterThan(100);
  expect(report.unreadable).toBeGreaterThan(20);
});

it("would see markup that is alive, wherever it stands, and none that is escaped", () => {
  const section = (text: string) => ({
    text: "x",
    blocks: [{ type: "section", text: { type: "mrkdwn", text } }],
  });
  for (const text of ["<!channel>", "a *hb7* b", "<@UEVIL>", "<https://evil.example|x>", "<javascript:x|y>"])
    expect(findingsIn(section(text))).toEqual([{ what: "unescaped", text }]);
  expect(findingsIn({ text: "_hi7_", blocks: [] })).toEqual([{ what: "unescaped", text: "_hi7_" }]);
  expect(findingsIn(section("a\u202Eb"))).toEqual([{ what: "turned", text: "a\u202Eb" }]);
  expect(findingsIn(section("&lt;!channel&gt; <https://crm.example/*hb7*|Open>"))).toEqual([]);
  const plain = { type: "section", text: { type: "plain_text", text: "<!channel>" } };
  expect(findingsIn({ text: "", blocks: [plain] })).toEqual([]);
});
