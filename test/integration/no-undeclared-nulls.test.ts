import { expect, it } from "vitest";
import { int8, nullable } from "../../src/store/database/column-kinds.ts";
import { statement } from "../../src/store/database/statement.ts";
import { describeOnEachDatabase } from "../support/databases.ts";

const SUM = { sql: "SELECT sum(rows)::bigint AS total FROM source_days" };
const CARELESS = statement({ name: "test/nulls: careless", ...SUM, row: { total: nullable(int8) } });
const WRONG = statement({ name: "test/nulls: wrong", sql: `${SUM.sql} WHERE true`, row: { total: int8 } });

describeOnEachDatabase("a column declared as never null", (database) => {
  const said = 'Column "total" of the statement "test/nulls: wrong" is null, declared as never null.';

  it("fails the test in which it is null, on a pool and in a transaction", async () => {
    const { pool } = database();
    expect(await CARELESS.all(pool)).toEqual([{ total: null }]);
    await expect(WRONG.all(pool)).rejects.toThrow(said);
    const client = await pool.connect();
    try {
      await expect(WRONG.all(client)).rejects.toThrow(said);
    } finally {
      client.release();
    }
    await pool.query("INSERT INTO source_days (source, day, rows) VALUES ('test', '2026-01-01', 2)");
    expect(await WRONG.all(pool)).toEqual([{ total: 2 }]);
  });
});
