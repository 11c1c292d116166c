import type { Command } from "commander";
import type { AttributeDecision } from "../../domain/risk/attribute-inputs.ts";
import type { ListedAttribute } from "../../flows/risk/training/list-attributes.ts";
import { say } from "../../words/command-line.ts";
import { Refusal } from "../refusal.ts";
import { type CommandTools, runWithApp, withJson } from "../run-command.ts";
import { alignedColumns } from "./model-figures.ts";

type Options = { json?: boolean };

/** `attributes list|since-start|leave-out|as-known`: what the model reads of the customer file's further columns. */
export function registerAttributes(program: Command): void {
  const attributes = program
    .command("attributes")
    .description("see which further columns of the customer file the model reads, and decide about them");
  withJson(
    attributes.command("list").description("every attribute, and why the model reads it or not"),
  ).action((options: Options) => runWithApp(options, list));
  const decided = (decision: AttributeDecision | null) => (name: string, options: Options) =>
    runWithApp(options, (tools) => decide(tools, name, decision));
  const named = (command: string) =>
    withJson(attributes.command(command)).argument("<name>", "as in the list");
  named("since-start")
    .description("it never changes: take what is known now for the past as well")
    .action(decided("since-start"));
  named("leave-out").description("the model does not read it").action(decided("left-out"));
  named("as-known")
    .description("the model reads it from the day on which it was known (the default)")
    .action(decided(null));
}

async function list({ app, output }: CommandTools): Promise<object> {
  const attributes = await app.flows.listAttributes({ seed: app.config.seed });
  if (attributes.length === 0) output.line(say("cli.attributes.none"));
  else {
    const header = ["name", "known", "reads"].map((column) => say(`cli.attributes.column.${column}`));
    for (const line of alignedColumns([header, ...attributes.map(rowOf)])) output.line(line);
    output.line(say("cli.attributes.next"));
  }
  return { attributes };
}

function rowOf({ count, decision, ...judged }: ListedAttribute): string[] {
  const known = say("cli.attributes.customers", { customers: count.customers });
  if (judged.input === null) return [count.name, known, say(`cli.attributes.because.${judged.because}`)];
  const { input } = judged;
  const values = input.kind === "values" ? input.values.join(", ") : "";
  const reads = say(`cli.attributes.reads.${input.kind}`, { values });
  return [count.name, known, say(`cli.attributes.${decision ?? "as-known"}`, { reads })];
}

async function decide(
  { app, output }: CommandTools,
  name: string,
  decision: AttributeDecision | null,
): Promise<object> {
  const decided = await app.flows.decideAttribute({
    name,
    decision,
    by: "command line",
    seed: app.config.seed,
  });
  if (decided.kind === "unknown")
    throw new Refusal(say("cli.attributes.unknown", { name, names: decided.names.join(", ") || "-" }));
  output.line(say(`cli.attributes.decided.${decision ?? "as-known"}`, { name }));
  return { name, decision };
}
