import { randomUUID } from "node:crypto";
import type { Command } from "commander";
import type { Day } from "../../domain/calendar.ts";
import type { LedgerEntry } from "../../domain/costs/cost-entry.ts";
import { readTypedAmount } from "../../domain/costs/typed-amount.ts";
import { commandLineText, moneyOnCommandLine } from "../../words/command-line.ts";
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
      .description("change what an entry is worth by a correcting entry, also in a closed period")
      .argument("<id>", "the entry, as `ledger list` shows it", parseId)
      .option("--by <amount>", "by how much; below zero takes back")
      .option("--to <amount>", "what it should be worth")
      .option("--note <text>", "why"),
  ).action(correct);
  withJson(
    ledger
      .command("close")
      .description("close the ledger through a day: from then on those days change only by corrections")
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
        `--id: “${entry.externalId}” is recorded with other facts: ${entryLine(entry)}. ` +
          `Correct that entry (ledger correct ${entry.id} --to AMOUNT), or choose another id.`,
      );
    }
    output.heading(result.kind === "added" ? "Recorded" : "Recorded before; nothing was written");
    output.line(`  ${entryLine(entry)}`);
    return result;
  });
}

function correct(id: number, { json, by, to, note }: CorrectOptions): Promise<void> {
  return runWithApp({ json }, async ({ app, output }) => {
    if ((by === undefined) === (to === undefined)) {
      throw new Refusal("Say either by how much (--by -20) or what it should be worth (--to 80).");
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
    const money = (minor: number) => moneyOnCommandLine({ minor, currency: entry.currency });
    output.heading(`Entry ${id} is now worth ${money(result.nowMinor)}`);
    output.line(`  entry ${result.correction.id} corrects it by ${money(result.correction.amountMinor)}`);
    return result;
  });
}

function close(throughDay: Day, { json }: Json): Promise<void> {
  return runWithApp({ json }, async ({ app, output }) => {
    const result = await app.flows.closeLedger({ throughDay, by: COMMAND_LINE });
    if (result.kind === "refused") throw new Refusal(commandLineText(result.problem));
    output.heading(`The ledger is closed through ${throughDay}`);
    if (result.recurringMade > 0) output.line(`  ${result.recurringMade} recurring entries were made first.`);
    return result;
  });
}

/** An entry on one line. */
export function entryLine(entry: LedgerEntry): string {
  const { id, amountMinor: minor, currency, category, subcategory, kind, fromDay, toDay } = entry;
  const what = subcategory === null ? category : `${category} (${subcategory})`;
  const days = fromDay === toDay ? fromDay : `${fromDay} to ${toDay}`;
  const corrects = entry.correctsId === null ? "" : `, corrects ${entry.correctsId}`;
  const note = entry.note === null ? "" : ` – ${entry.note}`;
  return `${id}  ${moneyOnCommandLine({ minor, currency })}  ${what}, ${kind}, ${days}, for ${entry.appliesTo} by ${entry.driver}${corrects}${note}`;
}

function unknownEntry(id: number): string {
  return `There is no entry ${id}. See: npm run mainstay -- ledger list`;
}
