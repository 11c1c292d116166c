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
