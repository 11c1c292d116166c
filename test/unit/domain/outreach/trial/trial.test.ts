import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readArms } from "../../../../../src/domain/outreach/trial/arms.ts";
import { unbalancedColumns } from "../../../../../src/domain/outreach/trial/balance.ts";
import { effectWithin, pooled, qini } from "../../../../../src/domain/outreach/trial/qini.ts";
import { sampleRatioP } from "../../../../../src/domain/outreach/trial/sample-ratio.ts";
import { difference, momentsOf } from "../../../../../src/domain/outreach/trial/trial-effects.ts";
import { uniformNumbers } from "../../../../../src/domain/risk/evaluation/uniform-numbers.ts";

describe("the effect of an arm", () => {
  it("is the difference of the means, with each arm's own variance", () => {
    const treated = momentsOf([1, 1, 0, 1]);
    expect(treated).toEqual({ n: 4, mean: 0.75, variance: 0.25 });
    const { effect, low, high } = difference(treated, momentsOf([0, 0, 1, 0, 0]));
    expect(effect).toBeCloseTo(0.55, 12);
    // √(0.25 ÷ 4 + 0.2 ÷ 5) = 0.32016
    expect([low, high]).toEqual([expect.closeTo(-0.07749, 5), expect.closeTo(1.17749, 5)]);
  });

  it("has an interval that holds the truth 95 times in 100", () => {
    const random = uniformNumbers(7);
    const drawn = (rate: number) => momentsOf(Array.from({ length: 400 }, () => Number(random() < rate)));
    let held = 0;
    for (let run = 0; run < 1000; run += 1) {
      const { low, high } = difference(drawn(0.3), drawn(0.25));
      if (low <= 0.05 && high >= 0.05) held += 1;
    }
    expect(held).toBeGreaterThan(930);
    expect(held).toBeLessThan(970);
  });
});

describe("the Qini coefficient", () => {
  /** By its definition: the gains at every share, the area below them by trapezoids, less that of a straight line. */
  function byArea(treated: readonly number[], outcomes: readonly number[]): number {
    const mean = outcomes.reduce((sum, outcome) => sum + outcome, 0) / outcomes.length;
    const total = (arm: number) => treated.filter((of) => of === arm).length;
    const gain = (rows: number) => {
      let sum = 0;
      for (let row = 0; row < rows; row += 1)
        sum += ((treated[row] ? 1 : -1) * (outcomes[row]! - mean)) / total(treated[row]!);
      return sum;
    };
    const n = treated.length;
    let area = 0;
    for (let row = 0; row < n; row += 1) area += (gain(row) + gain(row + 1)) / 2 / n;
    return area - gain(n) / 2;
  }

  it("is the area between the gains of a ranking and those of chance", () => {
    const trials = fc
      .array(fc.tuple(fc.constantFrom(0, 1), fc.integer({ min: 0, max: 5 })), { minLength: 4, maxLength: 40 })
      .filter((rows) => [0, 1].every((arm) => rows.filter(([of]) => of === arm).length >= 2));
    fc.assert(
      fc.property(trials, (rows) => {
        const [treated, outcomes] = [rows.map(([arm]) => arm), rows.map(([, outcome]) => outcome)];
        const scores = rows.map((_, row) => -row);
        expect(qini({ treated, outcomes, scores }).effect).toBeCloseTo(byArea(treated, outcomes), 10);
      }),
    );
  });

  it("is the same for those who stayed as for those who left", () => {
    const treated = [1, 0, 1, 1, 0, 0, 1, 0];
    const scores = [8, 7, 6, 5, 4, 3, 2, 1];
    const stayed = [1, 0, 1, 0, 0, 1, 1, 1];
    const { effect, low } = qini({ treated, outcomes: stayed, scores });
    const left = qini({ treated, outcomes: stayed.map((one) => 1 - one), scores });
    expect([left.effect, left.high]).toEqual([expect.closeTo(-effect, 12), expect.closeTo(-low, 12)]);
  });

  it("is the other way round for the ranking turned round, and nothing for no ranking", () => {
    const treated = [1, 0, 1, 0, 1, 0, 1, 0];
    const outcomes = [1, 0, 1, 0, 0, 0, 0, 1];
    const by = (scores: readonly number[]) => qini({ treated, outcomes, scores }).effect;
    expect(by([8, 7, 6, 5, 4, 3, 2, 1])).toBeCloseTo(-by([1, 2, 3, 4, 5, 6, 7, 8]), 12);
    expect(by([8, 7, 6, 5, 4, 3, 2, 1])).toBeGreaterThan(0);
    expect(by(Array(8).fill(3))).toBeCloseTo(0, 12);
    const top = effectWithin({ treated, outcomes, scores: [8, 7, 6, 5, 4, 3, 2, 1] }, 0.5);
    expect(top.effect).toBe(1);
  });

  it("of several splits is as wide as one of them at least, and wider where they disagree", () => {
    const one = { effect: 0.01, low: 0, high: 0.02 };
    expect(pooled([one, one, one])).toEqual({
      ...{ effect: expect.closeTo(0.01, 12), low: expect.closeTo(0, 12), high: expect.closeTo(0.02, 12) },
    });
    const other = { effect: 0.03, low: 0.02, high: 0.04 };
    const both = pooled([one, other]);
    expect(both.effect).toBeCloseTo(0.02, 12);
    expect(both.high - both.low).toBeGreaterThan(0.02);
  });
});

