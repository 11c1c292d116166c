import { describe, expect, it } from "vitest";
import { checkedQuery } from "../../../../src/sources/sql/sql-query.ts";
import { sqlStreams } from "../../../../src/sources/sql/sql-streams.ts";

describe("a query", () => {
  it("is one SELECT, with the cursor as a parameter wherever it is no text", () => {
    expect(
      checkedQuery("SELECT a::text, ':cursor', \";\" FROM t -- :cursor;\nWHERE at >= :cursor; "),
    ).toEqual({
      kind: "query",
      sql: "SELECT a::text, ':cursor', \";\" FROM t -- :cursor;\nWHERE at >= $1",
      namesCursor: true,
    });
    expect(checkedQuery("/* orders */ with x AS (SELECT $$;$$) select * from x")).toMatchObject({
      kind: "query",
      namesCursor: false,
    });
  });

  it.each([
    ["SELECT 1; DELETE FROM t", "more than one"],
    ["DELETE FROM t", "SELECT"],
    ["-- SELECT\nUPDATE t SET a = 1", "SELECT"],
    ["", "SELECT"],
  ])("is refused otherwise: %s", (query, because) => {
    expect(checkedQuery(query)).toMatchObject({ kind: "refused", because: expect.stringContaining(because) });
  });
});

describe("a file of queries", () => {
  const file = (query: string, kinds: string, more = "") => `
streams:
  - name: orders
    query: ${query}
    cursor: updated_at
    key: id
    ${more}
    kinds:
      - ${kinds}`;
  const ORDERS =
    "{ rows: activities, facts: { external_id: id, customer: buyer, at: at, kind: { value: order } } }";

  it("names each list, its cursor and what its rows become", () => {
    expect(sqlStreams(file("SELECT * FROM o WHERE n > :cursor", ORDERS, "begin: 0"))).toMatchObject([
      { name: "orders", sql: "SELECT * FROM o WHERE n > $1", begin: "0", key: "id", deleted: null },
    ]);
  });

  it.each([
    [file("TRUNCATE o", ORDERS), "not one SELECT"],
    [file("SELECT * FROM o WHERE n > :cursor", ORDERS), '"begin" has to say'],
    [file("SELECT 1", "{ rows: orders, facts: { external_id: id } }"), 'no rows "orders"'],
    [
      file("SELECT 1", "{ rows: activities, facts: { external_id: id, price: p } }"),
      "activities have no price",
    ],
    [file("SELECT 1", "{ rows: activities, facts: { external_id: id } }"), "activities need customer"],
  ])("is refused with what to mend %#", (text, problem) => {
    expect(() => sqlStreams(text)).toThrow(problem);
  });
});
