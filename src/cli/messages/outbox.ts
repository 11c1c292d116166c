import { type Command, Option } from "commander";
import { MESSAGE_STATES, type MessageState, type OutboxLine } from "../../domain/messages/receipt.ts";
import { UNDELIVERED_DAYS } from "../../domain/outreach/undelivered.ts";
import type { FailedRetried } from "../../flows/messages/retry-failed.ts";
import { commandLineText, say } from "../../words/command-line.ts";
import { parseLimit } from "../arguments.ts";
import { inEnglish } from "../in-english.ts";
import type { Output } from "../output.ts";
import { Refusal } from "../refusal.ts";
import { type CommandTools, runWithApp, withJson } from "../run-command.ts";
import { attemptLine, receiptLines } from "./receipt-lines.ts";

type ListOptions = { json?: boolean; status?: MessageState; limit: number };
type RetryOptions = { json?: boolean; all?: boolean };

/** Messages a terminal shows. Chosen by the product, as for rejected lines. */
const MOST_LINES = 50;
const COMMAND_LINE = "command line";

/** `outbox list|show|retry`: what became of messages, and failed ones sent again. */
export function registerOutbox(program: Command): void {
  const command = program.command("outbox").description("what became of messages; send failed ones again");
  withJson(command.command("list"))
    .description("the newest messages, with where they went or why they did not")
    .addOption(
      new Option(
        "--status <status>",
        "only those; held: waits for quiet hours to end, a token that Slack takes, or a history that may be read",
      ).choices(MESSAGE_STATES),
    )
    .option("--limit <count>", "at most so many", parseLimit, MOST_LINES)
    .action((options: ListOptions) => runWithApp(options, (tools) => list(tools, options)));
  withJson(command.command("show"))
    .description("the receipt of one message: attempts, times, where it stands, or why it does not")
    .argument("<key>", "as `outbox list` prints it")
    .action((key: string, options: { json?: boolean }) => runWithApp(options, (tools) => show(tools, key)));
  withJson(command.command("retry"))
    .description("post failed messages again; what may be posted already is looked for in Slack first")
    .argument("[key]", "as `outbox list --status failed` prints it")
    .option("--all", `every message that failed in the last ${UNDELIVERED_DAYS} days`)
    .action(retryAsked);
}

async function list({ app, output }: CommandTools, { status, limit }: ListOptions): Promise<object> {
  const listed = await app.flows.listOutbox({ state: status ?? null, limit });
  const { lines, inAll } = listed;
  if (inAll === 0) output.line(say("cli.outbox.none", { state: status ?? "any" }));
  for (const line of lines) tell(output, line);
  if (inAll > lines.length) output.line(say("cli.outbox.more", { more: inAll - lines.length }));
  if (lines.some(({ state }) => state === "failed")) output.line(say("cli.outbox.how-to-retry"));
  return inEnglish({ messages: lines, inAll });
}

function tell(output: Output, line: OutboxLine): void {
  output.heading(line.key);
  output.line(`   ${attemptLine(line)}`);
  if (line.because !== null) output.line(`   ${commandLineText(line.because)}`);
}

async function show({ app, output }: CommandTools, key: string): Promise<object> {
  const found = await app.flows.readReceipt(key);
  if (found === null) throw new Refusal(say("cli.outbox.unknown", { key }));
  output.heading(key);
  for (const line of receiptLines(found)) output.line(line);
  const drawings = found.drawings.map(({ body: _, ...drawing }) => drawing);
  return inEnglish({ ...found.receipt, retries: found.retries, drawings });
}

async function retryAsked(key: string | undefined, { json, all = false }: RetryOptions): Promise<void> {
  if ((key === undefined) !== all) throw new Refusal(say("cli.outbox.key-or-all"));
  await runWithApp({ json }, async ({ app, output }) => {
    const retried = await app.flows.retryFailed({ key: key ?? null, by: COMMAND_LINE });
    const messages = retriedOf(retried, key ?? "");
    const looked = messages.filter(({ looksFirst }) => looksFirst).length;
    for (const message of messages) output.line(message.key);
    output.line(say("cli.outbox.retried", { messages: messages.length, looked, days: UNDELIVERED_DAYS }));
    return { messages };
  });
}

/** @throws Refusal that says why the message does not go again, and what to do instead */
function retriedOf(retried: FailedRetried, key: string) {
  if (retried.kind === "retried") return retried.messages;
  if (retried.kind === "unknown") throw new Refusal(say("cli.outbox.unknown", { key }));
  const { kind } = retried;
  if (kind === "no-thread") throw new Refusal(say("cli.outbox.no-thread", { key, head: retried.threadOf }));
  throw new Refusal(say("cli.outbox.not-failed", { key, how: attemptLine(retried.receipt) }));
}
