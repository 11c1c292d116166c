import type { TableBlock } from "@slack/types";
import type { ClassificationMetrics, ServingKind } from "../../../domain/risk/churn-model.ts";
import { FEWEST_TO_TELL, type ReliabilityBin, tenthOf } from "../../../domain/risk/evaluation/reliability.ts";
import { unratedPhrase } from "../../../domain/risk/model-money.ts";
import type { ModelReport } from "../../../domain/risk/versions/model-report.ts";
import { currencyOf, type ModelVersion, whyDecided } from "../../../domain/risk/versions/model-version.ts";
import { type ModelFindings, warningsOf } from "../../../domain/risk/versions/model-watch.ts";
import { everybodyPhrase, leakPhrase, unfitPhrases } from "../../../domain/risk/versions/signal.ts";
import { commaList, sentences } from "../../../words/joined.ts";
import type { Locale } from "../../../words/locale.ts";
import { type Say, sayIn } from "../../../words/say.ts";
import { textOf } from "../../../words/text.ts";
import { type ChartBlock, chart } from "../chart.ts";
import { context, header, type SlackMessage, section } from "../elements.ts";
import { escapeMrkdwn } from "../escape.ts";
import { shortDate } from "../words.ts";
import { expectedAndSeen, warningSentence } from "./model-words.ts";
import type { Reading } from "./risk-words.ts";
import { stoppedBlocks } from "./stopped-blocks.ts";

export type ModelReportView = Reading & { readonly report: ModelReport };

const REASON_LENGTH = 600;

/** Which version serves, what it was trained on, how good it was, why it serves, and whether it still fits. */
export function modelReportMessage(view: ModelReportView): SlackMessage {
  const { champion } = view.report;
  const say = sayIn(view.locale);
  const blocks = [
    header(title(champion, say)),
    ...stoppedBlocks(view.report.stopped, view.locale),
    section(reliabilityLines(champion, say)),
    ...reliabilityChart(champion, view.locale),
    section(origin(view, say)),
    ...caveats(view, say).map((lines) => section(lines)),
    section(fitness(view, say)),
    section(decisions(view, say)),
    section(judgedOn(view, say)),
    figuresTable(champion, say),
    context(`${say("model.footnote")} ${say("warning.psi")}`),
  ];
  return { blocks, text: notification(champion, say) };
}

const title = ({ id, serves }: ModelVersion, say: Say) =>
  say(serves === "constant" ? "model.title.no-signal" : "model.title", { version: id });

function notification(champion: ModelVersion, say: Say): string {
  if (champion.serves === "constant") return say("model.text.no-signal", { version: champion.id });
  return say("model.text", { version: champion.id, believed: mostTold(champion, say) });
}

/** Of the riskiest customers there is something to tell of: what the percentages of people one would call are worth. */
function mostTold({ reliability }: ModelVersion, say: Say): string {
  const told = reliability?.bins.findLast(({ n }) => n >= FEWEST_TO_TELL);
  return told === undefined ? say("model.believed.nothing") : say("model.believed.tenth", tenthTold(told));
}

function origin({ report: { champion }, now, timeZone, locale }: ModelReportView, say: Say): string {
  const { settings, trainedAt } = champion;
  const told = {
    trained: shortDate(trainedAt, timeZone, now, locale),
    to: utcDay(settings.asOf, now, locale),
    snapshots: settings.training.length,
    rows: settings.trainingRows,
  };
  const data =
    settings.dataFrom === undefined
      ? say("model.trained-from-beginning", told)
      : say("model.trained", { ...told, from: utcDay(settings.dataFrom, now, locale) });
  const says = champion.serves === "constant" ? noSignal(champion, locale) : whatItSays(champion, say);
  return `${says}\n${data}`;
}

function whatItSays({ serves, horizonDays, settings }: ModelVersion, say: Say): string {
  const was = settings.unfit?.network === undefined ? "beaten" : "unfit";
  return say("model.says", { days: horizonDays, serves, network: was });
}

function noSignal(champion: ModelVersion, locale: ModelReportView["locale"]): string {
  const everybody = everybodyPhrase(champion);
  const none = sayIn(locale)("model.no-signal");
  return everybody === null ? none : `${none} ${textOf(everybody, locale)}`;
}

/** Who was not fit to serve, whether it is too good to be true, and whose money it does not know. */
function caveats({ report: { champion, unrated }, locale }: ModelReportView, say: Say): string[] {
  const unfit = unfitPhrases(champion.settings.unfit).map((why) => `• ${textOf(why, locale)}`);
  const leak = leakPhrase(champion);
  const unknownMoney = unratedPhrase(unrated, currencyOf(champion.settings));
  return [
    ...(unfit.length > 0 ? [unfit.join("\n")] : []),
    ...(leak === null
      ? []
      : [`*${say("signal.too-good")}* ${escapeMrkdwn(textOf(leak, locale), REASON_LENGTH)}`]),
    ...(unknownMoney === null ? [] : [textOf(unknownMoney, locale)]),
  ];
}

function judgedOn({ report: { champion }, now, locale }: ModelReportView, say: Say): string {
  const { heldOutRows, heldOut } = champion.settings;
  return say("model.judged-on", { customers: heldOutRows, day: utcDay(heldOut, now, locale) });
}

