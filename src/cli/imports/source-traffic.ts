import type { Command } from "commander";
import type { SourceTraffic } from "../../flows/imports/read-source-traffic.ts";
import type { RefusedDeliveries } from "../../store/imports/hook-deliveries.ts";
import { commandLineText, say } from "../../words/command-line.ts";
import type { Output } from "../output.ts";
import { Refusal } from "../refusal.ts";
import { runWithApp, withJson } from "../run-command.ts";
import { momentText } from "./moment-text.ts";

type Options = { readonly json?: boolean; readonly again?: boolean; readonly drop?: boolean };

/** `source deliveries NAME --again|--drop`: what becomes of those that were given up. */
export function registerDeliveries(command: Command): void {
  withJson(
    command
      .command("deliveries")
      .description("try deliveries again that were given up, or drop them")
      .argument("<name>", "the source, as `source list` says it")
      .option("--again", "try them again")
      .option("--drop", "drop them"),
  ).action(settle);
}

function settle(name: string, { json, again = false, drop = false }: Options): Promise<void> {
  if (again === drop) throw new Refusal(say("cli.source.deliveries.which"));
  return runWithApp({ json }, async ({ app, output }) => {
    const rows = await app.flows.settleDeliveries({ name, how: again ? "retry" : "drop" });
    if (rows === null) throw new Refusal(say("cli.source.unknown", { name }));
    output.line(say(again ? "cli.source.deliveries.again" : "cli.source.deliveries.dropped", { rows }));
    return { deliveries: rows };
  });
}

export type Place = { readonly publicUrl: string | null; readonly timeZone: string };

/** Where a source delivers to; without an address of the bot the path alone. */
export const addressOf = ({ publicUrl }: Pick<Place, "publicUrl">, name: string): string =>
  `${publicUrl ?? ""}/hooks/${name}`;

/** What a source delivered by itself, and what was written into it. */
export function describeTraffic(
  { hook, writeBack }: SourceTraffic,
  name: string,
  place: Place,
  output: Output,
): void {
  if (hook !== null) describeHook(hook, name, place, output);
  if (writeBack === null) return;
  const fields = Object.entries(writeBack.fields).map(([fact, field]) => `${fact}=${field}`);
  const isOn = writeBack.isOn ? "yes" : "no";
  output.heading(say("cli.source.write-back.heading", { isOn, fields: fields.join(", ") }));
  const { written, open, notThere } = writeBack;
  output.line(`  ${say("cli.source.write-back.counts", { written, open, notThere })}`);
}

function describeHook(
  hook: NonNullable<SourceTraffic["hook"]>,
  name: string,
  place: Place,
  output: Output,
): void {
  const { secret, waiting, done, givenUp, lastReceivedAt, lastError, refused } = hook;
  const last = lastReceivedAt === null ? "none" : momentText(lastReceivedAt, place.timeZone);
  output.heading(say("cli.source.deliveries.heading", { address: addressOf(place, name) }));
  const isSet = secret.isSet ? "cli.source.secret.set" : "cli.source.secret.missing";
  output.line(`  ${say(isSet, { name: secret.name })}`);
  output.line(`  ${say("cli.source.deliveries.counts", { waiting, done, givenUp, last })}`);
  if (lastError !== null)
    output.line(`  ${say("cli.source.deliveries.error", { problem: commandLineText(lastError) })}`);
  for (const one of refused) output.line(`  ${refusedLine(one, place)}`);
}

function refusedLine({ because, deliveries, lastAt }: RefusedDeliveries, { timeZone }: Place): string {
  const last = momentText(lastAt, timeZone);
  const reason = say(`cli.source.refused.${because}`);
  return say("cli.source.deliveries.refused", { because: reason, deliveries, last });
}
