import { describe, expect, it } from "vitest";
import {
  chartShape,
  describeChart,
  niceScale,
  slicePath,
} from "../../../src/sandbox/page/blocks/chart-shape.ts";
import { sortRows } from "../../../src/sandbox/page/blocks/sort-rows.ts";
import { parseRoute, writeRoute } from "../../../src/sandbox/page/state/route.ts";

const chart = (body: Record<string, unknown>) =>
  chartShape({ type: "data_visualization", title: "T", chart: body });

describe("charts", () => {
  it("line up series by category and leave gaps where there is no value", () => {
    const shape = chart({
      type: "line",
      series: [
        { name: "A", data: [{ label: "Jan", value: 1 }] },
        { name: "B", data: [{ label: "Feb", value: 2 }] },
      ],
      axis_config: { categories: ["Jan", "Feb"], y_label: "n" },
    });
    expect(shape?.series).toEqual([
      { name: "A", values: [1, null] },
      { name: "B", values: [null, 2] },
    ]);
    expect(shape && describeChart(shape)).toBe("Line chart. A: Jan 1, Feb no value. B: Jan no value, Feb 2.");
  });

  it("are null for a kind that nobody knows", () => {
    expect(chart({ type: "radar" })).toBeNull();
  });

  it.each([
    [
      [0.62, 0.4],
      [0, 0.2, 0.4, 0.6, 0.8],
    ],
    [
      [-5, 12],
      [-5, 0, 5, 10, 15],
    ],
    [[0], [0, 0.25]],
    [[84_200], [0, 25_000, 50_000, 75_000, 100_000]],
  ])("scale %j by round steps that hold every value and zero", (values, ticks) => {
    const scale = niceScale(values);
    expect(scale.low).toBeLessThanOrEqual(Math.min(0, ...values));
    expect(scale.high).toBeGreaterThanOrEqual(Math.max(0, ...values));
    expect(scale.ticks.slice(0, ticks.length)).toEqual(ticks);
  });

  it("draw a whole pie as a circle, which one arc cannot", () => {
    expect(slicePath(50, 40, 0, 1).match(/A/g)).toHaveLength(2);
    expect(slicePath(50, 40, 0, 0.25)).toBe("M50 50L50.00 10.00A40 40 0 0 1 90.00 50.00Z");
  });
});

describe("sorting a table", () => {
  const cell = (value: number | string) =>
    typeof value === "number"
      ? { type: "raw_number", value, text: `${value} %` }
      : { type: "raw_text", text: value };
  const rows = [
    [cell("b"), cell(9)],
    [cell("a"), cell(10)],
    [cell("c"), cell(-1)],
  ];
  const first = (order: Parameters<typeof sortRows>[1]) => sortRows(rows, order).map(([name]) => name?.text);

  it("goes by size for numbers and by words for text", () => {
    expect(first(null)).toEqual(["b", "a", "c"]);
    expect(first({ column: 1, isDescending: false })).toEqual(["c", "b", "a"]);
    expect(first({ column: 0, isDescending: true })).toEqual(["c", "b", "a"]);
  });
});

describe("the address", () => {
  it("names what is open, and comes back as the same place", () => {
    const places = ["#/home", "#/C123", "#/D1/1795339800.000100"].map(parseRoute);
    expect(places.map((place) => place && writeRoute(place))).toEqual([
      "#/home",
      "#/C123",
      "#/D1/1795339800.000100",
    ]);
    expect(parseRoute("")).toBeNull();
    expect(parseRoute("#/<script>")).toBeNull();
  });
});
