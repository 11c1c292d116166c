import { describe, expect, it } from "vitest";
import { numberedParameters, writtenParameters } from "../../../../src/store/database/named-parameters.ts";

describe("numberedParameters", () => {
  it("numbers names by the order in which they are declared, however often each is used", () => {
    expect(numberedParameters("SELECT :b, :a + :b", ["a", "b"])).toBe("SELECT $2, $1 + $2");
  });

  it.each([
    ["a cast", "SELECT :a::int, now()::date", "SELECT $1::int, now()::date"],
    ["a text", "SELECT ':b', 'it''s :b', :a", "SELECT ':b', 'it''s :b', $1"],
    ["a text with escapes", String.raw`SELECT E'\' :b', :a`, String.raw`SELECT E'\' :b', $1`],
    ["a quoted name", 'SELECT ":b" FROM x WHERE y = :a', 'SELECT ":b" FROM x WHERE y = $1'],
    ["a dollar-quoted text", "SELECT $q$ :b $1 $q$, :a", "SELECT $q$ :b $1 $q$, $1"],
    ["a comment", "SELECT :a -- as :b has it\n, 1 /* :b */", "SELECT $1 -- as :b has it\n, 1 /* :b */"],
    ["a slice by numbers", "SELECT (:a::int[])[1:2]", "SELECT ($1::int[])[1:2]"],
    [
      "a slice by columns",
      "SELECT list[low:high], x[(low):high] FROM t WHERE i = :a",
      "SELECT list[low:high], x[(low):high] FROM t WHERE i = $1",
    ],
    [
      "JSON operators",
      "SELECT j->>'a:b' FROM t WHERE j @> :a AND j ? 'b'",
      "SELECT j->>'a:b' FROM t WHERE j @> $1 AND j ? 'b'",
    ],
    ["brackets around it", "VALUES (:a,:a)", "VALUES ($1,$1)"],
  ])("is not misled by %s", (_, sql, numbered) => {
    expect(numberedParameters(sql, ["a"])).toBe(numbered);
  });

  it("refuses a name that is not declared, one that is not used, and numbers", () => {
    expect(() => numberedParameters("SELECT :a, :b", ["a"])).toThrow(":b is not declared");
    expect(() => numberedParameters("SELECT :a", ["a", "b"])).toThrow("nothing uses the parameter :b");
    expect(() => numberedParameters("SELECT $1", [])).toThrow("$1 has to be a named parameter");
  });
});

describe("writtenParameters", () => {
  it("writes values into the places of numbers, and into nothing that only looks like one", () => {
    const sql = "SELECT $2, '$1', $q$ $1 $q$, \"$2\", $1::int -- $1";
    expect(writtenParameters(sql, ["'$2'", "'b'"])).toBe(
      "SELECT 'b', '$1', $q$ $1 $q$, \"$2\", '$2'::int -- $1",
    );
  });
});
