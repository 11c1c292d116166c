import { byLog, type LogRow, type Population, verdictsOf } from "./log-tables.ts";
import { digits } from "./markdown.ts";
import type { MeasuredLog, MeasuredTable, ProductAnswer } from "./measurement.ts";
import { tableOutcome } from "./table-tables.ts";
import { isBetterOnBoth, isHonestAnswer, isNotInverted, isNullArea } from "./verdicts.ts";

/** What there is to say of everything at once, as list items. */
export function summaryLines(
  rows: readonly LogRow[],
  { logs, tables }: { readonly logs: readonly MeasuredLog[]; readonly tables: readonly MeasuredTable[] },
): readonly string[] {
  const counted = rows.filter(({ log }) => log.experiment.kind === "log");
  const asked = logs.filter(({ experiment }) => experiment.kind === "log").length;
  const items = [
    ...(counted.length === 0 ? [] : [metLine(counted, asked), betterLine(counted), ...meanLines(rows)]),
    ...ofKind(rows, "null-control").map(nullLine),
    ...ofKind(rows, "trap").map(trapLine),
    ...(tables.length === 0 ? [] : [tablesLine(tables)]),
  ];
  return items.map((item) => `- ${item}`);
}

/** A log that could not be measured has met nothing. */
function metLine(rows: readonly LogRow[], asked: number): string {
  const logs = byLog(rows);
  const met = logs.filter((own) => own.every((row) => verdictsOf(row).every((verdict) => verdict.met)));
  const figures = rows.flatMap(verdictsOf);
  const reached = figures.filter((verdict) => verdict.met).length;
  return `Logs on which everything asked is met: ${met.length} of ${asked}; figures met: ${reached} of ${figures.length}.`;
}

function betterLine(rows: readonly LogRow[]): string {
  const better = (population: Population) =>
    titles(rows.filter((row) => row.population === population && isBetter(row)));
  const both = byLog(rows).filter((own) => own.every(isBetter)).length;
  return `Strictly better than the best reference on ROC-AUC and log loss (asked: five logs): all customers ${better("all")}; active ${better("active")}; all and active on ${both}.`;
}

const isBetter = ({ side, reference }: LogRow) => isBetterOnBoth(side, reference);

function titles(rows: readonly LogRow[]): string {
  const names = rows.map(({ log }) => log.experiment.title);
  return names.length === 0 ? "0" : `${names.length} (${names.join("; ")})`;
}

/** Over the logs that are asked about, and once more with the trap among them. */
function meanLines(rows: readonly LogRow[]): readonly string[] {
  const own = rows.filter(({ log }) => log.experiment.kind === "log");
  const withTrap = rows.filter(({ log }) => log.experiment.kind !== "null-control");
  const line = (name: string, of: readonly LogRow[]) =>
    `Mean over ${name}, ours against the best references': ${(["all", "active"] as const).map((population) => meansOf(of, population)).join("; ")}.`;
  const logs = byLog(own).length;
  const first = line(`${logs} logs (asked: better on all four)`, own);
  return withTrap.length === own.length ? [first] : [first, line("these and the invented one", withTrap)];
}

function meansOf(rows: readonly LogRow[], population: Population): string {
  const own = rows.filter((row) => row.population === population);
  const mean = (of: (row: LogRow) => number) => own.reduce((sum, row) => sum + of(row), 0) / own.length;
  const area = mean(({ side }) => side.rocAuc?.mean ?? Number.NaN);
  const theirArea = mean(({ reference }) => reference.rocAuc);
  const loss = mean(({ side }) => side.logLoss.mean);
  const theirLoss = mean(({ reference }) => reference.logLoss ?? Number.NaN);
  const said = (better: boolean) => (better ? "better" : "not better");
  return `${population} ROC-AUC ${digits(area)} against ${digits(theirArea)} (${said(area > theirArea)}), log loss ${digits(loss)} against ${digits(theirLoss)} (${said(loss < theirLoss)})`;
}

function nullLine(rows: readonly LogRow[]): string {
  const areas = rows.map(({ population, side }) => `${population} ${digits(side.rocAuc?.mean ?? null)}`);
  const met = rows.every(({ side }) => isNullArea(side));
  return `Null control: ROC-AUC ${areas.join(", ")} (asked: 0.47 to 0.53; ${met ? "met" : "missed"}). ${answerSentence(rows[0]?.log.answer)}`;
}

function answerSentence(answer: ProductAnswer | undefined): string {
  if (answer === undefined) return "What the product says of it was not asked.";
  const serving = answer.serves === null ? "Nothing was trained" : `What would serve is the ${answer.serves}`;
  const met = isHonestAnswer(answer) ? "met" : "missed";
  const told = answer.saysNoSignal
    ? "it is told that there is no signal"
    : "it is not told that there is no signal";
  return `\`import\` and \`train\` as of the test's day: ${told}. ${serving} (asked: to say so and not to serve a model; ${met}): “${answer.words}”`;
}

function trapLine(rows: readonly LogRow[]): string {
  const areas = rows.map(({ population, side }) => `${population} ${digits(side.rocAuc?.mean ?? null)}`);
  const met = rows.every(({ side }) => isNotInverted(side));
  return `${rows[0]?.log.experiment.title ?? ""}: ROC-AUC ${areas.join(", ")} (asked: no inverted score, above 0.5; ${met ? "met" : "missed"}).`;
}

function tablesLine(tables: readonly MeasuredTable[]): string {
  const told = tables.map((measured) => `${measured.experiment.title} ${tableOutcome(measured)}`);
  return `Tables: ${told.join("; ")}.`;
}

/** Rows of one log each, of the logs of that kind. */
function ofKind(rows: readonly LogRow[], kind: MeasuredLog["experiment"]["kind"]): readonly LogRow[][] {
  return byLog(rows.filter(({ log }) => log.experiment.kind === kind));
}
