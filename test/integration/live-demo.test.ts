import { expect, it } from "vitest";
import { DEMO_SEED } from "../../src/demo/demo-data.ts";
import { daysAfter } from "../../src/domain/clock.ts";
import { logTouch } from "../../src/flows/customers/log-touch.ts";
import { liveDemo } from "../../src/flows/imports/live-demo.ts";
import { loadDemo } from "../../src/flows/imports/load-demo.ts";
import { renewDemo } from "../../src/flows/imports/renew-demo.ts";
import { customerStore } from "../../src/store/customers/customers.ts";
import { touchStore } from "../../src/store/customers/touches.ts";
import { demoRowsStore } from "../../src/store/imports/demo-rows.ts";
import { describeOnEachDatabase, emptyTables } from "../support/databases.ts";

const STARTED_AT = new Date("2026-11-26T07:00:00Z");
const DEMO = { seed: DEMO_SEED, asOf: STARTED_AT, customers: 60 };
const ACME = 1;
/** By their keys, without what numbers and times the writing itself gave them. */
const ROWS = [
  "SELECT to_jsonb(t) - 'created_at' - 'updated_at' - 'id' AS row FROM customers t",
  "SELECT to_jsonb(t) AS row FROM activities t",
  "SELECT to_jsonb(t) - 'id' - 'customer_id' AS row FROM tickets t",
  "SELECT to_jsonb(t) - 'id' - 'customer_id' AS row FROM feedback t",
  "SELECT to_jsonb(t) - 'id' - 'customer_id' - 'logged_at' AS row FROM touches t",
  "SELECT to_jsonb(t) - 'id' - 'customer_id' AS row FROM contacts t",
  "SELECT to_jsonb(t) - 'id' - 'created_at' AS row FROM cost_entries t",
  "SELECT to_jsonb(t) - 'set_at' AS row FROM cost_budgets t",
  "SELECT to_jsonb(t) AS row FROM source_days t",
];

