import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inputsOf } from "../../src/domain/risk/versions/model-version.ts";
import type { Database } from "../../src/store/database/database.ts";
import { openDatabase } from "../../src/store/database/database.ts";
import { dropOld, partition } from "../../src/store/database/parts/partition.ts";
import { featureStore } from "../../src/store/risk/features.ts";
import { databaseOfItsOwn, type OwnDatabase } from "../support/database-of-its-own.ts";
import { emptyTables, ownDatabases } from "../support/databases.ts";
import { randomNumbers } from "../support/invented-log.ts";

const { embedded, native } = ownDatabases();
/** Parts, and tables of another server, are there on a native one alone. */
const onServer = native === null ? [] : [native];
const NAME = `layouts_${process.env.VITEST_POOL_ID}`;

const AS_OF = new Date("2026-03-01T14:30:00Z");
const CUSTOMERS = 40;
const ROWS_EACH = 120;
const KINDS = ["order", "order", "order", "usage", "usage", "delivery", "refund", "payment"];
/** No sum of these in binary is what it is in decimals: another order of adding gives another last digit. */
const QUANTITIES = [null, 1, 3, 0.1, 0.2, 0.7, 1e-3, 12_345.678, 1e-6, 99.99];
const CURRENCIES = ["EUR", "JPY", "CNY", "USD"];
const CATEGORIES = [null, "", "Nails", "nails", "Café", "釘子"];
/** The same moments and days, written in several zones. */
const ZONES = ["Z", "+08:00", "-03:30", "+13:45"];
const MINUTES_EAST: Readonly<Record<string, number>> = { Z: 0, "+08:00": 480, "-03:30": -210, "+13:45": 825 };

const OF_OTHER_TABLES = ["daysSinceLastTouch", "lastCsatShare", "lastNpsShare", "contractAgeDays"];

type Row = Readonly<Record<string, string | number | null>>;

/** Each customer's rows fall on few moments, so that many share one. */
function inventedHistory(seed: number): { customers: Row[]; activities: Row[] } {
  const random = randomNumbers(seed);
  const pick = <T>(options: readonly T[]): T => options[Math.floor(random() * options.length)]!;
  const written = (ms: number) => {
    const zone = pick(ZONES);
    return new Date(ms + (MINUTES_EAST[zone] ?? 0) * 60_000).toISOString().replace("Z", zone);
  };
  const customers = Array.from({ length: CUSTOMERS }, (_, at) => ({
    ...{ id: at + 1, source: "test", external_id: `C${at}`, name: `客戶 ${at}` },
    currency: pick(["EUR", "JPY", null]),
    started_on: pick([null, "2024-05-01"]),
  }));
  const activities = customers.flatMap(({ id }) => {
    const moments = Array.from(
      { length: 25 },
      () => AS_OF.getTime() - Math.floor(random() * 2_500) * 3_600_000,
    );
    const currencies = random() < 0.5 ? CURRENCIES : [pick(CURRENCIES)];
    return Array.from({ length: ROWS_EACH }, (_, at) => ({
      ...{ source: "test", external_id: `A${id}-${at}`, customer_id: id, kind: pick(KINDS) },
      ...{ at: written(pick(moments)), amount_minor: pick([null, 0, Math.floor(random() * 1e9)]) },
      ...{ currency: pick(currencies), category: pick(CATEGORIES), quantity: pick(QUANTITIES) },
    }));
  });
  return { customers, activities };
}

/** @param seed of the order in which the rows arrive */
async function write({ pool }: Database, history: ReturnType<typeof inventedHistory>, seed: number) {
  const random = randomNumbers(seed);
  const shuffled = history.activities.map((row) => ({ row, at: random() })).sort((a, b) => a.at - b.at);
  const insert = (table: string, rows: readonly Row[]) => {
    const columns = Object.keys(rows[0] ?? {}).join(", ");
    return pool.query(
      `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, $1)`,
      [JSON.stringify(rows)],
    );
  };
  await insert("customers", history.customers);
  await insert(
    "activities",
    shuffled.map(({ row }) => row),
  );
}

