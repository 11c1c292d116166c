import type { Command } from "commander";
import { type Day, localTime } from "../../domain/calendar.ts";
import { ALL_PLAYBOOKS } from "../../domain/outreach/proof/hold-out.ts";
import type { PlaybookUplift } from "../../flows/outreach/report-uplift.ts";
import { say } from "../../words/command-line.ts";
import { parseQuarter } from "../arguments.ts";
import { alignedColumns } from "../risk/model-figures.ts";
import { type CommandTools, runWithApp, withJson } from "../run-command.ts";

type Options = { json?: boolean; quarter?: Day };

/** `uplift`: what nudges brought, against those held out. */
export function registerUplift(program: Command): void {
  withJson(
    program
      .command("uplift")
      .description("what nudges brought, against customers who were held out")
      .option("--quarter <quarter>", "such as 2026-Q4 (default: this one)", parseQuarter),
  ).action((options: Options) => runWithApp(options, (tools) => report(tools, options.quarter)));
}

async function report({ app, output }: CommandTools, quarter: Day | undefined): Promise<object> {
  const day = quarter ?? localTime(app.clock(), app.config.timeZone).day;
  const uplift = await app.flows.reportUplift({ day });
  if (uplift.playbooks.length === 0) output.line(say("cli.uplift.none", { quarter: uplift.quarter }));
  else {
    const columns = ["playbook", "nudged", "held-out", "known", "effect", "says"];
    const header = columns.map((column) => say(`cli.uplift.column.${column}`));
    for (const line of alignedColumns([header, ...uplift.playbooks.map(rowOf)])) output.line(line);
    output.line(say("cli.uplift.how", { days: uplift.withinDays }));
  }
  return uplift;
}

function rowOf({ playbook, nudged, heldOut, known, soFar, smallest }: PlaybookUplift): string[] {
  const points = (value: number) => say("cli.simulate.points", { value: 100 * value });
  const effect =
    soFar === null
      ? "-"
      : say("cli.uplift.effect", {
          effect: points(soFar.effect),
          low: points(soFar.low),
          high: points(soFar.high),
        });
  const verdict = soFar?.verdict ?? "not-enough-data";
  const visible = smallest === null ? "-" : say("cli.simulate.percent", { value: 100 * smallest });
  return [
    playbook === ALL_PLAYBOOKS ? say("cli.uplift.all") : playbook,
    ...[nudged, heldOut, known].map((n) => say("cli.trial.count", { n })),
    effect,
    say(`cli.uplift.${verdict}`, { visible }),
  ];
}
