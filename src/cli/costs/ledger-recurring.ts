import { type Command, Option } from "commander";
import { type Day, localTime } from "../../domain/calendar.ts";
import {
  RECURRING_INTERVALS,
  type RecurringCost,
  type RecurringInterval,
} from "../../domain/costs/recurring.ts";
import { readTypedAmount } from "../../domain/costs/typed-amount.ts";
import { commandLineText, say } from "../../words/command-line.ts";
import { Refusal } from "../refusal.ts";
import { runWithApp, withJson } from "../run-command.ts";
import {
  COMMAND_LINE,
  type CostOptions,
  costText,
  parseDay,
  parseId,
  refusalOf,
  withCost,
} from "./ledger-arguments.ts";
import { noteBehind } from "./ledger-entries.ts";

type Json = { json?: boolean };
type AddOptions = Json & CostOptions & { every: RecurringInterval; from: Day; until?: Day };

export function registerLedgerRecurring(ledger: Command): void {
  const recurring = ledger.command("recurring").description("costs that come back every period");
  withJson(
    withCost(recurring.command("add").description("record a cost that comes back"))
      .addOption(
        new Option("--every <period>", "how often").choices(RECURRING_INTERVALS).makeOptionMandatory(),
      )
      .requiredOption("--from <day>", "the first day of its first period", parseDay)
      .option("--until <day>", "no period begins later", parseDay),
  ).action(add);
  withJson(
    recurring
      .command("end")
      .description("begin no further period after a day")
      .argument("<id>", "the recurring cost, as `ledger list recurring` shows it", parseId)
      .argument("<day>", "the last day a period may begin on", parseDay),
  ).action(end);
  withJson(
    recurring.command("run").description("make the entries due today; the bot does so every night"),
  ).action(run);
}

function add({ json, every, from, until, ...options }: AddOptions): Promise<void> {
  return runWithApp({ json }, async ({ app, output }) => {
    if (until !== undefined && until < from) throw new Refusal(say("cli.recurring.ends-first"));
    const created = await app.flows.addRecurringCost({
      text: costText(options, from, from),
      readAmount: readTypedAmount,
      member: null,
      every,
      untilDay: until ?? null,
      by: COMMAND_LINE,
    });
    if (created.kind === "wrong") throw refusalOf(created.problems);
    if (created.kind === "refused") throw new Refusal(commandLineText(created.problem));
    output.heading(say("cli.recurring.recorded", { cost: recurringLine(created.cost) }));
    output.line(`  ${say("cli.recurring.made", { entries: created.made })}`);
    return created;
  });
}

function end(id: number, day: Day, { json }: Json): Promise<void> {
  return runWithApp({ json }, async ({ app, output }) => {
    const ended = await app.flows.endRecurringCost({ id, untilDay: day, by: COMMAND_LINE });
    if (ended.kind === "unknown") {
      throw new Refusal(say("cli.recurring.unknown", { id: String(id) }));
    }
    output.heading(say("cli.recurring.ended", { id: String(id), day }));
    if (ended.entriesAfter.length > 0) {
      output.line(`  ${say("cli.recurring.made-later", { entries: ended.entriesAfter.join(", ") })}`);
      output.line(`  ${say("cli.recurring.take-back")}`);
    }
    return ended;
  });
}

function run({ json }: Json): Promise<void> {
  return runWithApp({ json }, async ({ app, config, output }) => {
    const { day } = localTime(app.clock(), config.timeZone);
    const made = await app.flows.makeRecurringCosts({ day, by: COMMAND_LINE });
    output.heading(say("cli.recurring.ran", { entries: made }));
    return { made };
  });
}

/** A recurring cost on one line. */
export function recurringLine(cost: RecurringCost): string {
  const { id, every, amountMinor: minor, currency, category, kind, fromDay, untilDay, appliesTo } = cost;
  return say("cli.recurring.cost", {
    ...{ id: String(id), amount: { minor, currency }, every, from: fromDay },
    until: untilDay === null ? "" : say("cli.recurring.until", { day: untilDay }),
    ...{ category, kind, appliesTo, driver: cost.driver },
    note: noteBehind(cost.note),
  });
}
