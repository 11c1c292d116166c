import type { TableBlock } from "@slack/types";
import type { ClassificationMetrics, ServingKind } from "../../../domain/risk/churn-model.ts";
import { type ReliabilityBin, tenthOf } from "../../../domain/risk/evaluation/reliability.ts";
import type { ModelReport } from "../../../domain/risk/versions/model-report.ts";
import { type ModelVersion, metricsServed } from "../../../domain/risk/versions/model-version.ts";
import { type ModelFindings, warningsOf } from "../../../domain/risk/versions/model-watch.ts";
import {
  everybodyInWords,
  leakWarning,
  NO_SIGNAL_FOUND,
  TOO_GOOD,
  unfitSentences,
} from "../../../domain/risk/versions/signal-words.ts";
import { type ChartBlock, chart } from "../chart.ts";
import { context, header, type SlackMessage, section } from "../elements.ts";
import { escapeMrkdwn } from "../escape.ts";
import { counted } from "../report-parts.ts";
import { percent, shortDate } from "../words.ts";
import { PSI_NOTE, warningSentence } from "./model-words.ts";

export type ModelReportView = { readonly report: ModelReport; readonly now: Date; readonly timeZone: string };

/** Chosen: the share of fewer customers says next to nothing. */
const LEAST_IN_A_TENTH = 10;
const REASON_LENGTH = 600;

/** Which version serves, what it was trained on, how good it was, why it serves, and whether it still fits. */
export function modelReportMessage(view: ModelReportView): SlackMessage {
  const { champion } = view.report;
  const blocks = [
    header(title(champion)),
    section(origin(view)),
    ...caveats(champion).map((lines) => section(lines)),
    section(`*How good it was* on ${judgedOn(view)}:`),
    figuresTable(champion),
    ...reliabilityChart(champion),
    section(reliabilityWords(champion)),
    section(decisions(view)),
    section(fitness(view)),
    context(FOOTNOTE),
  ];
  return { blocks, text: textOf(view) };
}

export const NO_MODEL =
  "No model has been trained yet, so there is no risk figure. Whoever runs the bot can run `npm run mainstay -- train`.";

const KINDS: Readonly<Record<ServingKind, string>> = {
  network: "Neural network",
  baseline: "Baseline (logistic regression)",
  rule: "Rule (one figure)",
  constant: "Everyone alike",
};

const title = ({ id, serves }: ModelVersion) =>
  serves === "constant" ? `Model version ${id}: no signal found` : `Model version ${id} serves`;

function textOf({ report: { champion } }: ModelReportView): string {
  if (champion.serves === "constant")
    return `${title(champion)} in this history, so nobody gets a risk figure`;
  const served = metricsServed(champion);
  return `Model version ${champion.id} serves: log loss ${figure(served.logLoss)} against the baseline's ${figure(champion.metrics.baseline.logLoss)}`;
}

function origin({ report: { champion }, now, timeZone }: ModelReportView): string {
  const { settings, trainedAt } = champion;
  const from = settings.dataFrom === undefined ? "the beginning" : utcDay(settings.dataFrom, now);
  return (
    `${whatItSays(champion)}\n` +
    `Trained ${shortDate(trainedAt, timeZone, now)} on data from ${from} to ${utcDay(settings.asOf, now)}: ` +
    `${counted(settings.training.length, "snapshot")}, ${counted(settings.trainingRows, "row")}.`
  );
}

function whatItSays(champion: ModelVersion): string {
  const { serves, horizonDays, settings } = champion;
  if (serves === "constant") return noSignal(champion);
  const subject = `It says how likely each customer is to leave within *${horizonDays} days*.`;
  if (serves === "network") return `${subject} The neural network answers.`;
  const because = settings.unfit?.network === undefined ? ": the neural network did not beat it" : "";
  return `${subject} The ${serves} answers${because}.`;
}

function noSignal(champion: ModelVersion): string {
  const [found, rest] = NO_SIGNAL_FOUND.split(":");
  const everybody = everybodyInWords(champion);
  return `*${found}:*${rest} So nobody gets a risk figure of their own.${everybody === null ? "" : ` ${everybody}`}`;
}

/** Who was not fit to serve, and whether it is too good to be true. */
function caveats(champion: ModelVersion): string[] {
  const unfit = unfitSentences(champion.settings.unfit).map((sentence) => `• ${sentence}`);
  const leak = leakWarning(champion);
  return [
    ...(unfit.length > 0 ? [unfit.join("\n")] : []),
    ...(leak === null ? [] : [`*${TOO_GOOD}* ${escapeMrkdwn(leak, REASON_LENGTH)}`]),
  ];
}

function judgedOn({ report: { champion }, now }: ModelReportView): string {
  const { heldOutRows, heldOut } = champion.settings;
  return `${counted(heldOutRows, "customer")} of ${utcDay(heldOut, now)}, whom it had not seen`;
}

