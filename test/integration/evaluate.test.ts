import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { classificationMetrics } from "../../model/metrics.ts";
import { generateLog, LOG_END } from "../../scripts/bench/generate-activities.ts";
import { evaluateLogFile } from "../../src/compose.ts";
import { daysAfter } from "../../src/domain/clock.ts";
import { evaluateLog } from "../../src/flows/risk/evaluation/evaluate-log.ts";
import { type EvaluateTableInput, evaluateTable } from "../../src/flows/risk/evaluation/evaluate-table.ts";
import { readTable } from "../../src/sources/csv/table-csv.ts";
import { featureStore } from "../../src/store/risk/features.ts";
import { labelStore } from "../../src/store/risk/labels.ts";
import { sourceDayStore } from "../../src/store/risk/source-days.ts";
import { sharedRunStore } from "../../src/store/shared-work/shared-runs.ts";
import { sharedWork } from "../../src/store/shared-work/shared-work.ts";
import { commandLineText } from "../../src/words/command-line.ts";
import { textOf } from "../../src/words/text.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { beginEveryDatabaseMigrated } from "../support/every-database-migrated.ts";
import { quickEvaluator } from "../support/shared-model.ts";
import { fileWith } from "../unit/sources/read-text.ts";

beginEveryDatabaseMigrated();

const KEYS = ["n", "positives", "rocAuc", "prAuc", "logLoss", "brier", "ece", "topDecileLift"];

describeOnEachDatabase("evaluate log", (database) => {
  const deps = () => ({
    features: featureStore(database()),
    labels: labelStore(database()),
    sharedWork: sharedWork(sharedRunStore(database())),
    sourceDays: sourceDayStore(database()),
    evaluator: quickEvaluator,
    judge: classificationMetrics,
  });
  const testAt = daysAfter(LOG_END, -90);

  it("judges model and baseline on everyone and on the active, with snapshots whose labels were known", async () => {
    await generateLog(database(), { customers: 500, activities: 10_000 });
    const trainAt = daysAfter(testAt, -90);
    const result = await evaluateLog(deps(), {
      trainAt,
      testAt,
      horizonDays: 90,
      activeDays: 60,
      seeds: [1, 2],
    });
    if (result.kind !== "evaluated") throw new Error(result.reason.code);
    expect(result.trainingSnapshots.at(-1)).toEqual(trainAt);
    expect(result).toMatchObject({ currency: "EUR", unrated: [] });
    const [{ populations }, second] = result.runs;
    const { all, active } = populations;
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
    // The seeds share one reading of the log and differ in the training alone.
    expect(second?.populations.all.baseline).toEqual(all.baseline);
    expect(second?.populations.all.model.logLoss).not.toBe(all.model.logLoss);
    const { intervals, coverage, calibrationNoise, suspectedLeak } = result.evidence.all;
    const areas = result.runs.map((run) => run.populations.all.model.rocAuc ?? 0);
    expect(intervals.rocAuc.value).toBeCloseTo(((areas[0] ?? 0) + (areas[1] ?? 0)) / 2, 10);
    expect(coverage?.groups).toBe(10);
    expect(calibrationNoise).toBeGreaterThan(0);
    expect(suspectedLeak).toBeNull();
    expect(result.evidence.active?.intervals.rocAuc.value).toBeCloseTo(
      ((active?.model.rocAuc ?? 0) + (second?.populations.active?.model.rocAuc ?? 0)) / 2,
      10,
    );
  });

  it("leaves the active out unless asked, and refuses dates that would let the model see the test", async () => {
    await generateLog(database(), { customers: 200, activities: 4_000 });
    await database().pool.query("UPDATE customers SET currency = 'JPY' WHERE id % 10 = 0");
    await database().pool.query("UPDATE activities SET currency = 'JPY' WHERE customer_id % 10 = 0");
    const common = { testAt, horizonDays: 90, seeds: [1] };
    const result = await evaluateLog(deps(), { ...common, trainAt: daysAfter(testAt, -90) });
    expect(result.kind === "evaluated" && Object.keys(result.runs[0].populations)).toEqual(["all"]);
    // No rates come with a log: what those customers spend counts as unknown.
    expect(result).toMatchObject({ currency: "EUR", unrated: [{ currency: "JPY", customers: 20 }] });
    expect(await evaluateLog(deps(), { ...common, trainAt: daysAfter(testAt, -89) })).toMatchObject({
      kind: "refused",
      reason: { code: "evaluation.future-seen", parameters: { days: 90 } },
    });
    expect(await evaluateLog(deps(), { ...common, trainAt: daysAfter(LOG_END, -700) })).toMatchObject({
      kind: "refused",
      reason: { code: "evaluation.short-log" },
    });
  });
});

