import { describe, expect, it } from "vitest";
import { FEATURES, type FeatureName } from "../../src/domain/risk/features.ts";
import { inputsOf } from "../../src/domain/risk/versions/model-version.ts";
import type { Database } from "../../src/store/database/database.ts";
import { featureStore } from "../../src/store/risk/features.ts";
import { labelStore } from "../../src/store/risk/labels.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { cutAt, type InventedLog, inventLog, writeLog } from "../support/invented-log.ts";
import { slowFeatures, slowLabel } from "../support/slow-features.ts";

const AS_OF = new Date("2026-03-01T00:00:00Z");
const MID_DAY = new Date("2026-03-01T14:30:00Z");
const EUROS = inputsOf({ currency: "EUR" });
const EVERYONE = { fromCustomerId: 1, toCustomerId: 1_000_000 };

async function extractRows(database: Database, asOf: Date, knownUpTo?: Date) {
  const { customerIds, dataset } = await featureStore(database).extract(
    asOf,
    EVERYONE,
    inputsOf({}),
    undefined,
    knownUpTo,
  );
  const rows = new Map<number, Record<string, number>>();
  for (const [row, id] of customerIds.entries()) {
    rows.set(id, Object.fromEntries(dataset.columns.map(({ name, values }) => [name, Number(values[row])])));
  }
  return rows;
}

function expectedRows(log: InventedLog, asOf: Date) {
  const rows = log.customers.map((customer) => [customer.id, slowFeatures(log, customer, asOf)] as const);
  return new Map(rows.filter(([, features]) => features !== null));
}

function expectSame(actual: Map<number, Record<string, number>>, expected: ReturnType<typeof expectedRows>) {
  expect([...actual.keys()]).toEqual([...expected.keys()]);
  for (const [id, features] of expected) {
    for (const { name } of FEATURES) {
      const value = features?.[name as FeatureName] ?? Number.NaN;
      expect(actual.get(id)?.[name], `${name} of customer ${id}`).toSatisfy(
        (found: number) =>
          (Number.isNaN(found) && Number.isNaN(value)) ||
          Math.abs(found - value) <= 1e-9 * Math.max(1, Math.abs(value)),
      );
    }
  }
}

