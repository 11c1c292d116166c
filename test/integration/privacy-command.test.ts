import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { NOT_HANDED_OUT, PERSONAL_TABLES } from "../../src/store/customers/personal-tables.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { fileRows } from "../support/file-rows.ts";
import { mainstayIn } from "../support/run-mainstay.ts";

const exportedTables = PERSONAL_TABLES.map(({ table }) => table);

describeOnEachDatabase("the tables that name a customer", (database) => {
  const names = async (sql: string): Promise<string[]> =>
    (await database().pool.query(sql)).rows.map(({ name }) => name);

  it("are declared, each table once: one that is new is classified first", async () => {
    const there = await names(`SELECT table_name AS name FROM information_schema.tables
      WHERE table_schema = current_schema() AND table_type = 'BASE TABLE' AND table_name !~ '^(_|activities_part_|activity_keys)'`);
    expect([...exportedTables, ...Object.keys(NOT_HANDED_OUT)].sort()).toEqual(there.sort());
  });

  it("hold every column that points to a customer, or to a row that is a customer's", async () => {
    const naming = await names(`SELECT DISTINCT table_name AS name FROM information_schema.columns
      WHERE table_schema = current_schema() AND (column_name = 'customer_id' OR column_name = 'told_of') AND table_name !~ '^activities_part_'`);
    const pointing = await names(`SELECT DISTINCT conrelid::regclass::text AS name FROM pg_constraint
      WHERE contype = 'f' AND confrelid::regclass::text IN ('customers', 'contacts', 'tickets', 'contracts', 'named_contracts')`);
    expect(naming.length).toBeGreaterThan(20);
    expect([...naming, ...pointing].filter((table) => !exportedTables.includes(table))).toEqual([]);
  });
});

describeOnEachDatabase("mainstay privacy export", (database) => {
  const { run } = mainstayIn(database);
  let folder = "";
  let file = "";
  let acme = 0;
  let beta = 0;
  const query = (sql: string, values: unknown[] = []) => database().pool.query(sql, values);

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "mainstay-privacy-"));
    file = join(folder, "acme.json");
    const rows = fileRows(database());
    acme = await rows.customer("Acme", { search_keys: ["acme"], search_text: "acme" });
    beta = await rows.customer("北京科技");
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const exported = async () => {
    const { code, err, json } = await run("privacy", "export", "Acme", "--out", file, "--json");
    expect(code, err).toBe(0);
    return { json, text: readFileSync(file, "utf8"), data: JSON.parse(readFileSync(file, "utf8")) };
  };

  it("writes every row of theirs, and of nobody else, to a file of one's own", async () => {
    for (const [id, who] of [
      [acme, "Ana"],
      [beta, "Bo"],
    ] as const)
      await query("INSERT INTO contacts (customer_id, source, external_id, name) VALUES ($1, 'x', $2, $2)", [
        id,
        who,
      ]);
    const { json, text, data } = await exported();
    expect(Object.keys(data.tables)).toEqual(exportedTables);
    expect(data.tables.contacts).toMatchObject([{ name: "Ana" }]);
    expect(data.tables.customers).toMatchObject([{ id: acme, name: "Acme" }]);
    expect(data.customer).toMatchObject({ id: acme });
    expect(data.notIncluded.length).toBe(Object.keys(NOT_HANDED_OUT).length);
    expect(text).not.toMatch(/北京科技|"Bo"/);
    expect(json).toMatchObject({ rows: 2, tables: { contacts: 1, customers: 1, tickets: 0 } });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const noted = await query("SELECT actor, action, customer_id, details FROM audit_events");
    expect(noted.rows).toEqual([
      { actor: "command line", action: "customer.exported", customer_id: acme, details: { rows: 2 } },
    ]);
  });

  it("keeps every digit, and hands out no token", async () => {
    await query(
      `INSERT INTO loyalty_entries (customer_id, key, kind, points, day, by, at)
       VALUES ($1, 'k', 'adjusted', 9007199254740993, '2026-11-01', 'U1', now())`,
      [acme],
    );
    await query(
      `INSERT INTO feedback_requests (customer_id, kind, language, asked_at, expires_at, token_hash)
       VALUES ($1, 'nps', 'en', now(), now(), 'the-hash')`,
      [acme],
    );
    const { text } = await exported();
    expect(text).toContain("9007199254740993");
    expect(text).not.toContain("the-hash");
  });

  it("tells of a message to the team what it says of them alone", async () => {
    const message = {
      kind: "nudge",
      items: [
        { customerId: acme, name: "Acme" },
        { customerId: beta, name: "北京科技" },
      ],
    };
    await query(
      `INSERT INTO outbox (key, kind, recipient, message, next_attempt_at, created_at)
       VALUES ('nudge:1', 'nudge', 'U1', $1, now(), now()), ('nudge:2', 'nudge', 'U1', $2, now(), now())`,
      [
        JSON.stringify(message),
        JSON.stringify({ kind: "nudge", items: [{ customerId: beta, name: "北京科技" }] }),
      ],
    );
    const { data, text } = await exported();
    expect(data.tables.outbox).toMatchObject([
      { key: "nudge:1", saysOfThem: [{ customerId: acme, name: "Acme" }] },
    ]);
    expect(data.tables.outbox[0].saysOfThem).toHaveLength(1);
    expect(text).not.toContain("北京科技");
  });

  it("has what is kept of those joined with them, and costs that apply to them among others", async () => {
    await query("UPDATE customers SET joined_into = $1 WHERE id = $2", [acme, beta]);
    await query("INSERT INTO contacts (customer_id, source, external_id, name) VALUES ($1, 'x', 'b', 'Bo')", [
      beta,
    ]);
    const { rows } = await query("SELECT external_id FROM customers WHERE id = $1", [beta]);
    const cost = (id: string, appliesTo: string) =>
      query(
        `INSERT INTO cost_entries (source, external_id, category, kind, amount_minor, currency, from_day, to_day, applies_to)
         VALUES ('x', $1, 'goods', 'direct', 100, 'EUR', '2026-11-01', '2026-11-01', $2)`,
        [id, appliesTo],
      );
    await cost("1", `segment:VIP|customer:${rows[0].external_id}`);
    await cost("2", `customer:${rows[0].external_id}0`);
    const { data } = await exported();
    expect(data.tables.customers).toHaveLength(2);
    expect(data.tables.contacts).toMatchObject([{ name: "Bo" }]);
    expect(data.tables.cost_entries).toMatchObject([{ external_id: "1" }]);
  });

  it("writes over no file, and notes nothing where it could not write", async () => {
    writeFileSync(file, "mine");
    const refused = await run("privacy", "export", "Acme", "--out", file);
    expect(refused).toMatchObject({ code: 1, err: expect.stringContaining("already") });
    expect(readFileSync(file, "utf8")).toBe("mine");
    const nowhere = join(folder, "none", "acme.json");
    expect((await run("privacy", "export", "Acme", "--out", nowhere)).code).toBe(1);
    expect((await run("privacy", "export", "Acme")).code).toBe(2);
    expect((await query("SELECT 1 FROM audit_events")).rows).toEqual([]);
  });
});
