import type { Block, ContextBlock, KnownBlock } from "@slack/types";
import type { ChartPicture, PictureKind } from "../../domain/chart.ts";
import { commaList, semicolonList } from "../../words/joined.ts";
import type { Locale } from "../../words/locale.ts";
import { sayIn } from "../../words/say.ts";
import { numberText } from "../../words/text.ts";
import { plainLine } from "./escape.ts";

/** A chart as Slack draws it; its published types do not know the block yet. */
export type ChartBlock = Block & {
  readonly type: "data_visualization";
  readonly title: string;
  readonly chart: AxisChart;
  /** The same for a picture. Named by a symbol, so that it is no part of what is sent or kept as JSON. */
  readonly [PICTURE]: ChartPicture;
};
const PICTURE = Symbol("picture");

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
  /** At most 12; one value per category. `texts`: as they are written; left out: as plain numbers. */
  readonly series: ReadonlyArray<{
    readonly name: string;
    readonly values: readonly number[];
    readonly texts?: readonly string[];
  }>;
  readonly locale: Locale;
  /** What it shows, in words; left out: every value is read out. */
  readonly finding?: string;
  /** Its values between the first and the last add up to the last. */
  readonly isBridge?: true;
  readonly xLabel?: string;
  readonly yLabel?: string;
};

const TITLE_LENGTH = 50;
const LABEL_LENGTH = 20;
const AXIS_LABEL_LENGTH = 50;
const MOST_CATEGORIES = 20;
const MOST_SERIES = 12;
/** In a picture, which is wide enough for a long company name. */
const NAME_LENGTH = 40;
/** Of an image block; of a file Slack names none. */
const ALT_TEXT_LENGTH = 2000;

/**
 * A chart, or nothing where there is nothing to draw. Slack rolls the block out workspace by workspace: every chart
 * stands beside its numbers, and is left out where Slack refuses it (`withoutCharts`).
 */
export function chart(data: ChartData): ChartBlock[] {
  const categories = distinctLabels(data.categories.slice(0, MOST_CATEGORIES));
  if (categories.length === 0 || data.series.length === 0) return [];
  const shownSeries = data.series.slice(0, MOST_SERIES);
  const names = distinctLabels(shownSeries.map(({ name }) => name));
  const series = shownSeries.map(({ values }, place) => ({
    name: names[place] ?? "–",
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
      [PICTURE]: pictureFrom(data),
    },
  ];
}

/** A picture has room for whole names, and shows as many categories and series as the chart. */
function pictureFrom(data: ChartData): ChartPicture {
  const { locale, type, isBridge } = data;
  const categories = data.categories.slice(0, MOST_CATEGORIES);
  const series = data.series.slice(0, MOST_SERIES).map(({ name, values, texts }) => {
    const shown = categories.map((_, place) => values[place] ?? 0);
    return {
      name,
      values: shown,
      texts: shown.map((value, place) => texts?.[place] ?? numberText(value, locale)),
    };
  });
  const kind = isBridge ? "bridge" : type === "bar" ? "bars" : "lines";
  return chartPicture({ ...data, kind, categories, series });
}

type Drawable = Pick<ChartPicture, "title" | "categories" | "series"> &
  Pick<ChartData, "locale" | "finding"> & { readonly kind: PictureKind };

/** A picture with what is read out in its place: its finding, or every value. */
export function chartPicture({ kind, title, locale, finding: found, ...drawn }: Drawable): ChartPicture {
  const say = sayIn(locale);
  const categories = drawn.categories.map((name) => plainLine(name, NAME_LENGTH));
  const series = drawn.series.map((one) => ({ ...one, name: plainLine(one.name, NAME_LENGTH) }));
  const finding = found ?? everyValue(categories, series, locale);
  const instead = {
    thread: say("chart.as-pictures.thread"),
    direct: say("chart.as-pictures.direct"),
    none: say("chart.no-pictures"),
  };
  return { kind, title, altText: say("chart.alt", { title, finding }), instead, categories, series };
}

function everyValue(categories: readonly string[], series: ChartPicture["series"], locale: Locale): string {
  const say = sayIn(locale);
  const told = series.map(({ name, texts }) => {
    const points = texts.map((value, place) =>
      say("chart.alt.point", { label: categories[place] ?? "", value }),
    );
    return say("chart.alt.series", { name, values: commaList(points, say) });
  });
  return semicolonList(told, say);
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

const isChart = (block: Block): block is ChartBlock => block.type === "data_visualization";

/** The charts of a message as pictures, in its order. */
export const picturesOf = (blocks: readonly Block[]): ChartPicture[] =>
  blocks.filter(isChart).map((block) => block[PICTURE]);

/**
 * The same message for a workspace that has no charts yet: in the place of the first one it says where their pictures are.
 */
export function withoutCharts(
  blocks: readonly MessageBlock[],
  where: keyof ChartPicture["instead"],
): MessageBlock[] {
  const first = blocks.findIndex(isChart);
  return blocks.flatMap((block, place) => {
    if (!isChart(block)) return [block];
    if (place !== first) return [];
    const said: ContextBlock = {
      type: "context",
      elements: [{ type: "mrkdwn", text: block[PICTURE].instead[where], verbatim: true }],
    };
    return [said];
  });
}

/** Pictures as files: the alternative text is what is read out in their place. */
export const pictureFile = ({ title, altText }: ChartPicture, png: Uint8Array, place: number) => ({
  file: Buffer.from(png),
  filename: `chart-${place + 1}.png`,
  title,
  alt_text: plainLine(altText, ALT_TEXT_LENGTH),
});
