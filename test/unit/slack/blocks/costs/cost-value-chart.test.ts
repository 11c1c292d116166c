import { expect, it } from "vitest";
import type { CostReport, CostRow } from "../../../../../src/domain/costs/cost-report.ts";
import { picturesOf } from "../../../../../src/slack/blocks/chart.ts";
import { costValueChart } from "../../../../../src/slack/blocks/costs/cost-value-chart.ts";

const row = (label: string, totalMinor: number, revenueMinor: number | null) =>
  ({ key: label, label, totalMinor, revenueMinor }) as CostRow;
const chartOf = (rows: CostRow[], dimension = "segment") =>
  costValueChart({
    report: { rows, dimension, currency: "EUR" } as unknown as CostReport,
    locale: "en",
    labelOf: ({ label }) => label,
  });

it("draws cost beside revenue, and says which segment costs most of what it brings", () => {
  const rows = [row("Retail", 50_000, 100_000), row("Hotels", 30_000, 40_000), row("Unknown", 9, null)];
  const [block] = chartOf(rows);
  expect(block?.chart.series).toEqual([
    {
      name: "Cost",
      data: [
        { label: "Retail", value: 500 },
        { label: "Hotels", value: 300 },
      ],
    },
    {
      name: "Revenue",
      data: [
        { label: "Retail", value: 1000 },
        { label: "Hotels", value: 400 },
      ],
    },
  ]);
  expect(picturesOf(chartOf(rows))[0]?.altText).toContain("Keeping Hotels costs 75 % of its revenue");
});

it("draws nothing of other reports, nor where fewer than two have revenue", () => {
  const two = [row("Retail", 50, 100), row("Hotels", 30, 40)];
  expect(chartOf(two, "owner")).toEqual([]);
  expect(chartOf([row("Retail", 50, 100), row("Hotels", 30, 0), row("Other", 0, 10)])).toEqual([]);
});
