import pg from "pg";
import { z } from "zod";
import { columnsOf } from "../mapping/mapping.ts";
import { type SourceConnection, SourceError, type SourcePage } from "../pull/source-definition.ts";
import type { PullableSource } from "../pull/systems.ts";
import { quotedName } from "./sql-query.ts";
import { readSqlStreams, type SqlStream } from "./sql-streams.ts";

const URL_SECRET = "SQL_SOURCE_URL";
/** As many as are written at once. */
const ROWS_PER_PAGE = 4_000;
/** A query that reads so long has no index on its cursor, and would burden a database that others work with. Chosen. */
const STATEMENT_MS = 60_000;
const CONNECT_MS = 20_000;

/** Any PostgreSQL database, or a warehouse that speaks its protocol: a query for each kind of rows. */
export const sqlSource: PullableSource = {
  name: "sql",
  title: "SQL",
  settings: z.strictObject({
    file: z.string({ error: "is missing: the path of the file of queries" }).min(1),
  }),
  secrets: [URL_SECRET],
  scopes: ["SELECT on the tables that the queries read, and nothing else"],
  streams: [],
  streamsOf: async ({ file = "" }) =>
    (await readSqlStreams(file)).map((stream) => ({
      name: stream.name,
      kinds: stream.kinds,
      page: (from, cursor) => readPage(stream, from, cursor),
    })),
};

/** Where a page ends: by key where rows share the cursor. Texts as the database writes them, microseconds included. */
const PLACE = z.strictObject({ cursor: z.string(), key: z.string() });
type Place = z.output<typeof PLACE>;
/** Of a stream that never had a row: before all of them. */
const BEGINNING = "null";

const CURSOR_TEXT = "mainstay_cursor";
const KEY_TEXT = "mainstay_key";

async function readPage(
  stream: SqlStream,
  { secrets }: SourceConnection,
  cursor: string | null,
): Promise<SourcePage> {
  const after = PLACE.nullable().parse(JSON.parse(cursor ?? BEGINNING));
  const { fields, rows } = await asked(secrets[URL_SECRET] ?? "", pageQuery(stream, after));
  refuseMissing(
    stream,
    fields.map(({ name }) => name),
  );
  const records: Record<string, unknown>[] = [];
  const deleted: string[] = [];
  for (const { [CURSOR_TEXT]: at, [KEY_TEXT]: key, ...row } of rows) {
    if (at === null)
      throw changed(
        stream,
        `rows without ${stream.cursor} would never be told: let the query give them one (COALESCE)`,
      );
    if (stream.deleted !== null && row[stream.deleted] === true)
      deleted.push(String(row[idColumnOf(stream)] ?? key));
    else records.push(row);
  }
  const last = rows.at(-1);
  const place =
    last === undefined ? after : { cursor: String(last[CURSOR_TEXT]), key: String(last[KEY_TEXT]) };
  const more = rows.length === ROWS_PER_PAGE;
  return { records, deleted, cursor: place === null ? BEGINNING : JSON.stringify(place), more };
}

/** What the rows are known by here, where that is one column. */
function idColumnOf({ kinds, key }: SqlStream): string {
  return kinds.flatMap(({ facts }) => facts.external_id?.column ?? [])[0] ?? key;
}

type Query = { readonly text: string; readonly values: readonly string[] };

/**
 * Rows without a cursor come first, so that the first page tells of them. Parameters keep the server to one statement, and
 * the query inside another one to reading.
 */
function pageQuery({ sql, namesCursor, begin, ...stream }: SqlStream, after: Place | null): Query {
  const [cursor, key] = [`page.${quotedName(stream.cursor)}`, `page.${quotedName(stream.key)}`];
  const values: string[] = namesCursor ? [after?.cursor ?? begin ?? ""] : [];
  let where = "";
  if (after !== null) {
    values.push(after.cursor, after.key);
    where = `WHERE (${cursor}, ${key}) > ($${values.length - 1}, $${values.length})`;
  }
  const text = `SELECT page.*, ${cursor}::text AS ${CURSOR_TEXT}, ${key}::text AS ${KEY_TEXT}
    FROM (${sql}\n) AS page ${where}
    ORDER BY ${cursor} NULLS FIRST, ${key} LIMIT ${ROWS_PER_PAGE}`;
  return { text, values };
}

