import { expect, it } from "vitest";
import { DEMO_SEED } from "../../src/demo/demo-data.ts";
import { searchKeysOf } from "../../src/domain/customers/customer-name.ts";
import { loadDemo } from "../../src/flows/imports/load-demo.ts";
import { demoRowsStore } from "../../src/store/imports/demo-rows.ts";
import { describeOnEachDatabase } from "../support/databases.ts";

const INPUT = { seed: DEMO_SEED, asOf: new Date("2026-11-22T09:30:00Z"), customers: 300 };
const TABLES = [
  "members",
  "customers",
  "contacts",
  "activities",
  "tickets",
  "feedback",
  "touches",
  "cost_entries",
  "recurring_costs",
  "hourly_costs",
  "exchange_rates",
  "cost_budgets",
];

describeOnEachDatabase("loading the demo", (database) => {
  const load = () => loadDemo({ demoRows: demoRowsStore(database()) }, INPUT);
  const counts = async () => {
    const selects = TABLES.map((table) => `SELECT '${table}' AS name, count(*)::int AS rows FROM ${table}`);
    const { rows } = await database().pool.query<{ name: string; rows: number }>(selects.join(" UNION ALL "));
    return Object.fromEntries(rows.map(({ name, rows: count }) => [name, count]));
  };

  it("writes everything once; a second time nothing is added", async () => {
    const first = await load();
    const before = await counts();
    expect(first).toEqual({ kind: "loaded", customers: 300, activities: before.activities });
    for (const table of TABLES) expect(before[table]).toBeGreaterThan(0);

    expect(await load()).toEqual({ kind: "already-loaded" });
    expect(await counts()).toEqual(before);
  });

  it("two processes that start at once load it once", async () => {
    const results = await Promise.all([load(), load()]);
    expect(results.map(({ kind }) => kind).sort()).toEqual(["already-loaded", "loaded"]);
    expect((await counts()).customers).toBe(300);
  });

  it("stays away from a store with real customers", async () => {
    await database().pool.query(
      "INSERT INTO customers (source, external_id, name) VALUES ('crm', '1', 'Real Ltd')",
    );
    expect(await load()).toEqual({ kind: "other-data-present" });
    expect((await counts()).customers).toBe(1);
  });

  it("leaves nothing behind when a row cannot be written", async () => {
    await database().pool.query(
      `INSERT INTO cost_entries (source, external_id, category, kind, amount_minor, currency, from_day, to_day)
       VALUES ('demo', 'DEMO-COST-crm-2025-10', 'tools', 'indirect', 1, 'EUR', '2025-10-01', '2025-10-31')`,
    );
    await expect(load()).rejects.toThrow(/duplicate key/);
    expect((await counts()).customers).toBe(0);
  });

  it("keeps days, keys, amounts and scripts as generated", async () => {
    await load();
    const { rows } = await database().pool.query(
      `SELECT c.name, c.renews_on::text AS renews_on, c.search_keys, c.monthly_revenue_minor::int AS monthly,
         c.attributes->>'note' AS note, c.created_at,
         (SELECT count(*)::int FROM activities a WHERE a.customer_id = c.id AND kind = 'usage') AS weeks
       FROM customers c WHERE external_id IN ('DEMO-0001', 'DEMO-0007') ORDER BY external_id`,
    );
    expect(rows[0]).toMatchObject({
      name: "Acme",
      renews_on: "2027-01-03",
      monthly: 420_000,
      note: "invented demo data",
      created_at: INPUT.asOf,
      weeks: 104,
    });
    const { keys } = searchKeysOf({
      name: "Acme",
      domain: "acme.example",
      externalId: "DEMO-0001",
      attributes: { aliases: "Acme Corp" },
    });
    expect(rows[0].search_keys).toEqual(keys);
    expect(rows[1].name).toBe("北京晨光科技有限公司");
    expect(rows[1].search_keys.length).toBeGreaterThan(2);
  });
});