describeOnEachDatabase("features", (database) => {
  it.each([
    [1, AS_OF],
    [2, AS_OF],
    [3, MID_DAY],
  ])("equal a slow computation, row by row (log %i at %s)", async (seed, asOf) => {
    const log = inventLog(seed, AS_OF);
    await writeLog(database(), log);
    const expected = expectedRows(log, asOf);
    expect(expected.size).toBeGreaterThan(20);
    expectSame(await extractRows(database(), asOf), expected);
  });

  it.each([4, 5])(
    "stay the same to the last bit when everything from the date on is cut off (log %i)",
    async (seed) => {
      const log = inventLog(seed, AS_OF);
      await writeLog(database(), log);
      const whole = await extractRows(database(), AS_OF);
      await cutAt(database(), AS_OF);
      expect(await extractRows(database(), AS_OF)).toEqual(whole);
    },
  );

  it.each([
    [4, new Date("2026-02-10T00:00:00Z")],
    [5, new Date("2026-01-20T09:45:00Z")],
  ])(
    "let only the date move when known up to an earlier moment (log %i up to %s)",
    async (seed, knownUpTo) => {
      const log = inventLog(seed, AS_OF);
      await writeLog(database(), log);
      const aged = await extractRows(database(), AS_OF, knownUpTo);
      expect(aged).not.toEqual(await extractRows(database(), AS_OF));
      // The same customers as then, however much of what they did since is on record.
      expect([...aged.keys()]).toEqual([...(await extractRows(database(), knownUpTo)).keys()]);
      await cutAt(database(), knownUpTo);
      await database().pool.query("UPDATE customers SET started_on = NULL WHERE started_on >= $1::date", [
        knownUpTo.toISOString().slice(0, 10),
      ]);
      expect(aged).toEqual(await extractRows(database(), AS_OF));
    },
  );

  it("are the same when known up to the date itself, or past it", async () => {
    await writeLog(database(), inventLog(6, AS_OF));
    const plain = await extractRows(database(), MID_DAY);
    expect(await extractRows(database(), MID_DAY, MID_DAY)).toEqual(plain);
    expect(await extractRows(database(), MID_DAY, new Date("2026-04-01T00:00:00Z"))).toEqual(plain);
  });

  it.each([7, 8])("as of several moments are those as of each by itself (log %i)", async (seed) => {
    const log = inventLog(seed, AS_OF);
    await writeLog(database(), log);
    const store = featureStore(database());
    const activity = log.activities.find(({ at }) => at < MID_DAY)?.at ?? AS_OF;
    // Of two at one moment; the moment of an activity, which is not before itself; and not in order.
    const moments = [AS_OF, new Date("2026-01-20T09:45:00Z"), activity, MID_DAY, AS_OF];
    const sample = { share: 0.8, seed: 3 };
    const alone = [];
    for (const moment of moments) alone.push(await store.extract(moment, EVERYONE, inputsOf({}), sample));
    expect(new Set(alone.map(({ dataset }) => dataset.rows)).size).toBeGreaterThan(1);
    const dated = moments.map((asOf) => ({ asOf }));
    const together = await store.extractEach(dated, EVERYONE, inputsOf({}), sample);
    expect(together).toEqual(alone.map((own, place) => ({ ...dated[place], ...own })));
  });

  it("come range by range just as all at once", async () => {
    await writeLog(database(), inventLog(6, AS_OF));
    const store = featureStore(database());
    const ranges = await store.customerRanges({ targetSize: 7 });
    const parts = [];
    for (const range of ranges) parts.push(await store.extract(AS_OF, range, EUROS));
    const whole = await store.extract(AS_OF, EVERYONE, EUROS);
    expect(ranges.length).toBeGreaterThan(4);
    expect(parts.flatMap(({ customerIds }) => [...customerIds])).toEqual([...whole.customerIds]);
    const gaps = parts.flatMap(({ dataset }) =>
      dataset.columns.flatMap(({ values }, at) => (at === 18 ? [...values] : [])),
    );
    expect(gaps).toEqual([...(whole.dataset.columns[18]?.values ?? [])]);
  });

  it("of a sample come in ranges that are longer by as much as it is smaller, ten times at most", async () => {
    await writeLog(database(), inventLog(6, AS_OF));
    const store = featureStore(database());
    const customers = await store.countCustomers();
    const rangesFor = async (share: number) => (await store.customerRanges({ targetSize: 2, share })).length;
    expect(customers).toBeGreaterThan(20);
    expect(await rangesFor(1)).toBe(Math.ceil(customers / 2));
    expect(await rangesFor(0.5)).toBe(Math.ceil(customers / 4));
    expect(await rangesFor(0.001)).toBe(Math.ceil(customers / 20));
  });

  it("come in shorter ranges where histories are long", async () => {
    await writeLog(database(), inventLog(6, AS_OF));
    const store = featureStore(database());
    const customers = await store.countCustomers();
    const perCustomer = (await store.countActivities()) / customers;
    const rangesFor = async (mostActivities: number) =>
      (await store.customerRanges({ targetSize: 1000, mostActivities })).length;
    expect(await rangesFor(1_000_000)).toBe(1);
    expect(await rangesFor(5 * perCustomer)).toBe(Math.ceil(customers / 5));
    expect(await rangesFor(1)).toBe(customers);
  });

  it("can be read for a sample: the same customers at every date, others for another seed, unchanged rows", async () => {
    await writeLog(database(), inventLog(6, AS_OF));
    const store = featureStore(database());
    const drawn = async (asOf: Date, seed: number) =>
      store.extract(asOf, EVERYONE, EUROS, { share: 0.5, seed }).then(({ customerIds }) => [...customerIds]);
    const whole = await extractRows(database(), AS_OF);
    const sample = await drawn(AS_OF, 1);
    expect(sample.length).toBeGreaterThan(whole.size * 0.25);
    expect(sample.length).toBeLessThan(whole.size * 0.75);
    for (const id of sample) expect(whole.has(id)).toBe(true);
    expect(await drawn(AS_OF, 2)).not.toEqual(sample);
    const earlier = new Date("2025-12-01T00:00:00Z");
    const before = [...(await extractRows(database(), earlier)).keys()];
    const inBoth = before.filter((id) => whole.has(id));
    const sampledBefore = new Set(await drawn(earlier, 1));
    expect(inBoth.filter((id) => sampledBefore.has(id))).toEqual(inBoth.filter((id) => sample.includes(id)));
  });

  it("are an empty table with every column for an empty customer file", async () => {
    const store = featureStore(database());
    const { customerIds, dataset } = await store.extract(AS_OF, EVERYONE, EUROS);
    expect(customerIds).toHaveLength(0);
    expect(dataset.columns.map(({ name }) => name)).toEqual(FEATURES.map(({ name }) => name));
    // The model adds the level of churn of that date.
    expect(dataset.asOf).toEqual(AS_OF);
    expect(await store.customerRanges({ targetSize: 100 })).toEqual([]);
    expect(await store.firstEventAt()).toBeNull();
  });

  it("are given for a contract that ends on the day itself, not for one that ended or begins", async () => {
    await database().pool.query(`
      INSERT INTO customers (id, source, external_id, name, monthly_revenue_minor, started_on, ended_on)
      VALUES (1, 't', '1', 'Ends today', 100, '2025-01-01', '2026-03-01'),
        (2, 't', '2', 'Ended yesterday', 100, '2025-01-01', '2026-02-28'),
        (3, 't', '3', 'Begins today', 100, '2026-03-01', NULL), (4, 't', '4', 'New', 100, '2026-02-28', NULL)`);
    const rows = await extractRows(database(), AS_OF);
    expect([...rows.keys()]).toEqual([1, 4]);
    expect([1, 4].map((id) => rows.get(id)?.contractAgeDays)).toEqual([424, 1]);
  });

  it("never add two currencies", async () => {
    await database().pool.query(`
      INSERT INTO customers (id, source, external_id, name, currency)
      VALUES (1, 't', '1', 'Euro only', 'EUR'), (2, 't', '2', 'Nothing said', NULL), (3, 't', '3', 'One kind', NULL)`);
    await database().pool.query(`
      INSERT INTO activities (source, external_id, customer_id, kind, at, amount_minor, currency)
      VALUES ('t', 'a', 1, 'order', '2026-02-01', 500, 'EUR'), ('t', 'b', 1, 'order', '2026-02-02', 900, 'USD'),
        ('t', 'c', 2, 'order', '2026-02-01', 500, 'EUR'), ('t', 'd', 2, 'order', '2026-02-02', 900, 'USD'),
        ('t', 'e', 3, 'order', '2026-02-01', 500, 'USD'), ('t', 'f', 3, 'order', '2026-02-02', 900, 'USD')`);
    const rows = await extractRows(database(), AS_OF);
    expect([1, 2, 3].map((id) => rows.get(id)?.revenueMinorTotal)).toEqual([500, Number.NaN, 1400]);
    expect([1, 2, 3].map((id) => rows.get(id)?.purchaseDaysTotal)).toEqual([2, 2, 2]);
  });

  it("count a product once, only of purchases before the date, and none are missing rather than zero", async () => {
    await database().pool.query(`
      INSERT INTO customers (id, source, external_id, name)
      VALUES (1, 't', '1', 'Names products'), (2, 't', '2', 'Names none'), (3, 't', '3', 'Names them later')`);
    await database().pool.query(`
      INSERT INTO customers (id, source, external_id, name, monthly_revenue_minor, started_on)
      VALUES (4, 't', '4', 'Has a contract and no order', 100, '2025-01-01')`);
    await database().pool.query(`
      INSERT INTO activities (source, external_id, customer_id, kind, at, amount_minor, currency, category)
      VALUES ('t', 'a', 1, 'order', '2026-01-01', 500, 'EUR', 'Nails'), ('t', 'b', 1, 'order', '2026-02-01', 500, 'EUR', 'Nails'),
        ('t', 'c', 1, 'order', '2026-02-28T23:59:59.999Z', 900, 'EUR', 'Screws'), ('t', 'd', 1, 'order', '2026-02-02', 900, 'EUR', NULL),
        ('t', 'e', 1, 'order', '2026-03-01T00:00:00Z', 900, 'EUR', 'Bolts'), ('t', 'f', 1, 'order', '2026-02-03', 0, 'EUR', 'Gift'),
        ('t', 'g', 1, 'order', '2026-02-04', NULL, NULL, 'Sample'), ('t', 'h', 1, 'refund', '2026-02-05', 500, 'EUR', 'Pumps'),
        ('t', 'i', 1, 'usage', '2026-02-06', NULL, NULL, 'Sessions'), ('t', 'j', 2, 'order', '2026-02-01', 500, 'EUR', NULL),
        ('t', 'm', 1, 'order', '2026-02-07', 500, 'EUR', ''), ('t', 'n', 2, 'order', '2026-02-08', 500, 'EUR', ''),
        ('t', 'o', 2, 'payment', '2026-02-09', 500, 'EUR', 'Invoice'), ('t', 'p', 2, 'delivery', '2026-02-09', NULL, NULL, 'Parcel'),
        ('t', 'k', 3, 'order', '2026-02-01', 500, 'EUR', NULL), ('t', 'l', 3, 'order', '2026-03-02', 500, 'EUR', 'Nails')`);
    const NONE = Number.NaN;
    const productsAt = async (asOf: Date) => {
      const rows = await extractRows(database(), asOf);
      return [1, 2, 3, 4].map((id) => rows.get(id)?.productsTotal);
    };
    expect(await productsAt(AS_OF)).toEqual([2, NONE, NONE, NONE]);
    expect(await productsAt(new Date("2026-03-03T00:00:00Z"))).toEqual([3, NONE, 1, NONE]);
    await database().pool.query("DELETE FROM activities WHERE external_id IN ('a', 'c')");
    expect(await productsAt(AS_OF)).toEqual([1, NONE, NONE, NONE]);
    await database().pool.query("UPDATE activities SET category = 'Bolts' WHERE external_id = 'd'");
    expect(await productsAt(AS_OF)).toEqual([2, NONE, NONE, NONE]);
  });
});

