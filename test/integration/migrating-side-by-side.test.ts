import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Database, openDatabase } from "../../src/store/database/database.ts";
import { migrate } from "../../src/store/database/migrate.ts";
import { ownDatabases } from "../support/databases.ts";

const server = ownDatabases().native ?? ownDatabases().embedded;
/** A database of its own on that server: another test must not see it half made. */
const NAME = `side_by_side_${process.env.VITEST_POOL_ID}`;

const isEmbedded = ownDatabases().native === null;
/** The embedded database has one database and one process; what two do to each other shows on a server alone. */
const onServer = isEmbedded ? [] : [server];

describe.each(onServer)("bots that start side by side", (url) => {
  let maintenance: Database;
  beforeAll(async () => {
    maintenance = await openDatabase({ kind: "server", url });
    await maintenance.pool.query(`DROP DATABASE IF EXISTS ${NAME}`);
    await maintenance.pool.query(`CREATE DATABASE ${NAME}`);
  });
  afterAll(async () => {
    await maintenance.pool.query(`DROP DATABASE IF EXISTS ${NAME} WITH (FORCE)`);
    await maintenance.close();
  });

  const opened = () => {
    const own = new URL(url);
    own.pathname = `/${NAME}`;
    return openDatabase({ kind: "server", url: own.href });
  };

  it("make the tables once: one does, the others wait for it", async () => {
    const databases = await Promise.all([opened(), opened(), opened()]);
    const applied = await Promise.all(databases.map(migrate));
    expect(applied.filter(({ length }) => length > 0)).toHaveLength(1);
    await Promise.all(databases.map((database) => database.close()));
  });

  it("hold no lock while they run, so that a command beside the bot need not wait", async () => {
    const [bot, command] = await Promise.all([opened(), opened()]);
    await bot.pool.query("DELETE FROM _prisma_migrations WHERE migration_name = $1", [NEWEST]);
    await expect(migrate(bot)).rejects.toThrow(/schema could not be brought up to date/);
    const { rows } = await command.pool.query(
      `SELECT count(*)::int AS locks FROM pg_locks
      WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    );
    expect(rows).toEqual([{ locks: 0 }]);
    await Promise.all([bot.close(), command.close()]);
  });

  it("refuse a database in which a migration has failed, however often they start", async () => {
    const database = await opened();
    await expect(migrate(database)).rejects.toThrow(/schema could not be brought up to date/);
    await database.close();
  });
});

/** Its tables are there already: it fails when it is applied again. */
const NEWEST = "20261129140600_known_attributes";
