import { expect, it } from "vitest";
import { describeOnEachDatabase } from "../support/databases.ts";

describeOnEachDatabase("concurrent clients", (database) => {
  it("each get the answer to their own statement", async () => {
    const ask = async (n: number) => {
      // As many parameters as the number's last digit tells, so that a mixed-up statement cannot fit.
      const values = Array.from({ length: 1 + (n % 7) }, (_, i) => n * 10 + i);
      const sum = values.map((_, i) => `$${i + 1}::int`).join(" + ");
      const { rows } = await database().pool.query<{ sum: number }>(`SELECT ${sum} AS sum`, values);
      expect(rows[0]?.sum).toBe(values.reduce((a, b) => a + b, 0));
    };
    await Promise.all(Array.from({ length: 500 }, (_, n) => ask(n)));
  });

  it("and large statements, sent in several pieces, are not mixed up either", async () => {
    const ask = async (n: number) => {
      const values = Array.from({ length: 20_000 }, (_, i) => `${n}:${i}:${"x".repeat(20)}`);
      const { rows } = await database().pool.query<{ first: string; count: string }>(
        `SELECT min(v) AS first, count(*) AS count FROM unnest($1::text[]) v WHERE v LIKE ${n} || ':%'`,
        [values],
      );
      expect(rows[0]).toMatchObject({ count: "20000" });
      expect(rows[0]?.first.startsWith(`${n}:`)).toBe(true);
    };
    await Promise.all(Array.from({ length: 12 }, (_, n) => ask(n)));
  });

  it("keep their transactions apart while others query", async () => {
    const transfer = (n: number) =>
      database().prisma.$transaction(async (tx) => {
        await tx.handledRequest.create({ data: { id: `t${n}`, handledAt: new Date(0) } });
        return tx.handledRequest.count({ where: { id: `t${n}` } });
      });
    const reads = Array.from({ length: 40 }, () =>
      database().pool.query("SELECT count(*) FROM handled_requests"),
    );
    const counts = await Promise.all(Array.from({ length: 20 }, (_, n) => transfer(n)));
    await Promise.all(reads);
    expect(counts).toEqual(Array.from({ length: 20 }, () => 1));
  });

  it("leave nothing open behind where one is cut off within a transaction", async () => {
    const { pool } = database();
    const client = await pool.connect();
    await client.query("BEGIN");
    await client.query("INSERT INTO handled_requests (id, handled_at) VALUES ('cut off', now())");
    client.release(true);
    const { rows } = await pool.query(
      "SELECT count(*)::int AS kept FROM handled_requests WHERE id = 'cut off'",
    );
    expect(rows).toEqual([{ kept: 0 }]);
  });
});
