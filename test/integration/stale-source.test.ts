import { afterAll, expect, it } from "vitest";
import { createWorkerModel } from "../../model/worker-model.ts";
import { type Phrase, phrase } from "../../src/domain/phrase.ts";
import { checkHealth } from "../../src/flows/messages/check-health.ts";
import { scoreCustomers } from "../../src/flows/risk/scoring/score-customers.ts";
import { trainModel } from "../../src/flows/risk/training/train-model.ts";
import type { Database } from "../../src/store/database/database.ts";
import { sourceDayStore } from "../../src/store/risk/source-days.ts";
import { createStore } from "../../src/store/store.ts";
import { writeCaredForLog } from "../support/cared-for-log.ts";
import { addCustomer, addOrder } from "../support/customer-rows.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { quickToTrain } from "../support/quick-model.ts";

const model = quickToTrain(createWorkerModel());
afterAll(() => model.close());

const END = new Date("2026-06-01T00:00:00Z");
const CRM_ENDS = "2026-05-20T00:00:00Z";
const SILENT = phrase("no-score.stale-source", { source: "crm", last: { day: "2026-05-19" }, usual: 1 });

describeOnEachDatabase("a source that has fallen silent", (database) => {
  const deps = (now = END) => ({ ...createStore(database()), model, clock: () => now });
  const score = async (asOf: Date, sourcesMayRest = false) => {
    const result = await scoreCustomers(deps(), { asOf, sourcesMayRest });
    if (result.kind !== "scored") throw new Error(result.reason.code);
    const { rows } = await database().pool.query<{
      source: string;
      scored: number;
      silences: Phrase[] | null;
    }>(
      `SELECT source, count(probability)::int AS scored, array_agg(DISTINCT silence) FILTER (WHERE silence IS NOT NULL) AS silences
       FROM scores JOIN customers ON customers.id = customer_id WHERE as_of = $1 GROUP BY source ORDER BY source`,
      [asOf],
    );
    return { ...result, bySource: Object.fromEntries(rows.map(({ source, ...rest }) => [source, rest])) };
  };

  it("leaves its customers without a score, as of the moment of scoring, and those of others with one", async () => {
    const sourceOf = (customerId: number) => (customerId % 2 === 0 ? "shop" : "crm");
    await writeCaredForLog(database(), { slots: 130, asOf: END, seed: 5, sourceOf });
    await stopCrm(database());
    const trained = await trainModel(deps(), { asOf: END, horizonDays: 90, seed: 1 });
    expect(trained.kind).toBe("trained");

    const late = await score(END);
    expect(late.bySource.crm).toEqual({ scored: 0, silences: [SILENT] });
    expect(late.bySource.shop?.scored).toBeGreaterThan(100);
    expect((late.bySource.shop?.silences ?? []).map(({ code }) => code)).not.toContain(SILENT.code);
    expect(late).toMatchObject({ staleSources: [SILENT], scored: late.bySource.shop?.scored });
    expect(late.stale).toBeGreaterThan(100);
    expect(late.unscored).toBeGreaterThanOrEqual(late.stale);

    const rested = await score(END, true);
    expect(rested).toMatchObject({ stale: 0, staleSources: [] });
    expect(rested.bySource.crm?.scored).toBeGreaterThan(100);

    const inTime = await score(new Date("2026-05-22T00:00:00Z"));
    expect(inTime).toMatchObject({ stale: 0, staleSources: [] });
    expect(inTime.bySource.crm?.scored).toBeGreaterThan(100);

    const checks = await checkHealth(deps());
    expect(checks).toContainEqual(
      expect.objectContaining({ name: "sources", status: "warning", finding: [SILENT] }),
    );
    expect((await checkHealth(deps(new Date("2026-05-22T00:00:00Z")))).map(({ name }) => name)).not.toContain(
      "sources",
    );
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

/** The crm sends nothing more from a day on. */
async function stopCrm({ pool }: Database): Promise<void> {
  await pool.query("DELETE FROM activities WHERE source = 'crm' AND at >= $1", [CRM_ENDS]);
  await pool.query("DELETE FROM source_days WHERE source = 'crm' AND day >= $1", [CRM_ENDS]);
}
