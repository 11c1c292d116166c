import type { Kind } from "../../src/store/database/column-kinds.ts";
import type { Statement } from "../../src/store/database/statement.ts";
import { undeclaredNulls } from "./nulls.ts";
import type { Described, DescribedColumn, MigratedSchema } from "./schema.ts";
import { storeFiles } from "./store-files.ts";

/** PostgreSQL describes no such command, so it is run: the schema holds no rows. */
const COMMAND = /^\s*(ANALYZE|VACUUM|TRUNCATE)\b/;

/** What of the statements is not as the schema has it, each with its file and name. */
export async function findingsOf(
  statements: readonly Statement[],
  schema: MigratedSchema,
  files: ReadonlySet<string> = new Set(storeFiles().keys()),
): Promise<string[]> {
  const findings: string[] = [];
  const nulls = await undeclaredNulls(statements, schema);
  for (const each of statements) {
    const file = `${each.name.split(":")[0]}.ts`;
    const say = (finding: string) => findings.push(`src/store/${file}: "${each.name}": ${finding}`);
    if (!files.has(file)) say("is named after a file that does not exist");
    const found = await findingsOfOne(each, schema);
    for (const finding of found.length > 0 ? found : (nulls.findings.get(each) ?? [])) say(finding);
  }
  return findings;
}

async function findingsOfOne(each: Statement, schema: MigratedSchema): Promise<string[]> {
  try {
    const described = await schema.describe(each.sql);
    if (COMMAND.test(each.sql)) await schema.run(each.sql);
    return [...parameterFindings(each, described), ...columnFindings(each, described)];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

function parameterFindings({ parameters }: Statement, described: Described): string[] {
  return Object.entries(parameters).flatMap(([name, kind], index) => {
    const type = described.parameters[index] ?? "missing";
    return kind.types.includes(type) ? [] : [`parameter :${name} is ${type}, declared ${declared(kind)}`];
  });
}

function columnFindings({ sql, row }: Statement, { columns }: Described): string[] {
  const expected = Object.entries(row);
  const names = (list: readonly string[]) => list.join(", ") || "nothing";
  if (columns.map(({ name }) => name).join("\n") !== expected.map(([name]) => name).join("\n")) {
    return [
      `gives ${names(columns.map(({ name }) => name))}; declared ${names(expected.map(([name]) => name))}`,
    ];
  }
  return columns.flatMap((column, index) => {
    const kind = expected[index]?.[1];
    if (!kind) return [];
    return [...typeFindings(column, kind), ...nullFindings(column, kind, sql)];
  });
}

function typeFindings({ name, type }: DescribedColumn, kind: Kind<unknown>): string[] {
  if (type === "date") return [`column "${name}" is a date: read it as text, else it is a local midnight`];
  return kind.types.includes(type) ? [] : [`column "${name}" is ${type}, declared ${declared(kind)}`];
}

/**
 * PostgreSQL does not say whether a result can be null. Where a column is a table's own, the table says it: an outer join
 * or a condition can still make a difference, which is looked for in the text. What is computed is tried out
 * (`undeclaredNulls`).
 */
function nullFindings({ name, from }: DescribedColumn, kind: Kind<unknown>, sql: string): string[] {
  if (from === null) return [];
  const filtered = new RegExp(`\\b${from.column.split(".")[1]}\\b[^,]*IS NOT NULL`, "i").test(sql);
  if (!from.notNull && !kind.nullable && !filtered)
    return [`column "${name}" can be null in ${from.column}, declared as never null`];
  const joinsOuter = /\b(LEFT|RIGHT|FULL)\b/.test(sql);
  if (from.notNull && kind.nullable && !joinsOuter)
    return [`column "${name}" is never null in ${from.column}, declared nullable`];
  return [];
}

const declared = ({ types }: Kind<unknown>) => types.join(" or ");
