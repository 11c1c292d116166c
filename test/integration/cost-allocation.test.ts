import { expect, it } from "vitest";
import type { CustomerHistory } from "../../src/domain/figures/customer-history.ts";
import { costAllocationStore } from "../../src/store/costs/cost-allocation.ts";
import { customerHistoriesStore } from "../../src/store/figures/customer-histories.ts";
import { type ReferencePart, referenceAllocation } from "../support/cost-reference.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { inventLedger } from "../support/invented-ledger.ts";
import { writeLedger } from "../support/written-ledger.ts";

const partsOf = (rows: Iterable<readonly [number, ReferencePart]>) =>
  [...rows].filter(([, part]) => part.direct || part.indirect).sort(([a], [b]) => a - b);

describeOnEachDatabase("cost allocation", (database) => {
  it.each([1, 2, 3, 4, 5, 6])("gives every customer what the reference does, ledger %i", async (seed) => {
    const ledger = inventLedger(seed, { customers: 60, entries: 300 });
    await writeLedger(database(), ledger);
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
    await writeLedger(database(), ledger);
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
    await writeLedger(database(), ledger);
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
