import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ImportReport } from "../../src/domain/imports/imports.ts";
import { type ImportFileInput, importFile } from "../../src/flows/imports/import-file.ts";
import { createStore } from "../../src/store/store.ts";
import { commandLineText } from "../../src/words/command-line.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { printedFigures } from "../support/printed-figures.ts";

const NOW = new Date("2026-11-22T00:00:00Z");
const TICKETS = "external_id,customer,subject,severity,opened_at,first_reply_at,solved_at\n";
const T1 = "T-1,C1,Late,high,2026-05-01T10:00:00Z,2026-05-01T12:00:00Z,\n";
const T2 = "T-2,C2,无法登入,紧急,2026-05-02T10:00:00Z,,\n";
const FEEDBACK = "external_id,customer,kind,score,scale,comment,at\n";
const TOUCHES = "external_id,customer,at,channel,outcome,minutes,note,member\n";
const MENTIONS = "external_id,customer,network,author,text,url,at,reach,answered_at\n";
const PRODUCTS = "external_id,name,category,price,currency,active\n";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "mainstay-records-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describeOnEachDatabase("an import of records", (database) => {
  let batches = 0;
  const run = async (preset: ImportFileInput["preset"], content: string): Promise<ImportReport> => {
    const path = join(folder, "file.csv");
    writeFileSync(path, content);
    const store = createStore(database());
    const saveBatch: typeof store.recordRows.saveBatch = (...batch) => {
      batches += 1;
      return store.recordRows.saveBatch(...batch);
    };
    const recordRows = { ...store.recordRows, saveBatch };
    const deps = { ...store, recordRows, clock: () => NOW, timeZone: "UTC" };
    const result = await importFile(deps, { path, preset });
    if (result.kind === "refused") throw new Error(commandLineText(result.problem));
    return result;
  };
  const sql = async (text: string, values: unknown[] = []) =>
    (await database().pool.query(text, values)).rows;
  const tickets = () =>
    sql(`SELECT t.external_id, c.name, subject, severity, opened_at, first_reply_at, solved_at
      FROM tickets t JOIN customers c ON c.id = t.customer_id ORDER BY 1`);
  const told = (report: ImportReport) => [
    report.accepted,
    report.duplicates,
    report.updated,
    report.rejected.total,
  ];
  const texts = ({ rejected }: ImportReport) =>
    rejected.first.map(({ line, reason, problems }) => [
      line,
      reason,
      problems.map(commandLineText).join(" "),
    ]);
  const warnings = (report: ImportReport) => report.warnings.map(commandLineText);

  beforeEach(async () => {
    await sql(`INSERT INTO customers (source, external_id, name) VALUES ('mainstay', 'C1', 'Acme'),
      ('mainstay', 'C2', '华为'), ('other', 'C3', 'Not of this source')`);
    await sql(`INSERT INTO members (slack_user_id, name, email) VALUES ('U1', 'Ana', 'Ana@Example.com')`);
  });

  it("keeps new ones, changes nothing the second time, and counts only what says something else as changed", async () => {
    const first = await run("mainstay-tickets", TICKETS + T1 + T2);
    expect(told(first)).toEqual([2, 0, 0, 0]);
    expect(await tickets()).toMatchObject([
      {
        external_id: "T-1",
        name: "Acme",
        severity: "high",
        first_reply_at: new Date("2026-05-01T12:00:00Z"),
      },
      { external_id: "T-2", name: "华为", subject: "无法登入", severity: "urgent", solved_at: null },
    ]);
    expect(told(await run("mainstay-tickets", TICKETS + T1 + T2))).toEqual([0, 2, 0, 0]);
    const solved = T2.replace(",,\n", ",,2026-05-04T10:00:00Z\n");
    const third = await run("mainstay-tickets", TICKETS + T1 + solved);
    expect(told(third)).toEqual([0, 1, 1, 0]);
    expect((await tickets())[1]).toMatchObject({ solved_at: new Date("2026-05-04T10:00:00Z") });
    const noted = await sql("SELECT action, actor, customer_id, details FROM audit_events");
    expect(noted).toMatchObject([
      {
        ...{ action: "tickets.changed", actor: `import ${third.importId}`, customer_id: 2 },
        details: {
          ...{ source: "mainstay", externalId: "T-2", importId: first.importId },
          ...{ before: { solvedAt: null, severity: "urgent" }, after: { severity: "urgent" } },
        },
      },
    ]);
    expect(await sql("SELECT external_id, import_id FROM tickets ORDER BY 1")).toEqual([
      { external_id: "T-1", import_id: first.importId },
      { external_id: "T-2", import_id: third.importId },
    ]);
  });

  it("leaves what the file has no column for as it was, and empties what it has one for", async () => {
    await run("mainstay-tickets", TICKETS + T1);
    await run(
      "mainstay-tickets",
      "external_id,customer,subject,opened_at\nT-1,C1,Later,2026-05-01T10:00:00Z\n",
    );
    const kept = { subject: "Later", severity: "high", first_reply_at: new Date("2026-05-01T12:00:00Z") };
    expect(await tickets()).toMatchObject([kept]);
    await run(
      "mainstay-tickets",
      "external_id,customer,subject,opened_at,first_reply_at\nT-1,C1,Later,2026-05-01T10:00:00Z,\n",
    );
    expect(await tickets()).toMatchObject([{ ...kept, first_reply_at: null }]);
  });

  it("rejects rows of unknown customers, until they are there", async () => {
    const rows = `${FEEDBACK}F1,C1,csat,4,,,2026-05-01\nF2,C3,csat,2,,,2026-05-01\n`;
    const report = await run("mainstay-feedback", rows);
    expect(told(report)).toEqual([1, 0, 0, 1]);
    expect(texts(report)).toEqual([
      [
        3,
        "unknown_customer",
        expect.stringMatching(/“C3” in the source “mainstay”. Import the customers first/),
      ],
    ]);
    await sql("INSERT INTO customers (source, external_id, name) VALUES ('mainstay', 'C3', 'Come since')");
    expect(told(await run("mainstay-feedback", rows))).toEqual([1, 1, 0, 0]);
    expect(await sql("SELECT rejected, accepted FROM imports")).toEqual([{ rejected: 0, accepted: 2 }]);
  });

  it("takes an import back: what it brought goes, what it changed says again what it said", async () => {
    const first = await run("mainstay-tickets", TICKETS + T1 + T2);
    const kept = await tickets();
    const changed = T2.replace("紧急,2026-05-02", "低,2026-05-03").replace(",,\n", ",,2026-05-04\n");
    const second = await run("mainstay-tickets", `${TICKETS + T1 + changed}T-3,C1,New,,2026-05-05,,\n`);
    const { undos } = createStore(database());
    expect(await undos.plan(second.importId)).toMatchObject({ rows: 1, restored: 1, changedLater: 0 });
    expect(await undos.plan(first.importId)).toMatchObject({ rows: 1, restored: 0, changedLater: 1 });
    const undo = { importId: second.importId, source: "mainstay", at: NOW };
    expect(await undos.undo(undo)).toMatchObject({ rows: 1, restored: 1 });
    expect(await tickets()).toEqual(kept);
    const products = await run("mainstay-products", `${PRODUCTS}S1,Drill,,,,\n`);
    expect(await undos.undo({ ...undo, importId: products.importId })).toMatchObject({ rows: 1 });
    expect(await sql("SELECT * FROM products")).toEqual([]);
  });

  it("refuses an id of another customer, in the store and in the file, and names both", async () => {
    await run("mainstay-tickets", TICKETS + T1);
    const report = await run(
      "mainstay-tickets",
      TICKETS + T1.replace("C1", "C2") + T2 + T2.replace("C2", "C1"),
    );
    expect(told(report)).toEqual([1, 0, 0, 2]);
    const both = (id: string, recorded: string, here: string) =>
      `“${id}” is on record for the customer “${recorded}”, here for “${here}”. Correct the customer, or give the row another external_id.`;
    expect(texts(report)).toEqual([
      [2, "other_customer", both("T-1", "C1", "C2")],
      [4, "other_customer", both("T-2", "C2", "C1")],
    ]);
    expect(await tickets()).toMatchObject([{ name: "Acme" }, { name: "华为" }]);
  });

  it("takes the last row of an id, and says that there are several", async () => {
    const report = await run("mainstay-tickets", TICKETS + T1 + T1.replace("Late", "Later") + T2);
    expect(told(report)).toEqual([2, 1, 0, 0]);
    expect(warnings(report)).toEqual([
      "1 line has the id of an earlier line of the file. Of lines with one id the last counts.",
    ]);
    expect(await tickets()).toMatchObject([{ subject: "Later" }, {}]);
  });

  it("knows the member of a touch by Slack id or e-mail, and says where nobody is known", async () => {
    const rows =
      "K1,C1,2026-05-01,phone,reached,20,,ana@example.COM\nK2,C1,2026-05-02,visit,,,Coffee,U1\n" +
      "K3,C2,2026-05-03,email,,5,,bo@example.com\nK4,C2,2026-05-03,email,,,,\n";
    const report = await run("mainstay-touches", TOUCHES + rows);
    expect(warnings(report)).toEqual([
      "1 touch names a member not known here and is kept without one, so the minutes have no hourly cost. Import the file again once they are in Slack.",
    ]);
    expect(
      await sql(
        "SELECT member_id, channel, outcome, minutes_spent, logged_at FROM touches ORDER BY external_id",
      ),
    ).toEqual([
      { member_id: "U1", channel: "phone", outcome: "reached", minutes_spent: 20, logged_at: NOW },
      { member_id: "U1", channel: "visit", outcome: "other", minutes_spent: 0, logged_at: NOW },
      { member_id: null, channel: "email", outcome: "other", minutes_spent: 5, logged_at: NOW },
      { member_id: null, channel: "email", outcome: "other", minutes_spent: 0, logged_at: NOW },
    ]);
    await sql("INSERT INTO members (slack_user_id, name, email) VALUES ('U2', 'Bo', 'bo@example.com')");
    expect(told(await run("mainstay-touches", TOUCHES + rows))).toEqual([0, 3, 1, 0]);
  });

  it("keeps a mention of nobody known without a customer, and gives it one when it is known", async () => {
    const rows = "M1,,X,@dana,Fine,,2026-05-01,,\nM2,C9,X,,Slow,,2026-05-02,12,2026-05-03\n";
    const report = await run("mainstay-mentions", MENTIONS + rows);
    expect(told(report)).toEqual([2, 0, 0, 0]);
    expect(warnings(report)).toEqual([
      "1 row names a customer not known in the source “mainstay” and is kept without one. Import the customers, then this file again.",
    ]);
    await sql(
      "INSERT INTO customers (id, source, external_id, name) VALUES (9, 'mainstay', 'C9', 'Come since')",
    );
    expect(told(await run("mainstay-mentions", MENTIONS + rows))).toEqual([0, 1, 1, 0]);
    const kept = () => sql("SELECT customer_id, reach FROM mentions ORDER BY external_id");
    expect(await kept()).toEqual([
      { customer_id: null, reach: null },
      { customer_id: 9, reach: 12 },
    ]);
    expect(told(await run("mainstay-mentions", MENTIONS + rows.replace("C9", "")))).toEqual([0, 2, 0, 0]);
    expect(await kept()).toMatchObject([{}, { customer_id: 9 }]);
    await sql("DELETE FROM customers WHERE id = 9");
    expect(await kept()).toEqual([{ customer_id: null, reach: null }]);
  });

  it("keeps products, a price always with its currency", async () => {
    await run("mainstay-products", `${PRODUCTS}S1,Drill,Tools,129.90,eur,yes\nS2,茶壺,,1200,JPY,下架\n`);
    await run("mainstay-products", "external_id,name,currency\nS1,Drill 2,USD\n");
    expect(
      await sql("SELECT external_id, name, category, price_minor, currency, active FROM products ORDER BY 1"),
    ).toEqual([
      {
        external_id: "S1",
        name: "Drill 2",
        category: "Tools",
        price_minor: "12990",
        currency: "EUR",
        active: true,
      },
      {
        external_id: "S2",
        name: "茶壺",
        category: null,
        price_minor: "1200",
        currency: "JPY",
        active: false,
      },
    ]);
  });

  it("keeps contacts and answers", async () => {
    await run(
      "mainstay-contacts",
      "external_id,customer,name,email,preferred_channel,birthday\nP1,C2,陳怡君,chen@huawei.example,微信,1960-02-29\n",
    );
    expect(await sql("SELECT name, email, preferred_channel, birthday::text FROM contacts")).toEqual([
      { name: "陳怡君", email: "chen@huawei.example", preferred_channel: "chat", birthday: "1960-02-29" },
    ]);
    await run(
      "mainstay-feedback",
      `${FEEDBACK}F1,C1,csat,4,,Fine,2026-05-01\nF2,C1,thumbs,down,,,2026-05-01\n`,
    );
    expect(await sql("SELECT kind, score, scale_max, comment FROM feedback ORDER BY external_id")).toEqual([
      { kind: "csat", score: 4, scale_max: 5, comment: "Fine" },
      { kind: "thumbs", score: 0, scale_max: 1, comment: null },
    ]);
  });

  it("takes ten thousand rows, each in a statement of thousands and none twice", async () => {
    await sql(`INSERT INTO customers (source, external_id, name)
      SELECT 'mainstay', 'N' || n, 'N' || n FROM generate_series(0, 999) n`);
    const rows = Array.from(
      { length: 10_000 },
      (_, n) => `F${n},N${n % 1_000},nps,${n % 11},,,2026-05-01T10:00:00Z\n`,
    ).join("");
    batches = 0;
    expect(told(await run("mainstay-feedback", FEEDBACK + rows))).toEqual([10_000, 0, 0, 0]);
    expect(told(await run("mainstay-feedback", FEEDBACK + rows))).toEqual([0, 10_000, 0, 0]);
    expect(batches).toBe(6);
  });

  describe("into closed books", () => {
    const QUARTER = { fromDay: "2026-04-01", toDay: "2026-06-30", currency: "EUR" };
    const printed = async () =>
      JSON.stringify([...(await printedFigures(database(), "UTC").metrics(QUARTER))], (key, value) =>
        key === "dataUpTo" || key === "newest" || key === "readAt" ? undefined : value,
      );
    const F1 = "F1,C1,csat,4,5,Fine,2026-05-03T10:00:00Z\n";
    const K1 = "K1,C1,2026-05-03T10:00:00Z,phone,reached,30,,U1\n";

    beforeEach(async () => {
      await run("mainstay-tickets", TICKETS + T1);
      await run("mainstay-feedback", FEEDBACK + F1);
      await run("mainstay-touches", TOUCHES + K1);
      await sql(
        "UPDATE customers SET started_on = '2025-01-01', monthly_revenue_minor = 10000, currency = 'EUR'",
      );
      await sql(
        "INSERT INTO cost_closings VALUES ('2026-06-30', 'U1', '2026-07-10', '2026-07-01T00:00:00Z')",
      );
    });

    it("books what comes late on the first open day and leaves the closed figures as they were", async () => {
      const before = await printed();
      const late = [
        await run("mainstay-tickets", TICKETS + T2),
        await run("mainstay-feedback", `${FEEDBACK}F2,C2,csat,1,5,,2026-05-04T10:00:00Z\n`),
        await run("mainstay-touches", `${TOUCHES}K2,C2,2026-05-04T10:00:00Z,phone,,200,,U1\n`),
      ];
      expect(late.map(told)).toEqual([1, 2, 3].map(() => [1, 0, 0, 0]));
      for (const table of ["tickets", "feedback", "touches"])
        expect(await sql(`SELECT booked_on::text FROM ${table} ORDER BY external_id`)).toEqual([
          { booked_on: null },
          { booked_on: "2026-07-01" },
        ]);
      expect(await printed()).toBe(before);
    });

    it("takes a late reply and solution, and keeps what the closed quarter said of them", async () => {
      const before = await printed();
      const solved = T1.replace(",2026-05-01T12:00:00Z,", ",2026-05-01T11:00:00Z,2026-05-02T10:00:00Z");
      expect(told(await run("mainstay-tickets", TICKETS + solved))).toEqual([0, 0, 1, 0]);
      expect(await printed()).toBe(before);
    });

    it("gives no customer to a ticket that closed days count for nobody", async () => {
      await sql("TRUNCATE cost_closings");
      await run("mainstay-tickets", `${TICKETS}T-5,,Whose,,2026-05-06T10:00:00Z,,\n`);
      await sql(
        "INSERT INTO cost_closings VALUES ('2026-06-30', 'U1', '2026-07-10', '2026-07-01T00:00:00Z')",
      );
      const named = await run("mainstay-tickets", `${TICKETS}T-5,C1,Whose,,2026-05-06T10:00:00Z,,\n`);
      expect(texts(named).map(([, reason]) => reason)).toEqual(["closed_period"]);
    });

    it("refuses what would change a closed figure, and takes what does not", async () => {
      const before = await printed();
      const refused = [
        await run("mainstay-feedback", FEEDBACK + F1.replace("csat,4", "csat,1")),
        await run("mainstay-touches", TOUCHES + K1.replace(",30,", ",300,")),
        await run("mainstay-tickets", TICKETS + T1.replace("2026-05-01T10", "2026-04-30T10")),
      ];
      expect(refused.map(told)).toEqual([1, 2, 3].map(() => [0, 0, 0, 1]));
      expect(refused.flatMap(texts).map(([, reason]) => reason)).toEqual(Array(3).fill("closed_period"));
      expect(texts(refused[0]!)[0]?.[2]).toMatch(/^“F1” counts in days that are closed through 2026-06-30,/);
      expect(told(await run("mainstay-feedback", FEEDBACK + F1.replace("Fine", "Good")))).toEqual([
        0, 0, 1, 0,
      ]);
      expect(told(await run("mainstay-touches", TOUCHES + K1.replace(",,U1", ",Call,U1")))).toEqual([
        0, 0, 1, 0,
      ]);
      expect(await printed()).toBe(before);
    });

    it("books a row of open days that turns out to be of closed ones on the first open day", async () => {
      const open = (at: string) => `${FEEDBACK}F3,C1,csat,2,5,,${at}T10:00:00Z\n`;
      await run("mainstay-feedback", open("2026-07-20"));
      const before = await printed();
      const booked = () => sql("SELECT booked_on::text FROM feedback WHERE external_id = 'F3'");
      expect(told(await run("mainstay-feedback", open("2026-06-20")))).toEqual([0, 0, 1, 0]);
      expect(await booked()).toEqual([{ booked_on: "2026-07-01" }]);
      expect(await printed()).toBe(before);
      await run("mainstay-feedback", open("2026-07-21"));
      expect(await booked()).toEqual([{ booked_on: null }]);
    });
  });
});
