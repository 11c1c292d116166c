import type { Command } from "commander";
import {
  addDays,
  type Day,
  firstDayOfMonth,
  lastDayOfMonth,
  localTime,
  type Month,
} from "../../domain/calendar.ts";
import type { SentMessage } from "../../store/messages/sent-messages.ts";
import { commandLineText, say } from "../../words/command-line.ts";
import { parseMonth } from "../arguments.ts";
import { foundCustomer } from "../found-customer.ts";
import { inEnglish } from "../in-english.ts";
import { type CommandTools, runWithApp, withJson } from "../run-command.ts";

type Options = { json?: boolean; in?: Month };

/** Of a question without a month: as far back as people remember a message. Chosen by the product. */
const USUAL_DAYS = 31;

/** `why-sent CUSTOMER`: the messages that name a customer, with the keys that `replay` takes. */
export function registerWhySent(program: Command): void {
  withJson(
    program
      .command("why-sent")
      .description("which messages named a customer, and why")
      .argument("<customer...>", "name, alias, domain or number")
      .option("--in <month>", `such as 2027-03 (default: the last ${USUAL_DAYS} days)`, parseMonth),
  ).action((typed: string[], options: Options) =>
    runWithApp(options, (tools) => listSent(tools, typed.join(" "), options.in)),
  );
}

async function listSent({ app, output }: CommandTools, typed: string, month?: Month): Promise<object> {
  const { id: customerId, name } = await foundCustomer(app, typed);
  const days = month ? daysOf(month) : lastDays(localTime(app.clock(), app.config.timeZone).day);
  const sent = await app.flows.listSentAbout({ customerId, ...days });
  const about = { name, ...days };
  if (sent.length === 0) output.line(say("cli.why-sent.none", about));
  else {
    output.heading(say("cli.why-sent.head", about));
    for (const message of sent) tell(output, message, customerId);
    output.line(say("cli.why-sent.how"));
  }
  return inEnglish({ customerId, ...about, messages: sent });
}

function tell(output: CommandTools["output"], sent: SentMessage, customerId: number): void {
  const { key, message, recipient, recipientName, decidedAt, status } = sent;
  const to = recipientName ?? recipient;
  output.line(key);
  output.line(
    `   ${say("cli.why-sent.line", { at: decidedAt.toISOString(), kind: message.kind, to, status })}`,
  );
  if (message.kind !== "nudge") return;
  const item = message.items.find((one) => one.customerId === customerId);
  if (item) output.line(say("cli.why-sent.reason", { reason: commandLineText(item.reason) }));
}

const daysOf = (month: Month) => ({ from: firstDayOfMonth(month), to: lastDayOfMonth(month) });
const lastDays = (today: Day) => ({ from: addDays(today, 1 - USUAL_DAYS), to: today });
