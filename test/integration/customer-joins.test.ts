import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { importFile } from "../../src/flows/imports/import-file.ts";
import type { PresetName } from "../../src/sources/presets.ts";
import { createStore } from "../../src/store/store.ts";
import { commandLineText } from "../../src/words/command-line.ts";
import { describeOnEachDatabase } from "../support/databases.ts";

const NOW = new Date("2026-11-22T09:00:00Z");
const WHY = { agrees: [], differs: [] };
const BY = "U1";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "mainstay-joins-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const CUSTOMERS = "external_id,name,owner_email,currency,monthly_revenue,started_on,ended_on\n";
const ACTIVITIES = "external_id,customer,kind,at,amount,currency,category\n";
const TICKETS = "external_id,customer,subject,opened_at,solved_at\n";
const CONTACTS = "external_id,customer,name,email\n";

describeOnEachDatabase("one customer from many systems", (database) => {
  const store = () => createStore(database());
  const deps = () => ({ ...store(), timeZone: "UTC", clock: () => NOW });

  async function load(source: string, preset: PresetName, content: string) {
    const path = join(folder, "file.csv");
    writeFileSync(path, content);
    const report = await importFile(deps(), { path, preset, source });
    if (report.kind === "refused") throw new Error(commandLineText(report.problem));
    return report;
  }

  /** Two systems, each with a customer of its own and everything that hangs on one. */
  async function loadBoth(revenueOfB = "120") {
    await load("crm", "mainstay-customers", `${CUSTOMERS}A,Acme GmbH,dana@us.example,EUR,100,2026-01-01,\n`);
    await load("pay", "mainstay-customers", `${CUSTOMERS}B,Acme,,EUR,${revenueOfB},2026-03-01,\n`);
    await load("crm", "mainstay-activities", `${ACTIVITIES}O1,A,order,2026-06-01,10,EUR,Chair\n`);
    await load("pay", "mainstay-activities", `${ACTIVITIES}O1,B,order,2026-07-01,20,EUR,Desk\n`);
    await load("pay", "mainstay-tickets", `${TICKETS}T1,B,Broken,2026-08-01T10:00:00Z,\n`);
    await load("pay", "mainstay-contacts", `${CONTACTS}K1,B,Bo,bo@acme.example\n`);
  }

  const idOf = async (source: string, externalId: string): Promise<number> => {
    const { rows } = await database().pool.query(
      "SELECT id FROM customers WHERE source = $1 AND external_id = $2",
      [source, externalId],
    );
    return rows[0].id;
  };

  const ask = async (first: [string, string], second: [string, string]) => ({
    firstId: await idOf(...first),
    secondId: await idOf(...second),
    by: BY,
    at: NOW,
  });
  const A: [string, string] = ["crm", "A"];
  const B: [string, string] = ["pay", "B"];
  const C: [string, string] = ["desk", "C"];

  /** Every row that hangs on a customer, by whose it is; without numbers that only count writes. */
  async function everything() {
    const found: Record<string, unknown> = {};
    const tables = ["activities", "contacts", "tickets", "feedback", "touches", "mentions", "contracts"];
    for (const table of [...tables, "revenue_adjustments", "relationship_ends", "named_contracts"]) {
      const { rows } = await database().pool.query(
        `SELECT (to_jsonb(t) - 'id' - 'import_id' - 'logged_at') AS row,
           (SELECT jsonb_agg(to_jsonb(p) - 'contract_id' ORDER BY p.from_day) FROM contract_prices p
             WHERE '${table}' = 'contracts' AND p.contract_id = (to_jsonb(t)->>'id')::int) AS prices
         FROM ${table} t ORDER BY 1`,
      );
      found[table] = rows;
    }
    const { rows } = await database().pool.query(
      "SELECT to_jsonb(c) - 'updated_at' - 'created_at' - 'import_id' AS row FROM customers c ORDER BY id",
    );
    return { ...found, customers: rows };
  }

  const counted = async () =>
    (
      await database().pool.query(
        `SELECT (SELECT string_agg(c.external_id || ':' || a.source || a.external_id, ' ' ORDER BY a.source, a.external_id)
           FROM activities a JOIN customers c ON c.id = a.customer_id) AS activities,
         (SELECT string_agg(c.external_id || ':' || t.external_id, ' ' ORDER BY t.external_id)
           FROM tickets t JOIN customers c ON c.id = t.customer_id) AS tickets,
         (SELECT string_agg(c.external_id || ':' || k.started_on, ' ' ORDER BY k.started_on)
           FROM contracts k JOIN customers c ON c.id = k.customer_id) AS contracts`,
      )
    ).rows[0];

  it("counts for one after a join, what arrives later too, and is told apart again as if it had never been", async () => {
    await loadBoth();
    const later = async () => {
      await load("pay", "mainstay-customers", `${CUSTOMERS}B,Acme,,EUR,150,2026-03-01,\n`);
      await load(
        "pay",
        "mainstay-activities",
        `${ACTIVITIES}O1,B,order,2026-07-01,25,EUR,Desk\nO2,B,order,2026-07-02,5,EUR,Lamp\n`,
      );
      await load(
        "pay",
        "mainstay-tickets",
        `${TICKETS}T1,B,Broken,2026-08-01T10:00:00Z,2026-08-02T10:00:00Z\nT2,B,Odd,2026-09-01T10:00:00Z,\n`,
      );
      await load("pay", "mainstay-contacts", `${CONTACTS}K1,B,Bob,bob@acme.example\n`);
      await load(
        "crm",
        "mainstay-customers",
        `${CUSTOMERS}A,Acme GmbH,dana@us.example,EUR,110,2026-01-01,\n`,
      );
    };
    const joined = await store().customerJoins.join({ ...(await ask(B, A)), why: WHY });
    expect(joined).toEqual({ kind: "joined", keptId: await idOf(...A), joinedId: await idOf(...B) });
    expect(await counted()).toEqual({
      activities: "A:crmO1 A:payO1",
      tickets: "A:T1",
      contracts: "A:2026-01-01 A:2026-03-01",
    });
    await later();
    expect(await counted()).toEqual({
      activities: "A:crmO1 A:payO1 A:payO2",
      tickets: "A:T1 A:T2",
      contracts: "A:2026-01-01 A:2026-03-01",
    });
    expect(await store().customerJoins.part(await ask(A, B))).toMatchObject({ kind: "apart" });
    const apart = await everything();

    await database().pool.query(
      "TRUNCATE customers, imports, audit_events, activities RESTART IDENTITY CASCADE",
    );
    await loadBoth();
    await later();
    expect(apart).toEqual(await everything());
  });

  it("fills what the kept file leaves empty, until that says something itself", async () => {
    const owner = async (externalId: string) =>
      (await database().pool.query("SELECT owner_email FROM customers WHERE external_id = $1", [externalId]))
        .rows[0].owner_email;
    const pay = (told: string) =>
      load("pay", "mainstay-customers", `${CUSTOMERS}B,Acme,${told},EUR,120,2026-03-01,\n`);
    const crm = (told: string) => load("crm", "mainstay-customers", `${CUSTOMERS}A,Acme,${told},,,,\n`);
    await crm("dana@us.example");
    await pay("");
    await store().customerJoins.join({ ...(await ask(A, B)), why: WHY });
    expect(await owner("B")).toBe("dana@us.example");
    await crm("eve@us.example");
    expect(await owner("B")).toBe("eve@us.example");
    expect(
      await load("pay", "mainstay-customers", `${CUSTOMERS}B,Acme,,EUR,120,2026-03-01,\n\n`),
    ).toMatchObject({
      updated: 0,
      duplicates: 1,
    });
    await pay("own@us.example");
    expect(await owner("B")).toBe("own@us.example");
    await pay("");
    expect(await owner("B")).toBe("eve@us.example");
    await store().customerJoins.part(await ask(A, B));
    expect([await owner("A"), await owner("B")]).toEqual(["eve@us.example", null]);
  });

  it("sees in a repeated file no change", async () => {
    await loadBoth();
    await store().customerJoins.join({ ...(await ask(A, B)), why: WHY });
    const orders = await load(
      "pay",
      "mainstay-activities",
      `${ACTIVITIES}O1,B,order,2026-07-01,20,EUR,Desk\n\n`,
    );
    const tickets = await load("pay", "mainstay-tickets", `${TICKETS}T1,B,Broken,2026-08-01T10:00:00Z,\n\n`);
    for (const report of [orders, tickets])
      expect(report).toMatchObject({ accepted: 0, updated: 0, duplicates: 1, rejected: {} });
  });

  it("is found by what either system calls it, once", async () => {
    await loadBoth();
    await store().customerJoins.join({ ...(await ask(A, B)), why: WHY });
    const id = await idOf(...A);
    for (const key of ["acme", "acm", "b"]) {
      const { matches } = await store().customers.search(key, [], 5);
      expect(matches.map((match) => match.id)).toEqual([id]);
    }
    expect(await store().customers.find(await idOf(...B))).toMatchObject({ id, name: "Acme GmbH" });
  });

  it("joins whoever is joined already, and takes apart what was joined last between two", async () => {
    await loadBoth();
    await load("desk", "mainstay-customers", `${CUSTOMERS}C,ACME,,,,,\n`);
    await load("desk", "mainstay-activities", `${ACTIVITIES}O9,C,order,2026-07-09,9,EUR,Desk\n`);
    const { customerJoins } = store();
    await customerJoins.join({ ...(await ask(C, B)), why: WHY });
    expect(await counted()).toMatchObject({ activities: "A:crmO1 B:deskO9 B:payO1" });
    await customerJoins.join({ ...(await ask(C, A)), why: WHY });
    expect(await counted()).toMatchObject({ activities: "A:crmO1 A:deskO9 A:payO1" });
    expect(await customerJoins.join({ ...(await ask(A, C)), why: WHY })).toMatchObject({ kind: "already" });
    await customerJoins.part(await ask(C, A));
    expect(await counted()).toMatchObject({ activities: "A:crmO1 B:deskO9 B:payO1" });
    await customerJoins.part(await ask(C, B));
    expect(await counted()).toMatchObject({ activities: "A:crmO1 C:deskO9 B:payO1" });
    expect(await customerJoins.part(await ask(C, B))).toEqual({ kind: "not-joined" });
  });

  it("joins once where two ask at the same time", async () => {
    await loadBoth();
    const [first, second] = await Promise.all([
      store().customerJoins.join({ ...(await ask(A, B)), why: WHY }),
      store().customerJoins.join({ ...(await ask(B, A)), why: WHY }),
    ]);
    expect([first.kind, second.kind].sort()).toEqual(["already", "joined"]);
    expect((await store().customerJoins.list(5)).inAll).toBe(1);
  });

  it("misses nothing that an import writes meanwhile", async () => {
    await loadBoth();
    const lines = Array.from({ length: 3000 }, (_, i) => `X${i},B,order,2026-07-01,1,EUR,Desk`).join("\n");
    const importing = load("pay", "mainstay-activities", `${ACTIVITIES}${lines}\n`);
    await store().customerJoins.join({ ...(await ask(A, B)), why: WHY });
    await importing;
    const { rows } = await database().pool.query(
      "SELECT count(*)::int AS rows FROM activities WHERE customer_id = $1 AND told_of = $2",
      [await idOf(...A), await idOf(...B)],
    );
    expect(rows[0].rows).toBe(3001);
  });

  it("keeps whom closed books count, and refuses where they count both", async () => {
    await loadBoth("");
    const close = (day: string) =>
      database().pool.query(
        "INSERT INTO cost_closings (through_day, closed_by, closed_at) VALUES ($1::date, 'U1', now())",
        [day],
      );
    await close("2026-03-31");
    await load("desk", "mainstay-customers", `${CUSTOMERS}C,ACME,x@us.example,EUR,5,2026-05-01,\n`);
    const closedQuarter = () =>
      store().cohorts.cohort({ fromDay: "2026-01-01", toDay: "2026-03-31", timeZone: "UTC" });
    const printed = await closedQuarter();
    expect(await store().customerJoins.join({ ...(await ask(C, A)), why: WHY })).toMatchObject({
      keptId: await idOf(...A),
    });
    expect(await closedQuarter()).toEqual(printed);
    await close("2026-06-30");
    expect(await store().customerJoins.part(await ask(C, A))).toEqual({
      kind: "closed",
      through: "2026-06-30",
    });
    expect(await store().customerJoins.join({ ...(await ask(B, A)), why: WHY })).toMatchObject({
      kind: "joined",
    });
    await load("other", "mainstay-customers", `${CUSTOMERS}D,ACME,,,,,\n`);
    await database().pool.query(
      "INSERT INTO contracts (customer_id, started_on) SELECT id, '2026-01-01' FROM customers WHERE external_id = 'D'",
    );
    expect(await store().customerJoins.join({ ...(await ask(["other", "D"], A)), why: WHY })).toEqual({
      kind: "closed",
      through: "2026-06-30",
    });
  });

  it("stays where its import is taken back", async () => {
    await loadBoth();
    await store().customerJoins.join({ ...(await ask(A, B)), why: WHY });
    const { rows } = await database().pool.query("SELECT import_id FROM customers WHERE external_id = 'B'");
    const plan = await store().undos.plan(rows[0].import_id);
    expect(plan.held).toMatchObject([{ because: "joined", customers: 1 }]);
  });
});
