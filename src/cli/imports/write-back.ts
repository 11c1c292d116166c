import type { Command } from "commander";
import { isWriteBackFact, WRITE_BACK_FACTS, type WriteBackFields } from "../../domain/imports/write-back.ts";
import type { SetWriteBack } from "../../flows/imports/set-write-back.ts";
import { commandLineText, say } from "../../words/command-line.ts";
import { inEnglish } from "../in-english.ts";
import type { Output } from "../output.ts";
import { Refusal } from "../refusal.ts";
import { runWithApp, withJson } from "../run-command.ts";

type Options = { readonly json?: boolean; readonly fields?: WriteBackFields; readonly dryRun?: boolean };

/** `source write-back NAME on|off|--dry-run`: whether the risk is written into fields of a system. */
export function registerWriteBack(command: Command): void {
  withJson(
    command
      .command("write-back")
      .description("write risk, reason and next step into fields of a system, once per change of band")
      .argument("<name>", "the source, as `source list` says it")
      .argument("[turn]", "on or off")
      .option("--fields <list>", "score=FIELD,band=FIELD,reason=FIELD,step=FIELD,as_of=FIELD", fieldsIn)
      .option("--dry-run", "show what would be written, and write nothing"),
  ).action(writeBack);
}

function fieldsIn(list: string): WriteBackFields {
  const named = list.split(",").map((given) => {
    const [fact = "", field = "", ...more] = given.trim().split("=");
    if (!isWriteBackFact(fact) || field === "" || more.length > 0) {
      const facts = Object.keys(WRITE_BACK_FACTS).join(", ");
      throw new Refusal(say("cli.source.write-back.bad-field", { given, facts }));
    }
    return [fact, field] as const;
  });
  return Object.fromEntries(named);
}

function writeBack(name: string, given: string | undefined, options: Options): Promise<void> {
  const turn = turnOf(given, options);
  if (turn === null) throw new Refusal(say("cli.source.write-back.which"));
  return runWithApp(options, async ({ app, output }) => {
    const set = await app.flows.setWriteBack({ name, turn, fields: options.fields ?? null });
    describe(name, set, output);
    return inEnglish(set);
  });
}

function turnOf(given: string | undefined, { dryRun }: Options): "on" | "off" | "try" | null {
  if (dryRun) return "try";
  return given === "on" || given === "off" ? given : null;
}

function describe(name: string, set: SetWriteBack, output: Output): void {
  if (set.kind === "unknown") throw new Refusal(say("cli.source.unknown", { name }));
  if (set.kind === "no-fields") throw new Refusal(say("cli.source.write-back.no-fields"));
  if (set.kind === "refused") throw new Refusal(commandLineText(set.problem));
  if (set.kind === "off") {
    output.line(say("cli.source.write-back.off", { name }));
    return;
  }
  const { due, because, first } = set;
  output.line(say(`cli.source.write-back.${set.kind}`, { name, due }));
  if (because !== null) output.line(`  ${commandLineText(because)}`);
  for (const { name: customer, externalId, values } of first) {
    output.heading(`${customer} (${externalId})`);
    for (const [field, value] of Object.entries(values)) output.line(`  ${field}: ${value}`);
  }
  if (due > first.length) output.line(say("cli.source.write-back.more", { rows: due - first.length }));
}
