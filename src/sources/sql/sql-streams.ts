import { readFile } from "node:fs/promises";
import { parse, YAMLParseError } from "yaml";
import { ZodError, z } from "zod";
import { PRESET_OF_ROWS } from "../kinds.ts";
import { faultsOfMapping } from "../mapping/mapped-preset.ts";
import { type KindMapping, MAPPING } from "../mapping/mapping.ts";
import { SourceError } from "../pull/source-definition.ts";
import { checkedQuery } from "./sql-query.ts";

/** One query of the file, in the order in which they are pulled. */
export type SqlStream = {
  readonly name: string;
  /** With `$1` where the cursor goes. */
  readonly sql: string;
  readonly namesCursor: boolean;
  /** The column that grows with every change of a row. */
  readonly cursor: string;
  /** The column that tells rows with the same cursor apart. */
  readonly key: string;
  /** What `:cursor` is at the first pull. */
  readonly begin: string | null;
  /** A column that is true for rows that were deleted; null: none says so. */
  readonly deleted: string | null;
  readonly kinds: readonly KindMapping[];
};

const STREAM = z.strictObject({
  name: z.string().regex(/^[\w-]{1,60}$/, "is a short name of letters, digits, - and _"),
  query: z.string().min(1),
  cursor: z.string().min(1),
  key: z.string().min(1),
  begin: z.union([z.string(), z.number().transform(String)]).optional(),
  deleted: z.string().min(1).optional(),
  kinds: MAPPING.shape.kinds,
});

const STREAMS = z.strictObject({ streams: z.array(STREAM).min(1) });

/** Reads the file that says what is asked of a database. @throws SourceError with what to mend in it */
export async function readSqlStreams(file: string): Promise<readonly SqlStream[]> {
  const text = await readFile(file, "utf8").catch(() => {
    throw new SourceError("not-found", `there is no file ${file}`);
  });
  try {
    return sqlStreams(text);
  } catch (error) {
    if (error instanceof ZodError) throw faulty(`${file}: ${z.prettifyError(error)}`);
    if (error instanceof YAMLParseError) throw faulty(`${file}: ${error.message}`);
    throw error;
  }
}

/** @throws SourceError, ZodError, YAMLParseError */
export function sqlStreams(text: string): readonly SqlStream[] {
  const { streams } = STREAMS.parse(parse(text));
  const names = new Set(streams.map(({ name }) => name));
  if (names.size < streams.length) throw faulty("two streams have the same name");
  return streams.map(checkedStream);
}

function checkedStream({ name, query, begin, deleted, ...stream }: z.output<typeof STREAM>): SqlStream {
  const checked = checkedQuery(query);
  if (checked.kind === "refused") throw faulty(`the query of ${name} is not one SELECT: ${checked.because}`);
  if (checked.namesCursor && begin === undefined)
    throw faulty(`the query of ${name} names :cursor, so "begin" has to say where the first pull begins`);
  for (const kind of stream.kinds) refuseFaulty(name, kind);
  const { sql, namesCursor } = checked;
  return { ...stream, name, sql, namesCursor, begin: begin ?? null, deleted: deleted ?? null };
}

function refuseFaulty(name: string, kind: KindMapping): void {
  const preset = PRESET_OF_ROWS[kind.rows];
  if (preset === undefined)
    throw faulty(`${name}: there are no rows "${kind.rows}", but ${Object.keys(PRESET_OF_ROWS).join(", ")}`);
  const { unknown, missing } = faultsOfMapping(preset, kind);
  if (unknown.length > 0) throw faulty(`${name}: ${kind.rows} have no ${unknown.join(", ")}`);
  if (missing.length > 0) throw faulty(`${name}: ${kind.rows} need ${missing.join(", ")}`);
}

const faulty = (message: string) => new SourceError("changed-shape", message);
