import { Command } from "commander";
import { describe, expect, it } from "vitest";
import { commandLine, foldsOption } from "../../../../src/cli/risk/evaluate-options.ts";
import { type ResultSection, resultsMarkdown } from "../../../../src/cli/risk/results-markdown.ts";

const metrics = (rocAuc: number | null) => ({
  n: 1200,
  positives: 300,
  rocAuc,
  prAuc: 0.6,
  logLoss: 0.4,
  brier: 0.13,
  ece: 0.01,
  topDecileLift: 2.9,
});
const sides = (rocAuc: number | null) => ({
  model: metrics(rocAuc),
  baseline: metrics(0.8),
  rule: metrics(null),
});
const bin = { n: 120, meanPredicted: 0.253, observedRate: 0.25, low: 0.18, high: 0.33 };
const section: ResultSection = {
  title: "Shop",
  command: "npm run mainstay -- evaluate table shop.csv",
  seeds: [1, 2],
  seconds: [10.2, 12.4],
  figures: new Map([["pooled", [sides(0.85), sides(0.852)]]]),
  reliability: new Map([["pooled", { model: [bin], baseline: [], rule: [] }]]),
  evidence: new Map([
    [
      "pooled",
      {
        calibrationNoise: 0.0123,
        coverage: { covered: 8.333, groups: 10 },
        intervals: {
          rocAuc: { value: 0.85, interval: { low: 0.84, high: 0.86 } },
          logLoss: { value: 0.4, interval: null },
          rocAucDifference: { value: 0.05, interval: { low: -0.01, high: 0.06 } },
          logLossDifference: { value: null, interval: null },
        },
        suspectedLeak: "closed on",
      },
    ],
  ]),
  value: {
    column: "margin",
    blanks: 3,
    lost: 12_345.5,
    rankings: [{ percent: 5, contacted: 60, byExpectedLoss: 0.412, byProbability: 0.305, byValue: null }],
  },
};

describe("results as Markdown", () => {
  const text = resultsMarkdown(section);

  it("tell what was decided about the file, where anything was", () => {
    const notes = ["closed on alone tells who churned."];
    expect(resultsMarkdown({ ...section, notes })).toContain(
      "(lowest–highest).\n\n- closed on alone tells who churned.\n\n|",
    );
    expect(resultsMarkdown({ ...section, notes: [] })).toBe(text);
  });

  it("give mean and range over the seeds, one figure where all agree, n/a where none is defined", () => {
    expect(text).toContain("| network | 0.8510 (0.8500–0.8520) | 0.6000 | 0.4000 |");
    expect(text).toContain("| logistic regression | 0.8000 | 0.6000 |");
    expect(text).toContain("| one-column rule | n/a | 0.6000 |");
    expect(text).toContain("1,200 rows, 300 churned. Figures: mean over seeds 1, 2 (lowest–highest).");
  });

  it("give the command, the reliability of the first seed, and how long it took", () => {
    expect(text).toContain("```\nnpm run mainstay -- evaluate table shop.csv\n```");
    expect(text).toContain("| 25.3 % | 120 | 25.0 % | 18.0 %–33.0 % |");
    expect(text).toContain("Took 23 s (10, 12 s per seed).");
  });

  it("say how far to rely on them, what leaks, and what the ranking would have caught", () => {
    expect(text).toContain("- ROC-AUC 0.8500 (0.8400…0.8600), log loss 0.4000 (95 % over customers)");
    expect(text).toContain("ROC-AUC +0.0500 (-0.0100…+0.0600), log loss n/a");
    expect(text).toContain("up to 0.0123 (95 %)");
    expect(text).toContain("- 80 % intervals held the rate of 8.3 of 10 groups");
    expect(text).toContain("- near perfect: suspected leak: closed on");
    expect(text).toContain("margin: 12,345.5 left");
    expect(text).toContain("3 rows without a value count as 0.");
    expect(text).toContain("| top 5 % (60) | 41.2 % | 30.5 % | n/a |");
  });

  it("have as many cells in every line of a table as in its heading", () => {
    for (const table of text.split("\n\n").filter((part) => part.startsWith("|"))) {
      const widths = table.split("\n").map((line) => line.split("|").length);
      expect(new Set(widths).size).toBe(1);
    }
  });
});

describe("the command of a result", () => {
  const parsed = (...argv: string[]): Command => {
    const root = new Command("mainstay");
    const table = root.command("evaluate").command("table").argument("<file>");
    table
      .option("--target <column>")
      .option("--seed <number>", "", Number, 1)
      .option("--seeds <numbers>", "", (text: string) => text.split(",").map(Number))
      .option("--train-at <day>", "", (text: string) => new Date(text))
      .option("--json")
      .option("--markdown <file>")
      .action(() => {});
    root.parse(["node", "mainstay", "evaluate", "table", "a b.csv", ...argv]);
    return table;
  };

  it("is what was typed but for where the result goes, ready for a shell", () => {
    const given = ["--target", "客户's churn", "--seeds", "1,2", "--json", "--markdown", "x.md"];
    expect(commandLine(parsed(...given), "a b.csv")).toBe(
      "npm run mainstay -- evaluate table 'a b.csv' --target '客户'\\''s churn' --seeds 1,2",
    );
    expect(commandLine(parsed("--train-at", "2010-06-13"), "a.csv")).toBe(
      "npm run mainstay -- evaluate table a.csv --train-at 2010-06-13",
    );
  });

  it("takes folds as a number or as a file", () => {
    expect(foldsOption("10")).toEqual({ foldCount: 10 });
    expect(foldsOption("folds-10.csv")).toEqual({ foldsPath: "folds-10.csv" });
    expect(foldsOption(undefined)).toEqual({});
  });
});