function figuresTable({ metrics, serves }: ModelVersion, say: Say): TableBlock {
  const { network, baseline, rule, constant } = metrics;
  const row = (kind: ServingKind, of: ClassificationMetrics) => [
    say(kind === serves ? "model.kind-serves" : "model.kind", { kind }),
    figure(of.logLoss, say),
    of.rocAuc === null ? say("model.not-applicable") : figure(of.rocAuc, say),
    say("model.points", { points: Math.round(1_000 * of.ece) / 10 }),
  ];
  const rows = [
    ["", say("model.log-loss"), say("model.auc"), say("model.calibration-error")],
    row("network", network),
    row("baseline", baseline),
    ...(rule ? [row("rule", rule)] : []),
    ...(constant ? [row("constant", constant)] : []),
  ];
  return {
    type: "table",
    column_settings: [{ align: "left" }, { align: "right" }, { align: "right" }, { align: "right" }],
    rows: rows.map((cells) => cells.map((text) => ({ type: "raw_text", text: text || "–" }))),
  };
}

function reliabilityChart({ reliability, serves }: ModelVersion, locale: Locale): ChartBlock[] {
  const say = sayIn(locale);
  if (serves === "constant") return [];
  const bins = reliability?.bins.filter(({ n }) => n >= FEWEST_TO_TELL) ?? [];
  return chart({
    title: say("model.chart.title"),
    type: "bar",
    locale,
    categories: bins.map((bin) => say("model.chart.tenth", { ...tenth(bin), customers: bin.n })),
    series: [
      { name: say("model.chart.said"), values: bins.map(({ meanPredicted }) => inPercent(meanPredicted)) },
      { name: say("model.chart.left"), values: bins.map(({ observedRate }) => inPercent(observedRate)) },
    ],
    xLabel: say("model.chart.x"),
    yLabel: say("model.chart.y"),
  });
}

/** "Of 40 customers it rated at 60–70 %, 26 left.", the riskiest first. */
function reliabilityLines({ reliability, serves }: ModelVersion, say: Say): string {
  if (reliability === null) return say("model.believed.not-kept");
  // What says the same of everybody has one tenth, of which there is nothing to tell riskier ones from.
  const told = serves === "constant" ? [] : reliability.bins.filter(({ n }) => n >= FEWEST_TO_TELL);
  const untold = serves === "constant" ? [] : reliability.bins.filter(({ n }) => n < FEWEST_TO_TELL);
  return [
    say("model.believed"),
    ...told.toReversed().map((bin) => `• ${say("model.believed.tenth", tenthTold(bin))}`),
    ...(untold.length > 0 ? [say("model.believed.too-few", tooFew(untold, say))] : []),
    ...(told.length === 0 ? [say("model.believed.nothing")] : []),
  ].join("\n");
}

const tenthTold = (bin: ReliabilityBin) => ({
  ...tenth(bin),
  left: Math.round(bin.observedRate * bin.n),
  customers: bin.n,
  verdict: verdictOn(bin),
});

/** Against what it said of them, by the range that chance leaves to the share that left. */
function verdictOn({ meanPredicted, low, high }: ReliabilityBin): "as-said" | "more" | "fewer" {
  if (meanPredicted < low) return "more";
  return meanPredicted > high ? "fewer" : "as-said";
}

/** "10–20 %, 90–100 %". */
const tooFew = (bins: readonly ReliabilityBin[], say: Say) => ({
  tenths: commaList(
    bins.map((bin) => say("model.believed.tenth-named", tenth(bin))),
    say,
  ),
  least: FEWEST_TO_TELL,
});

function decisions(view: ModelReportView, say: Say): string {
  const { report, now, timeZone, locale } = view;
  const { champion, newest } = report;
  const serves =
    champion.promotedAt === null
      ? say("model.why", { version: champion.id })
      : say("model.why-since", {
          version: champion.id,
          since: shortDate(champion.promotedAt, timeZone, now, locale),
        });
  const lines = [[serves, ...decided(champion, view)]];
  if (newest.id !== champion.id) {
    const trained = shortDate(newest.trainedAt, timeZone, now, locale);
    const found = newest.serves === "constant" ? [say("model.newer.no-signal")] : [];
    lines.push([say("model.newer", { version: newest.id, trained }), ...found, ...decided(newest, view)]);
  }
  return lines.map((line) => sentences(line, say)).join("\n");
}

function decided({ decision }: ModelVersion, { locale }: ModelReportView): string[] {
  return decision === null ? [] : [escapeMrkdwn(textOf(whyDecided(decision), locale), REASON_LENGTH)];
}

function fitness({ report: { findings }, now, timeZone, locale }: ModelReportView, say: Say): string {
  if (findings === null) return say("model.fits.not-looked");
  const warnings = warningsOf(findings);
  const looked = say("model.fits", {
    customers: findings.customers,
    day: shortDate(new Date(findings.watchedAt), timeZone, now, locale),
  });
  const lines =
    warnings.length === 0
      ? [noWarning(findings, say)]
      : warnings.map((warning) => `• ${warningSentence(warning, locale)}`);
  return [looked, ...lines, ...backThen(findings, say)].join("\n");
}

function noWarning({ movedInputs, inputsWatched }: ModelFindings, say: Say): string {
  if (movedInputs === null) return say("model.fits.nothing-kept");
  return say("model.fits.no-warning", { watched: inputsWatched });
}

/** What it said a horizon ago, where that is no warning already. */
function backThen({ calibration }: ModelFindings, say: Say): string[] {
  if (calibration === null) return [say("model.fits.too-few")];
  return calibration.isOff ? [] : [say("model.fits.back-then", expectedAndSeen(calibration))];
}

/** "60–70": the tenth of the percentages a bin stands for. */
function tenth({ meanPredicted }: ReliabilityBin) {
  const from = 10 * tenthOf(meanPredicted);
  return { from, to: from + 10 };
}

const figure = (value: number, say: Say) => say("number.figure", { number: value });
const inPercent = (share: number) => Math.round(1_000 * share) / 10;
const utcDay = (instant: string, now: Date, locale: Locale) =>
  shortDate(new Date(instant), "UTC", now, locale);
