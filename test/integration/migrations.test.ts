import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { type Database, openDatabase } from "../../src/store/database/database.ts";
import { migrate, migrationStatus, schemaAsSql } from "../../src/store/database/migrate.ts";
import { describeOnEachDatabase } from "../support/databases.ts";

describeOnEachDatabase("migrations", (database) => {
  it("leave nothing pending and do nothing a second time", async () => {
    expect((await migrationStatus(database())).pending).toEqual([]);
    expect(await migrate(database())).toEqual([]);
  });

  it("compare names in Chinese by their trigrams", async () => {
    const { rows } = await database().pool.query(
      "SELECT similarity('北京科技有限公司', '北京科枝有限公司') AS s",
    );
    expect(rows[0].s).toBeCloseTo(0.5);
  });

  it("leave one index by customer and time, with all that the features read of an activity inside", async () => {
    const { rows } = await database().pool.query<{ indexdef: string }>(
      "SELECT indexdef FROM pg_indexes WHERE tablename = 'activities' AND indexdef LIKE '%(customer_id, at)%'",
    );
    expect(rows.map(({ indexdef }) => indexdef)).toEqual([
      expect.stringMatching(/INCLUDE \(kind, amount_minor, currency, quantity, category, booked_on\)$/),
    ]);
  });

  it("make the tables, columns, indexes and keys the schema says", async () => {
    const fromSchema = await openDatabase({ kind: "memory" });
    try {
      await fromSchema.pool.query(await schemaAsSql(fromSchema));
      const made = await shapeOf(database());
      const said = await shapeOf(fromSchema);
      expect(said.columns.length).toBeGreaterThan(100);
      expect(made.columns).toEqual(said.columns);
      expect(made.definitions).toEqual(expect.arrayContaining(said.definitions));
    } finally {
      await fromSchema.close();
    }
  });
});

const MIGRATIONS = join(import.meta.dirname, "../../prisma/migrations");
const CONTRACTS = "20261129070000_contracts";

it("make contracts of what customers had: what ended and came back, and each price from its day", async () => {
  const before = await openDatabase({ kind: "memory" });
  const apply = (name: string) =>
    before.pool.query(readFileSync(join(MIGRATIONS, name, "migration.sql"), "utf8"));
  try {
    for (const name of readdirSync(MIGRATIONS).sort())
      if (name < CONTRACTS && name !== "migration_lock.toml") await apply(name);
    await before.pool.query(`INSERT INTO customers
      (id, source, external_id, name, currency, monthly_revenue_minor, started_on, ended_on, updated_at) VALUES
      (1, 't', 'a', 'A', 'EUR', 300, '2025-01-01', NULL, now()), (2, 't', 'b', 'B', 'EUR', 500, '2026-03-01', NULL, now()),
      (3, 't', 'c', 'C', 'EUR', NULL, NULL, '2026-02-01', now()), (4, 't', 'd', 'D', 'EUR', 100, NULL, NULL, now())`);
    await before.pool.query(
      `INSERT INTO monthly_revenue_changes VALUES (1, '2025-06-01', 100, 'EUR'), (1, '2026-01-01', 200, 'EUR')`,
    );
    await before.pool.query(
      `INSERT INTO ended_relationships VALUES (2, '2026-02-20', '2024-01-01', '2024-12-31', true)`,
    );
    await apply(CONTRACTS);
    const { rows } = await before.pool.query(`SELECT k.customer_id, k.started_on::text, k.ended_on::text,
      string_agg(p.from_day || ' ' || COALESCE(p.monthly_minor::text, ''), ', ' ORDER BY p.from_day) AS prices
      FROM contracts k LEFT JOIN contract_prices p ON p.contract_id = k.id GROUP BY k.id ORDER BY 1, 2`);
    expect(rows).toEqual([
      {
        customer_id: 1,
        started_on: "2025-01-01",
        ended_on: null,
        prices: "2025-01-01 100, 2025-06-01 200, 2026-01-01 300",
      },
      { customer_id: 2, started_on: "2024-01-01", ended_on: "2024-12-31", prices: "2024-01-01 500" },
      { customer_id: 2, started_on: "2026-03-01", ended_on: null, prices: "2026-03-01 500" },
    ]);
    const ends = await before.pool.query(
      "SELECT customer_id, ended_on::text, resumed_on::text FROM relationship_ends ORDER BY 1, 2",
    );
    expect(ends.rows).toEqual([
      { customer_id: 2, ended_on: "2024-12-31", resumed_on: "2026-02-20" },
      { customer_id: 3, ended_on: "2026-02-01", resumed_on: null },
    ]);
  } finally {
    await before.close();
  }
});

/** The columns in the order of their names, since an added one comes last; indexes and keys as PostgreSQL tells them. */
async function shapeOf({ pool }: Database) {
  const columns = await pool.query(
    `SELECT table_name, column_name, data_type, character_maximum_length, numeric_precision, numeric_scale,
       datetime_precision, is_nullable, column_default
     FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name <> '_prisma_migrations' ORDER BY 1, 2`,
  );
  const definitions = await pool.query<{ definition: string }>(
    `SELECT indexdef AS definition FROM pg_indexes
       WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'
     UNION ALL
     SELECT conrelid::regclass || ': ' || pg_get_constraintdef(oid) FROM pg_constraint
       WHERE contype = 'f' ORDER BY 1`,
  );
  return { columns: columns.rows, definitions: definitions.rows.map(({ definition }) => definition) };
}
