import { expect, it } from "vitest";
import { phrase } from "../../src/domain/phrase.ts";
import { inputsOf } from "../../src/domain/risk/versions/model-version.ts";
import { checkHealth } from "../../src/flows/messages/check-health.ts";
import { scoreCustomers } from "../../src/flows/risk/scoring/score-customers.ts";
import { labelledSnapshots } from "../../src/flows/risk/training/labelled-snapshot.ts";
import { trainModel } from "../../src/flows/risk/training/train-model.ts";
import type { Database } from "../../src/store/database/database.ts";
import { sourceDayStore } from "../../src/store/risk/source-days.ts";
import { createStore } from "../../src/store/store.ts";
import { writeCaredForLog } from "../support/cared-for-log.ts";
import { addCustomer, addOrder } from "../support/customer-rows.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { quickModel as model } from "../support/shared-model.ts";

const END = new Date("2026-06-01T00:00:00Z");
const CRM_ENDS = "2026-05-20T00:00:00Z";
const SILENT = phrase("no-score.stale-source", { source: "crm", last: { day: "2026-05-19" }, usual: 1 });

describeOnEachDatabase("a source that has fallen silent", (database, itOnOne) => {
  const deps = (now = END) => ({ ...createStore(database()), model, clock: () => now });
  const score = async (asOf: string) => {
    const result = await scoreCustomers(deps(), { asOf: new Date(asOf) });
    if (result.kind !== "scored") throw new Error(result.reason.code);
    return result;
  };
  /** Each source's newest scores: as of when, and how many of them with a probability. */
  const newest = async () => {
    const { rows } = await database().pool.query<{ source: string; as_of: Date; scored: number }>(
      `SELECT source, as_of, count(probability)::int AS scored
       FROM (SELECT DISTINCT ON (customer_id) * FROM scores ORDER BY customer_id, as_of DESC) s
       JOIN customers c ON c.id = customer_id WHERE c.ended_on IS NULL GROUP BY source, as_of ORDER BY source, as_of`,
    );
    return rows.map(({ source, as_of, scored }) => [source, as_of.toISOString(), scored > 100]);
  };
  const prepare = async () => {
    const sourceOf = (customerId: number) => (customerId % 2 === 0 ? "shop" : "crm");
    await writeCaredForLog(database(), { slots: 130, asOf: END, seed: 5, sourceOf });
    await stop(database(), "crm", CRM_ENDS);
    const trained = await trainModel(deps(), { asOf: END, horizonDays: 90, seed: 1 });
    expect(trained.kind).toBe("trained");
  };

  it("freezes the risks of its customers as they were last scored within its rhythm, and of nobody else", async () => {
    await prepare();
    expect(await score("2026-05-20T04:00:00Z")).toMatchObject({ kept: 0, stopped: [] });
    const overdue = await score("2026-05-21T04:00:00Z");
    expect(overdue).toMatchObject({ stopped: [] });
    expect(overdue.kept).toBeGreaterThan(100);
    expect(await score("2026-06-01T00:00:00Z")).toMatchObject({ kept: overdue.kept, stopped: [SILENT] });
    expect(await newest()).toEqual([
      ["crm", "2026-05-20T04:00:00.000Z", true],
      ["shop", "2026-06-01T00:00:00.000Z", true],
    ]);

    const checks = await checkHealth(deps());
    expect(checks).toContainEqual(
      expect.objectContaining({ name: "sources", status: "warning", finding: [SILENT] }),
    );
    expect((await checkHealth(deps(new Date("2026-05-22T00:00:00Z")))).map(({ name }) => name)).not.toContain(
      "sources",
    );
  });

  itOnOne(
    "has its customers scored as of the end of its rows where that was not done in time, once, and again when rows come",
    async () => {
      await prepare();
      const first = await score("2026-06-01T00:00:00Z");
      expect(first).toMatchObject({ kept: 0, stopped: [SILENT], asOf: END });
      const frozen = await newest();
      expect(frozen).toEqual([
        ["crm", "2026-05-20T00:00:00.000Z", true],
        ["shop", "2026-06-01T00:00:00.000Z", true],
      ]);
      expect((await score("2026-06-01T04:00:00Z")).kept).toBeGreaterThan(100);
      expect((await newest())[0]).toEqual(frozen[0]);

      await database().pool.query(
        "INSERT INTO source_days (source, day, rows) VALUES ('crm', '2026-05-31', 1)",
      );
      expect(await score("2026-06-01T08:00:00Z")).toMatchObject({ kept: 0, stopped: [] });
      expect((await newest())[0]).toEqual(["crm", "2026-06-01T08:00:00.000Z", true]);
    },
  );

  itOnOne("is frozen as of the end of its own rows, where another one stopped on another day", async () => {
    await prepare();
    await stop(database(), "shop", "2026-05-25T00:00:00Z");
    await score("2026-06-01T00:00:00Z");
    expect(await newest()).toEqual([
      ["crm", "2026-05-20T00:00:00.000Z", true],
      ["shop", "2026-05-25T00:00:00.000Z", true],
    ]);
  });

  itOnOne("is not what a model learns leaving from", async () => {
    const sourceOf = (customerId: number) => (customerId % 2 === 0 ? "shop" : "crm");
    await writeCaredForLog(database(), { slots: 60, asOf: END, seed: 5, sourceOf });
    const snapshot = new Date("2026-03-03T00:00:00Z");
    const moments = [{ snapshot }, { snapshot, without: ["crm"] }];
    const snapshots = await labelledSnapshots(deps(), moments, { horizonDays: 90, inputs: inputsOf({}) });
    const [all, shops] = [snapshots[0]!, snapshots[1]!];
    expect([...shops.groups]).toEqual([...all.groups].filter((id) => id % 2 === 0));
    const labelOf = new Map([...all.groups].map((id, row) => [id, all.labels[row]]));
    expect([...shops.labels]).toEqual([...shops.groups].map((id) => labelOf.get(id)));

    await database().pool.query("DELETE FROM source_days WHERE day >= '2026-05-20'");
    const asOf = END;
    expect(await trainModel(deps(), { asOf, horizonDays: 90, seed: 1 })).toEqual({
      kind: "not-enough-history",
      reason: phrase("history.data-stopped", { days: 90 }),
    });
  });

  it("is known by the days of its rows before the moment, up to a year back", async () => {
    const histories = (moment: string) => sourceDayStore(database()).histories(new Date(moment));
    expect(await histories("2026-06-01T00:00:00Z")).toEqual([]);
    const id = await addCustomer(database(), { name: "Acme" });
    for (const day of ["2025-05-01", "2025-06-02", "2026-05-30", "2026-06-01"]) {
      await addOrder(database(), id, `${day}T10:00:00Z`, 100);
      await addOrder(database(), id, `${day}T23:59:59Z`, 100);
    }
    const source = "test";
    expect(await histories("2026-06-01T00:00:00Z")).toEqual([{ source, days: ["2025-06-02", "2026-05-30"] }]);
    expect(await histories("2026-06-01T00:00:01Z")).toEqual([
      { source, days: ["2025-06-02", "2026-05-30", "2026-06-01"] },
    ]);
    expect(await histories("2025-05-01T00:00:00Z")).toEqual([]);
  });
});

/** The source sends nothing more from a day on. */
async function stop({ pool }: Database, source: string, from: string): Promise<void> {
  await pool.query("DELETE FROM activities WHERE source = $1 AND at >= $2", [source, from]);
  await pool.query("DELETE FROM source_days WHERE source = $1 AND day >= $2", [source, from]);
}
