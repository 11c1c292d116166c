import { describe, expect, it } from "vitest";
import { displayWidth, textTable } from "../../../../src/cli/text-table.ts";
import { metricValue } from "../../../../src/cli/value/metrics.ts";
import { parseCurrency, parseDay } from "../../../../src/cli/value/value-options.ts";
import { asWritten } from "../../../../src/domain/phrase.ts";
import { metric, noMetric } from "../../../../src/domain/value/metrics/metric.ts";

const context = { period: { fromDay: "2026-07-01", toDay: "2026-09-30" }, dataUpTo: null };
const described = {
  key: "k",
  name: asWritten("K"),
  formula: asWritten("a ÷ b"),
  denominator: { what: asWritten("b"), count: 1 },
};

describe("tables of text", () => {
  it("align words to the left and figures to the right, Chinese names included", () => {
    const lines = textTable(
      ["", "customers", "over"],
      [
        ["北京科技", "7", "all"],
        ["Acme", "1,200", "retained"],
      ],
      [0, 2],
    );
    expect(lines).toEqual([
      "          customers  over",
      "北京科技          7  all",
      "Acme          1,200  retained",
    ]);
    expect(displayWidth("大客户A")).toBe(7);
  });
});

describe("a metric's value in words", () => {
  it.each([
    ["percent", 89.04, "89.0 %"],
    ["hours", 5.66, "5.7 h"],
    ["hours", 60, "2.5 days"],
    ["years", 2.27, "2.3 years"],
    ["points", -12.4, "-12"],
    ["ratio", 3.622, "3.62"],
  ] as const)("%s %d is %s", (unit, value, words) => {
    expect(metricValue(metric(context, { ...described, unit, value }))).toBe(words);
  });

  it("shows amounts in their currency, and n/a instead of 0", () => {
    expect(metricValue(metric(context, { ...described, unit: "minor", currency: "JPY", value: 1_500 }))).toBe(
      "¥1,500",
    );
    expect(
      metricValue(noMetric(context, { ...described, unit: "percent", because: asWritten("nobody") })),
    ).toBe("n/a");
  });
});

describe("options", () => {
  it("take days and currencies, and say what they want", () => {
    expect(parseDay("2026-09-30")).toBe("2026-09-30");
    expect(() => parseDay("30.9.2026")).toThrow("Give a day such as 2026-07-31.");
    expect(() => parseDay("2026-02-30")).toThrow("Give a day");
    expect(parseCurrency("eur")).toBe("EUR");
    expect(() => parseCurrency("EURO")).toThrow("currency code");
  });
});
