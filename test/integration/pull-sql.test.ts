import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { pullSource } from "../../src/flows/imports/pull-source.ts";
import { testSource } from "../../src/flows/imports/test-source.ts";
import { SOURCES } from "../../src/sources/sources.ts";
import { type Database, openDatabase } from "../../src/store/database/database.ts";
import { createStore } from "../../src/store/store.ts";
import { commandLineText } from "../../src/words/command-line.ts";
import { emptyTables, ownDatabases } from "../support/databases.ts";
import { mainstayIn } from "../support/run-mainstay.ts";

const NOW = new Date("2026-11-29T10:00:00Z");
const ROWS = 10_000;
const FILE = `
streams:
  - name: clients
    query: SELECT * FROM shop.clients
    cursor: changed
    key: id
    kinds:
      - rows: customers
        facts: { external_id: id, name: name, currency: { value: EUR } }
  - name: orders
    query: SELECT *, total / 100.0 AS amount FROM shop.orders WHERE changed >= :cursor
    cursor: changed
    key: id
    begin: "2020-01-01"
    deleted: gone
    kinds:
      - rows: activities
        facts:
          external_id: id
          customer: client
          kind: { value: order }
          at: { column: at, date: auto }
          amount: amount
          currency: { value: EUR }
          category: product
`;

const { native } = ownDatabases();

