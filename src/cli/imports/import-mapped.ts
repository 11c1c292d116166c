import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { parse, stringify, YAMLParseError } from "yaml";
import { ZodError, z } from "zod";
import type { PlannedImport } from "../../flows/imports/plan-import.ts";
import { MAPPING, type Mapping } from "../../sources/mapping/mapping.ts";
import type { RowPreview } from "../../sources/mapping/preview-rows.ts";
import { commandLineText, say } from "../../words/command-line.ts";
import { isAgreed } from "../is-agreed.ts";
import type { Output } from "../output.ts";
import { ExitCode, Refusal } from "../refusal.ts";
import { runWithApp } from "../run-command.ts";
import { textTable } from "../text-table.ts";
import { describeImport, describeReading, exitCodeOf } from "./describe-import.ts";

export type MappedOptions = {
  readonly json?: boolean;
  readonly source?: string;
  readonly map?: string;
  readonly saveMap?: string;
  readonly currency?: string;
  readonly encoding?: string;
  readonly yes?: boolean;
  readonly knownCustomersOnly?: boolean;
};

const NOT_IMPORTED = 1;

/** Imports a file by what its columns are called: shows how, asks, and writes the mapping down for the next time. */
export async function importMappedCommand(path: string, options: MappedOptions): Promise<void> {
  let exitCode: number | null = null;
  await runWithApp(options, async ({ app, output }) => {
    const given = options.map === undefined ? undefined : await readMapping(options.map);
    const { source, currency, encoding } = options;
    const planned = await app.flows.planImport({ path, given, source, currency, encoding });
    if (planned.kind === "refused") throw new Refusal(commandLineText(planned.problem));
    describePlan(path, planned, output);
    const { mapping } = planned.plan;
    const savedAs = given === undefined ? await saveMapping(mapping, options.saveMap) : null;
    if (savedAs !== null) output.line(say("cli.import.map.saved", { file: savedAs }));
    refuseOpen(planned, given !== undefined, savedAs);
    if (!(options.yes || (await isAgreed("cli.import.map.ask")))) {
      output.line(say("cli.import.map.not-imported", { file: savedAs ?? options.map ?? "" }));
      exitCode = NOT_IMPORTED;
      return { planned: mapping, imported: [] };
    }
    const progress = output.progress(say("cli.import.progress"));
    const name = planned.plan.recognisedAs ?? "mapping";
    const { knownCustomersOnly = false } = options;
    const request = { path, name, mapping, knownCustomersOnly, onProgress: progress.update };
    const result = await app.flows.importMapped(request).finally(progress.stop);
    if (result.kind === "refused") throw new Refusal(commandLineText(result.problem));
    for (const report of result.reports) {
      output.line();
      output.heading(say("cli.import.map.kind", { rows: report.rows }));
      describeImport(report, output, true);
    }
    exitCode = exitCodeOf(result.reports);
    output.line();
    if (exitCode !== NOT_IMPORTED) output.line(say("cli.import.next"));
    return { planned: mapping, imported: result.reports };
  });
  if (exitCode !== null) throw new ExitCode(exitCode);
}

async function readMapping(file: string): Promise<Mapping> {
  const text = await readFile(file, "utf8").catch(() => {
    throw new Refusal(say("cli.import.map.no-file", { file }));
  });
  try {
    return MAPPING.parse(parse(text));
  } catch (error) {
    if (error instanceof YAMLParseError || error instanceof ZodError)
      throw new Refusal(
        say("cli.import.map.bad", {
          file,
          problem: error instanceof ZodError ? z.prettifyError(error) : error.message,
        }),
      );
    throw error;
  }
}

const MAPPING_FILE = "mapping.yml";

/** Beside a mapping of another file, never over it. */
async function saveMapping(mapping: Mapping, wished = MAPPING_FILE): Promise<string> {
  const text = stringify(mapping);
  const bare = wished.replace(/\.ya?ml$/, "");
  for (let count = 1; ; count += 1) {
    const file = count === 1 ? wished : `${bare}-${count}.yml`;
    if (existsSync(file) && (await readFile(file, "utf8")) !== text) continue;
    await writeFile(file, text);
    return file;
  }
}

function describePlan(
  path: string,
  { plan, previews, reading, assumedCurrency }: PlannedImport,
  output: Output,
): void {
  const file = basename(path);
  const as = plan.recognisedAs;
  output.heading(
    as === null ? say("cli.import.map.proposed", { file }) : say("cli.import.map.recognised", { file, as }),
  );
  describeReading(reading, output);
  for (const preview of previews) describeKind(preview, output);
  if (assumedCurrency !== null) output.line(say("cli.import.map.currency", { currency: assumedCurrency }));
  if (plan.unused.length > 0) output.line(say("cli.import.map.unused", { columns: plan.unused.join(", ") }));
}

/** Wide texts would tear the table apart. */
const MOST_WIDTH = 28;

function describeKind({ called, facts, lines }: RowPreview, output: Output): void {
  output.line();
  output.heading(say("cli.import.map.preview", { rows: called, lines: lines.length }));
  const cells = lines.map(({ line, texts }) => [String(line), ...texts.map(shortened)]);
  const head = [say("cli.import.map.line"), ...facts];
  for (const line of textTable(
    head,
    cells,
    facts.map((_, place) => place + 1),
  ))
    output.line(`  ${line}`);
  for (const { line, problems } of lines) {
    if (problems.length === 0) continue;
    const text = problems.map(commandLineText).join(" ");
    output.line(`  ${say("cli.import.rejected.line", { line, text })}`);
  }
}

const shortened = (text: string) => (text.length > MOST_WIDTH ? `${text.slice(0, MOST_WIDTH - 1)}…` : text);

/** What nobody but the file's owner can say. A mapping that somebody wrote says all of it. */
function refuseOpen(
  { plan, assumedCurrency }: PlannedImport,
  isGiven: boolean,
  savedAs: string | null,
): void {
  if (plan.lacksCurrency && assumedCurrency === null) throw new Refusal(say("cli.import.map.no-currency"));
  const [open] = plan.open;
  if (isGiven || open === undefined) return;
  const { column, example, taken, orElse } = open;
  throw new Refusal(
    say("cli.import.map.open", {
      ...{ column, example, taken, file: savedAs ?? "" },
      others: orElse.join(", "),
    }),
  );
}