function figuresTable({ metrics, serves }: ModelVersion): TableBlock {
  const { network, baseline, rule, constant } = metrics;
  const row = (kind: ServingKind, of: ClassificationMetrics) => [
    `${KINDS[kind]}${kind === serves ? ", serves" : ""}`,
    figure(of.logLoss),
    of.rocAuc === null ? "n/a" : figure(of.rocAuc),
    `${(100 * of.ece).toFixed(1)} points`,
  ];
  const rows = [
    ["", "Log loss", "AUC", "Calibration error"],
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

function reliabilityChart({ reliability, serves }: ModelVersion): ChartBlock[] {
  if (serves === "constant") return [];
  const bins = reliability?.bins ?? [];
  return chart({
    title: "What it said, and what happened",
    type: "bar",
    categories: bins.map((bin) => tenth(bin).replace(/ %$/, "")),
    series: [
      { name: "Said", values: bins.map(({ meanPredicted }) => inPercent(meanPredicted)) },
      { name: "Left", values: bins.map(({ observedRate }) => inPercent(observedRate)) },
    ],
    xLabel: "Probability it gave, %",
    yLabel: "% of these customers",
  });
}

/** "When it said 60–70 %, 64 % of 181 customers left." */
function reliabilityWords({ reliability }: ModelVersion): string {
  if (reliability === null)
    return "*Can the percentages be believed?* Nothing was kept about that with this version.";
  const told = reliability.bins.filter(({ n }) => n >= LEAST_IN_A_TENTH);
  const untold = reliability.bins.length - told.length;
  return [
    "*Can the percentages be believed?*",
    ...told.map(
      (bin) =>
        `• When it said ${tenth(bin)}, ${percent(bin.observedRate)} of ${counted(bin.n, "customer")} left.`,
    ),
    ...(untold > 0
      ? [
          `${counted(untold, "further tenth")} with fewer than ${LEAST_IN_A_TENTH} customers: too few to tell.`,
        ]
      : []),
  ].join("\n");
}

function decisions({ report: { champion, newest }, now, timeZone }: ModelReportView): string {
  const why = champion.decision === null ? "" : ` ${escapeMrkdwn(champion.decision.reason, REASON_LENGTH)}`;
  const since = champion.promotedAt === null ? "" : ` since ${shortDate(champion.promotedAt, timeZone, now)}`;
  const serves = `*Why version ${champion.id}:* it serves${since}.${why}`;
  if (newest.id === champion.id) return serves;
  const trained = `*Version ${newest.id}*, trained ${shortDate(newest.trainedAt, timeZone, now)}, does not serve.`;
  const found = newest.serves === "constant" ? " It found no signal in the newest history." : "";
  const because = newest.decision === null ? "" : ` ${escapeMrkdwn(newest.decision.reason, REASON_LENGTH)}`;
  return `${serves}\n${trained}${found}${because}`;
}

function fitness({ report: { findings }, now, timeZone }: ModelReportView): string {
  if (findings === null) return "*Does it still fit?* Not looked at yet; that happens every Monday.";
  const warnings = warningsOf(findings);
  const looked = `Looked at ${counted(findings.customers, "customer")} on ${shortDate(new Date(findings.watchedAt), timeZone, now)}`;
  const lines =
    warnings.length === 0 ? [noWarning(findings)] : warnings.map((w) => `• ${warningSentence(w)}`);
  return [`*Does it still fit?* ${looked}.`, ...lines, backThen(findings)]
    .filter((line) => line !== "")
    .join("\n");
}

function noWarning({ movedInputs, inputsWatched }: ModelFindings): string {
  if (movedInputs === null) return "Nothing was kept about its training's customers to compare today's with.";
  return `Nothing is beyond its threshold: of ${inputsWatched} figures about customers, none has moved far since it was trained.`;
}

/** What it said a horizon ago, where that is no warning already. */
function backThen({ calibration }: ModelFindings): string {
  if (calibration === null)
    return "Too few customers were scored long enough ago to check what it said then.";
  if (calibration.isOff) return "";
  const { customers, predicted, observed, scoredAt } = calibration;
  return `Of ${counted(customers, "customer")} scored on ${scoredAt.slice(0, 10)} it expected ${percent(predicted)} to leave, and ${percent(observed)} did.`;
}

const FOOTNOTE =
  "Log loss: how surprised it was by what happened, lower is better. AUC: how often it rates a customer who leaves riskier " +
  "than one who stays; 0.5 is guessing, 1 is perfect. Calibration error: how far its percentages are from what happened, " +
  `in percentage points. ${PSI_NOTE}`;

function tenth({ meanPredicted }: ReliabilityBin): string {
  const from = 10 * tenthOf(meanPredicted);
  return `${from}–${from + 10} %`;
}

const figure = (value: number) => value.toFixed(3);
const inPercent = (share: number) => Math.round(1_000 * share) / 10;
const utcDay = (instant: string, now: Date) => shortDate(new Date(instant), "UTC", now);
