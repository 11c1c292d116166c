import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { migrate, migrationStatus, schemaAsSql } from "../../src/store/migrate.ts";
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

  it("say everything the schema says", async () => {
    const folder = new URL("../../prisma/migrations/", import.meta.url);
    const files = readdirSync(folder).filter((name) => !name.endsWith(".toml"));
    const migrations = files
      .map((name) => readFileSync(new URL(`${name}/migration.sql`, folder), "utf8"))
      .join("\n");
    const statements = (await schemaAsSql(database())).split(";\n").map((statement) => statement.trim());
    // Until a later migration alters a table; then compare what both make of an empty database.
    expect(statements.filter((statement) => !migrations.includes(statement))).toEqual([]);
    expect(statements.length).toBeGreaterThan(40);
  });
});
