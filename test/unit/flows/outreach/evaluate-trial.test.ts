import { expect, it } from "vitest";
import { expectUplift } from "../../../../model/uplift.ts";
import { uniformNumbers } from "../../../../src/domain/risk/evaluation/uniform-numbers.ts";
import { type EvaluateTrialInput, evaluateTrial } from "../../../../src/flows/outreach/evaluate-trial.ts";

type Columns = Record<string, string[]>;

/** A mail that helps whoever bought for a home, and nobody else; `city` and `age` tell nothing. */
function inventTrial(rows: number, helps: (home: boolean) => number, seed = 3): Columns {
  const random = uniformNumbers(seed);
  const columns: Columns = {
    customer: [],
    arm: [],
    home: [],
    age: [],
    city: [],
    came: [],
    spent: [],
    part: [],
  };
  for (let row = 0; row < rows; row += 1) {
    const home = random() < 0.5;
    const mail = random() < 0.5;
    const age = Math.round(20 + 50 * random());
    const came = random() < 0.1 + age / 1000 + (mail ? helps(home) : 0);
    const add = (name: string, text: string) => columns[name]!.push(text);
    add("customer", `c${row}`);
    add("arm", mail ? "mail" : "control");
    add("home", home ? "yes" : "no");
    add("age", String(age));
    add("city", random() < 0.5 ? "北京" : "Paris");
    add("came", came ? "1" : "0");
    add("spent", came ? "19.90" : "0");
    add("part", row % 2 ? "test" : "train");
  }
  return columns;
}

const FEATURES = ["home", "age", "city"];
const evaluate = async (columns: Columns, input: Partial<EvaluateTrialInput> = {}) => {
  const rows = columns.arm?.length ?? 0;
  const readTable = async () => ({ rows, columns: new Map(Object.entries(columns)), notes: [] });
  const asked = { path: "t.csv", treatment: "arm", outcome: "came", seeds: [1, 2], ...input };
  return evaluateTrial({ readTable, uplift: expectUplift }, asked);
};
const evaluated = async (...given: Parameters<typeof evaluate>) => {
  const trial = await evaluate(...given);
  if (trial.kind === "refused") throw new Error(trial.reason.code);
  return trial;
};

it("finds whom a treatment helps, and beats a ranking by risk", async () => {
  const { effects, targeting, notes, isShare } = await evaluated(
    inventTrial(6000, (home) => (home ? 0.12 : 0)),
    { features: FEATURES },
  );
  expect(effects).toMatchObject([{ arm: "mail", control: "control" }]);
  expect(effects[0]!.low).toBeLessThan(0.06);
  expect(effects[0]!.high).toBeGreaterThan(0.06);
  const [found] = targeting;
  expect(found).toMatchObject({ arm: "mail", verdict: "targets", judged: 6000 });
  expect(found!.low).toBeGreaterThan(0);
  expect(found!.upliftAt30.effect).toBeGreaterThan(found!.riskAt30.effect);
  expect([isShare, notes]).toEqual([true, []]);
});

it("says that choosing is no better than chance where everybody is helped alike, or nobody", async () => {
  const verdicts = [];
  for (const [seed, helps] of [0.06, 0.06, 0, 0, 0].entries())
    verdicts.push(
      (
        await evaluated(
          inventTrial(3000, () => helps, seed + 10),
          { features: FEATURES },
        )
      ).targeting[0]?.verdict,
    );
  expect(verdicts.filter((verdict) => verdict === "targets").length).toBeLessThanOrEqual(1);
});

it("judges on the rows it is told to, on a share of them, or on all", async () => {
  const trial = inventTrial(3000, (home) => (home ? 0.2 : 0));
  const judged = async (input: Partial<EvaluateTrialInput>) =>
    (await evaluated(trial, { features: FEATURES, ...input })).targeting[0];
  expect((await judged({ split: "part" }))?.judged).toBe(1500);
  const share = (await judged({ testShare: 0.3, seeds: [4] }))?.judged ?? 0;
  expect(share).toBeGreaterThan(800);
  expect(share).toBeLessThan(1000);
  expect(await judged({ seeds: [3] })).toEqual(await judged({ seeds: [3] }));
});

it("takes less for better where told so, and amounts as they are", async () => {
  const trial = inventTrial(4000, (home) => (home ? 0.15 : 0));
  const churned = { ...trial, came: trial.came!.map((came) => (came === "1" ? "no" : "yes")) };
  const [found] = (await evaluated(churned, { features: FEATURES, lowerIsBetter: true })).targeting;
  const [same] = (await evaluated(trial, { features: FEATURES })).targeting;
  expect([found?.verdict, found?.qini, found?.low]).toEqual([
    ...["targets", expect.closeTo(same!.qini, 10), expect.closeTo(same!.low, 10)],
  ]);
  const { effects, isShare } = await evaluated(trial, { outcome: "spent" });
  const inShares = (await evaluated(trial)).effects[0]!.effect;
  expect([effects[0]!.effect, isShare]).toEqual([expect.closeTo(19.9 * inShares, 10), false]);
});

it("says what cannot be answered, and what was known only afterwards", async () => {
  const trial = inventTrial(1500, () => 0.3);
  const code = async (columns: Columns, input: Partial<EvaluateTrialInput> = {}) => {
    const told = await evaluate(columns, input);
    return told.kind === "refused" ? told.reason.code : told.notes.map((note) => note.code);
  };
  expect(await code(trial, { outcome: "left" })).toBe("table.no-column");
  expect(await code(trial, { features: ["home", "came"] })).toBe("trial.no-feature");
  expect(await code({ ...trial, came: ["", ...trial.came!.slice(1)] })).toBe("trial.no-outcome");
  expect(
    await code({ ...trial, part: ["x", ...trial.part!.slice(1)] }, { split: "part", features: FEATURES }),
  ).toBe("trial.part-unclear");
  const twice = ["c1", ...trial.customer!.slice(1)];
  expect(await code({ ...trial, customer: twice }, { id: "customer" })).toBe("trial.repeated");
  const few = (n: number) =>
    Object.fromEntries(Object.entries(trial).map(([name, texts]) => [name, texts.slice(0, n)]));
  expect(await code(few(12))).toBe("trial.thin-arm");
  expect(await code(few(200), { features: FEATURES, testShare: 0.3 })).toBe("trial.thin-part");
  expect(await code(trial, { features: ["spent", "home"] })).toEqual(["trial.note.unbalanced"]);
  const lost = trial.arm!.map((arm, row) => (row % 3 === 0 ? "control" : arm));
  expect(await code({ ...trial, arm: lost })).toEqual(["trial.note.sample-ratio"]);
});
