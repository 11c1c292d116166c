import { expect, it } from "vitest";
import { int4 } from "../../src/store/database/column-kinds.ts";
import { unlistedStatement } from "../../src/store/database/statement.ts";
import { describeOnEachDatabase } from "../support/databases.ts";

const doubling = (table: string) =>
  unlistedStatement({
    name: "test: doubling",
    sql: `SELECT value * :factor::int AS value FROM (VALUES (2)) AS ${table} (value)`,
    parameters: { factor: int4 },
    row: { value: int4 },
    isKeptPlanned: true,
  });

describeOnEachDatabase("a statement that is kept planned", (database) => {
  it("is asked by several connections at once, again and again", async () => {
    const { pool } = database();
    const DOUBLE = doubling("kept");
    for (const round of [1, 2, 3]) {
      const factors = Array.from({ length: 8 }, (_, place) => place * round);
      const answers = await Promise.all(factors.map((factor) => DOUBLE.one(pool, { factor })));
      expect(answers.map(({ value }) => value)).toEqual(factors.map((factor) => factor * 2));
    }
  });

  it("is there once in a session, whether connections share it or not", async () => {
    const { pool } = database();
    const DOUBLE = doubling("doubled_here");
    const [one, other] = [await pool.connect(), await pool.connect()];
    try {
      for (const client of [one, other, one]) await DOUBLE.one(client, { factor: 1 });
      const { rows } = await other.query(
        "SELECT name FROM pg_prepared_statements WHERE statement LIKE '%doubled_here%'",
      );
      expect(rows).toEqual([{ name: expect.stringContaining("kept_") }]);
    } finally {
      one.release();
      other.release();
    }
  });

  it("may be asked after it failed, and what is wrong is said each time", async () => {
    const { pool } = database();
    const lacking = unlistedStatement({
      name: "test: lacking",
      sql: "SELECT value FROM not_there_yet",
      row: { value: int4 },
      isKeptPlanned: true,
    });
    await expect(lacking.all(pool)).rejects.toThrow("not_there_yet");
    await expect(lacking.all(pool)).rejects.toThrow("not_there_yet");
    await pool.query("CREATE TABLE not_there_yet AS SELECT 7 AS value");
    await expect(lacking.all(pool)).resolves.toEqual([{ value: 7 }]);
    await pool.query("DROP TABLE not_there_yet");
  });

  it("never answers for another statement of its name", async () => {
    const { pool } = database();
    const client = await pool.connect();
    try {
      await client.query({ name: "taken", text: "SELECT 1 AS value", values: [] });
      const others = await Promise.allSettled(
        [1, 2].map(() => pool.query({ name: "taken", text: "SELECT 2 AS value", values: [] })),
      );
      for (const other of others) {
        const value = other.status === "fulfilled" ? other.value.rows[0]?.value : "refused";
        expect([2, "refused"]).toContain(value);
      }
    } finally {
      client.release();
    }
  });
});
