import type { BlockJson } from "../../page-protocol.ts";
import {
  type Json,
  listIn,
  numberIn,
  objectIn,
  stringIn,
  stringsIn,
  wordsIn,
} from "../state/block-fields.ts";

/** One line, or one colour of bars: a value for each category, null where there is none. */
export type Series = { readonly name: string; readonly values: readonly (number | null)[] };

export type ChartShape = {
  readonly kind: "line" | "bar" | "area" | "pie";
  readonly title: string;
  readonly categories: readonly string[];
  /** A pie has one, whose values are its slices. */
  readonly series: readonly Series[];
  readonly xLabel: string;
  readonly yLabel: string;
};

/** The data of a `data_visualization` block; null where its kind is unknown. */
export function chartShape(block: BlockJson): ChartShape | null {
  const chart = objectIn(block, "chart") ?? {};
  const kind = stringIn(chart, "type");
  const title = wordsIn(block, "title");
  if (kind === "pie") return pieShape(chart, title);
  if (kind !== "line" && kind !== "bar" && kind !== "area") return null;
  const axis = objectIn(chart, "axis_config") ?? {};
  const lists = listIn(chart, "series");
  const named = stringsIn(axis, "categories");
  const categories =
    named.length > 0
      ? named
      : [
          ...new Set(
            lists.flatMap((each) => listIn(each, "data").map((point) => stringIn(point, "label") ?? "")),
          ),
        ];
  return {
    kind,
    title,
    categories,
    series: lists.map((each) => seriesOf(each, categories)),
    xLabel: stringIn(axis, "x_label") ?? "",
    yLabel: stringIn(axis, "y_label") ?? "",
  };
}

function seriesOf(series: Json, categories: readonly string[]): Series {
  const points = listIn(series, "data");
  return {
    name: stringIn(series, "name") ?? "",
    values: categories.map((category) => {
      const point = points.find((each) => stringIn(each, "label") === category);
      return point === undefined ? null : numberIn(point, "value");
    }),
  };
}

function pieShape(chart: Json, title: string): ChartShape {
  const segments = listIn(chart, "segments");
  const series = [{ name: title, values: segments.map((segment) => numberIn(segment, "value")) }];
  const categories = segments.map((segment) => stringIn(segment, "label") ?? "");
  return { kind: "pie", title, categories, series, xLabel: "", yLabel: "" };
}

export type Scale = { readonly low: number; readonly high: number; readonly ticks: readonly number[] };

/** About four round steps that hold all values and zero. */
export function niceScale(values: readonly number[]): Scale {
  const least = Math.min(0, ...values);
  const most = Math.max(0, ...values);
  const rough = (most - least || 1) / 4;
  const magnitude = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((each) => each * magnitude).find((each) => each >= rough) ?? rough;
  const low = Math.floor(least / step) * step;
  const count = Math.max(1, Math.ceil((most - low) / step));
  const ticks = Array.from({ length: count + 1 }, (_, place) => Number((low + place * step).toPrecision(12)));
  return { low, high: ticks.at(-1) ?? most, ticks };
}

/** The path of one slice of a pie; `from` and `to` are shares of the whole circle, 0 at the top. */
export function slicePath(center: number, radius: number, from: number, to: number): string {
  const point = (share: number) => {
    const angle = 2 * Math.PI * share - Math.PI / 2;
    return `${(center + radius * Math.cos(angle)).toFixed(2)} ${(center + radius * Math.sin(angle)).toFixed(2)}`;
  };
  if (to - from >= 0.9999)
    return `M${point(0)}A${radius} ${radius} 0 1 1 ${point(0.5)}A${radius} ${radius} 0 1 1 ${point(0)}Z`;
  const isLarge = to - from > 0.5 ? 1 : 0;
  return `M${center} ${center}L${point(from)}A${radius} ${radius} 0 ${isLarge} 1 ${point(to)}Z`;
}

/** What the chart shows, in words: for those who do not see it. */
export function describeChart(shape: ChartShape): string {
  const parts = shape.series.map(({ name, values }) => {
    const points = shape.categories.map((category, place) => `${category} ${values[place] ?? "no value"}`);
    return `${shape.kind === "pie" ? "" : `${name}: `}${points.join(", ")}.`;
  });
  const kind = { line: "Line chart", bar: "Bar chart", area: "Area chart", pie: "Pie chart" }[shape.kind];
  return `${kind}. ${parts.join(" ")}`;
}