async function featuresOf(database: Database) {
  const everyone = { fromCustomerId: 1, toCustomerId: CUSTOMERS };
  const { customerIds, currencies, dataset } = await featureStore(database).extract(
    AS_OF,
    everyone,
    inputsOf({}),
  );
  return { customerIds: [...customerIds], currencies, columns: dataset.columns };
}

const inParts = async (database: Database) => {
  await partition(database, () => {});
  await dropOld(database);
};

/** Half of the parts lie in another database, which is asked over a connection, as one of another server is. */
async function partsElsewhere({ database: { pool } }: OwnDatabase, other: OwnDatabase): Promise<void> {
  const { hostname, port, username, password, pathname } = new URL(other.url);
  await pool.query(`CREATE EXTENSION postgres_fdw;
    CREATE SERVER other FOREIGN DATA WRAPPER postgres_fdw
      OPTIONS (host '${hostname}', port '${port}', dbname '${pathname.slice(1)}');
    CREATE USER MAPPING FOR CURRENT_USER SERVER other OPTIONS (user '${username}', password '${password}');
    ALTER TABLE activities DROP CONSTRAINT activities_pkey`);
  for (let part = 8; part < 16; part += 1) {
    const name = `activities_part_${String(part).padStart(2, "0")}`;
    await pool.query(`DROP TABLE ${name};
      CREATE FOREIGN TABLE ${name} PARTITION OF activities FOR VALUES WITH (MODULUS 16, REMAINDER ${part}) SERVER other`);
  }
}

describe.each(onServer)("the same history, in whatever order it came", (server) => {
  const history = inventedHistory(17);
  const layouts = new Map<string, Database>();
  const drops: Array<() => Promise<void>> = [];
  beforeAll(async () => {
    const opened = await openDatabase({ kind: "server", url: embedded });
    await emptyTables(opened);
    layouts.set("embedded", opened);
    drops.push(async () => {
      await emptyTables(opened);
      await opened.close();
    });
    const names = ["one_table", "parts", "two_servers", "other_server"] as const;
    const own = new Map<string, OwnDatabase>();
    for (const name of names) {
      const made = await databaseOfItsOwn(server, `${NAME}_${name}`);
      own.set(name, made);
      drops.push(made.drop);
      if (name !== "one_table") await inParts(made.database);
      if (name !== "other_server") layouts.set(name, made.database);
    }
    for (const [place, database] of [...layouts.values(), own.get("other_server")!.database].entries())
      await write(database, history, place);
    await partsElsewhere(own.get("two_servers")!, own.get("other_server")!);
  });
  afterAll(async () => {
    for (const drop of drops) await drop();
  });

  it.each(["embedded", "parts", "two_servers"])(
    "has the same features to the last digit: %s",
    async (layout) => {
      const expected = await featuresOf(layouts.get("one_table")!);
      const found = await featuresOf(layouts.get(layout)!);
      expect(found.customerIds).toEqual(expected.customerIds);
      expect(found.currencies).toEqual(expected.currencies);
      const different = expected.columns.flatMap(({ name, values }, column) =>
        [...values].flatMap((value, row) => {
          const other = found.columns[column]?.values[row];
          return other === value || (Number.isNaN(value) && Number.isNaN(other))
            ? []
            : [{ name, row, value, other }];
        }),
      );
      expect(different).toEqual([]);
      expect(expected.customerIds).toHaveLength(CUSTOMERS);
      // Only what is made of other tables is always unknown, which would show no difference.
      const unknown = expected.columns.filter(({ values }) => [...values].every(Number.isNaN));
      expect(unknown.map(({ name }) => name)).toEqual(OF_OTHER_TABLES);
    },
  );

  it("really lies in the layouts that are compared", async () => {
    const partsOf = async (layout: string) =>
      (
        await layouts
          .get(layout)!
          .pool.query<{ kind: string; rows: boolean }>(
            `SELECT relkind AS kind FROM pg_inherits JOIN pg_class ON oid = inhrelid WHERE inhparent = 'activities'::regclass`,
          )
      ).rows.map(({ kind }) => kind);
    expect(await partsOf("one_table")).toEqual([]);
    expect(await partsOf("parts")).toEqual(Array(16).fill("r"));
    expect((await partsOf("two_servers")).sort()).toEqual([...Array(8).fill("f"), ...Array(8).fill("r")]);
  });
});