describe("evaluate log on a file", () => {
  const evaluateFile = (text: string) =>
    fileWith(text, (path) =>
      evaluateLogFile(
        { path, preset: "mainstay-activities" },
        {
          trainAt: new Date("2024-01-01"),
          testAt: new Date("2024-05-01"),
          horizonDays: 90,
          seeds: [1],
        },
      ),
    );
  const reason = (result: Awaited<ReturnType<typeof evaluateFile>>) =>
    "kind" in result && result.kind === "refused" ? commandLineText(result.reason) : JSON.stringify(result);
  const log = (day: (n: number) => string) =>
    [
      "external_id,customer,kind,at,amount,currency",
      ...Array.from({ length: 240 }, (_, n) => `${n},c${n % 6},order,${day(n)},10,EUR`),
    ].join("\n");

  it("knows the customers whom only the activities tell of, and says what is really missing", async () => {
    const days = log((n) => new Date(Date.UTC(2023, 0, 1 + n * 3)).toISOString().slice(0, 10));
    expect(reason(await evaluateFile(days))).toMatch(/there are \d+ customer records, of which 0 left/);
  });

  it("says why where no row can be used", async () => {
    expect(reason(await evaluateFile(log(() => "soon")))).toMatch(
      /^240 of the 240 rows of .*file\.csv could not be used\. The first is line 2: at “soon” is no date/,
    );
    expect(reason(await evaluateFile(log(() => "").split("\n")[0] ?? ""))).toMatch(
      /has no rows below its header/,
    );
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
  const evaluate = (path: string, foldsPath: string, given: Partial<EvaluateTableInput> = {}) =>
    evaluateTable(
      { readTable, evaluator: quickEvaluator },
      { path, foldsPath, target: "left", positive: "yes", id: "客户", seeds: [1], ...given },
    );
  /** Without a folds file or an id. */
  const evaluatePlain = (path: string, given: Partial<EvaluateTableInput> = {}) =>
    evaluateTable({ readTable, evaluator: quickEvaluator }, { path, target: "left", seeds: [1], ...given });

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
    if (result.kind !== "evaluated") throw new Error(result.reason.code);
    const [{ folds: judged, mean, pooled, reliability }] = result.runs;
    expect(judged.map(({ fold }) => fold)).toEqual([0, 1, 2, 3]);
    expect(mean.model.n).toBe(300);
    expect(Object.keys(mean.model)).toEqual(KEYS);
    expect(mean.baseline.rocAuc).toBeGreaterThan(0.7);
    expect(mean.baseline.rocAuc).toBeLessThan(0.95);
    expect(result).toMatchObject({
      inputs: { numbers: 1, categories: 1 },
      foldsFrom: "file",
      positive: "yes",
    });
    // Pooled is every row once; where folds are equally big its mean losses are the folds' mean, its ranking is not.
    for (const name of ["model", "baseline", "rule"] as const) {
      expect(pooled[name]).toMatchObject({ n: 300, positives: mean[name].positives });
      expect(pooled[name].logLoss).toBeCloseTo(mean[name].logLoss, 10);
      expect(pooled[name].ece).toBeLessThan(mean[name].ece + 1e-9);
      expect(reliability[name].reduce((sum, { n }) => sum + n, 0)).toBe(300);
    }
    expect(result.evidence.intervals.rocAuc.value).toBeCloseTo(mean.model.rocAuc ?? 0, 10);
    expect(result.evidence.coverage?.groups).toBeGreaterThan(0);
    expect(result.evidence.suspectedLeak).toBeNull();
    expect(result).not.toHaveProperty("value");
  });

  it("makes stratified folds of its own, the same each time, and repeats for several seeds", async () => {
    const path = file("plain.csv", table.join("\n"));
    const given = { id: "客户", foldCount: 3, seeds: [1, 2] };
    const [once, again] = [await evaluatePlain(path, given), await evaluatePlain(path, given)];
    if (once.kind !== "evaluated" || again.kind !== "evaluated")
      throw new Error(JSON.stringify([once, again]));
    expect(once).toMatchObject({ foldsFrom: "stratified", positive: "yes" });
    expect(once.runs.map(({ seed }) => seed)).toEqual([1, 2]);
    const figures = ({ runs }: typeof once) => runs.map(({ mean, pooled }) => [mean, pooled]);
    expect(figures(again)).toEqual(figures(once));
    const [first, second] = once.runs;
    expect(first.folds.map(({ model: { n } }) => n)).toEqual(second?.folds.map(({ model: { n } }) => n));
    expect(second?.pooled.model.logLoss).not.toBe(first.pooled.model.logLoss);
    expect(second?.pooled.baseline.logLoss).toBe(first.pooled.baseline.logLoss);
    for (const { baseline } of first.folds) expect(baseline.n).toBe(100);
  });

  it("takes the table's own folds, rows told by their order, and leaves a nameless row number out", async () => {
    const own = [
      ",plan,left,fold",
      ...lines.map(({ plan, left }, n) => `${n},${plan},${left ? 1 : 0},${n % 2}`),
    ];
    const result = await evaluatePlain(file("own.csv", own.join("\n")));
    expect(result).toMatchObject({
      foldsFrom: "column",
      positive: "1",
      inputs: { numbers: 0, categories: 1 },
      runs: [{ folds: [{ fold: 0 }, { fold: 1 }] }],
    });
    const byOrder = file("order.csv", ["fold", ...lines.map((_, n) => n % 2)].join("\n"));
    const plain = file("unnamed.csv", own.map((line) => line.split(",").slice(0, 3).join(",")).join("\n"));
    expect(await evaluatePlain(plain, { foldsPath: byOrder })).toMatchObject({ foldsFrom: "file" });
  });

  it("names a column that knows the outcome, and tells what a ranking by money catches", async () => {
    const leaking = [
      "plan,closed,margin,left",
      ...lines.map(({ plan, left }, n) => {
        const margin = n === 0 ? "" : n % 10 === 0 ? 500 : 5;
        return `${plan},${left ? "early" : "late"},${margin},${left ? "yes" : "no"}`;
      }),
    ];
    const result = await evaluatePlain(file("leak.csv", leaking.join("\n")), {
      foldCount: 2,
      value: "margin",
      keepSuspects: true,
    });
    if (result.kind !== "evaluated") throw new Error(result.reason.code);
    expect(result.evidence.suspectedLeak).toBe("closed");
    expect(result.inputs).toEqual({ numbers: 1, categories: 2, dates: 0 });
    expect(result.suspects).toEqual([{ column: "closed", because: "near-perfect", rocAuc: 1 }]);
    expect(result.notes.map((note) => textOf(note, "en"))).toEqual([
      "closed alone tells who churned (ROC-AUC 1.0000). It is kept, so the figures are worth little if it is known only afterwards.",
    ]);
    // 30 rows in ten are worth 500 (row 0 is blank); those who leave are known nearly surely.
    const gone = lines.filter(({ left }) => left).length;
    const rich = lines.filter(({ left }, n) => left && n % 10 === 0 && n > 0).length;
    const lost = rich * 500 + lines.filter(({ left }, n) => left && n % 10 !== 0).length * 5;
    expect(result.value).toMatchObject({ column: "margin", blanks: 1, lost });
    const [, , top] = result.value?.rankings ?? [];
    expect(top).toMatchObject({ percent: 20, contacted: 60 });
    expect(gone).toBeGreaterThan(60);
    expect(top?.byExpectedLoss).toBeCloseTo((rich * 500 + (60 - rich) * 5) / lost, 2);
    expect(top?.byExpectedLoss).toBeGreaterThan((top?.byProbability ?? 1) + 0.1);
  });

  it("sets aside what gives the answer away, groups the rows of one id, and reads numbers, dates and words for missing", async () => {
    const written = [
      "客户;spend;since;ended;left",
      ...lines.map(({ left }, n) => {
        const spend =
          n === 4 ? "call back" : n % 50 === 0 ? "#N/A" : `${n % 3 === 0 ? 1 : 2}.${100 + (n % 400)},50 €`;
        const since = `${(n % 28) + 1}.${(n % 12) + 1}.2023`;
        return `${n % 100 === 0 ? "" : `客户 ${n % 150}`};${spend};${since};${left ? "3.2.2024" : ""};${left ? "Yes" : n % 2 === 0 ? "no" : "No"}`;
      }),
    ];
    const given = { id: "客户", foldCount: 3 };
    const result = await evaluatePlain(file("shop.csv", written.join("\n")), given);
    if (result.kind !== "evaluated") throw new Error(textOf(result.reason, "en"));
    expect(result.inputs).toEqual({ numbers: 1, categories: 0, dates: 1 });
    expect(result).toMatchObject({
      positive: "Yes",
      stayed: [{ rows: lines.filter(({ left }) => !left).length }],
    });
    const told = result.notes.map((note) => textOf(note, "en"));
    expect(told).toEqual([
      "left: no, No count as one value.",
      expect.stringMatching(
        /^147 values of 客户 stand in more than one row \(294 rows together\): the rows of one 客户 stay in one fold/,
      ),
      'spend: 6 rows count as missing ("#N/A").',
      'spend: 1 row counts as missing, being no number ("call back"; first in row 5).',
      expect.stringMatching(
        /^ended is filled for \d+ rows, and they churned\. It is set aside .* --keep-suspects\.$/,
      ),
    ]);
    // Had the marks not been read, spend would be words of few rows each, and tell nothing.
    expect(result.runs[0].mean.baseline.rocAuc).toBeGreaterThan(0.7);
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
        await evaluate(good, goodFolds, { positive: "gone" }),
        /No row has "gone" in left; the values there are no, yes/,
      ],
      [await evaluate(good, file("few.csv", folds.slice(0, -1).join("\n"))), /gives no fold for 客户 客户 0/],
      [await evaluate(good, good), /no column "fold"/],
      [
        await evaluate(file("odd.csv", "a,b\n1,2,3\n"), goodFolds),
        /Line 2 of .*odd\.csv: The line has 3 fields where the header has 2/,
      ],
      [await evaluate(file("twice.csv", "a,a\n1,2\n"), goodFolds), /two columns named "a"/],
      [await evaluate(file("header.csv", "a,b\n"), goodFolds), /no rows/],
      [await evaluate(file("empty.csv", ""), goodFolds), /is empty/],
      [await evaluate(good, file("one.csv", "客户,fold\n客户 0,1\n")), /gives no fold for 客户 客户 1/],
      [await evaluate(good, file("words.csv", "客户,fold\n客户 0,first\n")), /"first" as the fold of row 1/],
      [
        await evaluate(good, file("both.csv", [...folds, "客户 0,0,3"].join("\n"))),
        /gives 客户 客户 0 two different folds/,
      ],
      [await evaluate(good, goodFolds, { value: "margin" }), /no column "margin"; it has 客户, plan/],
      [
        await evaluate(good, goodFolds, { value: "plan" }),
        /Column "plan" has "free" in row 1: --value needs/,
      ],
      [await evaluate(good, goodFolds, { value: "left" }), /--value and --target are both left/],
      [await evaluatePlain(good, { foldCount: 1 }), /one fold only/],
      [await evaluatePlain(good, { foldCount: 200 }), /too few for 200 folds/],
      [
        await evaluatePlain(good, { foldsPath: file("short.csv", "fold\n1\n2\n") }),
        /has 2 rows and the table 300/,
      ],
      [await evaluatePlain(good, { target: "plan" }), /values free, paid: say by --positive/],
      [await evaluatePlain(good, { target: "客户", positive: "客户 1" }), /300 different values/],
      [
        await evaluatePlain(file("amounts.csv", 'spend,left\n"1,234",yes\n99,no\n'), { foldCount: 2 }),
        /too few for 2 folds/,
      ],
      [
        await evaluatePlain(file("answer.csv", `closed,left\n${"early,yes\nlate,no\n".repeat(30)}`)),
        /Every column gives left away.*--keep-suspects/,
      ],
      [
        await evaluatePlain(
          file(
            "names.csv",
            `name,plan,left\n${lines.map(({ id, left }) => `${id},basic,${left}`).join("\n")}`,
          ),
        ),
        /each of the columns \(name, plan\) has one value only, or words of which none stands in ten rows/,
      ],
      [
        await evaluatePlain(file("money.csv", `fee,left\n${'"€1,234",yes\n$99,no\n€99,no\n'.repeat(30)}`), {
          value: "fee",
        }),
        /Column fee has amounts in several currencies \(€, \$\), which cannot be added/,
      ],
      [
        await evaluatePlain(
          file(
            "torn.csv",
            `who,a,fold,left\n${lines.map(({ left }, n) => `${n % 150},${n % 7},${n % 4},${left}`).join("\n")}`,
          ),
          { id: "who" },
        ),
        /gives who 0 two different folds/,
      ],
      [
        await evaluatePlain(file("only.csv", `left\n${"yes\nno\n".repeat(30)}`)),
        /no columns to predict left from/,
      ],
    ] as const;
    for (const [result, reason] of refusals) {
      expect(result.kind).toBe("refused");
      if (result.kind === "refused") expect(textOf(result.reason, "en")).toMatch(reason);
    }
  });
});