type Result = {
  readonly fields: ReadonlyArray<{ readonly name: string }>;
  readonly rows: ReadonlyArray<Record<string, unknown>>;
};

/** One query in a transaction that only reads, on a connection of its own: nothing is held between pages. */
async function asked(url: string, { text, values }: Query): Promise<Result> {
  const client = new pg.Client({
    ...connectionTo(url),
    connectionTimeoutMillis: CONNECT_MS,
    types: PLAIN_TYPES,
  });
  // A connection that is lost while nobody waits for an answer is told to the next one who asks.
  client.on("error", () => {});
  try {
    await client.connect();
    await client.query("BEGIN TRANSACTION READ ONLY");
    await client.query(`SET LOCAL statement_timeout = ${STATEMENT_MS}`);
    await client.query("SET LOCAL TimeZone = 'UTC'");
    await client.query("SET LOCAL DateStyle = 'ISO, YMD'");
    return await client.query<Record<string, unknown>>(text, [...values]);
  } catch (error) {
    throw sourceErrorOf(error);
  } finally {
    await client.end().catch(() => {});
  }
}

/** @throws SourceError, without the address, which holds a password */
function connectionTo(url: string): { connectionString: string } {
  if (!/^postgres(ql)?:\/\//.test(url))
    throw new SourceError("unreachable", `${URL_SECRET} has to begin with postgres://`);
  return { connectionString: url };
}

/**
 * Days and moments without a zone stay as they are written: this machine's own zone must not decide about them. A quotient
 * has twenty decimals, of which those at its end that are 0 say nothing.
 */
const READINGS: ReadonlyMap<number, (text: string) => string> = new Map([
  [pg.types.builtins.DATE, (text) => text],
  [pg.types.builtins.TIMESTAMP, (text) => text],
  [pg.types.builtins.NUMERIC, (text) => (text.includes(".") ? text.replace(/\.?0+$/, "") : text)],
]);
const PLAIN_TYPES = {
  getTypeParser: ((oid: number, format?: "text") =>
    READINGS.get(oid) ?? pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
};

function refuseMissing(stream: SqlStream, found: readonly string[]): void {
  const wanted = stream.kinds.flatMap(({ facts, only, attributes }) => [
    ...Object.values(facts).flatMap(columnsOf),
    ...(only ?? []).map(({ column }) => column),
    ...(attributes ?? []),
  ]);
  if (stream.deleted !== null) wanted.push(stream.deleted);
  // Columns of JSON are read by dotted names.
  const missing = wanted.filter((name) => !found.includes(name) && !found.includes(name.split(".")[0] ?? ""));
  if (missing.length > 0)
    throw changed(
      stream,
      `the query gives no ${[...new Set(missing)].join(", ")}; it gives ${found.join(", ")}`,
    );
}

const changed = ({ name }: SqlStream, message: string) =>
  new SourceError("changed-shape", `${name}: ${message}`);

/** PostgreSQL's classes of errors. */
const REASONS: ReadonlyArray<readonly [RegExp, SourceError["reason"]]> = [
  [/^28/, "unauthorised"],
  [/^42501$/, "forbidden"],
  [/^(3D000|42P01)$/, "not-found"],
  [/^(57014|53|55P03)/, "limited"],
  [/^(22|25|42)/, "changed-shape"],
];

/** The database's own words speak of tables and columns; those of a failed connection could hold the address. */
function sourceErrorOf(error: unknown): SourceError {
  if (error instanceof SourceError) return error;
  if (error instanceof pg.DatabaseError) {
    const { code = "" } = error;
    const reason = REASONS.find(([codes]) => codes.test(code))?.[1] ?? "unreachable";
    return new SourceError(reason, error.message);
  }
  const code = error instanceof Error && "code" in error ? String(error.code) : "no connection";
  return new SourceError("unreachable", code);
}
