import type pg from "pg";
import { expect, it } from "vitest";
import { CARD_NEEDS } from "../../src/domain/outreach/customer-card.ts";
import { openDatabase } from "../../src/store/database/database.ts";
import { factStore } from "../../src/store/facts/facts.ts";
import { describeOnEachDatabase, ownDatabases } from "../support/databases.ts";
import { fileRows } from "../support/file-rows.ts";

const NOW = new Date("2026-11-23T08:00:00Z");

type Plans = { readonly name: string; readonly own: number; readonly kept: number };

/** How the readings of facts were planned on a connection: for the values at hand, or for all. */
async function plansOn(client: pg.ClientBase): Promise<Plans[]> {
  const { rows } = await client.query<Plans>(
    `SELECT name, custom_plans::int AS own, generic_plans::int AS kept FROM pg_prepared_statements
     WHERE name LIKE 'kept\\_%' AND statement LIKE '%AS of_activities%'`,
  );
  return rows;
}

describeOnEachDatabase("facts of a few customers", (database, itOnOne) => {
  itOnOne("are planned for all values from the first time on, on two connections at most", async () => {
    const rows = fileRows(database());
    const ids: number[] = [];
    for (let i = 0; i < 12; i++) ids.push(await rows.customer(`Customer ${i}`));
    const { embedded, native } = ownDatabases();
    const fresh = await openDatabase({ kind: "server", url: native ?? embedded });
    try {
      const { read } = factStore(fresh);
      const found = await Promise.all(ids.map((id) => read(CARD_NEEDS, [id], NOW)));
      expect(found.map((facts) => [...facts.keys()])).toEqual(ids.map((id) => [id]));
      expect(fresh.plannedPool.totalCount).toBeLessThanOrEqual(2);
      const client = await fresh.plannedPool.connect();
      const plans = await plansOn(client);
      client.release();
      expect(plans.length).toBeGreaterThan(0);
      for (const { own, kept } of plans) expect({ own, kept: kept > 0 }).toEqual({ own: 0, kept: true });
    } finally {
      await fresh.close();
    }
  });

  it("are the same as of many", async () => {
    const rows = fileRows(database());
    const ids: number[] = [];
    for (let i = 0; i < 12; i++) {
      ids.push(await rows.customer(`Customer ${i}`, { currency: "EUR" }));
      await rows.order(ids[i]!, "2026-10-06T08:00:00Z", 1_000 * (i + 1));
    }
    const { read } = factStore(database());
    const together = await read(CARD_NEEDS, ids, NOW);
    const alone = await Promise.all(ids.map((id) => read(CARD_NEEDS, [id], NOW)));
    for (const [i, id] of ids.entries()) expect(alone[i]!.get(id)).toEqual(together.get(id));
  });
});
