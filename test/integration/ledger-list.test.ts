import { beforeEach, expect, it } from "vitest";
import type { CostEntry } from "../../src/domain/costs/cost-entry.ts";
import type { LedgerFilter } from "../../src/store/costs/ledger-list.ts";
import { createStore, type Store } from "../../src/store/store.ts";
import { costEntries } from "../support/cost-entries.ts";
import { addCustomer } from "../support/customer-rows.ts";
import { describeOnEachDatabase } from "../support/databases.ts";

const ANY: LedgerFilter = {
  ...{ fromDay: null, toDay: null, customerId: null, segment: null, category: null, note: null },
};

describeOnEachDatabase("the list of the ledger", (database) => {
  let store: Store;
  let customerId: number;
  const record = (externalId: string, given: Partial<CostEntry>) =>
    costEntries(database()).record([
      {
        ...{
          source: "test",
          externalId,
          category: "tools",
          subcategory: null,
          kind: "direct",
          driver: "equal",
        },
        ...{
          amountMinor: 100,
          currency: "EUR",
          fromDay: "2026-07-01",
          toDay: "2026-07-31",
          appliesTo: "all",
        },
        ...{ note: null, ...given },
      },
    ]);
  const list = async (filter: Partial<LedgerFilter>, limit = 9) => {
    const { entries, total } = await store.ledgerList.list({ ...ANY, ...filter, limit });
    return [entries.map(({ externalId }) => externalId), total];
  };

  beforeEach(async () => {
    store = createStore(database());
    const { pool } = database();
    customerId = await addCustomer(database(), { name: "大客户 & Söhne", externalId: "C|1%" });
    const other = await addCustomer(database(), { name: "Other", externalId: "C" });
    await pool.query(
      `INSERT INTO tickets (customer_id, source, external_id, subject, opened_at)
       VALUES ($1, 'test', 'T-1', 'x', now()), ($2, 'test', 'T-2', 'x', now())`,
      [customerId, other],
    );
    await pool.query(
      `INSERT INTO touches (customer_id, source, external_id, channel, outcome, at)
       VALUES ($1, 'test', 'S:1', 'phone', 'reached', now())`,
      [customerId],
    );
    await record("all", { note: "Lizenz 100%" });
    await record("customer", { appliesTo: "customer:C%7C1%25", category: "marketing" });
    await record("other", { appliesTo: "customer:C", note: "Besuch in München" });
    await record("ticket", { appliesTo: "ticket:T-1" });
    await record("ticket 2", { appliesTo: "ticket:T-2" });
    await record("touch", { appliesTo: "touch:S:1", fromDay: "2026-08-01", toDay: "2026-08-01" });
    await record("several", { appliesTo: "segment:VIP|customer:C%7C1%25", fromDay: "2026-06-01" });
    await record("segment", { appliesTo: "segment:VIP", category: "marketing", note: "MÜNCHEN" });
    await record("no segment", { appliesTo: "segment:VIP 2" });
  });

  it("holds what is for a customer by name, and for their tickets and touches", async () => {
    expect(await list({ customerId })).toEqual([["several", "touch", "ticket", "customer"], 4]);
    expect(await list({ customerId, category: "marketing" })).toEqual([["customer"], 1]);
    expect(await list({ customerId, toDay: "2026-06-30" })).toEqual([["several"], 1]);
    expect(await list({ customerId: 99 })).toEqual([[], 0]);
  });

  it("is narrowed by segment, category, note and days together", async () => {
    expect(await list({ segment: "VIP" })).toEqual([["segment", "several"], 2]);
    expect(await list({ note: "münchen" })).toEqual([["segment", "other"], 2]);
    expect(await list({ note: "100%" })).toEqual([["all"], 1]);
    expect(await list({ note: "münchen", segment: "VIP", category: "tools" })).toEqual([[], 0]);
    expect(await list({ fromDay: "2026-08-01" })).toEqual([["touch"], 1]);
  });

  it("counts what is beyond the limit", async () => {
    expect(await list({}, 2)).toEqual([["no segment", "segment"], 9]);
  });
});
