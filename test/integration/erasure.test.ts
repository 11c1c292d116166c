import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { PERSONAL_COLUMNS } from "../../src/store/customers/personal-columns.ts";
import { packed, unpacked } from "../../src/store/messages/packed.ts";
import { createStore } from "../../src/store/store.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { fileRows } from "../support/file-rows.ts";
import { mainstayIn } from "../support/run-mainstay.ts";

const TEXTS = "('text', 'character', 'character varying', 'json', 'jsonb', 'ARRAY', 'bytea')";

describeOnEachDatabase("columns of text, JSON and bytes", (database) => {
  it("are classified, each once: one that is new is classified before it lands", async () => {
    const { rows } = await database().pool.query(`
      SELECT c.table_name || '.' || c.column_name AS name FROM information_schema.columns c
      JOIN information_schema.tables t USING (table_schema, table_name)
      WHERE c.table_schema = current_schema() AND t.table_type = 'BASE TABLE' AND c.table_name !~ '^(_|activities_part_|activity_keys)'
        AND c.data_type IN ${TEXTS} AND c.udt_name !~ '^_int'`);
    const declared = Object.entries(PERSONAL_COLUMNS).flatMap(([table, columns]) => {
      const { kept = [], cleared = {}, hashed = {}, searched = [], rewritten = [], removed = [] } = columns;
      const own = [...kept, ...Object.keys(cleared), ...Object.keys(hashed), ...rewritten, ...removed];
      const all = [...own, ...searched.filter((column) => !own.includes(column))];
      return all.map((column) => `${table}.${column}`);
    });
    expect(declared.sort()).toEqual(rows.map(({ name }) => name).sort());
  });
});

/** A customer about whom something personal stands wherever it can. */
const NAME = "Zeppelin Werke GmbH";
const PERSON = "Ottilie Quandt";
const EMAIL = "ottilie.quandt@zeppelin-werke.example";
const PHONE = "+49 7541 998 8776";
const SEARCHED = [/zeppelin/i, /quandt/i, /7541\D*998\D*8776/, /奥蒂莉/];

