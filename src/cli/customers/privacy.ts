import { type FileHandle, open, rm } from "node:fs/promises";
import type { Command } from "commander";
import type { Customer } from "../../domain/customer.ts";
import type { ExportedCustomer } from "../../flows/customers/export-customer.ts";
import type { CustomerExport } from "../../store/customers/customer-export.ts";
import { say } from "../../words/command-line.ts";
import { foundCustomer } from "../found-customer.ts";
import { Refusal } from "../refusal.ts";
import { type CommandTools, runWithApp, withJson } from "../run-command.ts";

type Options = { readonly json?: boolean; readonly out: string };

/** `privacy export`: all that is kept of a customer, for whoever asks what you know of them. */
export function registerPrivacy(program: Command): void {
  const command = program.command("privacy").description("what is kept of a customer");
  withJson(command.command("export"))
    .description("write every row that is kept of a customer to a JSON file, by table")
    .argument("<customer...>", "name, alias, domain or number")
    .requiredOption("--out <file>", "a file that is not there yet; only you can read it")
    .action((typed: string[], options: Options) =>
      runWithApp(options, (tools) => exportTo(tools, typed.join(" "), options.out)),
    );
}

async function exportTo({ app, output }: CommandTools, typed: string, path: string): Promise<object> {
  const customer = await foundCustomer(app, typed);
  const exported = await writtenTo(path, async (file) => {
    const made = await app.flows.exportCustomer({ customerId: customer.id, by: "command line" });
    await file.writeFile(fileText(customer, made));
    return made;
  });
  const counts = countsOf(exported);
  const rows = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const tables = Object.values(counts).filter((count) => count > 0).length;
  output.line(say("cli.privacy.written", { rows, tables, name: customer.name, file: path }));
  output.line(say("cli.privacy.left-out"));
  for (const [why, names] of reasonsOf(exported)) output.line(`  ${names.join(", ")}: ${why}`);
  return { customerId: customer.id, name: customer.name, file: path, rows, tables: counts };
}

/** Opened before anything is read: a name that is taken, or a folder that is not there, costs nothing and is not noted. */
async function writtenTo<T>(path: string, write: (file: FileHandle) => Promise<T>): Promise<T> {
  const file = await open(path, "wx", 0o600).catch((error: NodeJS.ErrnoException) => {
    throw error.code === "EEXIST" ? new Refusal(say("cli.privacy.exists", { file: path })) : error;
  });
  try {
    return await write(file);
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await file.close();
  }
}

/** Rows are put in as the database wrote them: a number beyond what JavaScript counts exactly keeps its digits. */
function fileText({ id, name, externalId }: Customer, exported: ExportedCustomer): string {
  const head = { holds: say("cli.privacy.holds"), at: exported.at, customer: { id, name, externalId } };
  const notIncluded = exported.leftOut.map(({ table, because }) => ({ table, because: whyText(because) }));
  const tables = exported.tables.map(
    ({ table, rows }) => `    ${JSON.stringify(table)}: [${rows.map((row) => `\n      ${row}`).join(",")}]`,
  );
  const start = JSON.stringify({ ...head, notIncluded }, null, 2).slice(0, -2);
  return `${start},\n  "tables": {\n${tables.join(",\n")}\n  }\n}\n`;
}

const countsOf = ({ tables }: CustomerExport): Record<string, number> =>
  Object.fromEntries(tables.map(({ table, rows }) => [table, rows.length]));

function reasonsOf({ leftOut }: CustomerExport): Map<string, string[]> {
  const reasons = new Map<string, string[]>();
  for (const { table, because } of leftOut)
    reasons.set(whyText(because), [...(reasons.get(whyText(because)) ?? []), table]);
  return reasons;
}

const whyText = (because: string) => say(`cli.privacy.because.${because}`);
