import { expect, it } from "vitest";
import { migrate, migrationStatus } from "../../src/store/migrate.ts";
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
});
