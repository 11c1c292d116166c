import { type FileHandle, open, rm } from "node:fs/promises";
import type { Command } from "commander";
import type { Customer } from "../../domain/customer.ts";
import type { ExportedCustomer } from "../../flows/customers/export-customer.ts";
import type { CustomerExport } from "../../store/customers/customer-export.ts";
import type { NamedContact } from "../../store/messages/customer-erasure.ts";
import { say } from "../../words/command-line.ts";
import { foundCustomer } from "../found-customer.ts";
import { Refusal } from "../refusal.ts";
import { type CommandTools, runWithApp, withJson } from "../run-command.ts";

type Options = { readonly json?: boolean; readonly out: string };

/** `privacy export|erase`: all that is kept of a customer, for whoever asks what you know of them, or that you forget it. */
export function registerPrivacy(program: Command): void {
  const command = program.command("privacy").description("what is kept of a customer");
  withJson(command.command("export"))
    .description("write every row that is kept of a customer to a JSON file, by table")
    .argument("<customer...>", "name, alias, domain or number")
    .requiredOption("--out <file>", "a file that is not there yet; only you can read it")
    .action((typed: string[], options: Options) =>
      runWithApp(options, (tools) => exportTo(tools, typed.join(" "), options.out)),
    );
  registerErase(command);
}

type EraseOptions = { readonly json?: boolean; readonly contact?: string; readonly yes?: boolean };

/** `privacy erase`: first what would go, then, with --yes, it goes. */
function registerErase(command: Command): void {
  withJson(command.command("erase"))
    .description("erase what is kept of a customer, or of one of their contacts; figures stay as they are")
    .argument("[customer...]", "name, alias, domain or number")
    .option("--contact <key>", "a contact in place of a customer: e-mail, number or whole name")
    .option("--yes", "do it; without, it is only counted")
    .action((typed: string[], options: EraseOptions) =>
      runWithApp(options, (tools) => erase(tools, typed.join(" "), options)),
    );
}

async function erase({ app, output }: CommandTools, typed: string, options: EraseOptions): Promise<object> {
  const { contact, yes: isReal = false } = options;
  const { name, ...whom } = await toErase(app, typed, contact);
  const erased = await app.flows.eraseCustomer({ ...whom, isReal, by: "command line" });
  const rows = erased.rows.reduce((sum, { rows }) => sum + rows, 0);
  output.line(say(isReal ? "cli.privacy.erased" : "cli.privacy.would-erase", { name, rows }));
  for (const { table, rows } of erased.rows) output.line(say("cli.privacy.erased-of", { table, rows }));
  if (erased.inSlack > 0) output.line(say("cli.privacy.in-slack", { messages: erased.inSlack }));
  if (erased.notSearched.length > 0)
    output.line(say("cli.privacy.not-searched", { names: erased.notSearched.join(", ") }));
  for (const { table, rows } of erased.stillIn) output.line(say("cli.privacy.still-in", { table, rows }));
  output.line(say(isReal ? "cli.privacy.from-now-on" : "cli.privacy.add-yes"));
  return { ...whom, isReal, ...erased };
}

async function toErase(app: CommandTools["app"], typed: string, contact: string | undefined) {
  if ((contact === undefined) === (typed === "")) throw new Refusal(say("cli.privacy.erase-whom"));
  if (contact === undefined) {
    const { id, name } = await foundCustomer(app, typed);
    return { customerId: id, contactId: null, name };
  }
  const found = await app.flows.findContacts(contact);
  const [only] = found;
  if (only === undefined) throw new Refusal(say("cli.privacy.no-contact", { typed: contact }));
  if (found.length > 1)
    throw new Refusal(
      say("cli.privacy.several-contacts", { typed: contact, contacts: found.map(contactText).join(", ") }),
    );
  return { customerId: only.customerId, contactId: only.id, name: contactText(only) };
}

const contactText = ({ name, email, customerName, source, externalId }: NamedContact) =>
  `${name} <${email ?? "–"}>, ${customerName} (${source}:${externalId})`;

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
