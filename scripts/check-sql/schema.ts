import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite, protocol } from "@electric-sql/pglite";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import { beginDatabaseFolder } from "../../src/store/database/first-contents.ts";

const MIGRATIONS = new URL("../../prisma/migrations/", import.meta.url);

/** A column that comes back; `from` where it is a table's own column, even through subqueries. */
export type DescribedColumn = {
  readonly name: string;
  /** As in `pg_type.typname`. */
  readonly type: string;
  readonly from: { readonly column: string; readonly notNull: boolean } | null;
};

export type Described = {
  readonly parameters: readonly string[];
  readonly columns: readonly DescribedColumn[];
};

/** An empty database with all migrations applied, in this process and without a server. */
export type MigratedSchema = {
  /** What PostgreSQL says of a statement without running it. @throws Error as it would refuse the statement */
  describe(sql: string): Promise<Described>;
  run(sql: string): Promise<void>;
  close(): Promise<void>;
};

export async function openMigratedSchema(): Promise<MigratedSchema> {
  const folder = mkdtempSync(join(tmpdir(), "mainstay-schema-"));
  const dataDir = join(folder, "postgres");
  await beginDatabaseFolder(dataDir);
  const database = await PGlite.create({ dataDir, extensions: { pg_trgm } });
  for (const migration of migrations()) await database.exec(migration);
  const names = await readNames(database);
  return {
    describe: (sql) => describe(database, sql, names),
    run: async (sql) => void (await database.exec(sql)),
    close: async () => {
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The same files in the same order as the migration engine applies them, which takes seconds longer to load. */
function migrations(): string[] {
  const folders = readdirSync(MIGRATIONS, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const names = folders.map(({ name }) => name).sort();
  return names.map((name) => readFileSync(new URL(`${name}/migration.sql`, MIGRATIONS), "utf8"));
}

type Names = {
  readonly types: ReadonlyMap<number, string>;
  readonly columns: ReadonlyMap<string, NonNullable<DescribedColumn["from"]>>;
};

async function readNames(database: PGlite): Promise<Names> {
  const types = await database.query<{ oid: number; name: string }>(
    "SELECT oid, typname AS name FROM pg_type",
  );
  const columns = await database.query<{ key: string; column: string; notNull: boolean }>(
    `SELECT attrelid || ' ' || attnum AS key, attrelid::regclass || '.' || attname AS column,
       attnotnull AS "notNull"
     FROM pg_attribute WHERE attnum > 0`,
  );
  return {
    types: new Map(types.rows.map(({ oid, name }) => [oid, name])),
    columns: new Map(columns.rows.map(({ key, ...column }) => [key, column])),
  };
}

/** PGlite's own `describeQuery` leaves out which table a column is from. */
async function describe(database: PGlite, sql: string, { types, columns }: Names): Promise<Described> {
  const { serialize } = protocol;
  const request = [serialize.parse({ text: sql }), serialize.describe({ type: "S" }), serialize.sync()];
  const { messages } = await database.execProtocol(Buffer.concat(request));
  const described: { parameters: string[]; columns: DescribedColumn[] } = { parameters: [], columns: [] };
  const nameOf = (oid: number) => types.get(oid) ?? `type ${oid}`;
  for (const message of messages) {
    if (message.name === "parameterDescription") {
      described.parameters = (message as ParameterDescription).dataTypeIDs.map(nameOf);
    }
    if (message.name === "rowDescription") {
      described.columns = (message as RowDescription).fields.map(
        ({ name, dataTypeID, tableID, columnID }) => ({
          name,
          type: nameOf(dataTypeID),
          from: columns.get(`${tableID} ${columnID}`) ?? null,
        }),
      );
    }
  }
  return described;
}

type ParameterDescription = InstanceType<typeof protocol.messages.ParameterDescriptionMessage>;
type RowDescription = InstanceType<typeof protocol.messages.RowDescriptionMessage>;
