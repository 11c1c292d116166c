import { describe, expect, it } from "vitest";
import { sigmoid } from "../../../model/probability.ts";
import { randomStream } from "../../../model/random.ts";
import { fitRule, ruleContributions, ruleLogits } from "../../../model/rule.ts";
import { type Dataset, selectRows } from "../../../src/domain/risk/dataset.ts";
import { syntheticCustomers } from "./synthetic.ts";

const table = syntheticCustomers(3000, 4);
const flat = (rows: number) => new Float64Array(rows);
const ruleOf = (rows: typeof table, offsets = flat(rows.rows)) =>
  fitRule({ rows, labels: rows.labels, offsets });
const everyRow = (rows: Dataset) => ({ from: 0, to: rows.rows });

describe("the rule", () => {
  it("takes the column that says most, and gives each of its bins about the rate of its customers", () => {
    const rule = ruleOf(table);
    expect(rule.column).toBe("days");
    expect(rule.logits).toHaveLength(11);
    const days = table.columns[0]!.values as Float64Array;
    const logits = ruleLogits(rule, table, everyRow(table));
    const longest = [...days.keys()].filter((row) => days[row]! >= 165);
    const rate = longest.reduce((sum, row) => sum + table.labels[row]!, 0) / longest.length;
    expect(sigmoid(logits[longest[0]!]!)).toBeCloseTo(rate, 1);
  });

  it("reads a category as well as a number, and gives unknown and missing values the overall rate", () => {
    const plans = { ...table, columns: table.columns.filter(({ name }) => name === "plan") };
    const rule = ruleOf(plans);
    const asked: Dataset = {
      rows: 4,
      columns: [{ kind: "category", name: "plan", values: ["Ⅲ 旗舰", "basic", "new", ""] }],
    };
    const [best, basic, unknown, missing] = ruleLogits(rule, asked, everyRow(asked));
    expect(best).toBeLessThan(basic! - 0.5);
    expect(unknown).toBe(missing);
    expect(unknown).toBeGreaterThan(best!);
    expect(unknown).toBeLessThan(basic!);
  });

  it("a bin of missing values has a rate of its own where training saw them", () => {
    const random = randomStream(2);
    const values = Float64Array.from({ length: 1000 }, (_, row) => (row % 4 === 0 ? Number.NaN : random()));
    const labels = Uint8Array.from(values, (value) => (Number.isNaN(value) ? 1 : 0));
    const rule = ruleOf({ rows: 1000, labels, columns: [{ kind: "number", name: "gap", values }] });
    const logits = ruleLogits(
      rule,
      { rows: 1000, columns: [{ kind: "number", name: "gap", values }] },
      { from: 0, to: 4 },
    );
    expect(logits[0]).toBeGreaterThan(3);
    expect(logits[1]).toBeLessThan(-3);
  });

  it("is fitted on top of the level of each row's snapshot", () => {
    const raised = { ...syntheticCustomers(3000, 4, 1.5) };
    const offsets = flat(3000).fill(1.5);
    const [plain, onTop] = [ruleOf(table), ruleOf(raised, offsets)];
    for (const bin of [1, 5, 8]) expect(Math.abs(onTop.logits[bin]! - plain.logits[bin]!)).toBeLessThan(0.5);
    expect(ruleOf(raised).logits[5]! - plain.logits[5]!).toBeGreaterThan(0.9);
  });

  it("never promises certainty, however few the customers of a bin", () => {
    const few = selectRows(table, [0, 1, 2, 3]);
    for (const logit of ruleOf({ ...few, labels: Uint8Array.of(1, 1, 1, 1) }).logits) {
      expect(logit).toBeGreaterThan(0);
      expect(logit).toBeLessThan(4);
    }
  });

  it("explains a row by its one column, exactly", () => {
    const rule = ruleOf(table);
    const logits = ruleLogits(rule, table, { from: 10, to: 12 });
    const columns = ["plan", "days"];
    const contributions = ruleContributions(rule, columns, logits);
    expect([contributions[0], contributions[2]]).toEqual([0, 0]);
    expect(contributions[1]).toBeCloseTo(logits[0]! - rule.meanLogit, 6);
    expect(contributions[3]).toBeCloseTo(logits[1]! - rule.meanLogit, 6);
  });
});
