import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { inputsOf } from "../../src/domain/risk/versions/model-version.ts";
import { importFile } from "../../src/flows/imports/import-file.ts";
import { undoImport } from "../../src/flows/imports/undo-import.ts";
import type { PresetName } from "../../src/sources/presets.ts";
import { restoreBackup } from "../../src/store/database/backup/restore-backup.ts";
import { writeBackup } from "../../src/store/database/backup/write-backup.ts";
import { openDatabase } from "../../src/store/database/database.ts";
import { LIVE, readLayout, WHOLE_ASIDE } from "../../src/store/database/parts/layout.ts";
import { dropOld, PARTS_TURN, partition, undoPartition } from "../../src/store/database/parts/partition.ts";
import { PartitionRefused } from "../../src/store/database/parts/partition-refused.ts";
import { partsForWhole } from "../../src/store/database/parts/swap.ts";
import { inTransaction } from "../../src/store/database/transaction.ts";
import { createStore } from "../../src/store/store.ts";
import { commandLineText } from "../../src/words/command-line.ts";
import { databaseOfItsOwn, type OwnDatabase } from "../support/database-of-its-own.ts";
import { emptyTables, ownDatabases } from "../support/databases.ts";
import { mainstayIn } from "../support/run-mainstay.ts";

const { native } = ownDatabases();
/** The embedded database keeps one table. */
const onServer = native === null ? [] : [native];
const NAME = `in_parts_${process.env.VITEST_POOL_ID}`;

const NOW = new Date("2026-11-22T00:00:00Z");
const CUSTOMERS = 40;
const ORDERS = 1_200;
/** So few that the copy takes several ranges. */
const ROWS_AT_ONCE = 100;
const quiet = () => {};

const HEAD = "external_id,customer,kind,at,amount,currency,category,quantity,note";
const dayOf = (order: number) => new Date(Date.UTC(2026, 0, 1 + (order % 300))).toISOString().slice(0, 10);
const order = (number: number, { amount = 10 + (number % 90), prefix = "O" } = {}) =>
  `${prefix}${number},C${number % CUSTOMERS},order,${dayOf(number)},${amount},EUR,釘子,${(number % 7) / 10},note of ${number}`;
const orders = (from: number, to: number, how = {}) =>
  Array.from({ length: to - from }, (_, place) => order(from + place, how));

