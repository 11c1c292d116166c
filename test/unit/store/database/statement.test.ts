import { describe, expect, it } from "vitest";
import { arrayOf, int4, int8, json, nullable, text } from "../../../../src/store/database/column-kinds.ts";
import type { Queryable } from "../../../../src/store/database/database.ts";
import {
  statedStatements,
  statement,
  statementsBy,
  unlistedStatement,
} from "../../../../src/store/database/statement.ts";

/** Answers every query with these rows and keeps what was asked. */
function answering(rows: readonly object[]) {
  const asked: unknown[][] = [];
  const query = async (...question: unknown[]) => {
    asked.push(question);
    return { rows: rows.map((row) => ({ ...row })), rowCount: rows.length };
  };
  return { db: { query } as unknown as Queryable, asked };
}

describe("statement", () => {
  const find = unlistedStatement({
    name: "test: find",
    sql: "SELECT id, total, facts FROM t WHERE name = :name AND facts @> :facts AND id = ANY (:ids)",
    parameters: { ids: arrayOf(int4), name: nullable(text), facts: nullable(json()) },
    row: { id: int4, total: nullable(int8), facts: json<{ a: number }>() },
  });

  it("sends values in the order of the declaration, lists and JSON as text and nothing as null", async () => {
    const { db, asked } = answering([]);
    await find.all(db, { name: "x", ids: [1, 2], facts: { a: 1 } });
    await find.all(db, { name: null, ids: [], facts: null });
    expect(asked).toEqual([
      [find.sql, ["{1,2}", "x", '{"a":1}']],
      [find.sql, ["{}", null, null]],
    ]);
    expect(find.sql).toBe("SELECT id, total, facts FROM t WHERE name = $2 AND facts @> $3 AND id = ANY ($1)");
  });

  it("gives a bigint as a number, or null where it is declared so", async () => {
    const { db } = answering([
      { id: 1, total: "9007199254740991", facts: { a: 1 } },
      { id: 2, total: null, facts: { a: 2 } },
    ]);
    const rows = await find.all(db, { name: null, ids: [], facts: null });
    expect(rows.map(({ total }) => total)).toEqual([Number.MAX_SAFE_INTEGER, null]);
  });

  it("refuses a bigint that a number cannot hold, and one that is missing, by column and statement", async () => {
    const sum = unlistedStatement({ name: "test: sum", sql: "SELECT 1", row: { total: int8 } });
    for (const total of ["9007199254740993", null]) {
      const refused = sum.all(answering([{ total }]).db);
      await expect(refused).rejects.toThrow('Column "total" of the statement "test: sum" cannot be read.');
    }
  });

  it("gives the first row, null where there is none, and refuses none where there always is one", async () => {
    const one = unlistedStatement({ name: "test: one", sql: "SELECT id FROM t", row: { id: int4 } });
    expect(await one.first(answering([{ id: 1 }, { id: 2 }]).db)).toEqual({ id: 1 });
    expect(await one.first(answering([]).db)).toBeNull();
    await expect(one.one(answering([]).db)).rejects.toThrow('The statement "test: one" gave no row.');
    expect(await one.run(answering([{}, {}]).db)).toBe(2);
  });

  it("is on the list, and refuses a second one of its name", () => {
    const stated = statement({ name: "test: listed", sql: "SELECT 1" });
    expect(statedStatements()).toContain(stated);
    expect(statedStatements()).not.toContain(find);
    expect(() => statement({ name: "test: listed", sql: "SELECT 2" })).toThrow("two statements");
    expect(() => statement({ name: "test: wrong", sql: "SELECT :a" })).toThrow(/"test: wrong".*:a is not/);
  });

  it("lists the forms that stand for all of a composed one, and composes each once", () => {
    const by = statementsBy(["a"], (form) => ({ name: `test: by ${form}`, sql: `SELECT ${form}` }));
    expect(statedStatements()).toContain(by("a"));
    expect(by("b").sql).toBe("SELECT b");
    expect(by("b")).toBe(by("b"));
    expect(statedStatements()).not.toContain(by("b"));
  });
});
