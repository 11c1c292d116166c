import { expect, it } from "vitest";
import type { CustomerHistory } from "../../src/domain/figures/customer-history.ts";
import { costAllocationStore } from "../../src/store/costs/cost-allocation.ts";
import type { Database } from "../../src/store/database/database.ts";
import { customerHistoriesStore } from "../../src/store/figures/customer-histories.ts";
import { type ReferencePart, referenceAllocation } from "../support/cost-reference.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { type InventedLedger, inventLedger } from "../support/invented-ledger.ts";

const NOON = "12:00:00Z";

/** Writes an invented ledger and its customers as rows, ids included. */
async function write({ pool }: Database, { customers, entries, rates, corrections }: InventedLedger) {
  const bulk = async (
    table: string,
    columns: string,
    types: string,
    rows: readonly (readonly unknown[])[],
  ) => {
    const arrays = types.split(" ").map((type, index) => `$${index + 1}::${type}[]`);
    const values = types.split(" ").map((_, index) => rows.map((row) => row[index]));
    await pool.query(`INSERT INTO ${table} (${columns}) SELECT * FROM unnest(${arrays.join(", ")})`, values);
  };
  await bulk(
    "customers",
    `id, source, external_id, name, segment, currency, monthly_revenue_minor, renews_on, started_on, ended_on,
     acquisition_cost_minor`,
    "int text text text text text bigint date date date bigint",
    customers.map((c) => [
      ...[c.id, c.source, c.externalId, `Customer ${c.externalId}`, c.segment, c.currency],
      ...[c.monthlyRevenueMinor, c.renewsOn, c.startedOn, c.endedOn, c.acquisitionCostMinor],
    ]),
  );
  const owned = <T>(rowsOf: (c: (typeof customers)[number]) => readonly T[]) =>
    customers.flatMap((c) => rowsOf(c).map((row, index) => ({ ...row, c, id: `${c.id}-${index}` })));
  await bulk(
    "activities",
    "source, external_id, customer_id, kind, at, amount_minor, currency",
    "text text int text timestamptz bigint text",
    owned((c) => c.sales).map((s) => ["test", s.id, s.c.id, s.kind, `${s.day}T${NOON}`, s.minor, s.currency]),
  );
  await bulk(
    "tickets",
    "source, external_id, customer_id, subject, opened_at",
    "text text int text timestamptz",
    owned((c) => c.tickets).map((t) => [t.source, t.externalId, t.c.id, "Help", `${t.day}T${NOON}`]),
  );
  await bulk(
    "touches",
    "source, external_id, customer_id, channel, outcome, minutes_spent, at",
    "text text int text text int timestamptz",
    owned((c) => c.touches).map((t) => [
      ...[t.source, t.externalId, t.c.id, "phone", "reached", t.minutes, `${t.day}T${NOON}`],
    ]),
  );
  await bulk(
    "suggestions",
    "key, kind, customer_id, playbook, action, reason, created_at",
    "text text int text jsonb jsonb timestamptz",
    owned((c) => c.suggestions).map((s) => [s.id, "card", s.c.id, s.playbook, {}, {}, `${s.day}T${NOON}`]),
  );
  await bulk(
    "exchange_rates",
    "from_currency, to_currency, day, rate, set_by, set_at",
    "text text date numeric text timestamptz",
    rates.map((r) => [r.fromCurrency, r.toCurrency, r.day, r.rate, "test", `${r.day}T${NOON}`]),
  );
  await bulk(
    "cost_entries",
    `id, source, external_id, category, kind, amount_minor, currency, from_day, to_day, applies_to, driver,
     corrects_id`,
    "int text text text text bigint text date date text text int",
    entries.map((e, index) => [
      ...[
        index + 1,
        e.source,
        e.externalId,
        e.category,
        e.kind,
        e.amountMinor,
        e.currency,
        e.fromDay,
        e.toDay,
      ],
      ...[e.appliesTo, e.driver, corrections.has(index) ? corrections.get(index)! + 1 : null],
    ]),
  );
}