describe.each(onServer)("activities in parts", (server) => {
  let own: OwnDatabase;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "mainstay-parts-"));
    own = await databaseOfItsOwn(server, NAME);
  });
  afterAll(async () => {
    await own.drop();
    rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    const { parts, aside } = await readLayout(own.database.pool);
    if (parts === 1 && aside === null) return emptyTables(own.database);
    // A test that failed left its parts behind.
    await own.drop();
    own = await databaseOfItsOwn(server, NAME);
  });

  const database = () => own.database;
  const deps = () => ({ ...createStore(database()), timeZone: "UTC", clock: () => NOW });
  const copied = () => partition(database(), quiet, ROWS_AT_ONCE);
  const oneTable = () => undoPartition(database(), quiet);

  async function load(name: string, lines: readonly string[], preset: PresetName = "mainstay-activities") {
    const path = join(folder, name);
    writeFileSync(path, [HEAD, ...lines, ""].join("\n"));
    const report = await importFile(deps(), { path, preset, source: "shop" });
    if (report.kind === "refused") throw new Error(commandLineText(report.problem));
    return report;
  }

  async function rowsOf(table: string): Promise<string[]> {
    const { rows } = await database().pool.query<{ row: string }>(
      `SELECT ROW(source, external_id, customer_id, kind, at, amount_minor, currency, category, quantity, document, note,
        booked_on, import_id, told_of)::text AS row FROM ${table}`,
    );
    return rows.map(({ row }) => row).sort();
  }

  const features = async () =>
    (
      await createStore(database()).features.extract(
        NOW,
        { fromCustomerId: 1, toCustomerId: 1_000_000 },
        inputsOf({}),
      )
    ).dataset.columns.map(({ name, values }) => ({ name, values: [...values] }));

  it("hold every row while an import writes and a reader scores, and go back without losing one", async () => {
    await load("first.csv", orders(0, ORDERS));
    let copying = true;
    const imports = (async () => {
      for (let round = 0; copying || round < 3; round += 1) {
        await load(`new-${round}.csv`, orders(ORDERS + round * 50, ORDERS + round * 50 + 50));
        await load(`changed-${round}.csv`, orders(round * 20, round * 20 + 20, { amount: 500 + round }));
      }
    })();
    const readers = (async () => {
      let read = 0;
      for (; copying; read += 1) expect((await features())[0]?.values).toHaveLength(CUSTOMERS);
      return read;
    })();
    const compared = await copied().finally(() => {
      copying = false;
    });
    await imports;
    expect(await readers).toBeGreaterThan(0);
    expect(compared).toBeGreaterThanOrEqual(ORDERS);
    expect(await readLayout(database().pool)).toEqual({ parts: 16, aside: "old", copiedThrough: null });
    const inParts = await rowsOf(LIVE);
    expect(await rowsOf(WHOLE_ASIDE)).toEqual(inParts);
    expect(await copied()).toBeNull();
    await oneTable();
    expect(await readLayout(database().pool)).toEqual({ parts: 1, aside: null, copiedThrough: null });
    expect(await rowsOf(LIVE)).toEqual(inParts);
  });

  it("are copied on from where a killed copy stood, which was kept in step meanwhile", async () => {
    await load("first.csv", orders(0, ORDERS));
    const killed = partition(
      database(),
      (_, customer) => {
        if (customer > 10) void killCopy();
      },
      ROWS_AT_ONCE,
    );
    // Each time in other words: the query under way is ended, or the connection found broken.
    await expect(killed).rejects.toThrow(Error);
    const { aside, copiedThrough } = await readLayout(database().pool);
    expect(aside).toBe("copy");
    expect(copiedThrough).toBeGreaterThan(0);
    await load("changed.csv", orders(0, 100, { amount: 700 }));
    await database().pool.query("DELETE FROM activities WHERE external_id IN ('O1', 'O39')");
    await joinAndClose();
    // Of a joined customer, on closed days: triggers change them once more as soon as they are there.
    await load("late.csv", orders(LATE, LATE + 1));
    const expected = await rowsOf(LIVE);
    const seen: number[] = [];
    const all = await partition(
      database(),
      (step, customer) => void (step === "copying" && seen.push(customer)),
      ROWS_AT_ONCE,
    );
    expect(all).toBe(ORDERS - 2 + 1);
    expect(seen[0]).toBeGreaterThan(copiedThrough ?? 0);
    expect(await rowsOf(LIVE)).toEqual(expected);
    const { rows } = await database().pool.query(
      "SELECT external_id FROM activities WHERE told_of IS NOT NULL AND booked_on IS NOT NULL",
    );
    expect(rows).toEqual([{ external_id: `O${LATE}` }]);
    await oneTable();
  });

  /** The customer of the late order counts for the next one, and the books are closed over its day. */
  const LATE = CUSTOMERS * 50 + 8;
  const joinAndClose = () =>
    database().pool.query(`
      INSERT INTO customer_joins (customer_id, into_id, joined_at, joined_by, why)
        SELECT a.id, b.id, now(), 'U1', '{}' FROM customers a, customers b WHERE a.external_id = 'C8' AND b.external_id = 'C9';
      UPDATE customers SET joined_into = j.into_id FROM customer_joins j WHERE j.customer_id = id;
      INSERT INTO cost_closings (through_day, closed_by, closed_at) VALUES ('2026-10-31', 'U1', now())`);

  /** As a killed process ends: the server loses its connection. */
  const killCopy = () =>
    database().pool.query(
      "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND objid = 20261130",
    );

  it("are not exchanged where the copy differs, and the command says where", async () => {
    await load("first.csv", orders(0, ORDERS));
    const spoilt = partition(
      database(),
      async (_, customer) => {
        if (customer < 5) return;
        await database().pool.query("UPDATE activities_parts SET amount_minor = 1 WHERE customer_id = 3");
      },
      ROWS_AT_ONCE,
    );
    await expect(spoilt).rejects.toMatchObject({ why: "differs" });
    expect(await readLayout(database().pool)).toMatchObject({ parts: 1, aside: "copy" });
    await oneTable();
  });

  it("take no id twice, whoever's it is, and free it with its row", async () => {
    await load("first.csv", orders(0, ORDERS));
    await copied();
    const insert = (customer: number) =>
      database().pool.query(
        `INSERT INTO activities (source, external_id, customer_id, kind, at) VALUES ('shop', 'O1', $1, 'usage', now())`,
        [customer],
      );
    const { rows } = await database().pool.query("SELECT min(id) AS first, max(id) AS last FROM customers");
    for (const customer of [rows[0].first, rows[0].last])
      await expect(insert(customer)).rejects.toMatchObject({ code: "23505" });
    await database().pool.query(
      "UPDATE activities SET external_id = 'new', customer_id = $1 WHERE external_id = 'O1'",
      [rows[0].last],
    );
    await insert(rows[0].first);
    await expect(insert(rows[0].last)).rejects.toMatchObject({ code: "23505" });
    await oneTable();
  });

  it("know a file again, and take back what it brought", async () => {
    await load("first.csv", orders(0, ORDERS));
    await copied();
    expect(await load("first-again.csv", orders(0, ORDERS).reverse())).toMatchObject({
      accepted: 0,
      duplicates: ORDERS,
    });
    const before = await rowsOf(LIVE);
    const { importId } = await load("second.csv", orders(0, 300, { prefix: "P" }));
    expect(await undoImport(deps(), { importId })).toMatchObject({ kind: "undone", undo: { rows: 300 } });
    expect(await rowsOf(LIVE)).toEqual(before);
    expect(await rowsOf(WHOLE_ASIDE)).toEqual(before);
    await dropOld(database());
    expect(await readLayout(database().pool)).toEqual({ parts: 16, aside: null, copiedThrough: null });
    await expect(oneTable()).rejects.toMatchObject({ why: "no-way-back" });
    await restoreInto(database());
  });

  /** By a backup into an empty database: the only way back to one table once the old one is gone. */
  async function restoreInto({ pool }: OwnDatabase["database"]) {
    const file = join(folder, "in-parts.backup");
    const before = await rowsOf(LIVE);
    await writeBackup(database(), file, NOW);
    await pool.query("DELETE FROM activities WHERE customer_id % 2 = 0");
    // Into the table in parts: its ids are taken as before.
    await restoreBackup(database(), file, { replace: true, now: NOW });
    expect(await rowsOf(LIVE)).toEqual(before);
    const { rows } = await pool.query("SELECT count(*)::int AS taken FROM activity_keys");
    expect(rows).toEqual([{ taken: before.length }]);
    await own.drop();
    own = await databaseOfItsOwn(server, NAME);
    await restoreBackup(own.database, file, { replace: false, now: NOW });
    expect(await rowsOf(LIVE)).toEqual(before);
  }

  it("let the old table go where a backup is put back, which it would not follow", async () => {
    await load("first.csv", orders(0, ORDERS));
    await copied();
    const file = join(folder, "followed.backup");
    await writeBackup(database(), file, NOW);
    const before = await rowsOf(LIVE);
    await database().pool.query("DELETE FROM activities WHERE customer_id % 3 = 0");
    await restoreBackup(database(), file, { replace: true, now: NOW });
    expect(await rowsOf(LIVE)).toEqual(before);
    expect(await readLayout(database().pool)).toEqual({ parts: 16, aside: null, copiedThrough: null });
    expect((await load("again.csv", orders(0, ORDERS))).accepted).toBe(0);
  });

  it("are emptied of what names an erased customer, in the old table as well", async () => {
    vi.stubEnv("DATABASE_URL", own.url);
    await load("first.csv", orders(0, ORDERS));
    await copied();
    const erased = await run("privacy", "erase", "C7", "--yes", "--json");
    expect(erased.code).toBe(0);
    for (const table of [LIVE, WHOLE_ASIDE]) {
      const { rows } = await database().pool.query(
        `SELECT count(*)::int AS rows, count(note)::int AS notes FROM ${table} a JOIN customers c ON c.id = customer_id
        WHERE c.external_id LIKE 'erased-%'`,
      );
      expect(rows).toEqual([{ rows: ORDERS / CUSTOMERS, notes: 0 }]);
    }
    await oneTable();
  });

  it("take the rules and names of the one table with them, and the migrations to come", async () => {
    const { pool } = database();
    const before = await lawOf(pool);
    await copied();
    expect(await lawOf(pool)).toEqual({
      ...before,
      indexes: before.indexes.map((index) =>
        index.replace("(external_id, source)", "(external_id, source, customer_id)"),
      ),
    });
    // Which changes the key of one table, and has to leave this one as it is.
    await pool.query(readFileSync("prisma/migrations/20261130123100_activities_by_id/migration.sql", "utf8"));
    // As migrations do: a column, an index and a check more, and a column less, while the old table follows.
    await pool.query(`ALTER TABLE activities ADD COLUMN hue TEXT; CREATE INDEX kind_idx ON activities (kind);
      ALTER TABLE activities ADD CONSTRAINT many_check CHECK (quantity < 1e9) NOT VALID`);
    expect((await load("after.csv", orders(0, 200))).accepted).toBe(200);
    expect(await rowsOf(WHOLE_ASIDE)).toEqual(await rowsOf(LIVE));
    for (const taken of ["COLUMN hue", "CONSTRAINT many_check"]) {
      await expect(oneTable()).rejects.toMatchObject({ why: "no-way-back" });
      await pool.query(`ALTER TABLE activities DROP ${taken}`);
    }
    await expect(oneTable()).rejects.toMatchObject({ why: "no-way-back" });
    await pool.query("DROP INDEX kind_idx");
    await oneTable();
    expect(await lawOf(pool)).toEqual(before);
  });

  /** Everything that a migration could have stated of the activities. */
  async function lawOf(pool: OwnDatabase["database"]["pool"]) {
    const textsOf = async (sql: string) =>
      (await pool.query<{ text: string }>(sql)).rows.map(({ text }) => text.replace(" ON ONLY ", " ON "));
    return {
      indexes: await textsOf(
        "SELECT pg_get_indexdef(indexrelid) AS text FROM pg_index WHERE indrelid = 'activities'::regclass ORDER BY 1",
      ),
      checks: await textsOf(
        `SELECT conname || pg_get_constraintdef(oid) AS text FROM pg_constraint
        WHERE conrelid = 'activities'::regclass AND contype = 'c' ORDER BY 1`,
      ),
      triggers: await textsOf(
        `SELECT pg_get_triggerdef(oid) AS text FROM pg_trigger WHERE tgrelid = 'activities'::regclass AND NOT tgisinternal
          AND tgname NOT LIKE 'activities_aside%' AND tgname NOT LIKE 'activity_keys%' ORDER BY 1`,
      ),
    };
  }

  const { run } = mainstayIn(() => database());

  it("are made by a command, which says what it did and what is there", async () => {
    vi.stubEnv("DATABASE_URL", own.url);
    await load("first.csv", orders(0, 50));
    expect((await run("db", "status")).out).toContain("the activities are one table\n");
    expect((await run("db", "partition")).out).toContain("in 16 parts. 50 rows were compared");
    expect((await run("db", "status")).out).toContain(
      "the activities are 16 parts by customer, the old table",
    );
    expect((await run("db", "partition")).out).toContain("in parts already");
    expect((await run("db", "partition", "--undo", "--json")).json).toEqual({ parts: 1 });
    expect(await run("db", "partition", "--drop-old")).toMatchObject({
      code: 1,
      err: expect.stringContaining("no old table"),
    });
  });

  it("are not exchanged where a migration changes the activities at the last moment", async () => {
    await load("first.csv", orders(0, ORDERS));
    await expect(stoppedAt("comparing")).rejects.toThrow("stopped");
    await database().pool.query("ALTER TABLE activities ADD COLUMN hue TEXT");
    await expect(inTransaction(database(), partsForWhole)).rejects.toMatchObject({ why: "changed" });
    expect(await readLayout(database().pool)).toMatchObject({ parts: 1, aside: "copy" });
    await oneTable();
    await database().pool.query("ALTER TABLE activities DROP COLUMN hue");
  });

  const stoppedAt = (where: string) =>
    partition(
      database(),
      (step) => {
        if (step === where) throw new Error("stopped");
      },
      ROWS_AT_ONCE,
    );

  it("are begun anew where a migration has changed the activities while the copy was made", async () => {
    const { pool } = database();
    await load("first.csv", orders(0, ORDERS));
    await expect(stoppedAt("copying")).rejects.toThrow("stopped");
    await pool.query("CREATE INDEX kind_idx ON activities (kind)");
    expect(await copied()).toBe(ORDERS);
    expect((await lawOf(pool)).indexes.some((index) => index.includes(" kind_idx "))).toBe(true);
    await pool.query("DROP INDEX kind_idx");
    await pool.query("DROP INDEX kind_idx_before_parts");
    await oneTable();
  });

  it("are made by one at a time", async () => {
    const other = await database().pool.connect();
    await other.query("SELECT pg_advisory_lock($1)", [PARTS_TURN]);
    await expect(copied()).rejects.toMatchObject({ why: "in-use" });
    await other.query("SELECT pg_advisory_unlock($1)", [PARTS_TURN]);
    other.release();
    await copied();
    await oneTable();
  });
});

it("keep one table on the embedded database, which says why", async () => {
  const database = await openDatabase({ kind: "memory" });
  await expect(partition(database, quiet)).rejects.toThrow(PartitionRefused);
  await database.close();
});
