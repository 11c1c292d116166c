import { describe, expect, it } from "vitest";
import { readCatalogue, readLooks } from "../../../scripts/results/catalogue.ts";
import { inLanes } from "../../../scripts/results/lanes.ts";
import { wrapped } from "../../../scripts/results/markdown.ts";
import type { Evidence, MeasuredLog, MeasuredTable, Side } from "../../../scripts/results/measurement.ts";
import { resultsPage } from "../../../scripts/results/page.ts";
import {
  isBetterOnBoth,
  isHonestAnswer,
  logVerdicts,
  seasonSeen,
  statedAgainst,
  tableVerdicts,
} from "../../../scripts/results/verdicts.ts";

const same = (mean: number) => ({ mean, lowest: mean, highest: mean });
const side = (rocAuc: number, logLoss: number, ece: number): Side => ({
  rocAuc: same(rocAuc),
  logLoss: same(logLoss),
  ece: same(ece),
});
const evidence = (calibrationNoise: number): Evidence => ({
  calibrationNoise,
  coverage: { covered: 7, groups: 10 },
  intervals: {
    rocAuc: { value: 0.75, interval: { low: 0.73, high: 0.77 } },
    logLoss: { value: 0.5, interval: { low: 0.48, high: 0.52 } },
    rocAucDifference: { value: 0.01, interval: { low: -0.005, high: 0.02 } },
    logLossDifference: { value: -0.01, interval: { low: -0.02, high: -0.001 } },
  },
  suspectedLeak: null,
});
const reference = { rocAuc: 0.75, logLoss: 0.5, ece: null };
const missed = (verdicts: readonly { figure: string; met: boolean }[]) =>
  verdicts.filter(({ met }) => !met).map(({ figure }) => figure);