const partsOf = (rows: Iterable<readonly [number, ReferencePart]>) =>
  [...rows].filter(([, part]) => part.direct || part.indirect).sort(([a], [b]) => a - b);

describeOnEachDatabase("cost allocation", (database) => {
  it.each([1, 2, 3, 4, 5, 6])("gives every customer what the reference does, ledger %i", async (seed) => {
    const ledger = inventLedger(seed, { customers: 60, entries: 300 });
    await write(database(), ledger);
    const scope = { ...ledger.period, currency: ledger.currency, timeZone: "UTC" };
    const histories = new Map<number, CustomerHistory>();
    await customerHistoriesStore(database()).over(scope, (one) => void histories.set(one.customerId, one));
    const expected = referenceAllocation({ ...ledger, histories });
    const found = await costAllocationStore(database()).allocate(scope, "customer");
    const rows = found.rows.filter(({ customerId }) => customerId !== null);
    const parts = rows.map(
      (row) => [row.customerId!, { direct: row.directMinor, indirect: row.indirectMinor }] as const,
    );
    expect(partsOf(parts)).toEqual(partsOf(expected.byCustomer));
    expect(found.unallocatedMinor).toBe(expected.unallocated.direct + expected.unallocated.indirect);
    const kind = (which: "direct" | "indirect") =>
      found.totals.filter((total) => total.kind === which).reduce((sum, { minor }) => sum + minor, 0);
    expect({ direct: kind("direct"), indirect: kind("indirect") }).toEqual(expected.total);
  });

  it("never tells a customer's costs from what was kept before a row changed", async () => {
    const ledger = inventLedger(9, { customers: 12, entries: 30 });
    await write(database(), ledger);
    const scope = { ...ledger.period, currency: ledger.currency, timeZone: "UTC" };
    const store = costAllocationStore(database());
    const told = async (from: typeof store) => JSON.stringify((await from.ofCustomer(scope, 3)).shared);
    for (const change of [
      `INSERT INTO cost_entries (id, source, external_id, category, kind, amount_minor, currency, from_day, to_day)
       VALUES (9999, 'test', 'late', 'tools', 'direct', 1000003, 'EUR', '2026-08-01', '2026-08-31')`,
      "UPDATE customers SET segment = 'VIP'",
      "DELETE FROM activities WHERE customer_id > 6",
    ]) {
      await told(store);
      await database().pool.query(change);
      expect(await told(store)).toBe(await told(costAllocationStore(database())));
    }
  });

  it.each([7, 8])("tells one customer's parts as the whole allocation has them, ledger %i", async (seed) => {
    const ledger = inventLedger(seed, { customers: 25, entries: 120 });
    await write(database(), ledger);
    const scope = { ...ledger.period, currency: ledger.currency, timeZone: "UTC" };
    const store = costAllocationStore(database());
    const { rows } = await store.allocate(scope, "customer");
    const sum = (kind: string, parts: readonly { kind: string; minor: number }[]) =>
      parts.filter((part) => part.kind === kind).reduce((total, { minor }) => total + minor, 0);
    for (const row of rows.filter(({ customerId }) => customerId !== null)) {
      const { named, shared, touchLabourMinor, ...others } = await store.ofCustomer(scope, row.customerId!);
      const parts = [...named, ...shared];
      expect(
        { direct: touchLabourMinor + sum("direct", parts), indirect: sum("indirect", parts), ...others },
        row.key,
      ).toMatchObject({
        direct: row.directMinor,
        indirect: row.indirectMinor,
        revenueMinor: row.revenueMinor,
        acquisitionMinor: row.acquisitionMinor,
      });
      for (const { minor, wholeMinor, weight, total } of shared)
        expect(Math.abs(minor - (wholeMinor * weight) / total)).toBeLessThanOrEqual(1);
    }
  });
});