describeOnEachDatabase("mainstay privacy erase", (database) => {
  const { run, activities, costs, costReport, metrics } = mainstayIn(database);
  const query = (sql: string, values: unknown[] = []) => database().pool.query(sql, values);
  let folder = "";
  let customer = 0;
  let other = 0;

  const imported = (preset: string, lines: readonly string[]) => {
    const path = join(folder, `${preset}.csv`);
    writeFileSync(path, `${lines.join("\n")}\n`);
    return run("import", path, "--preset", preset, "--source", "crm", "--json");
  };
  const customerFile = () =>
    imported("mainstay-customers", [
      "external_id,name,domain,owner_email,segment,currency,monthly_revenue,started_on,aliases,crm note",
      `ottilie@zeppelin-werke.example,${NAME},zeppelin-werke.example,anna@example.com,VIP,EUR,500,2025-01-01,Zeppelin,call ${PERSON}`,
      "B1,Beta Ltd,beta.example,anna@example.com,VIP,EUR,300,2025-01-01,,",
    ]);
  const contactFile = () =>
    imported("mainstay-contacts", [
      "external_id,customer,name,role,email,phone,birthday",
      `P1,ottilie@zeppelin-werke.example,${PERSON},Head of buying,${EMAIL},${PHONE},1980-02-03`,
      "P2,B1,Bo Berg,,bo@beta.example,,",
    ]);

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "mainstay-erasure-"));
    await fileRows(database()).member("U1", "anna@example.com");
    await customerFile();
    await contactFile();
    const ids = await query("SELECT id FROM customers ORDER BY id");
    [customer, other] = ids.rows.map(({ id }) => id);
    await activities(
      [
        { customer: "ottilie@zeppelin-werke.example", at: "2026-10-05", amount: 120, note: `for ${PERSON}` },
        { customer: "B1", at: "2026-10-06", amount: 80 },
      ],
      "--source",
      "crm",
    );
    await costs([
      {
        from: "2026-10-01",
        to: "2026-10-31",
        amount: 90,
        applies_to: "customer:ottilie@zeppelin-werke.example",
        note: PERSON,
      },
      { from: "2026-10-01", to: "2026-10-31", amount: 40, applies_to: "segment:VIP", kind: "indirect" },
    ]);
    await personalRows();
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** Rows that no file brings, put there directly. */
  async function personalRows() {
    const now = "2026-11-20T09:00:00Z";
    const insert = (table: string, row: Readonly<Record<string, unknown>>) => {
      const columns = Object.keys(row);
      const values = Object.values(row).map((value) =>
        typeof value === "object" && value !== null && !Buffer.isBuffer(value)
          ? JSON.stringify(value)
          : value,
      );
      const places = columns.map((_, place) => `$${place + 1}`).join(", ");
      return query(`INSERT INTO ${table} (${columns.join(", ")}) VALUES (${places})`, values);
    };
    const theirs = { customer_id: customer, source: "crm" };
    await insert("tickets", { ...theirs, external_id: "T1", subject: `${PERSON} is angry`, opened_at: now });
    await insert("feedback", {
      ...theirs,
      external_id: "F1",
      kind: "nps",
      score: 3,
      scale_max: 10,
      comment: `Regards, ${PERSON}`,
      at: now,
    });
    await insert("touches", {
      ...theirs,
      external_id: "X1",
      channel: "phone",
      outcome: "reached",
      note: `${PERSON}: ${PHONE}`,
      at: now,
    });
    await insert("touches", {
      customer_id: other,
      source: "crm",
      external_id: "X2",
      channel: "phone",
      outcome: "reached",
      note: "Came to us through zeppelin, see +49 (7541) 9988776",
      at: now,
    });
    await insert("mentions", {
      ...theirs,
      external_id: "M1",
      network: "x",
      author: "@quandt_o",
      text: "Zeppelin is unhappy",
      url: "https://x.example/quandt_o/1",
      at: now,
      sentiment: -0.6,
      sentiment_label: "negative",
      sentiment_version: 1,
    });
    const item = {
      customerId: customer,
      name: NAME,
      contact: { name: PERSON, email: EMAIL },
      playbook: "usage-drop",
      reason: { code: "reason.usage-down", parameters: { percent: 49, text: `wrote ${PERSON}` } },
    };
    const message = {
      kind: "nudge",
      day: "2026-11-20",
      items: [item, { customerId: other, name: "Beta Ltd" }],
    };
    await insert("outbox", {
      key: "nudge:1",
      kind: "nudge",
      recipient: "U1",
      message,
      status: "posted",
      channel_id: "D1",
      ts: "1.2",
      next_attempt_at: now,
      created_at: now,
    });
    await insert("message_inputs", {
      message_key: "nudge:1",
      inputs: packed(JSON.stringify({ candidates: [item] })),
      kept_at: now,
    });
    await insert("message_inputs", {
      message_key: "nudge:2",
      inputs: packed(JSON.stringify({ candidates: [{ customerId: other }] })),
      kept_at: now,
    });
    await insert("message_drawings", {
      message_key: "nudge:1",
      purpose: "post",
      revision: 0,
      answers: [{ by: PERSON }],
      template_version: "1",
      digest: "d",
      body: packed(JSON.stringify({ text: NAME })),
      drawn_at: now,
    });
    await insert("message_drawings", {
      message_key: "list:9",
      purpose: "post",
      revision: 0,
      answers: [],
      template_version: "1",
      digest: "d",
      body: packed(JSON.stringify({ text: `1. ${NAME}` })),
      drawn_at: now,
    });
    await insert("suggestions", {
      key: "s1",
      kind: "nudge",
      customer_id: customer,
      member_id: "U1",
      playbook: "usage-drop",
      action: { code: "action.call", parameters: { contact: PERSON } },
      reason: { code: "reason.usage-down", parameters: { percent: 49 } },
      why_not_note: `${PERSON} is on leave`,
      created_at: now,
      message_key: "nudge:1",
    });
    await insert("overrides", {
      customer_id: customer,
      says: "stay",
      because: `${PERSON} told me`,
      until: now,
      made_by: "U1",
      made_at: now,
    });
    await insert("do_not_disturb", {
      customer_id: customer,
      status: "quiet",
      because: `${PERSON} asked`,
      set_at: now,
    });
    await insert("post_mortem_notes", {
      customer_id: customer,
      left_on: "2026-11-01",
      external_id: "N1",
      member_id: "U1",
      note: NAME,
      at: now,
    });
    await insert("loyalty_entries", {
      customer_id: customer,
      key: "k1",
      kind: "adjusted",
      points: 5,
      day: "2026-11-01",
      reason: `birthday of ${PERSON}`,
      by: "U1",
      at: now,
    });
    await insert("handled_requests", {
      id: "r1",
      handled_at: now,
      body: { text: "zeppelin" },
      claimed_until: now,
      attempts: 3,
    });
    await insert("handled_requests", {
      id: "r2",
      handled_at: now,
      body: { view: { private_metadata: JSON.stringify({ customerId: customer }), note: "she is unwell" } },
      claimed_until: now,
    });
    await insert("handled_requests", {
      id: "r3",
      handled_at: now,
      body: { text: "beta" },
      claimed_until: now,
    });
    await insert("sources", { name: "crm", kind: "sql", settings: {}, added_at: now });
    await insert("hook_deliveries", {
      source: "crm",
      delivery_id: "d1",
      received_at: now,
      headers: {},
      body: Buffer.from(`{"name":"${NAME}"}`),
      state: "given-up",
      next_attempt_at: now,
    });
    await insert("hook_versions", {
      source: "crm",
      stream: "customers",
      external_id: "ottilie@zeppelin-werke.example",
      told_at: now,
    });
    await insert("job_runs", {
      job: "x",
      period: "p",
      status: "failed",
      started_at: now,
      claimed_until: now,
      outcome: { error: `${NAME} could not be written` },
    });
    await insert("imports", {
      preset: "mainstay-tickets",
      source: "crm",
      file_name: "Zeppelin.csv",
      sha256: "s",
      status: "done",
      rejected: 3,
      started_at: now,
    });
    const { rows } = await query("SELECT max(id) AS id FROM imports");
    const problem = [{ code: "rejected.url", parameters: { value: EMAIL } }];
    const rejected = (line: number, raw: string) =>
      insert("rejected_rows", {
        import_id: rows[0].id,
        line_number: line,
        reason: "bad_date",
        problems: problem,
        raw,
      });
    await rejected(2, `T9,x,${PERSON}`);
    await rejected(3, "T8,ottilie@zeppelin-werke.example,help");
    await rejected(4, "T7,B1,help");
    await insert("audit_events", {
      at: now,
      actor: "import 1",
      action: "contacts.changed",
      customer_id: customer,
      details: { before: { name: PERSON }, importId: 1 },
    });
    await insert("audit_events", {
      at: now,
      actor: "U1",
      action: "file.imported",
      details: { file: "Zeppelin.csv" },
    });
    await insert("events", { name: "Dinner with 奥蒂莉", day: "2026-12-01", audience: "all", set_at: now });
    await insert("contacts", { ...theirs, external_id: "P3", name: "奥蒂莉" });
  }

  /** Every text, JSON and byte of every table in which something of the customer stands. */
  async function found(): Promise<string[]> {
    const { rows: columns } = await query(`
      SELECT table_name AS "table", column_name AS "column", data_type AS type FROM information_schema.columns
      WHERE table_schema = current_schema() AND data_type IN ${TEXTS} AND table_name !~ '^_'`);
    const places: string[] = [];
    for (const { table, column, type } of columns) {
      const { rows } = await query(`SELECT ${column} AS value FROM ${table} WHERE ${column} IS NOT NULL`);
      const texts = rows.map(({ value }) => (type === "bytea" ? opened(value) : JSON.stringify(value)));
      if (texts.some((text) => SEARCHED.some((pattern) => pattern.test(text))))
        places.push(`${table}.${column}`);
    }
    return places.sort();
  }
  const opened = (value: Buffer) =>
    value[0] === 0x1f && value[1] === 0x8b ? unpacked(value) : value.toString();

  const figures = async () => {
    const report = await costReport("2026-10-01", "2026-10-31", "category");
    const bySegment = await costReport("2026-10-01", "2026-10-31", "segment");
    const measured = [...(await metrics("2026-07-01", "2026-10-31", "--currency", "EUR"))];
    const { rows } =
      await query(`SELECT (SELECT count(*) FROM customers) AS customers, (SELECT sum(amount_minor) FROM activities) AS sold,
      (SELECT sum(points) FROM loyalty_entries) AS points, (SELECT avg(score) FROM feedback) AS score,
      (SELECT sum(sentiment) FROM mentions) AS sentiment, (SELECT count(*) FROM touches) AS touches`);
    return JSON.stringify([report.rows, bySegment.rows, measured, rows]);
  };

  it("leaves no name, e-mail or phone in any column, and every figure as it was", async () => {
    expect((await found()).length).toBeGreaterThan(25);
    const before = await figures();
    const { code, err, out, json } = await run("privacy", "erase", "Zeppelin", "--yes", "--json");
    expect(code, err + out).toBe(0);
    expect(json).toMatchObject({ customerId: customer, isReal: true, inSlack: 1, stillIn: [] });
    expect(await found()).toEqual([]);
    expect(await figures()).toBe(before);
    const { rows } = await query(
      "SELECT name, external_id, search_keys, erased_at FROM customers WHERE id = $1",
      [customer],
    );
    expect(rows).toMatchObject([
      { name: `Erased customer ${customer}`, external_id: `erased-${customer}`, search_keys: [] },
    ]);
    expect(rows[0].erased_at).not.toBeNull();
  });

  it("leaves what is said of others", async () => {
    await run("privacy", "erase", "Zeppelin", "--yes");
    const one = async (sql: string) => (await query(sql)).rows[0];
    const { message } = await one("SELECT message FROM outbox WHERE key = 'nudge:1'");
    expect(message).toMatchObject({
      kind: "nudge",
      items: [
        {
          customerId: customer,
          name: `Erased customer ${customer}`,
          playbook: "usage-drop",
          reason: { code: "reason.usage-down", parameters: { percent: 49, text: "(erased)" } },
        },
        { customerId: other, name: "Beta Ltd" },
      ],
    });
    expect(await one("SELECT note FROM touches WHERE external_id = 'X2'")).toEqual({
      note: `Came to us through Erased customer ${customer}, see Erased customer ${customer}`,
    });
    expect((await query("SELECT id FROM handled_requests WHERE body IS NOT NULL")).rows).toEqual([
      { id: "r3" },
    ]);
    expect((await query("SELECT message_key FROM message_inputs")).rows).toEqual([
      { message_key: "nudge:2" },
    ]);
    expect((await query("SELECT raw FROM rejected_rows WHERE raw <> ''")).rows).toEqual([
      { raw: "T7,B1,help" },
    ]);
    expect((await query("SELECT name FROM contacts")).rows).toEqual([{ name: "Bo Berg" }]);
    expect(await one("SELECT applies_to FROM cost_entries ORDER BY id LIMIT 1")).toEqual({
      applies_to: `customer:erased-${customer}`,
    });
    const { rows } = await query("SELECT actor, details FROM audit_events WHERE action = 'customer.erased'");
    expect(rows).toEqual([{ actor: "command line", details: { rows: expect.any(Number) } }]);
  });

  it("counts first and changes nothing without --yes", async () => {
    const places = await found();
    const { out, json } = await run("privacy", "erase", "Zeppelin", "--json");
    expect(json).toMatchObject({ isReal: false });
    const counted = new Map(
      json.rows.map(({ table, rows }: { table: string; rows: number }) => [table, rows]),
    );
    expect(counted.get("contacts")).toBe(2);
    expect(counted.get("customers")).toBe(1);
    expect(await found()).toEqual(places);
    expect((await query("SELECT 1 FROM erased_keys")).rows).toEqual([]);
    expect((await query("SELECT 1 FROM audit_events WHERE action = 'customer.erased'")).rows).toEqual([]);
    expect((await run("privacy", "erase", "Zeppelin")).out).toMatch(
      /would change or remove \d+ rows.*Nothing was changed[\s\S]*contacts: 2[\s\S]*--yes/,
    );
    expect(out).not.toContain("is erased");
  });

  it("is not undone by the next import, which says so and keeps no line", async () => {
    await run("privacy", "erase", "Zeppelin", "--yes");
    const people = await customerFile();
    const contacts = await contactFile();
    expect(people.json.rejected.byReason ?? people.json.rejected).toMatchObject({ erased: 1 });
    expect(contacts.json.rejected.byReason ?? contacts.json.rejected).toMatchObject({ erased: 1 });
    const moved = await imported("mainstay-contacts", [
      "external_id,customer,name,email",
      `P9,B1,${PERSON},${EMAIL.toUpperCase()}`,
    ]);
    expect(moved.json.rejected.byReason ?? moved.json.rejected).toMatchObject({ erased: 1 });
    const bad = await imported("mainstay-tickets", [
      "external_id,customer,subject,opened_at",
      "T5,ottilie@zeppelin-werke.example,help,never",
    ]);
    expect(bad.json.rejected.byReason ?? bad.json.rejected).toMatchObject({ erased: 1 });
    expect(await found()).toEqual([]);
    expect((await query("SELECT count(*)::int AS n FROM customers")).rows).toEqual([{ n: 2 }]);
  });

  describe("--contact", () => {
    it("erases one person and leaves the customer", async () => {
      await run("privacy", "erase", "--contact", EMAIL.toUpperCase(), "--yes");
      const places = await found();
      expect(places).toContain("customers.name");
      const { rows } = await query(`SELECT
        (SELECT string_agg(note, '; ') FROM touches WHERE external_id = 'X1') AS note,
        (SELECT subject FROM tickets) AS subject, (SELECT attributes FROM customers ORDER BY id LIMIT 1) AS attributes,
        (SELECT action FROM suggestions) AS action, (SELECT count(*)::int FROM contacts) AS contacts`);
      expect(rows[0]).toMatchObject({
        note: "(erased): (erased)",
        subject: "(erased) is angry",
        action: { code: "action.call", parameters: { contact: "(erased)" } },
        contacts: 2,
      });
      expect(JSON.stringify(rows[0].attributes)).not.toContain("Quandt");
      const again = await contactFile();
      expect(again.json.rejected.byReason ?? again.json.rejected).toMatchObject({ erased: 1 });
    });

    it("asks which one is meant", async () => {
      await query("UPDATE contacts SET name = 'Bo Berg'");
      const several = await run("privacy", "erase", "--contact", "bo berg");
      expect(several).toMatchObject({ code: 1, err: expect.stringContaining("Several contacts") });
      expect(await run("privacy", "erase", "--contact", "nobody@example.com")).toMatchObject({ code: 1 });
      expect(await run("privacy", "erase")).toMatchObject({
        code: 1,
        err: expect.stringContaining("one of the two"),
      });
    });
  });

  it("lets nobody else change an entry of the ledger or of points", async () => {
    await expect(query("UPDATE cost_entries SET note = NULL")).rejects.toThrow("cannot be changed");
    await expect(query("UPDATE loyalty_entries SET reason = NULL")).rejects.toThrow("cannot be changed");
    const client = await database().pool.connect();
    await client.query("BEGIN");
    await client.query("SELECT set_config('mainstay.erasing', 'on', true)");
    await expect(client.query("UPDATE cost_entries SET amount_minor = 1")).rejects.toThrow(
      "cannot be changed",
    );
    await client.query("ROLLBACK");
    client.release();
  });

  it("leaves the customer in peace", async () => {
    await run("privacy", "erase", "Zeppelin", "--yes");
    const facts = await createStore(database()).facts.read(["doNotDisturb"], [customer], new Date());
    expect(facts.get(customer)?.doNotDisturb).not.toBeNull();
  });
});
