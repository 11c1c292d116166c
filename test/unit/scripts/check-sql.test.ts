import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findingsOf } from "../../../scripts/check-sql/findings.ts";
import { undeclaredNulls } from "../../../scripts/check-sql/nulls.ts";
import { type MigratedSchema, openMigratedSchema } from "../../../scripts/check-sql/schema.ts";
import { loadStatements, storeFiles } from "../../../scripts/check-sql/store-files.ts";
import { strayQueries } from "../../../scripts/check-sql/stray-queries.ts";
import { date, int4, int8, type Kinds, nullable, text } from "../../../src/store/database/column-kinds.ts";
import { type Statement, unlistedStatement } from "../../../src/store/database/statement.ts";

describe("check of SQL", () => {
  let schema: MigratedSchema;
  let statements: readonly Statement[];
  beforeAll(async () => {
    schema = await openMigratedSchema();
    statements = await loadStatements();
  }, 60_000);
  afterAll(() => schema.close());

  const NULLABLE: Kinds = { total: nullable(int8), domain: nullable(text), source: nullable(text) };
  const FILES = new Set(["customers/members.ts"]);
  const name = "customers/members: test";
  const findings = (given: { sql: string; parameters?: Kinds; row?: Kinds }) =>
    findingsOf([unlistedStatement({ name, ...given })], schema, FILES);
  const said = (finding: string) => [`src/store/customers/members.ts: "${name}": ${finding}`];

  it("finds every statement of the store as the schema has it, and none that it cannot see", async () => {
    expect(statements.length).toBeGreaterThan(150);
    expect(await findingsOf(statements, schema)).toEqual([]);
    expect(strayQueries()).toEqual([]);
  });

  it("names file and statement where a column or a table is not there", async () => {
    expect(await findings({ sql: "SELECT mail FROM members" })).toEqual(said('column "mail" does not exist'));
    expect(await findings({ sql: "SELECT FROM people" })).toEqual(said('relation "people" does not exist'));
  });

  it.each([
    ["another name", { sql: "SELECT name FROM members", row: { label: text } }, "gives name; declared label"],
    ["a missing one", { sql: "SELECT name FROM members" }, "gives name; declared nothing"],
    [
      "another order",
      { sql: "SELECT 1 AS a, 2 AS b", row: { b: int4, a: int4 } },
      "gives a, b; declared b, a",
    ],
    [
      "another type",
      { sql: "SELECT count(*) AS n", row: { n: int4 } },
      'column "n" is int8, declared int4 or int2',
    ],
    [
      "a day that would arrive as a local midnight",
      { sql: "SELECT current_date AS day", row: { day: date } },
      'column "day" is a date: read it as text, else it is a local midnight',
    ],
    [
      "a value that may be null",
      { sql: "SELECT email FROM members", row: { email: text } },
      'column "email" can be null in members.email, declared as never null',
    ],
    [
      "a value that is never null",
      { sql: "SELECT name FROM members", row: { name: nullable(text) } },
      'column "name" is never null in members.name, declared nullable',
    ],
  ])("finds columns of %s", async (_, given, finding) => {
    expect(await findings(given)).toEqual(said(finding));
  });

  it.each([
    [
      "a condition says so",
      { sql: "SELECT email FROM members WHERE email IS NOT NULL", row: { email: text } },
    ],
    [
      "an outer join can leave it out",
      { sql: "SELECT m.name FROM customers c LEFT JOIN members m ON true", row: { name: nullable(text) } },
    ],
  ])("takes a declaration of nulls where %s", async (_, given) => {
    expect(await findings(given)).toEqual([]);
  });

  it.each([
    [
      "a sum over no rows",
      { sql: "SELECT sum(rows)::bigint AS total FROM source_days", row: { total: int8 } },
      'column "total" is null where there are no rows, declared as never null',
    ],
    [
      "a computation with what may be null",
      { sql: "SELECT upper(domain) AS domain FROM customers", row: { domain: text } },
      'column "domain" is null where everything is null that may be, declared as never null',
    ],
    [
      "an outer join that finds nothing",
      {
        sql: "SELECT s.source FROM customers c LEFT JOIN source_days s ON s.day < :day::date AND false",
        parameters: { day: date },
        row: { source: text },
      },
      'column "source" is null where everything is null that may be, declared as never null',
    ],
  ])("finds %s that is declared as never null", async (_, given, finding) => {
    expect(await findings(given)).toEqual(said(finding));
    const owned = {
      ...given,
      row: Object.fromEntries(Object.keys(given.row).map((key) => [key, NULLABLE[key]])),
    };
    expect(await findings(owned as typeof given)).toEqual([]);
  });

  it("tries out all statements but one on samples, and leaves nothing behind", async () => {
    const { findings: found, notTried } = await undeclaredNulls(statements, schema);
    expect([...found.values()].flat()).toEqual([]);
    expect(notTried).toEqual(["customers/customer-search: set similarity"]);
    expect((await schema.describe("SELECT FROM customers")).columns).toEqual([]);
  });

  it("finds a parameter of another type", async () => {
    const sql = "SELECT FROM customers WHERE id = :id";
    expect(await findings({ sql, parameters: { id: int8 } })).toEqual(
      said("parameter :id is int4, declared int8"),
    );
  });

  it("finds a statement named after no file, and a command on no table", async () => {
    const lost = unlistedStatement({ name: "nowhere/lost: test", sql: "ANALYZE nothing" });
    expect(await findingsOf([lost], schema, FILES)).toEqual([
      'src/store/nowhere/lost.ts: "nowhere/lost: test": is named after a file that does not exist',
      'src/store/nowhere/lost.ts: "nowhere/lost: test": relation "nothing" does not exist',
    ]);
  });

  it("finds SQL that is sent past the statements", () => {
    const files = new Map([
      ["a.ts", "await pool.query(\n  `SELECT 1`);"],
      ["b.ts", "prisma.$queryRaw`SELECT 1`"],
      ["c.ts", "// await pool.query(old)\nawait FIND.all(pool);"],
      ["database/transaction.ts", 'await client.query("BEGIN")'],
    ]);
    expect(strayQueries(files)).toEqual([
      "src/store/a.ts:1: sends SQL that no statement states: await pool.query(",
      "src/store/b.ts:1: sends SQL that no statement states: prisma.$queryRaw`SELECT 1`",
    ]);
  });

  it("turns red where the schema renames a column", async () => {
    await schema.run("ALTER TABLE members RENAME email TO mail");
    const found = await findingsOf(statements, schema, new Set(storeFiles().keys()));
    await schema.run("ALTER TABLE members RENAME mail TO email");
    expect(found).toContainEqual(
      expect.stringMatching(/^src\/store\/customers\/members\.ts: "customers\/members: save": .*"email"/),
    );
    expect(found.length).toBeGreaterThan(5);
  });
});
