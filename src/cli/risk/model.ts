import type { Command } from "commander";
import { type ModelVersion, metricsServed, statusOf } from "../../domain/risk/versions/model-version.ts";
import { say } from "../../words/command-line.ts";
import { parseWholeNumber } from "../arguments.ts";
import { Refusal } from "../refusal.ts";
import { type CommandTools, runWithApp, withJson } from "../run-command.ts";
import { alignedColumns, servesWords } from "./model-figures.ts";
import { describeModel } from "./model-show.ts";

type Options = { json?: boolean };

/** `model list|show|use|rollback`: what was trained, what serves, and how to change that. */
export function registerModel(program: Command): void {
  const model = program.command("model").description("see the trained versions, and choose which one serves");
  withJson(model.command("list").description("every version, newest first")).action((options: Options) =>
    runWithApp(options, list),
  );
  withJson(
    model
      .command("show")
      .description("how a version was made, how good it is, and why it serves or not")
      .argument("<id>", "as `model list` names it", parseWholeNumber),
  ).action((id: number, options: Options) => runWithApp(options, (tools) => show(tools, id)));
  withJson(
    model
      .command("use")
      .description("let a version serve, from the next scoring on")
      .argument("<id>", "as `model list` names it", parseWholeNumber),
  ).action((id: number, options: Options) => runWithApp(options, (tools) => use(tools, id)));
  withJson(model.command("rollback").description("let the version that served before serve again")).action(
    (options: Options) => runWithApp(options, rollBack),
  );
}

const BY = "command line";
const NOTHING_TRAINED = say("refusal.no-model");

async function list({ app, output }: CommandTools): Promise<object> {
  const { versions, championId } = await app.flows.listModelVersions();
  if (versions.length === 0) output.line(NOTHING_TRAINED);
  else {
    const header = COLUMNS.map((column) => say(`cli.model.column.${column}`));
    const rows = versions.map((version) => rowOf(version, championId));
    for (const line of alignedColumns([header, ...rows])) output.line(line);
  }
  return { versions: versions.map((version) => ({ ...version, status: statusOf(version, championId) })) };
}

const COLUMNS = ["id", "trained", "data", "seed", "serves", "log-loss", "ece", "status"];

function rowOf(version: ModelVersion, championId: number | null): string[] {
  const { id, trainedAt, settings, seed, serves, metrics } = version;
  const served = metricsServed(version);
  return [
    String(id),
    trainedAt.toISOString().slice(0, 16).replace("T", " "),
    say("cli.model.from-to", {
      from: settings.dataFrom?.slice(0, 10) ?? "?",
      to: settings.asOf?.slice(0, 10) ?? "?",
    }),
    String(seed),
    servesWords(serves),
    `${served.logLoss.toFixed(4)} (${metrics.baseline.logLoss.toFixed(4)})`,
    served.ece.toFixed(3),
    statusOf(version, championId),
  ];
}

async function show({ app, output }: CommandTools, id: number): Promise<object> {
  const found = await app.flows.findModelVersion(id);
  if (found === null) throw unknown(id);
  const { version, championId } = found;
  const status = statusOf(version, championId);
  describeModel(version, status, output);
  return { ...version, status };
}

async function use({ app, output }: CommandTools, id: number): Promise<object> {
  const result = await app.flows.chooseModel({ id, by: BY });
  switch (result.kind) {
    case "unknown":
      throw unknown(id);
    case "unusable":
      throw new Refusal(say("cli.model.cannot-serve", { version: String(id), why: result.reason }));
    case "serves-already":
      output.line(say("cli.model.serves-already", { version: String(id) }));
      return result;
    case "serves":
      output.heading(
        result.before === null
          ? say("cli.model.serves", { version: String(id) })
          : say("cli.model.serves-instead", { version: String(id), before: String(result.before) }),
      );
      output.line(say("cli.model.next"));
      return result;
  }
}

async function rollBack({ app, output }: CommandTools): Promise<object> {
  const result = await app.flows.rollBackModel({ by: BY });
  if (result.kind === "nothing-before") {
    const { champion } = result;
    throw new Refusal(
      champion === null ? NOTHING_TRAINED : say("cli.model.first", { version: String(champion.id) }),
    );
  }
  if (result.kind === "changed") return result;
  if (result.kind === "unusable")
    throw new Refusal(say("cli.model.no-longer", { version: String(result.id), why: result.reason }));
  const turned = { from: String(result.from), version: String(result.version.id) };
  output.heading(say("cli.model.rolled-back", turned));
  output.line(say("cli.model.next"));
  return result;
}

const unknown = (id: number) => new Refusal(say("cli.model.unknown", { version: String(id) }));
