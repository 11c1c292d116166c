import { type Command, Option } from "commander";
import { namedColumns } from "../../sources/csv/columns.ts";
import type { Preset } from "../../sources/preset.ts";
import { PRESET_NAMES, PRESETS, type PresetName } from "../../sources/presets.ts";
import { commandLineText, say } from "../../words/command-line.ts";
import { ExitCode, Refusal } from "../refusal.ts";
import { runWithApp, withJson } from "../run-command.ts";
import { describeImport, exitCodeOf, FAILED } from "./describe-import.ts";
import { importMappedCommand, type MappedOptions } from "./import-mapped.ts";
import { registerImports } from "./imports.ts";
import { toCorrect } from "./rejected.ts";

type Options = MappedOptions & { preset?: PresetName };
type PresetOptions = Pick<Options, "json" | "source" | "encoding" | "knownCustomersOnly"> & {
  preset: PresetName;
};

export function registerImport(program: Command): void {
  // What stands before the name of a further command is the import's own: `import list --json` is of the list.
  const command = program.command("import").enablePositionalOptions();
  registerImports(command);
  withJson(
    command
      .description(
        "load a company's history from a text file, plain or gzipped; shows first how it is understood, and adds nothing twice",
      )
      .argument("<file>", "the file to read")
      .option("--yes", "import without asking")
      .option("--map <file>", "a mapping from an earlier import, edited or not")
      .option("--save-map <file>", "where to write how the file was understood", "mapping.yml")
      .option("--currency <code>", "of amounts that name no currency, e.g. EUR")
      .addOption(
        new Option("--preset <name>", "what the file holds, where it has our own columns").choices(
          PRESET_NAMES,
        ),
      )
      .option("--source <name>", "the system the rows come from (default: the one that is recognised)")
      .option("--encoding <name>", "what the file is written in, e.g. gb18030 (default: told by its content)")
      .option("--known-customers-only", "reject rows of unknown customers in place of adding these customers")
      .addHelpText("after", columnsHelp()),
  ).action((path: string, options: Options) => {
    const { preset, ...others } = options;
    return preset === undefined
      ? importMappedCommand(path, others)
      : importByPreset(path, { ...others, preset });
  });
}

function columnsHelp(): string {
  const lines = PRESET_NAMES.map((preset) => `  ${preset}\n    ${columnNames(preset)}`);
  return `\n${say("cli.import.columns")}\n${lines.join("\n")}`;
}

function columnNames(preset: PresetName): string {
  const columns = namedColumns(PRESETS[preset].columns);
  return columns.map(([, { name, needed }]) => (needed ? name : `[${name}]`)).join(", ");
}

async function importByPreset(path: string, options: PresetOptions): Promise<void> {
  const { preset, source, encoding, knownCustomersOnly = false, json } = options;
  let exitCode: number | null = null;
  await runWithApp({ json }, async ({ app, output }) => {
    const progress = output.progress(say("cli.import.progress"));
    const more = { ...(source !== undefined && { source }), ...(encoding !== undefined && { encoding }) };
    const file = { path, preset, knownCustomersOnly, onProgress: progress.update, ...more };
    const result = await app.flows.importFile(file).finally(progress.stop);
    if (result.kind === "refused") throw new Refusal(commandLineText(result.problem));
    exitCode = exitCodeOf([result]);
    describeImport(result, output);
    if (exitCode !== FAILED) output.line(say(nextAfter(PRESETS[preset])));
    const first = result.rejected.first.map(toCorrect);
    return {
      ...result,
      rejected: { ...result.rejected, first },
      warnings: result.warnings.map(commandLineText),
    };
  });
  if (exitCode !== null) throw new ExitCode(exitCode);
}

function nextAfter({ makes }: Pick<Preset, "makes">): string {
  return makes === "costs" || makes === "contracts" ? `cli.import.next-${makes}` : "cli.import.next";
}