describeOnEachDatabase("the demo that lives on", (database) => {
  const demoRows = () => demoRowsStore(database());
  const load = () => loadDemo({ demoRows: demoRows() }, DEMO);
  const liveUntil = (day: number) =>
    liveDemo(
      { demoRows: demoRows(), clock: () => daysAfter(STARTED_AT, day) },
      { seed: DEMO_SEED, atLeastMs: 0 },
    );
  const reachAcme = (day: number) =>
    logTouch(
      {
        touches: touchStore(database()),
        customers: customerStore(database()),
        clock: () => daysAfter(STARTED_AT, day),
      },
      {
        ...{ customerId: ACME, memberId: "U0DEMO1", viewId: "V1", channel: "phone", outcome: "reached" },
        ...{ note: null, minutesSpent: 10, at: daysAfter(STARTED_AT, day) },
      },
    );
  const rows = async () => {
    const read = ROWS.map((select) => database().pool.query<{ row: unknown }>(`${select} ORDER BY 1`));
    return (await Promise.all(read)).map((result) => result.rows.map(({ row }) => row));
  };
  const acme = async () => {
    const { rows: found } = await database().pool.query(
      "SELECT ended_on::text, renews_on::text FROM customers WHERE name = 'Acme'",
    );
    return found[0];
  };

  it("has the same rows whichever way the clock went there, and however often it is asked", async () => {
    await load();
    for (const day of [0.3, 1, 2.5]) await liveUntil(day);
    await reachAcme(2.5);
    for (const day of [3, 3, 4.9, 9, 20]) await liveUntil(day);
    await Promise.all([liveUntil(50), liveUntil(50), liveUntil(50)]);
    expect(await liveUntil(50)).toEqual({ kind: "up-to-date" });
    const stepped = await rows();
    await emptyTables(database());

    await load();
    const began = await rows();
    await reachAcme(2.5);
    expect(await liveUntil(50)).toMatchObject({ kind: "lived", since: STARTED_AT });
    const inOneGo = await rows();
    expect(inOneGo[1]!.length).toBeGreaterThan(began[1]!.length + 100);
    const different = (these: unknown[], those: unknown[] = []) => {
      const known = new Set(those.map((row) => JSON.stringify(row)));
      return these.filter((row) => !known.has(JSON.stringify(row)));
    };
    for (const [index, table] of inOneGo.entries()) {
      expect(different(table, stepped[index])).toEqual([]);
      expect(different(stepped[index]!, table)).toEqual([]);
    }
  });

  it("shows what came of a call, and of none", async () => {
    await load();
    await liveUntil(45);
    expect(await acme()).toEqual({ ended_on: "2027-01-07", renews_on: "2027-01-07" });
    await emptyTables(database());
    await load();
    await reachAcme(10);
    await liveUntil(45);
    expect(await acme()).toEqual({ ended_on: null, renews_on: "2028-01-07" });
    const { rows: open } = await database().pool.query(
      "SELECT 1 FROM tickets WHERE customer_id = 1 AND solved_at IS NULL",
    );
    expect(open).toEqual([]);
  });

  it("counts a contact that was told late from when it was told: what has happened has happened", async () => {
    await load();
    await reachAcme(1);
    await database().pool.query("UPDATE touches SET logged_at = $1 WHERE source = 'slack'", [
      daysAfter(STARTED_AT, 44),
    ]);
    await liveUntil(45);
    expect(await acme()).toMatchObject({ ended_on: "2027-01-07" });
  });

  it("writes all of a step or nothing, and then takes it again", async () => {
    await load();
    const before = await rows();
    const damaged = { ...demoRows() };
    const failing: typeof damaged.liveOn = (given, between) =>
      damaged.liveOn({ ...given, costs: [{ currency: "EUR" } as (typeof given.costs)[number]] }, between);
    const deps = { demoRows: { ...damaged, liveOn: failing }, clock: () => daysAfter(STARTED_AT, 3) };
    await expect(liveDemo(deps, { seed: DEMO_SEED, atLeastMs: 0 })).rejects.toThrow(/null value/);
    expect(await rows()).toEqual(before);
    expect(await liveUntil(3)).toMatchObject({ kind: "lived", since: STARTED_AT });
    expect(await rows()).not.toEqual(before);
  });

  it("is told up to now also where somebody else was faster with a part of it", async () => {
    await load();
    const real = demoRows();
    const overtaken: typeof real.liveOn = async (given, between) => {
      await real.liveOn(given, between);
      return false;
    };
    const now = daysAfter(STARTED_AT, 800);
    const deps = { demoRows: { ...real, liveOn: overtaken }, clock: () => now };
    await liveDemo(deps, { seed: DEMO_SEED, atLeastMs: 0 });
    expect((await real.life("demo"))?.livedUntil).toEqual(now);
  });

  it("leaves alone what people changed since: an owner, a snooze", async () => {
    await load();
    await database().pool.query(
      "UPDATE customers SET owner_email = 'new@demo.example', snoozed_until = '2027-01-01' WHERE id = 1",
    );
    await liveUntil(20);
    const { rows: found } = await database().pool.query(
      "SELECT owner_email, snoozed_until FROM customers WHERE id = 1",
    );
    expect(found).toEqual([{ owner_email: "new@demo.example", snoozed_until: new Date("2027-01-01") }]);
  });

  it("begins anew with customers that were made anew", async () => {
    await load();
    await liveUntil(9);
    const asOf = daysAfter(STARTED_AT, 10);
    await renewDemo({ demoRows: demoRows() }, { ...DEMO, asOf });
    expect(await liveUntil(10)).toEqual({ kind: "up-to-date" });
    expect(await liveUntil(12)).toMatchObject({ kind: "lived", since: asOf });
  });

  it("writes nothing where there are no invented customers, or real ones beside them", async () => {
    expect(await liveUntil(7)).toEqual({ kind: "not-ours" });
    await load();
    await database().pool.query(
      "INSERT INTO customers (source, external_id, name) VALUES ('crm', '1', 'Real Ltd')",
    );
    const before = await rows();
    expect(await liveUntil(7)).toEqual({ kind: "not-ours" });
    expect(await rows()).toEqual(before);
  });
});
