import type { JoinedIn } from "../../../domain/figures/retention-triangle.ts";
import type { Metric } from "../../../domain/value/metrics/metric.ts";
import type { MetricReport } from "../../../domain/value/metrics/metric-report.ts";
import type { Locale } from "../../../words/locale.ts";
import { type Say, sayIn } from "../../../words/say.ts";
import { textOf } from "../../../words/text.ts";
import { ACTION } from "../../ids.ts";
import { actions, button, context, fields, header, type SlackMessage, section } from "../elements.ts";
import { escapeMrkdwn } from "../escape.ts";
import { triangleBlocks } from "./retention-triangle.ts";

export type RetentionView = {
  readonly report: Pick<MetricReport, "period" | "notes"> & { readonly metrics: readonly Metric[] };
  /** Who joined in each month, and stayed. */
  readonly triangle: readonly JoinedIn[];
  readonly locale: Locale;
};

const BECAUSE_LENGTH = 300;
const NOTE_LENGTH = 600;

/** Retention and churn of a period: each rate with what is divided by what, or why there is none. */
export function retentionMessage({ report, triangle, locale }: RetentionView): SlackMessage {
  const say = sayIn(locale);
  const { period, metrics, notes } = report;
  const title = say("asking.retention.title", { from: { day: period.fromDay }, to: { day: period.toDay } });
  const told = notes.map((note) => escapeMrkdwn(textOf(note, locale), NOTE_LENGTH));
  return {
    blocks: [
      header(title),
      fields(metrics.map((one) => [textOf(one.name, locale), valueText(one, say, locale)])),
      ...(told.length === 0 ? [] : [section(told.join("\n"))]),
      ...triangleBlocks(triangle, locale),
      actions("as_file", [
        button(ACTION.retentionAsPicture, say("retention.triangle.as-picture"), "triangle"),
        button(ACTION.retentionAsFile, say("table.as-file"), "triangle"),
      ]),
      context(say("asking.retention.other")),
    ],
    text: say("asking.retention.text", {
      title,
      figures: metrics.map((one) => spokenFigure(one, say, locale)).join("; "),
    }),
  };
}

function valueText({ value, because, working }: Metric, say: Say, locale: Locale): string {
  if (value === null)
    return say("asking.retention.none", { because: escapeMrkdwn(textOf(because, locale), BECAUSE_LENGTH) });
  if (working === null) return say("asking.retention.percent.alone", { value });
  return say("asking.retention.percent", { value, working: textOf(working, locale) });
}

function spokenFigure({ name, value }: Metric, say: Say, locale: Locale): string {
  const shown =
    value === null ? say("asking.retention.not-available") : say("asking.retention.percent.alone", { value });
  return say("asking.retention.figure", { name: textOf(name, locale), value: shown.replaceAll("*", "") });
}
