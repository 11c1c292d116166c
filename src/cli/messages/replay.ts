import type { Command } from "commander";
import { type DrawnAgain, drawAgain } from "../../delivery/drawn-again.ts";
import type { Replay } from "../../flows/messages/replay-message.ts";
import { REPLAY_KEPT_DAYS } from "../../store/messages/message-inputs.ts";
import { say } from "../../words/command-line.ts";
import { parseRowId } from "../arguments.ts";
import { inEnglish } from "../in-english.ts";
import type { Output } from "../output.ts";
import { Refusal } from "../refusal.ts";
import { type CommandTools, runWithApp, withJson } from "../run-command.ts";
import { blockText } from "./block-text.ts";
import { headLines, whyLines } from "./replay-lines.ts";

type Options = { json?: boolean; drawing?: number };
type Found = Extract<Replay, { kind: "found" }>;
type Kept = Found["drawings"][number];
type Drawing = { readonly kept: Kept; readonly again: DrawnAgain };

/** `replay KEY`: a past message, why it was sent, and whether it can be drawn again as it was. */
export function registerReplay(program: Command): void {
  withJson(
    program
      .command("replay")
      .description("rebuild a past message: what was posted, to whom, and why")
      .argument("[key]", "as `why-sent` lists it; left out: how much is kept for this")
      .option("--drawing <number>", "which of its drawings to show (default: the last)", parseRowId),
  ).action((key: string | undefined, options: Options) =>
    runWithApp(options, (tools) => (key === undefined ? tellSize(tools) : replay(tools, key, options))),
  );
}

async function replay({ app, output }: CommandTools, key: string, { drawing }: Options): Promise<object> {
  const found = await app.flows.replayMessage(key);
  if (found.kind === "unknown") throw new Refusal(say("cli.replay.unknown", { key }));
  const { sent, rebuilt, inputs } = found;
  // What was decided then is what was drawn, whatever today's rules say.
  const message = rebuilt.isEqual ? rebuilt.message : sent.message;
  const drawings = found.drawings.map((kept) => ({ kept, again: drawAgain(message, kept) }));
  const shown = drawings.at(drawing === undefined ? -1 : drawing - 1);
  if (drawing !== undefined && shown === undefined)
    throw new Refusal(say("cli.replay.wrong-drawing", { drawings: drawings.length }));
  output.heading(key);
  for (const line of headLines(found)) output.line(line);
  output.heading(say("cli.replay.why"));
  for (const line of whyLines(found)) output.line(line);
  tellDrawings(output, drawings);
  if (shown !== undefined) show(output, shown);
  return inEnglish({ ...sent, inputs, rebuilt, drawings: drawings.map(asJson) });
}

async function tellSize({ app, output }: CommandTools): Promise<object> {
  const size = await app.flows.measureReplays();
  for (const [what, { rows, bytes }] of Object.entries(size))
    output.line(
      say(`cli.replay.size.${what}`, { rows, kilobytes: bytes / 1000, each: bytes / Math.max(1, rows) }),
    );
  output.line(say("cli.replay.size.age", { days: REPLAY_KEPT_DAYS }));
  return { ...size, keptDays: REPLAY_KEPT_DAYS };
}

function tellDrawings(output: Output, drawings: readonly Drawing[]): void {
  output.heading(say("cli.replay.drawings"));
  if (drawings.length === 0) output.line(say("cli.replay.none-kept", { days: REPLAY_KEPT_DAYS }));
  for (const [index, { kept, again }] of drawings.entries()) {
    const { purpose, drawnAt, templateVersion: version, digest } = kept;
    const at = drawnAt.toISOString();
    output.line(say("cli.replay.drawing", { place: index + 1, purpose, drawnAt: at, version, digest }));
    for (const code of verdictCodes(kept, again))
      output.line(say(code, { version, today: again.templateVersion }));
  }
}

function verdictCodes({ templateVersion, arrivedAt }: Kept, again: DrawnAgain): string[] {
  const changed = templateVersion !== again.templateVersion ? "template" : "differs";
  return [
    `cli.replay.verdict.${again.isEqual ? "equal" : changed}`,
    ...(again.kept === "intact" ? [] : [`cli.replay.kept.${again.kept}`]),
    ...(again.withoutCharts ? ["cli.replay.no-charts"] : []),
    ...(arrivedAt === null ? ["cli.replay.no-answer"] : []),
  ];
}

/** What was posted; and what it would be today, where that differs or the original is gone. */
function show(output: Output, { kept, again }: Drawing): void {
  if (kept.body !== null) {
    output.heading(say("cli.replay.posted"));
    for (const line of textOf(JSON.parse(kept.body))) output.line(line);
  }
  if (again.isEqual) return;
  output.heading(say("cli.replay.today"));
  for (const line of textOf(again.today)) output.line(line);
}

function textOf(message: { readonly text: string; readonly blocks: readonly object[] }): string[] {
  return [message.text, ...blockText(message.blocks)];
}

function asJson({ kept, again }: Drawing): object {
  const { body, ...drawing } = kept;
  const { today, ...verdict } = again;
  return {
    ...drawing,
    ...verdict,
    templateVersion: kept.templateVersion,
    templateToday: again.templateVersion,
    posted: body === null ? null : JSON.parse(body),
    today: again.isEqual ? null : today,
  };
}
