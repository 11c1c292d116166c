import type { Phrase } from "./phrase.ts";

/** What its values count: whole things, percent, or whole minor units of a currency. */
export type ChartUnit =
  | { readonly kind: "count" }
  | { readonly kind: "percent" }
  | { readonly kind: "money"; readonly currency: string };

/** `bridge`: one series, whose first value stands, whose last one is reached, and between them what added up to it. */
export type ChartKind = "lines" | "bars" | "bridge";

/**
 * A chart as data, for whoever draws it. The names of its series differ; each series has one value for each category. What it
 * shows stands in `finding` as well, for whoever does not see it.
 */
export type Chart = {
  readonly kind: ChartKind;
  readonly title: Phrase;
  readonly finding: Phrase;
  readonly unit: ChartUnit;
  readonly categories: readonly Phrase[];
  readonly series: readonly ChartSeries[];
};

export type ChartSeries = { readonly name: Phrase; readonly values: readonly number[] };

/** `triangle`: a row for each series, shorter from row to row, of shares from 0 to 100. Slack's charts have no such kind. */
export type PictureKind = ChartKind | "triangle";

/** A chart in the words of a language, for a picture. Slack is never sent it. */
export type ChartPicture = {
  readonly kind: PictureKind;
  readonly title: string;
  /** What is read out in place of the picture. */
  readonly altText: string;
  /** What a message says in place of its charts: where their pictures are, or that there are none. */
  readonly instead: Readonly<Record<"thread" | "direct" | "none", string>>;
  readonly categories: readonly string[];
  /** `texts`: its values as they are written. */
  readonly series: ReadonlyArray<{
    readonly name: string;
    readonly values: readonly number[];
    readonly texts: readonly string[];
  }>;
};

/** Draws a picture of a chart. @throws Error where this machine cannot */
export type DrawChart = (picture: ChartPicture) => Promise<Uint8Array>;

/** Whether the workspace takes charts, and what is drawn where it does not. */
export type ChartSupport = {
  /** True until it is known that it does not. */
  takesCharts(): boolean;
  /** What Slack said of them: by refusing a message that it took without them, or by checking one. */
  learn(takes: boolean): void;
  readonly draw: DrawChart;
};