describe("the arms of a trial", () => {
  const read = (texts: readonly string[], control?: string) => readArms("group", texts, control);

  it.each([
    [["B", "control", "A"], "control", "known"],
    [["Womens E-Mail", "No E-Mail"], "No E-Mail", "known"],
    [["对照组", "短信"], "对照组", "known"],
    [["1", "0"], "0", "known"],
    [["gate_40", "gate_30"], "gate_30", "taken"],
    [["Nordic", "South"], "Nordic", "taken"],
  ])("%j has the control %s, which is %s", (texts, control, controlIs) => {
    expect(read(texts)).toMatchObject({ kind: "arms", control, controlIs });
  });

  it("are refused where they are none", () => {
    const code = (texts: readonly string[], control?: string) => {
      const arms = read(texts, control);
      return arms.kind === "refused" ? arms.reason.code : arms.control;
    };
    expect(code(["A", " ", "B"])).toBe("trial.no-arm");
    expect(code(["A", "A "])).toBe("trial.one-arm");
    expect(code(Array.from({ length: 21 }, (_, n) => `arm ${n}`))).toBe("trial.many-arms");
    expect(code(["A", "B"], "C")).toBe("trial.no-control");
    expect(code(["A", "control"], "A")).toBe("A");
  });

  it("differ in size by chance, or not", () => {
    // Pearson's test: 1 degree of freedom, χ² 3.841 at 5 %; 2 degrees, 5.991.
    expect(sampleRatioP([1000 - 31, 1000 + 31])).toBeCloseTo(0.166, 2);
    expect(sampleRatioP([44_700, 45_489])).toBeCloseTo(0.0086, 3);
    expect(sampleRatioP([21_306, 21_307, 21_387])).toBeGreaterThan(0.8);
    expect(sampleRatioP([9_000, 10_000])).toBeLessThan(1e-6);
    expect(sampleRatioP([500, 500])).toBeGreaterThan(0.9);
  });

  it("are told from what was known only afterwards", () => {
    const random = uniformNumbers(3);
    const rows = 2000;
    const armOf = Array.from({ length: rows }, (_, row) => (row % 2 ? "mail" : "control"));
    const number = (name: string, of: (row: number) => number) => ({
      ...{ kind: "number" as const, name, values: Float64Array.from({ length: rows }, (_, row) => of(row)) },
    });
    const columns = [
      number("age", () => 20 + 50 * random()),
      number("opened", (row) => Number(random() < (row % 2 ? 0.3 : 0.1))),
      {
        kind: "category" as const,
        name: "city",
        values: armOf.map(() => (random() < 0.5 ? "北京" : "Paris")),
      },
      {
        kind: "category" as const,
        name: "answer",
        values: armOf.map((arm) => (arm === "mail" ? "yes" : "")),
      },
    ];
    expect(unbalancedColumns({ rows, columns }, armOf, "control")).toEqual(["opened", "answer"]);
  });
});
