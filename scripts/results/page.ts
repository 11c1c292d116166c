import type { Catalogue, Looks } from "./catalogue.ts";
import { coverageTable } from "./coverage-table.ts";
import { logFiguresTable, logIntervalsTable, logRows } from "./log-tables.ts";
import { looksTable } from "./looks-table.ts";
import { wrapped } from "./markdown.ts";
import type { MeasuredLog, MeasuredTable } from "./measurement.ts";
import { summaryLines } from "./summary-lines.ts";
import { tableFiguresTable, tableIntervalsTable } from "./table-tables.ts";

export type Measured = {
  readonly catalogue: Catalogue;
  readonly looks: Looks;
  readonly logs: readonly MeasuredLog[];
  readonly tables: readonly MeasuredTable[];
  /** As it was typed. */
  readonly command: string;
  readonly seeds: string;
  readonly seconds: number;
  /** "2 processors, Node 22.1.0" */
  readonly machine: string;
  readonly sideBySide: number;
};

/** Chosen by those who wait for it. */
const MOST_MINUTES = 15;

/** The whole page, in Markdown. */
export function resultsPage(measured: Measured): string {
  const { logs, tables, looks } = measured;
  const rows = logRows(logs);
  const lines = [
    ...opening(measured),
    ...chapter("Against what was asked", ASKED, summaryLines(rows, measured)),
    ...failures(measured),
    ...(rows.length === 0
      ? []
      : ["### Logs", "", wrapped(LOGS(measured.catalogue)), "", ...logFiguresTable(rows), ""]),
    ...(tables.length === 0
      ? []
      : ["### Tables", "", wrapped(TABLES(measured.catalogue)), "", ...tableFiguresTable(tables), ""]),
    ...chapter("How sure the differences are", INTERVALS, [
      ...(rows.length === 0 ? [] : [...logIntervalsTable(rows), ""]),
      ...(tables.length === 0 ? [] : tableIntervalsTable(tables)),
    ]),
    ...chapter("Whether the widths are true", WIDTHS, coverageTable(rows, tables)),
    ...chapter("How often each test was looked at", LOOKS, looksTable(looks, experimentsOf(measured))),
    ...[...logs, ...tables].flatMap(({ outcome }) => (outcome.kind === "failed" ? [] : [outcome.section])),
  ];
  return `${lines.join("\n").trimEnd()}\n`;
}

const experimentsOf = ({ logs, tables }: Measured) =>
  [...logs, ...tables].map(({ experiment }) => experiment);

function opening(measured: Measured): readonly string[] {
  const { command, machine, sideBySide } = measured;
  return [
    "# What the model reaches",
    "",
    "Written by one command, which runs the commands below and replaces this page:",
    "",
    "```",
    command,
    "```",
    "",
    wrapped(
      `It took ${timeTaken(measured)} on ${machine}, ${sideBySide} experiments side by side. ${partly(measured)}
      ${fewerSeeds(measured)}`,
    ),
    "",
    wrapped(
      `The folder's own README says where the files come from and how they are split. One set of defaults serves all of
      them. Beside the network stand a logistic regression on the same inputs and a rule that looks at one column; all
      three see the same training rows. _Active_ customers are those who bought in the last ${measured.catalogue.activeDays}
      days before the test. Figures are means over the seeds (lowest–highest).`,
    ),
    "",
  ];
}

function timeTaken({ seconds, catalogue, logs, tables }: Measured): string {
  const told = `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
  const complete = logs.length === catalogue.logs.length && tables.length === catalogue.tables.length;
  if (!complete) return told;
  return `${told} (asked: under ${MOST_MINUTES} min; ${seconds < MOST_MINUTES * 60 ? "met" : "missed"})`;
}

function partly({ catalogue, logs, tables }: Measured): string {
  const all = catalogue.logs.length + catalogue.tables.length;
  const own = logs.length + tables.length;
  return own === all ? "" : `**Only ${own} of ${all} data sets were measured.**`;
}

function fewerSeeds({ logs, tables, seeds }: Measured): string {
  const fewer = [...logs, ...tables].filter(
    ({ outcome }) => outcome.kind === "measured" && outcome.seeds !== seeds,
  );
  if (fewer.length === 0) return "";
  const names = fewer.map(({ experiment }) => experiment.title).join(", ");
  return `To save time, these were trained with the first seed only: ${names}.`;
}

function failures({ logs, tables }: Measured): readonly string[] {
  const failed = [...logs, ...tables].flatMap(({ experiment, outcome }) =>
    outcome.kind === "failed" ? [`- **${experiment.title} could not be measured:** ${outcome.reason}`] : [],
  );
  return failed.length === 0 ? [] : [...failed, ""];
}

function chapter(title: string, text: string, body: readonly string[]): readonly string[] {
  return body.length === 0 ? [] : [`## ${title}`, "", wrapped(text), "", ...body, ""];
}

const ASKED = `On every log, for all and for active customers: log loss at most the best reference's, ROC-AUC at least that less 0.002,
ECE at most 0.03 (0.05 where the log begins less than thirteen months before the test, so that the season ahead has not
been seen), or as much as chance makes. On every table: ROC-AUC at least the best reference's, pooled ECE at most 0.010
or as much as chance makes. Figures are compared to the four digits that references are stated to.`;

const LOGS = ({ referenceOfLogs }: Catalogue) =>
  `Best reference: ${referenceOfLogs}. _By chance_: the 95th percentile of the ECE that
perfectly calibrated probabilities would have on as many rows, with labels drawn from the network's own probabilities
(200 draws).`;

const TABLES = ({ referenceOfTables }: Catalogue) =>
  `Best reference: ${referenceOfTables}. ROC-AUC and log loss are means over the folds;
the ECE is _pooled_, over every row at once with the probability of the model that had not seen it, since a single fold's
is mostly its small bins' noise.`;

const INTERVALS = `Two kinds of comparison, which are not equally strong. The differences to **our own logistic regression** are paired:
both were judged on the same customers, who were drawn anew with replacement 1,000 times, all seeds on the same draw; an
interval (95 %) without zero is a difference beyond chance. Of the **stated references** (logistic regression, HistGBM,
XGBoost, fitted elsewhere) there are no probabilities here, only figures: beside them stands the interval of our own
figure, and whether theirs lies _within_ it. That is a weaker comparison: their figure has its own chance, and as both come
from the same customers, "within" can hide a difference that pairing would show. The intervals tell the chance of the
test's customers, not that of the training, which is the spread over the seeds.`;

const WIDTHS = `Each probability is told with a width, the central 80 %. Test rows are put into ten groups of equal count by probability; a
group counts as covered where its observed rate lies within the mean of its rows' bounds, widened in quadrature by the
binomial noise of the group's size (src/domain/risk/evaluation/group-coverage.ts). 80 % covered is the aim; more means that widths
are too wide. Groups of one test are wrong together, since a level of churn that was forecast wrongly moves them all:
single logs say little, all together more. Means over the seeds.`;

const LOOKS = `A figure on labels that were looked at many times while something was chosen is better than the next test will be. Each
measuring of a data set's test labels counts, whatever it was for (scripts/results/looks.json).`;
