import { randomUUID } from "node:crypto";
import type { Command } from "commander";
import type { Day } from "../../domain/calendar.ts";
import type { LedgerEntry } from "../../domain/costs/cost-entry.ts";
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
  readAmount,
  refusalOf,
  withCost,
} from "./ledger-arguments.ts";

type Json = { json?: boolean };
type AddOptions = Json & CostOptions & { from: Day; to: Day; id?: string };
type CorrectOptions = Json & { by?: string; to?: string; note?: string };

export function registerLedgerEntries(ledger: Command): void {
  withJson(
    withCost(ledger.command("add").description("record a cost over the days it covers, both included"))
      .requiredOption("--from <day>", "its first day", parseDay)
      .requiredOption("--to <day>", "its last day", parseDay)
      .option("--id <text>", "your own id: the same one again records nothing twice"),
  ).action(add);
  withJson(
    ledger
      .command("correct")
      .description(
        "change what an entry is worth by a correcting entry; for closed days it counts on the first open one",
      )
      .argument("<id>", "the entry, as `ledger list` shows it", parseId)
      .option("--by <amount>", "by how much; below zero takes back")
      .option("--to <amount>", "what it should be worth")
      .option("--note <text>", "why"),
  ).action(correct);
  withJson(
    ledger
      .command("close")
      .description("close the ledger through a day: from then on their reports stay as they are")
      .argument("<day>", "the last day to close", parseDay),
  ).action(close);
}

function add({ json, from, to, id, ...cost }: AddOptions): Promise<void> {
  return runWithApp({ json }, async ({ app, output }) => {
    const result = await app.flows.addCost({
      text: costText(cost, from, to),
      readAmount: readTypedAmount,
      member: null,
      key: { source: "ledger", externalId: id ?? randomUUID() },
      by: COMMAND_LINE,
    });
    if (result.kind === "wrong") throw refusalOf(result.problems);
    const { entry } = result;
    if (result.kind === "there-already" && !result.same) {
      throw new Refusal(
        say("cli.ledger.id-taken", { key: entry.externalId, entry: entryLine(entry), id: String(entry.id) }),
      );
    }
    output.heading(say(result.kind === "added" ? "cli.ledger.recorded" : "cli.ledger.recorded-before"));
    output.line(`  ${entryLine(entry)}`);
    return result;
  });
}

function correct(id: number, { json, by, to, note }: CorrectOptions): Promise<void> {
  return runWithApp({ json }, async ({ app, output }) => {
    if ((by === undefined) === (to === undefined)) {
      throw new Refusal(say("cli.ledger.by-or-to"));
    }
    const entry = await app.flows.findCostEntry(id);
    if (entry === null) throw new Refusal(unknownEntry(id));
    const size =
      by === undefined
        ? { toMinor: readAmount(to ?? "", entry.currency) }
        : { byMinor: readAmount(by, entry.currency) };
    const result = await app.flows.correctCost({ id, size, note: note ?? null, by: COMMAND_LINE });
    if (result.kind === "unknown-entry") throw new Refusal(unknownEntry(id));
    if (result.kind === "refused") throw new Refusal(commandLineText(result.problem));
    const amount = (minor: number) => ({ minor, currency: entry.currency });
    const { corrections, nowMinor } = result;
    output.heading(say("cli.ledger.now-worth", { id: String(id), amount: amount(nowMinor) }));
    for (const correction of corrections) output.line(`  ${correctionLine(correction)}`);
    return result;
  });
}

function close(throughDay: Day, { json }: Json): Promise<void> {
  return runWithApp({ json }, async ({ app, output }) => {
    const result = await app.flows.closeLedger({ throughDay, by: COMMAND_LINE });
    if (result.kind === "refused") throw new Refusal(commandLineText(result.problem));
    output.heading(say("cli.ledger.closed-through", { day: throughDay }));
    if (result.recurringMade > 0)
      output.line(`  ${say("cli.ledger.made-first", { entries: result.recurringMade })}`);
    return result;
  });
}

function correctionLine({ id, amountMinor: minor, currency, bookedOn, fromDay, toDay }: LedgerEntry): string {
  const facts = { id: String(id), amount: { minor, currency } };
  if (bookedOn === null) return say("cli.ledger.corrected-by", facts);
  return say("cli.ledger.corrected-later", { ...facts, from: fromDay, to: toDay, day: bookedOn });
}

/** An entry on one line. */
export function entryLine(entry: LedgerEntry): string {
  const { id, amountMinor: minor, currency, category, subcategory, kind, fromDay: from, toDay: to } = entry;
  return say("cli.ledger.entry", {
    id: String(id),
    amount: { minor, currency },
    what: subcategory === null ? category : say("cli.ledger.within", { category, subcategory }),
    kind,
    days: from === to ? from : say("cli.ledger.days", { from, to }),
    appliesTo: entry.appliesTo,
    driver: entry.driver,
    correctsId: entry.correctsId === null ? "none" : String(entry.correctsId),
    bookedOn: entry.bookedOn ?? "none",
    note: noteBehind(entry.note),
  });
}

/** What somebody noted, behind a dash. */
export const noteBehind = (note: string | null): string =>
  note === null ? "" : say("cli.ledger.note", { note });

const unknownEntry = (id: number) => say("cli.ledger.unknown-entry", { id: String(id) });
