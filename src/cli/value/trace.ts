import type { Command } from "commander";
import type { App } from "../../compose.ts";
import { TRACED_FIGURES, type TracedFigure, tracedFigure } from "../../domain/costs/trace/traced-figure.ts";
import type { RowGroup } from "../../domain/figures/trace/row-group.ts";
import type { Trace } from "../../domain/figures/trace/trace.ts";
import type { TracedAnswer, TraceQuestion } from "../../flows/value/trace-figure.ts";
import { traceTable } from "../../slack/blocks/value/trace-table.ts";
import { commandLineText, say } from "../../words/command-line.ts";
import { parseWholeNumber } from "../arguments.ts";
import { foundCustomer } from "../found-customer.ts";
import { inEnglish } from "../in-english.ts";
import { traceReference } from "../messages/trace-reference.ts";
import type { Output } from "../output.ts";
import { Refusal } from "../refusal.ts";
import { runWithApp, withJson } from "../run-command.ts";
import { textTable } from "../text-table.ts";
import { rowFile } from "./row-file.ts";
import { type CurrencyOption, type PeriodOptions, periodOf, withPeriod } from "./value-options.ts";

type Options = PeriodOptions &
  CurrencyOption & {
    json?: boolean;
    customer?: string;
    segment?: string;
    owner?: string;
    channel?: string;
    unallocated?: boolean;
    csv?: string;
    limit: number;
  };

/** Rows a terminal shows; chosen. */
const MOST_ROWS = 50;

export function registerTrace(program: Command): void {
  const command = program
    .command("trace")
    .description("what a figure of a report is made of, row by row; or the way of a message or a request")
    .argument(
      "<reference>",
      `a figure (one of ${TRACED_FIGURES.join(", ")}), the reference of an error, a message's key, its link in Slack or "CHANNEL/TS", or a request's id`,
    )
    .option("--customer <name>", "of one customer: a name, domain or number")
    .option("--segment <name>", "of one row of `costs --by segment`, as it is named there")
    .option("--owner <email>", "of one row of `costs --by owner`")
    .option("--channel <name>", "of one row of `costs --by channel`")
    .option("--unallocated", "of the costs that fall on nobody known")
    .option("--limit <count>", "show at most so many rows", parseWholeNumber, MOST_ROWS)
    .option("--csv <file>", "write all rows to a file for a spreadsheet");
  withJson(withPeriod(command, say("cli.period.usual"))).action(trace);
}

function trace(text: string, options: Options, command: Command): Promise<void> {
  const figure = tracedFigure(text);
  if (figure !== null) return traceFigure(figure, options);
  refuseFigureOptions(text, command);
  return runWithApp(options, (tools) => traceReference(tools, text));
}

/** @throws Refusal where an option was given that only narrows a figure down */
function refuseFigureOptions(text: string, command: Command): void {
  const given = command.options.find(
    (one) => one.long !== "--json" && command.getOptionValueSource(one.attributeName()) === "cli",
  );
  if (given) throw new Refusal(say("cli.trace-reference.no-options", { option: given.long ?? "", text }));
}

function traceFigure(figure: TracedFigure, options: Options): Promise<void> {
  return runWithApp(options, async ({ app, output }) => {
    const { customer, currency, csv, limit } = options;
    const period = await periodOf(app, options);
    const customerId = customer === undefined ? null : (await foundCustomer(app, customer)).id;
    const question = { figure, period, currency: currency ?? null, customerId, group: rowOf(options) };
    const answer = await traced(app, question, { most: output.json ? null : limit, csv: csv ?? null });
    if (answer.kind !== "trace") throw new Refusal(commandLineText(answer.reason));
    print(answer.trace, limit, output);
    return inEnglish(answer.trace);
  });
}

/** Beside the question: how many rows are held, and the file to which all of them go as they come. */
async function traced(
  { flows }: App,
  question: TraceQuestion,
  { most, csv }: { readonly most: number | null; readonly csv: string | null },
): Promise<TracedAnswer> {
  if (csv === null) return flows.traceFigure({ ...question, reading: { most, visit: null } });
  const file = rowFile(csv);
  try {
    const answer = await flows.traceFigure({ ...question, reading: { most, visit: file.take } });
    if (answer.kind === "trace") file.finish(answer.trace);
    else file.discard();
    return answer;
  } catch (error) {
    file.discard();
    throw error;
  }
}

/** Reports write owners in small letters. @throws Refusal where more than one is asked about */
function rowOf({ customer, segment, owner, channel, unallocated }: Options): RowGroup | null {
  const groups: RowGroup[] = [
    ...(segment === undefined ? [] : [{ by: "segment", key: segment } as const]),
    ...(owner === undefined ? [] : [{ by: "owner", key: owner.toLowerCase() } as const]),
    ...(channel === undefined ? [] : [{ by: "channel", key: channel } as const]),
    ...(unallocated ? [{ by: "nobody" } as const] : []),
  ];
  if (groups.length + Number(customer !== undefined) > 1) throw new Refusal(say("cli.trace.one-row"));
  return groups[0] ?? null;
}

function print(trace: Trace, limit: number, output: Output): void {
  const rows = trace.rows.slice(0, limit);
  const { head, rows: cells } = traceTable({ ...trace, rows }, commandLineText);
  output.heading(commandLineText(trace.title));
  const texts = cells.map((row) => row.map(({ text }) => text));
  const words = head.flatMap((_, place) =>
    cells.some((row) => row[place]?.value !== undefined) ? [] : [place],
  );
  if (rows.length > 0) for (const line of textTable(head, texts, words)) output.line(`  ${line}`);
  const more = trace.rowCount - rows.length;
  if (more > 0) output.line(`  ${say("cli.trace.more", { rows: more })}`);
  output.line(commandLineText(trace.closing));
}
