import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { classificationMetrics } from "../../model/metrics.ts";
import { createWorkerModel } from "../../model/worker-model.ts";
import { generateLog, LOG_END } from "../../scripts/bench/generate-activities.ts";
import { addDays } from "../../src/domain/risk/labels.ts";
import { evaluateLog } from "../../src/flows/evaluate-log.ts";
import { evaluateTable } from "../../src/flows/evaluate-table.ts";
import { readTable } from "../../src/sources/table-csv.ts";
import { featureStore } from "../../src/store/features.ts";
import { labelStore } from "../../src/store/labels.ts";
import { describeOnEachDatabase } from "../support/databases.ts";

const model = createWorkerModel();
afterAll(() => model.close());

const KEYS = ["n", "positives", "rocAuc", "prAuc", "logLoss", "brier", "ece", "topDecileLift"];

describeOnEachDatabase("evaluate log", (database) => {
  const deps = () => ({
    features: featureStore(database()),
    labels: labelStore(database()),
    evaluator: model,
    judge: classificationMetrics,
  });
  const testAt = addDays(LOG_END, -90);

  it("judges model and baseline on everyone and on the active, with snapshots whose labels were known", async () => {
    await generateLog(database(), { customers: 800, activities: 16_000 });
    const trainAt = addDays(testAt, -90);
    const result = await evaluateLog(deps(), { trainAt, testAt, horizonDays: 90, activeDays: 60, seed: 1 });
    if (result.kind !== "evaluated") throw new Error(result.reason);
    expect(result.trainingSnapshots.at(-1)).toEqual(trainAt);
    const { all, active } = result.populations;
    for (const metrics of [all.model, all.baseline, active?.model, active?.baseline]) {
      expect(Object.keys(metrics ?? {})).toEqual(KEYS);
    }
    expect(all.model.rocAuc).toBeGreaterThan(0.7);
    expect(active?.model.n).toBeLessThan(all.model.n);
    expect(active?.model.n).toBe(active?.baseline.n);
    const { rows } = await database().pool.query(
      `SELECT count(DISTINCT customer_id)::int AS n FROM activities JOIN customers c ON c.id = customer_id
       WHERE kind = 'order' AND amount_minor > 0 AND at < $1 AND at >= $1::timestamptz - interval '60 days'
         AND (ended_on IS NULL OR ended_on >= ($1::timestamptz AT TIME ZONE 'UTC')::date)`,
      [testAt],
    );
    expect(active?.model.n).toBe(rows[0].n);
  });

  it("leaves the active out unless asked, and refuses dates that would let the model see the test", async () => {
    await generateLog(database(), { customers: 300, activities: 6_000 });
    const common = { testAt, horizonDays: 90, seed: 1 };
    const result = await evaluateLog(deps(), { ...common, trainAt: addDays(testAt, -90) });
    expect(result.kind === "evaluated" && Object.keys(result.populations)).toEqual(["all"]);
    expect(await evaluateLog(deps(), { ...common, trainAt: addDays(testAt, -89) })).toMatchObject({
      kind: "refused",
      reason: expect.stringContaining("at least 90 days apart"),
    });
    expect(await evaluateLog(deps(), { ...common, trainAt: addDays(LOG_END, -700) })).toMatchObject({
      kind: "refused",
      reason: expect.stringContaining("choose a later --train-at"),
    });
  });
});

describe("evaluate table", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "mainstay-table-"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const file = (name: string, text: string) => {
    const path = join(folder, name);
    writeFileSync(path, name.endsWith(".gz") ? gzipSync(text) : text);
    return path;
  };
  const evaluate = (
    path: string,
    foldsPath: string,
    columns: { target?: string; positive?: string; id?: string } = {},
  ) =>
    evaluateTable(
      { readTable, evaluator: model },
      { path, foldsPath, target: "left", positive: "yes", id: "客户", seed: 1, ...columns },
    );

  // Those on the plan "free" leave, whatever else there is; a fifth of them decides otherwise.
  const lines = Array.from({ length: 300 }, (_, n) => ({
    id: `客户 ${n}`,
    plan: n % 3 === 0 ? "free" : "paid",
    left: (n % 3 === 0) !== (n % 5 === 0),
  }));
  const table = [
    "客户,plan,months,left",
    ...lines.map(({ id, plan, left }, n) => `"${id}",${plan},${n % 7},${left ? "yes" : "no"}`),
  ];
  const folds = ["客户,left,fold", ...lines.map(({ id }, n) => `${id},0,${n % 4}`).reverse()];

  it("judges every row once, on a model that never saw it, whatever the folds file's order", async () => {
    const result = await evaluate(
      file("table.csv.gz", table.join("\n")),
      file("folds.csv", folds.join("\n")),
    );
    if (result.kind !== "evaluated") throw new Error(result.reason);
    expect(result.folds.map(({ fold }) => fold)).toEqual([0, 1, 2, 3]);
    expect(result.mean.model.n).toBe(300);
    expect(Object.keys(result.mean.model)).toEqual(KEYS);
    expect(result.mean.baseline.rocAuc).toBeGreaterThan(0.7);
    expect(result.mean.baseline.rocAuc).toBeLessThan(0.95);
  });

  it("says what to correct", async () => {
    const good = file("table.csv", table.join("\n"));
    const goodFolds = file("folds.csv", folds.join("\n"));
    const refusals = [
      [await evaluate(join(folder, "none.csv"), goodFolds), /There is no file/],
      [
        await evaluate(good, goodFolds, { target: "churn" }),
        /no column "churn"; it has 客户, plan, months, left/,
      ],
      [
        await evaluate(good, goodFolds, { positive: "Yes" }),
        /No row has "Yes" in left; the values there are no, yes|yes, no/,
      ],
      [await evaluate(good, file("few.csv", folds.slice(0, -1).join("\n"))), /gives no fold for 客户 客户 0/],
      [await evaluate(good, good), /no column "fold"/],
      [await evaluate(file("odd.csv", "a,b\n1,2,3\n"), goodFolds), /cannot be read as a table/],
      [await evaluate(file("twice.csv", "a,a\n1,2\n"), goodFolds), /two columns named "a"/],
      [await evaluate(file("header.csv", "a,b\n"), goodFolds), /no rows/],
    ] as const;
    for (const [result, reason] of refusals) {
      expect(result.kind).toBe("refused");
      if (result.kind === "refused") expect(result.reason).toMatch(reason);
    }
  });
});