/** The shop's database is a schema beside our own tables; it is read through a connection of its own. */
describe.skipIf(native === null)("a SQL database that is pulled from", () => {
  let database: Database;
  let shop: pg.Client;
  let folder: string;
  const mainstay = mainstayIn(() => database);
  beforeAll(async () => {
    database = await openDatabase({ kind: "server", url: native ?? "" });
    shop = new pg.Client({ connectionString: native ?? "" });
    await shop.connect();
    folder = mkdtempSync(join(tmpdir(), "mainstay-sql-"));
    writeFileSync(join(folder, "queries.yml"), FILE);
  });
  afterAll(async () => {
    await shop.end();
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    await emptyTables(database);
    // All of an hour's orders share a moment with microseconds, so that pages end between rows with the same cursor.
    await shop.query(`
      DROP SCHEMA IF EXISTS shop CASCADE; CREATE SCHEMA shop;
      CREATE TABLE shop.clients (id int PRIMARY KEY, name text, changed timestamptz NOT NULL);
      CREATE TABLE shop.orders (id bigint PRIMARY KEY, client int, at timestamp, total int, product text, gone boolean,
        changed timestamptz);
      INSERT INTO shop.clients SELECT n, '客户 ' || n, '2026-01-01' FROM generate_series(1, 100) n;
      INSERT INTO shop.orders SELECT n, n % 100 + 1, timestamp '2026-02-03 23:30' + n * interval '1 minute', n,
        CASE WHEN n % 3 > 0 THEN 'Chair' END, false, timestamptz '2026-06-01 00:00:00.123456+00' + n / 3000 * interval '1 hour'
      FROM generate_series(1, ${ROWS}) n;`);
    await createStore(database).sources.add(
      { name: "sql", kind: "sql", settings: { file: join(folder, "queries.yml") } },
      NOW,
    );
  });
  afterEach(() => shop.query("DROP SCHEMA IF EXISTS shop CASCADE"));

  const systems = {
    definitions: SOURCES,
    secret: (name: string) => (name === "SQL_SOURCE_URL" ? native : null),
    fetch: async () => null,
  };
  const deps = (more: object = {}) => ({
    ...createStore(database),
    ...{ systems, timeZone: "Europe/Berlin", clock: () => NOW, ...more },
  });
  let pulls = 0;
  async function pull(more: object = {}) {
    pulls += 1;
    const at = new Date(NOW.getTime() + pulls * 3_600_000);
    const pulled = await pullSource(deps({ clock: () => at, ...more }), { name: "sql" });
    if (pulled.kind !== "pulled") throw new Error(JSON.stringify(pulled));
    return pulled.streams.map(({ stream, added, changed, unchanged, rejected, deleted, failure }) => ({
      ...{ stream, counts: [added, changed, unchanged, rejected, deleted] },
      failure: failure && commandLineText(failure),
    }));
  }
  const one = async (sql: string) => Object.values((await database.pool.query(sql)).rows[0] ?? {})[0];

  it("comes in whole, page by page, and later brings what changed alone", async () => {
    expect(await pull()).toEqual([
      { stream: "clients", counts: [100, 0, 0, 0, 0], failure: null },
      { stream: "orders", counts: [ROWS, 0, 0, 0, 0], failure: null },
    ]);
    expect(await one("SELECT sum(amount_minor) FROM activities")).toBe(String((ROWS * (ROWS + 1)) / 2));
    // A moment without a zone is as it is written, in no zone of this machine.
    expect(await one("SELECT at FROM activities WHERE external_id = '1'")).toEqual(
      new Date("2026-02-03T23:31:00Z"),
    );
    expect(await one("SELECT count(*)::int FROM activities WHERE category IS NULL")).toBe(
      Math.floor(ROWS / 3),
    );
    expect(await pull()).toMatchObject([{ counts: [0, 0, 0, 0, 0] }, { counts: [0, 0, 0, 0, 0] }]);
    await shop.query(`
      ALTER TABLE shop.orders ADD COLUMN brand_new text;
      UPDATE shop.orders SET total = 5000, changed = '2026-07-01' WHERE id = 17;
      UPDATE shop.orders SET gone = true, changed = '2026-07-01' WHERE id = 18;
      INSERT INTO shop.orders VALUES (${ROWS + 1}, 1, '2026-07-02', NULL, NULL, NULL, '2026-07-02')`);
    expect(await pull()).toMatchObject([{}, { counts: [1, 1, 0, 0, 1], failure: null }]);
    expect(await one("SELECT amount_minor::int FROM activities WHERE external_id = '17'")).toBe(5000);
    expect(await one("SELECT count(*)::int FROM activities")).toBe(ROWS);
    expect(await one("SELECT sum(rows)::int FROM source_days")).toBe(ROWS);
    expect(await one("SELECT count(*)::int FROM imports")).toBe(3);
  });

  it("goes on where it was killed between two pages, and brings no row twice", async () => {
    const store = createStore(database);
    let pages = 0;
    const killed = {
      ...store.sources,
      keepPage: async (...page: Parameters<typeof store.sources.keepPage>) => {
        pages += 1;
        // Killed after a page was written and before its place was kept.
        if (pages === 3) throw new Error("killed");
        return store.sources.keepPage(...page);
      },
      release: async () => {},
    };
    await expect(pull({ sources: killed, clock: () => NOW })).rejects.toThrow("killed");
    expect(await one("SELECT count(*)::int FROM activities")).toBe(8_000);
    expect(await pullSource(deps(), { name: "sql" })).toMatchObject({ kind: "busy", since: NOW });
    const later = new Date(NOW.getTime() + 16 * 60_000);
    expect(await pull({ clock: () => later })).toMatchObject([{}, { counts: [2_000, 0, 4_000, 0, 0] }]);
    expect(await one("SELECT count(DISTINCT external_id)::int FROM activities")).toBe(ROWS);
  });

  it("is only read, whatever the query does", async () => {
    await shop.query(`CREATE FUNCTION shop.sell() RETURNS SETOF shop.clients LANGUAGE sql AS
      $$ UPDATE shop.clients SET name = 'sold' RETURNING * $$`);
    writeFileSync(
      join(folder, "evil.yml"),
      FILE.replace("SELECT * FROM shop.clients", "SELECT * FROM shop.sell()"),
    );
    await database.pool.query(`UPDATE sources SET settings = '{"file": "${join(folder, "evil.yml")}"}'`);
    const [clients] = await pull();
    expect(clients?.failure).toContain("read-only transaction");
    expect((await shop.query("SELECT FROM shop.clients WHERE name = 'sold'")).rowCount).toBe(0);
  });

  it("says what is wrong with a query, and that rows without a cursor would be missed", async () => {
    await shop.query("ALTER TABLE shop.orders RENAME COLUMN product TO article");
    expect((await pull())[1]?.failure).toContain("the query gives no product; it gives id, client");
    await shop.query("UPDATE shop.orders SET changed = NULL WHERE id = 5");
    writeFileSync(
      join(folder, "without.yml"),
      FILE.replace(" WHERE changed >= :cursor", "").replace("category: product", "category: article"),
    );
    await database.pool.query(`UPDATE sources SET settings = '{"file": "${join(folder, "without.yml")}"}'`);
    expect((await pull())[1]?.failure).toContain("rows without changed would never be told");
    await shop.query("ALTER TABLE shop.clients RENAME TO buyers");
    expect(await testSource(deps(), { name: "sql" })).toMatchObject({
      kind: "tested",
      streams: [
        { stream: "clients", failure: { code: "source.failed.not-found" } },
        { stream: "orders", failure: { code: "source.failed.changed-shape" } },
      ],
    });
    expect(await one("SELECT count(*)::int FROM activities")).toBe(0);
  });

  it("is added, tried, pulled, looked at and removed on the command line", async () => {
    vi.stubEnv("SQL_SOURCE_URL", "");
    vi.stubEnv("SHOP_SQL_SOURCE_URL", "");
    const setting = `file=${join(folder, "queries.yml")}`;
    expect(await mainstay.run("source", "add", "shop", "--kind", "sql", "--setting", setting)).toMatchObject({
      code: 0,
      out: expect.stringContaining("Set SHOP_SQL_SOURCE_URL in the environment"),
    });
    expect(await mainstay.run("source", "test", "shop")).toMatchObject({
      code: 1,
      out: expect.stringContaining("SHOP_SQL_SOURCE_URL is not set"),
    });
    vi.stubEnv("SHOP_SQL_SOURCE_URL", native ?? "");
    await shop.query(
      "DELETE FROM shop.orders WHERE id > 3; UPDATE shop.orders SET client = NULL WHERE id = 3",
    );
    const tested = await mainstay.run("source", "test", "shop");
    expect(tested.out).toContain(
      "activities: 3 rows, of which 1 would be rejected\n    such as: client is empty.",
    );
    expect(tested).toMatchObject({ code: 0, out: expect.stringContaining("Nothing was written.") });
    expect(await one("SELECT count(*)::int FROM customers")).toBe(0);
    const pulled = await mainstay.run("source", "pull", "shop");
    expect(pulled.out).toContain("shop: orders\n  2 new, 0 changed, 0 unchanged, 1 rejected, 0 deleted");
    expect(pulled.code).toBe(3);
    expect((await mainstay.run("source", "status", "shop")).out).toMatch(
      /^orders +\S+ \S+ +2026-02-03 23:32 +2 +0 +0 +1 +0$/m,
    );
    expect((await mainstay.run("source", "list")).out).toMatch(/^shop +SQL +2/m);
    expect(await mainstay.run("source", "remove", "shop")).toMatchObject({ code: 0 });
    expect(await mainstay.run("source", "pull", "shop")).toMatchObject({
      code: 1,
      err: expect.stringContaining("There is no source shop"),
    });
    expect((await mainstay.run("source", "add", "x", "--kind", "fax")).err).toContain(
      "Those that can be pulled: sql",
    );
    expect((await mainstay.run("source", "add", "sql2", "--kind", "sql")).err).toContain(
      "is missing: the path",
    );
  });

  it("does not show its address where it cannot be reached", async () => {
    const secret = () => "postgres://reader:SECRET@127.0.0.1:1/shop";
    const [clients, ...others] = await pull({ systems: { ...systems, secret } });
    expect(clients?.failure).toContain("ECONNREFUSED");
    expect(clients?.failure).not.toContain("SECRET");
    expect(others).toEqual([]);
    const unset = { ...systems, secret: () => null };
    expect(await pullSource(deps({ systems: unset }), { name: "sql" })).toMatchObject({
      kind: "unready",
      problems: [{ code: "source.no-secret", parameters: { name: "SQL_SOURCE_URL" } }],
    });
  });
});
