import type { Command } from "commander";
import { type Day, localTime } from "../../domain/calendar.ts";
import { ALL_PLAYBOOKS } from "../../domain/outreach/proof/hold-out.ts";
import { precisionShare } from "../../domain/outreach/proof/precision.ts";
import type { PlaybookUplift, UpliftReport } from "../../domain/outreach/proof/uplift-report.ts";
import { moneyOnCommandLine, say } from "../../words/command-line.ts";
import { parseQuarter } from "../arguments.ts";
import { alignedColumns } from "../risk/model-figures.ts";
import { type CommandTools, runWithApp, withJson } from "../run-command.ts";
import { openLines } from "./uplift-open.ts";

type Options = { json?: boolean; quarter?: Day };

/** `uplift`: what nudges brought, against those held out, and what they cost. */
export function registerUplift(program: Command): void {
  withJson(
    program
      .command("uplift")
      .description("what nudges brought and cost, against customers who were held out")
      .option("--quarter <quarter>", "such as 2026-Q4 (default: this one)", parseQuarter),
  ).action((options: Options) => runWithApp(options, (tools) => report(tools, options.quarter)));
}

const COLUMNS = [
  "playbook",
  "sent",
  "acted-on",
  "right",
  "nudged",
  "held-out",
  "known",
  "effect",
  "margin",
  "cost",
  "return",
  "says",
] as const;

async function report({ app, output }: CommandTools, quarter: Day | undefined): Promise<object> {
  const day = quarter ?? localTime(app.clock(), app.config.timeZone).day;
  const uplift = await app.flows.reportUplift({ day });
  for (const line of upliftLines(uplift)) output.line(line);
  return uplift;
}

/** A line for each playbook, and below what the figures leave open and mean. */
export function upliftLines(report: UpliftReport): string[] {
  if (report.playbooks.length === 0)
    return [say("cli.uplift.none", { quarter: report.quarter }), ...openLines(report)];
  const headings = COLUMNS.map((column) => say(`cli.uplift.column.${column}`));
  const rows = report.playbooks.map((line) => rowOf(line, report));
  return [
    ...alignedColumns([headings, ...rows]),
    ...openLines(report),
    say("cli.uplift.how", { days: report.withinDays }),
  ];
}

const NOTHING = "-";
const count = (n: number) => say("cli.trial.count", { n });

function rowOf(line: PlaybookUplift, report: UpliftReport): string[] {
  const { playbook, sent, reachedOut, nudged, heldOut, known } = line;
  return [
    playbook === ALL_PLAYBOOKS ? say("cli.uplift.all") : playbook,
    ...[sent, reachedOut].map(count),
    rightCell(line),
    ...[nudged, heldOut, known].map(count),
    effectCell(line),
    marginCell(line, report),
    costCell(line, report),
    returnCell(line),
    verdictCell(line),
  ];
}

function rightCell({ precision }: PlaybookUplift): string {
  const { right, judged } = precision;
  const share = precisionShare(precision);
  const of = say("cli.uplift.right", { right, judged });
  return share === null ? of : `${of} ${say("cli.uplift.percent", { value: 100 * share })}`;
}

function effectCell({ soFar }: PlaybookUplift): string {
  if (soFar === null) return NOTHING;
  const points = (value: number) => say("cli.simulate.points", { value: 100 * value });
  const { effect, low, high } = soFar;
  return say("cli.uplift.effect", { effect: points(effect), low: points(low), high: points(high) });
}

function marginCell({ margin: { gain } }: PlaybookUplift, { currency }: UpliftReport): string {
  if (gain === null || gain.lowMinor === gain.highMinor) return NOTHING;
  const amount = (minor: number) => moneyOnCommandLine({ minor, currency }, "brief");
  const [effect, low, high] = [gain.minor, gain.lowMinor, gain.highMinor].map(amount);
  return say("cli.uplift.effect", { effect: effect ?? "", low: low ?? "", high: high ?? "" });
}

function costCell(
  { cost: { timeMinor, giftsMinor, unpriced } }: PlaybookUplift,
  { currency }: UpliftReport,
): string {
  const minor = timeMinor + giftsMinor;
  if (minor === 0) return unpriced > 0 ? say("cli.uplift.unknown") : NOTHING;
  return moneyOnCommandLine({ minor, currency }, "brief");
}

function returnCell({ returned }: PlaybookUplift): string {
  if (returned.kind === "not-yet") return say(`cli.uplift.no-return.${returned.because}`);
  const percent = (value: number) => say("cli.uplift.signed-percent", { value: 100 * value });
  const { ratio, low, high } = returned;
  return say("cli.uplift.effect", { effect: percent(ratio), low: percent(low), high: percent(high) });
}

function verdictCell({ soFar, smallest, arms }: PlaybookUplift): string {
  if (arms === "not-as-drawn") return say("cli.uplift.not-as-drawn");
  const visible = smallest === null ? NOTHING : say("cli.simulate.percent", { value: 100 * smallest });
  return say(`cli.uplift.${soFar?.verdict ?? "not-enough-data"}`, { visible });
}
