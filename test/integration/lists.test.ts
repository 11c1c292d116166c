import { expect, it } from "vitest";
import { arrayOf, float8, int4, int8, nullable, text } from "../../src/store/database/column-kinds.ts";
import { packedArrayOf } from "../../src/store/database/packed-array.ts";
import { unlistedStatement } from "../../src/store/database/statement.ts";
import { describeOnEachDatabase } from "../support/databases.ts";

const ECHO = unlistedStatement({
  name: "test: echo",
  sql: `SELECT * FROM unnest(:texts::text[], :small::int[], :large::bigint[], :fractions::float8[], :plain::float8[])
    AS row (text, small, large, fraction, plain)`,
  parameters: {
    texts: arrayOf(nullable(text)),
    small: packedArrayOf(int4),
    large: packedArrayOf(int8),
    fractions: packedArrayOf(float8),
    plain: arrayOf(nullable(float8)),
  },
  row: {
    text: nullable(text),
    small: nullable(int4),
    large: nullable(int8),
    fraction: nullable(float8),
    plain: nullable(float8),
  },
});

describeOnEachDatabase("lists that are sent", (database) => {
  it("arrive as they are, whatever stands in them", async () => {
    const texts = ["王小明", '5" \\ {x},', "", "NULL", null];
    const small = [0, -1, 2_147_483_647, -2_147_483_648, null];
    const large = [Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, 4_294_967_296, -1, null];
    const fractions = [0.1, -1e-300, 1.7e308, 1_767_225_600_123, null];
    const sent = { texts, small, large, fractions, plain: fractions };
    expect(await ECHO.all(database().pool, sent)).toEqual(
      texts.map((each, at) => ({
        text: each,
        small: small[at],
        large: large[at],
        fraction: fractions[at],
        plain: fractions[at],
      })),
    );
  });

  it("may be empty", async () => {
    const none = { texts: [], small: [], large: [], fractions: [], plain: [] };
    expect(await ECHO.all(database().pool, none)).toEqual([]);
  });
});

it("refuses to pack a list of what has no packed form here", () => {
  expect(() => packedArrayOf({ types: ["date"], nullable: false })).toThrow("date");
});