describe("what was asked of a log", () => {
  const judged = (rocAuc: number, logLoss: number, ece: number, noise = 0.01, seen = true) =>
    missed(logVerdicts(side(rocAuc, logLoss, ece), evidence(noise), reference, seen));

  it("is met at the limits, to the four digits that are printed", () => {
    expect(judged(0.748, 0.50004, 0.03)).toEqual([]);
    expect(judged(0.7479, 0.50006, 0.0301)).toEqual(["ROC-AUC", "log loss", "ECE"]);
  });

  it("allows the calibration error that chance makes, and more where the season has not been seen", () => {
    expect(judged(0.75, 0.5, 0.07, 0.074)).toEqual([]);
    expect(judged(0.75, 0.5, 0.05, 0.01, false)).toEqual([]);
    expect(judged(0.75, 0.5, 0.05, 0.01, true)).toEqual(["ECE"]);
  });

  it("counts the season as seen from thirteen months of history on", () => {
    const from = (firstEventAt: string | null) => seasonSeen({ firstEventAt }, "2015-06-08");
    expect([from("2014-05-09T00:00:00Z"), from("2014-05-16T00:13:50Z"), from(null)]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it("is beaten only by both figures, strictly", () => {
    expect(isBetterOnBoth(side(0.7501, 0.4999, 0.1), reference)).toBe(true);
    expect(isBetterOnBoth(side(0.75, 0.4999, 0.1), reference)).toBe(false);
    expect(isBetterOnBoth(side(0.7501, 0.49999, 0.1), reference)).toBe(false);
  });
});

describe("what was asked of a table", () => {
  it("is the best reference's mean area, and pooled calibration to 0.010 or chance", () => {
    const judged = (rocAuc: number, ece: number, noise: number) =>
      missed(tableVerdicts(side(rocAuc, 0.4, 0.9), side(0.1, 0.4, ece), evidence(noise), reference));
    expect(judged(0.75, 0.01, 0.005)).toEqual([]);
    expect(judged(0.7499, 0.0121, 0.012)).toEqual(["ROC-AUC", "ECE"]);
    expect(judged(0.75, 0.012, 0.012)).toEqual([]);
  });
});

describe("a history without signal", () => {
  it("is answered honestly by saying so and serving no model", () => {
    const honest = (saysNoSignal: boolean, serves: string | null) =>
      isHonestAnswer({ saysNoSignal, serves, words: "" });
    expect([honest(true, null), honest(true, "constant")]).toEqual([true, true]);
    expect([honest(true, "network"), honest(true, "rule"), honest(false, null)]).toEqual([
      false,
      false,
      false,
    ]);
  });
});

describe("a figure that others state", () => {
  it("lies in our interval, or on the side of one or the other", () => {
    const own = { value: 0.75, interval: { low: 0.73, high: 0.77 } };
    expect([0.73, 0.78, 0.72, null].map((stated) => statedAgainst(own, stated, "higher"))).toEqual([
      "within",
      "theirs better",
      "ours better",
      "n/a",
    ]);
    expect(statedAgainst(own, 0.78, "lower")).toBe("ours better");
    expect(statedAgainst(own, 0.72, "lower")).toBe("theirs better");
  });
});

describe("the page", () => {
  const catalogue = readCatalogue();
  const looks = readLooks();
  const logOf = (experiment: MeasuredLog["experiment"]): MeasuredLog => {
    const summary = { model: side(0.76, 0.49, 0.02), baseline: side(0.7, 0.5, 0.02) };
    const figures = {
      summary: { all: summary, active: summary },
      evidence: { all: evidence(0.01), active: evidence(0.02) },
      firstEventAt: "1990-01-01T00:00:00.000Z",
    };
    const outcome = {
      kind: "measured",
      section: `## ${experiment.title}\n\nbody\n`,
      seeds: "1,2,3",
      figures,
    } as const;
    if (experiment.kind !== "null-control") return { experiment, outcome };
    return { experiment, outcome, answer: { saysNoSignal: true, serves: null, words: "No signal found." } };
  };
  const tableOf = (experiment: MeasuredTable["experiment"]): MeasuredTable => {
    const summary = { model: side(0.999, 0.1, 0.005), baseline: side(0.7, 0.5, 0.02) };
    const figures = { summary: { mean: summary, pooled: summary }, evidence: evidence(0.01) };
    const leaking = { ...figures, evidence: { ...figures.evidence, suspectedLeak: "months" } };
    return { experiment, outcome: { kind: "measured", section: "## t\n", seeds: "1", figures: leaking } };
  };
  const given = {
    catalogue,
    looks,
    logs: catalogue.logs.map(logOf),
    tables: catalogue.tables.map(tableOf),
    command: "npm run results -- --data ../data",
    seeds: "1,2,3",
    seconds: 899,
    machine: "2 processors, Node 20.20.2",
    sideBySide: 2,
  };
  const page = resultsPage(given);

  it("sums up every log, the null control, the trap and the tables", () => {
    expect(page).toContain("14 min 59 s (asked: under 15 min; met)");
    expect(page).toMatch(/met: \d of 8; figures met: \d+ of 48/);
    expect(page).toMatch(/Mean over 8 logs .*all ROC-AUC 0\.7600 against 0\.803[67] \(not better\)/);
    expect(page).toContain("Mean over these and the invented one");
    expect(page).toContain("Null control: ROC-AUC all 0.7600, active 0.7600 (asked: 0.47 to 0.53; missed)");
    expect(page).toContain(
      "it is told that there is no signal. Nothing was trained (asked: to say so and not to serve a model; met): “No signal found.”",
    );
    expect(page).toContain("no inverted score, above 0.5; met");
    expect(page).toContain("suspected leak: months");
    expect(page).toContain("| **all logs** | 70 of 100 (70 %) | 70 of 100 (70 %) |");
    expect(page.replaceAll("\n", " ")).toContain(
      "trained with the first seed only: IBM's Telco sample, Motor insurance",
    );
  });

  it("has as many cells in every line of a table as in its heading", () => {
    for (const part of page.split("\n\n").filter((text) => text.startsWith("|"))) {
      expect(new Set(part.split("\n").map((line) => line.split("|").length)).size).toBe(1);
    }
  });

  it("says what could not be measured and counts it as not met", () => {
    const [first, ...others] = given.logs;
    if (!first) throw new Error("no log");
    const failed = {
      experiment: first.experiment,
      outcome: { kind: "failed", reason: "No such file." },
    } as const;
    const text = resultsPage({ ...given, logs: [failed, ...others] });
    expect(text).toContain(`**${first.experiment.title} could not be measured:** No such file.`);
    expect(text).toMatch(/met: \d of 8; figures met: \d+ of 42/);
  });

  it("says that it is a part where only some were asked for", () => {
    const text = resultsPage({ ...given, logs: [], tables: given.tables.slice(0, 1), seconds: 61 });
    expect(text).toContain("It took 1 min 1 s on");
    expect(text).toContain("**Only 1 of 15 data sets were measured.**");
    expect(text).not.toContain("### Logs");
  });

  it("tells how often each data set's labels were looked at, none left out", () => {
    for (const { name } of [...catalogue.logs, ...catalogue.tables])
      expect(looks[name]?.length).toBeGreaterThan(0);
    expect(Object.keys(looks)).toHaveLength(catalogue.logs.length + catalogue.tables.length);
    const counted = {
      telco: [
        { count: 2, about: true, for: "a" },
        { count: 1, about: false, for: "b" },
      ],
    };
    expect(resultsPage({ ...given, looks: counted })).toContain(
      "| IBM's Telco sample | about 3 | about 2: a; 1: b |",
    );
    const some = {
      telco: [
        { count: null, about: false, for: "a" },
        { count: 4, about: false, for: "b" },
      ],
    };
    expect(resultsPage({ ...given, looks: some })).toContain("| many: more than 4 | not counted: a; 4: b |");
    expect(resultsPage({ ...given, looks: {} })).toContain("| IBM's Telco sample | unknown | not recorded |");
  });
});

describe("the page's making", () => {
  it("runs so many at a time, in order, and all of them", async () => {
    const begun: number[] = [];
    let running = 0;
    let most = 0;
    const ends: (() => void)[] = [];
    const tasks = [0, 1, 2, 3].map((task) => async () => {
      begun.push(task);
      running += 1;
      most = Math.max(most, running);
      await new Promise<void>((resolve) => ends.push(resolve));
      running -= 1;
    });
    const done = inLanes(tasks, 2);
    for (let ended = 0; ended < 4; ended += 1) {
      ends[ended]?.();
      for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
    }
    await done;
    expect([begun, most]).toEqual([[0, 1, 2, 3], 2]);
  });

  it("breaks text where it would run over", () => {
    const lines = wrapped(`${"word ".repeat(60)}\n   end`).split("\n");
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(120);
    expect(lines.join(" ")).toBe(`${"word ".repeat(60)}end`);
  });
});