describeOnEachDatabase("labels", (database) => {
  it.each([7, 8])("equal a slow computation, in the order asked for (log %i)", async (seed) => {
    const log = inventLog(seed, AS_OF);
    await writeLog(database(), log);
    const ids = Int32Array.from(log.customers.map(({ id }) => id).reverse());
    const labels = await labelStore(database()).churned(AS_OF, 30, ids);
    const expected = [...ids].map((id) => slowLabel(log, log.customers[id - 1]!, AS_OF, 30));
    expect([...labels]).toEqual(expected);
    expect(new Set(expected).size).toBe(2);
  });

  it("take the first moment of the window in and leave its end out", async () => {
    await database().pool.query(
      "INSERT INTO customers (id, source, external_id, name) VALUES (1, 't', '1', 'A'), (2, 't', '2', 'B')",
    );
    await database().pool.query(`
      INSERT INTO activities (source, external_id, customer_id, kind, at, amount_minor, currency)
      VALUES ('t', 'a', 1, 'order', '2026-03-01T00:00:00Z', 1, 'EUR'), ('t', 'b', 2, 'order', '2026-03-31T00:00:00Z', 1, 'EUR')`);
    const labels = await labelStore(database()).churned(AS_OF, 30, Int32Array.of(1, 2));
    expect([...labels]).toEqual([0, 1]);
  });

  it("go by the contract's end where one runs, whatever is bought", async () => {
    await database().pool.query(`
      INSERT INTO customers (id, source, external_id, name, monthly_revenue_minor, started_on, ended_on)
      VALUES (1, 't', '1', 'Ends', 100, '2025-01-01', '2026-03-10'), (2, 't', '2', 'Stays', 100, '2025-01-01', NULL),
        (3, 't', '3', 'Ends later', 100, '2025-01-01', '2026-03-31')`);
    await database().pool.query(`
      INSERT INTO activities (source, external_id, customer_id, kind, at, amount_minor, currency)
      VALUES ('t', 'a', 1, 'order', '2026-03-05', 1, 'EUR')`);
    const labels = await labelStore(database()).churned(AS_OF, 30, Int32Array.of(1, 2, 3));
    expect([...labels]).toEqual([1, 0, 0]);
  });
});

describe("the invented log", () => {
  it("touches every feature, so that the comparisons above compare something", () => {
    const seen = new Set<string>();
    for (const seed of [1, 2]) {
      const log = inventLog(seed, AS_OF);
      for (const customer of log.customers) {
        const features = slowFeatures(log, customer, AS_OF);
        for (const [name, value] of Object.entries(features ?? {}))
          if (value !== 0 && !Number.isNaN(value)) seen.add(name);
      }
    }
    expect([...seen].sort()).toEqual(FEATURES.map(({ name }) => name as string).sort());
  });
});
