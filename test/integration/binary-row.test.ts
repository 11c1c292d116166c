import { expect, it } from "vitest";
import { binaryRow } from "../../src/store/database/binary-row.ts";
import {
  arrayOf,
  bytea,
  date,
  int4,
  nullable,
  text,
  timestamptz,
} from "../../src/store/database/column-kinds.ts";
import { unlistedStatement } from "../../src/store/database/statement.ts";
import { describeOnEachDatabase } from "../support/databases.ts";

const ROW = { bytes: nullable(bytea), words: nullable(text) };
const of = (sql: string) => unlistedStatement({ name: "test: binary row", sql, row: ROW });

describeOnEachDatabase("a row in binary", (database) => {
  it("is the row that the same statement gives as text", async () => {
    const given = unlistedStatement({
      name: "test: binary row of values",
      sql: `SELECT string_agg(int4send(i) || decode('80ff00', 'hex'), NULL) AS bytes,
          :word::text || :day::date || (:at::timestamptz AT TIME ZONE 'UTC') || '$1 :word' AS words
        FROM unnest(:ids::int[]) AS i`,
      parameters: { word: text, day: date, at: timestamptz, ids: arrayOf(int4) },
      row: ROW,
    });
    const values = {
      word: '釘子 O\'Neil \\ $2 "x"',
      day: "2026-03-01",
      at: new Date("2026-03-01T23:59:59.999Z"),
      ids: [1, -2, 3],
    };
    const { pool } = database();
    const inBinary = await binaryRow(pool, given, values);
    expect(inBinary).toEqual(await given.one(pool, values));
    expect(inBinary.bytes).toHaveLength(21);
  });

  it("may be larger than what arrives at a time, and have nothing in it", async () => {
    const { pool } = database();
    const many =
      "SELECT string_agg(int4send(i), NULL) AS bytes, NULL::text AS words FROM generate_series(1, 500000) AS i";
    const { bytes, words } = await binaryRow(pool, of(many), {});
    expect([bytes?.length, bytes?.readInt32BE(4 * 499_999), words]).toEqual([2_000_000, 500_000, null]);
  });

  it("is refused where there are none or two, and the connection goes on where the statement fails", async () => {
    const { pool } = database();
    const rows = (count: number) =>
      of(`SELECT NULL::bytea AS bytes, 'a' AS words FROM generate_series(1, ${count})`);
    await expect(binaryRow(pool, rows(0), {})).rejects.toThrow("not exactly one row");
    await expect(binaryRow(pool, rows(2), {})).rejects.toThrow("not exactly one row");
    const wrong = of("SELECT NULL::bytea AS bytes, (1 / 0)::text AS words");
    await expect(binaryRow(pool, wrong, {})).rejects.toThrow("division by zero");
    const client = await pool.connect();
    try {
      expect(await binaryRow(client, rows(1), {})).toEqual({ bytes: null, words: "a" });
    } finally {
      client.release();
    }
  });
});
