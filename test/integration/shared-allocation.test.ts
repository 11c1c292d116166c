import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type AllocatedCosts, COST_DIMENSIONS } from "../../src/domain/costs/cost-report.ts";
import { costAllocationStore } from "../../src/store/costs/cost-allocation.ts";
import { type Database, openDatabase } from "../../src/store/database/database.ts";
import { StoppedError, untilStopped } from "../../src/store/database/stoppable.ts";
import { type SharedRunStore, sharedRunStore } from "../../src/store/shared-work/shared-runs.ts";
import { sharedWork } from "../../src/store/shared-work/shared-work.ts";
import { takingAfter, takingAtMost } from "../support/claims.ts";
import { emptyTables, ownDatabases } from "../support/databases.ts";
import { inventLedger } from "../support/invented-ledger.ts";
import { writeLedger } from "../support/written-ledger.ts";

const { native } = ownDatabases();
/** What a transaction sees can be named for others on a native server alone. */
const onServer = native === null ? [] : [native];

const CUSTOMERS = 60;
/** Few customers to a range, so that few make enough of them to share. */
const SMALL = { customersPerRange: 7, leastRanges: 2 };
const RANGES = 9;
/** As `writeLedger` names customers. */
const NAMES_BEGIN = "Customer ";

/** The database adds up categories in an order of its own. */
const inOrder = ({ totals, rows, ...costs }: AllocatedCosts) => ({
  ...{ ...costs, rows: rows.toSorted((a, b) => (a.key < b.key ? -1 : 1)) },
  totals: totals.map((total) => JSON.stringify(total)).sort(),
});

describe.each(onServer)("an allocation that several processes share", (url) => {
  let leaders: Database;
  let helpers: Database;
  beforeAll(async () => {
    [leaders, helpers] = await Promise.all([
      openDatabase({ kind: "server", url }),
      openDatabase({ kind: "server", url }),
    ]);
  });
  afterAll(() => Promise.all([leaders.close(), helpers.close()]));
  beforeEach(() => emptyTables(leaders));

  const storeOn = (database: Database, runs: SharedRunStore) =>
    costAllocationStore(database, sharedWork(runs), SMALL);
  const prepare = async (seed: number) => {
    const ledger = inventLedger(seed, { customers: CUSTOMERS, entries: 300 });
    await writeLedger(leaders, ledger);
    const scope = { ...ledger.period, currency: ledger.currency, timeZone: "UTC" };
    return { scope, alone: costAllocationStore(leaders) };
  };
  const left = async () =>
    (await leaders.pool.query("SELECT FROM shared_runs UNION ALL SELECT FROM shared_ranges")).rows;
  /** Another process, which takes some ranges and leaves the others. */
  const helper = (most = Number.POSITIVE_INFINITY) =>
    storeOn(helpers, takingAtMost(sharedRunStore(helpers), most));

  it.each([1, 2, 3])("comes to the same in every dimension whoever read whom, ledger %i", async (seed) => {
    const { scope, alone } = await prepare(seed);
    for (const dimension of COST_DIMENSIONS)
      for (const most of [0, 4, RANGES]) {
        const helped: unknown[] = [];
        const others = async () => void helped.push(await helper(most).help({}));
        const shared = storeOn(leaders, takingAfter(sharedRunStore(leaders), others));
        const found = await shared.allocate(scope, dimension);
        expect(inOrder(found)).toEqual(inOrder(await alone.allocate(scope, dimension)));
        expect(helped).toMatchObject([{ kind: "helped", ranges: most }]);
      }
  });

  it("tells one customer's parts and some customers' as one process has them", async () => {
    const { scope, alone } = await prepare(4);
    const shared = () =>
      storeOn(
        leaders,
        takingAfter(sharedRunStore(leaders), () => helper().help({})),
      );
    for (const id of [3, 17, 44])
      expect(await shared().ofCustomer(scope, id)).toEqual(await alone.ofCustomer(scope, id));
    const some = new Set([5, 6, 30]);
    expect(await shared().sharedAmong(scope, some)).toEqual(await alone.sharedAmong(scope, some));
  });

  it("has its helpers see what its leader sees, whatever is written meanwhile", async () => {
    const { scope, alone } = await prepare(5);
    const before = await alone.allocate(scope, "customer");
    const others = async () => {
      await leaders.pool.query("UPDATE customers SET segment = 'Late', name = 'Late'");
      await leaders.pool.query("DELETE FROM activities");
      return helper(6).help({});
    };
    const shared = storeOn(leaders, takingAfter(sharedRunStore(leaders), others));
    expect(await shared.allocate(scope, "customer")).toEqual(before);
    expect(await alone.allocate(scope, "customer")).not.toEqual(before);
  });

  it("takes over what a killed process had claimed", async () => {
    const { scope, alone } = await prepare(6);
    const killed = sharedRunStore(helpers);
    const others = async () => {
      const run = await killed.toHelp("cost customers 1", new Set());
      const part = { runId: run?.id ?? 0, leads: false };
      expect([await killed.claim(part), await killed.claim(part)]).toMatchObject([
        { place: 1 },
        { place: 2 },
      ]);
      await leaders.pool.query("UPDATE shared_ranges SET claimed_until = clock_timestamp()");
    };
    const shared = storeOn(leaders, takingAfter(sharedRunStore(leaders), others));
    expect(await shared.allocate(scope, "owner")).toEqual(await alone.allocate(scope, "owner"));
  });

  it("keeps no name and no result once it has ended", async () => {
    const { scope } = await prepare(7);
    const kept: string[] = [];
    const others = async () => {
      await helper().help({});
      const { rows } = await leaders.pool.query<{ result: Buffer }>("SELECT result FROM shared_ranges");
      kept.push(...rows.map(({ result }) => result.toString("latin1")));
    };
    await storeOn(leaders, takingAfter(sharedRunStore(leaders), others)).allocate(scope, "customer");
    expect(kept).toHaveLength(RANGES);
    expect(kept.join()).toContain("revenueMinor");
    expect(kept.join()).not.toContain(NAMES_BEGIN);
    expect(await left()).toEqual([]);
  });

  it("leaves nothing behind where nobody wants it any more", async () => {
    const { scope } = await prepare(9);
    const stop = new AbortController();
    const others = async () => {
      await helper(3).help({});
      stop.abort();
    };
    const shared = storeOn(leaders, takingAfter(sharedRunStore(leaders), others));
    const asked = untilStopped({ signal: stop.signal, cancel: async () => {} }, () =>
      shared.allocate(scope, "customer"),
    );
    await expect(asked).rejects.toThrow(StoppedError);
    expect(await left()).toEqual([]);
  });

  it("is left to others by a process that comes once the leader has gone", async () => {
    await prepare(8);
    const settings = { scope: {}, snapshot: "00000003-0000001B-1" };
    const ranges = [{ fromCustomerId: 1, toCustomerId: 7 }];
    await sharedRunStore(leaders).begin({ kind: "cost customers 1", settings, topic: null, ranges });
    expect(await helper().help({})).toMatchObject({ kind: "failed", run: { total: 1 } });
  });
});
