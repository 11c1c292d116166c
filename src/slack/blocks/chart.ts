import type { Block, KnownBlock } from "@slack/types";
import { plainLine } from "./escape.ts";

/** A chart as Slack draws it; its published types do not know the block yet. */
export type ChartBlock = Block & {
  readonly type: "data_visualization";
  readonly title: string;
  readonly chart: AxisChart;
};
export type MessageBlock = KnownBlock | ChartBlock;

type AxisChart = {
  readonly type: "bar" | "line" | "area";
  readonly series: readonly Series[];
  readonly axis_config: {
    readonly categories: readonly string[];
    readonly x_label?: string;
    readonly y_label?: string;
  };
};
type Series = {
  readonly name: string;
  readonly data: ReadonlyArray<{ readonly label: string; readonly value: number }>;
};

export type ChartData = {
  readonly title: string;
  readonly type: AxisChart["type"];
  /** Along the axis: at most 20, those beyond are left out. */
  readonly categories: readonly string[];
  /** At most 12; one value per category. */
  readonly series: ReadonlyArray<{ readonly name: string; readonly values: readonly number[] }>;
  readonly xLabel?: string;
  readonly yLabel?: string;
};

const TITLE_LENGTH = 50;
const LABEL_LENGTH = 20;
const AXIS_LABEL_LENGTH = 50;
const MOST_CATEGORIES = 20;
const MOST_SERIES = 12;

/**
 * A chart, or nothing where there is nothing to draw. Slack rolls the block out workspace by workspace: every chart
 * stands beside its numbers, and is left out where Slack refuses it (`withoutCharts`).
 */
export function chart(data: ChartData): ChartBlock[] {
  const categories = distinctLabels(data.categories.slice(0, MOST_CATEGORIES));
  if (categories.length === 0 || data.series.length === 0) return [];
  const series = data.series.slice(0, MOST_SERIES).map(({ name, values }) => ({
    name: plainLine(name, LABEL_LENGTH) || "–",
    data: categories.map((label, place) => ({ label, value: values[place] ?? 0 })),
  }));
  return [
    {
      type: "data_visualization",
      title: plainLine(data.title, TITLE_LENGTH),
      chart: {
        type: data.type,
        series,
        axis_config: {
          categories,
          ...(data.xLabel ? { x_label: plainLine(data.xLabel, AXIS_LABEL_LENGTH) } : {}),
          ...(data.yLabel ? { y_label: plainLine(data.yLabel, AXIS_LABEL_LENGTH) } : {}),
        },
      },
    },
  ];
}

/** Cut to Slack's length; equal ones get a number, because a point is found by its label. */
function distinctLabels(labels: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return labels.map((label) => {
    const cut = plainLine(label, LABEL_LENGTH) || "–";
    const count = (seen.get(cut) ?? 0) + 1;
    seen.set(cut, count);
    return count === 1 ? cut : `${plainLine(label, LABEL_LENGTH - " (20)".length)} (${count})`;
  });
}

export function hasCharts(blocks: readonly Block[]): boolean {
  return blocks.some(({ type }) => type === "data_visualization");
}

/** The same message for a workspace that has no charts yet. */
export function withoutCharts<T extends Block>(blocks: readonly T[]): T[] {
  return blocks.filter(({ type }) => type !== "data_visualization");
}
