import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Database, openDatabase } from "../../src/store/database/database.ts";
import { migrate, migrateFrom } from "../../src/store/database/migrate.ts";
import { createStore } from "../../src/store/store.ts";
import { ownDatabases } from "../support/databases.ts";

/** Two processes on one database are there with a server alone. */
const { native } = ownDatabases();
const NAME = `rolling_upgrade_${process.env.VITEST_POOL_ID}`;
const NOW = new Date("2026-11-23T09:00:00Z");

/** As a next version might widen tables that a running bot reads and writes all the time. */
const WIDENING = `
ALTER TABLE job_runs ADD COLUMN told_at TIMESTAMPTZ(3);
ALTER TABLE members ADD COLUMN nickname TEXT;
CREATE TABLE told_of_jobs (job TEXT PRIMARY KEY, at TIMESTAMPTZ(3) NOT NULL);
`;

describe.each(native === null ? [] : [native])("an upgrade beside a running bot", (url) => {
  let maintenance: Database;
  let folder: string;
  beforeAll(async () => {
    maintenance = await openDatabase({ kind: "server", url });
    await maintenance.pool.query(`DROP DATABASE IF EXISTS ${NAME} WITH (FORCE)`);
    await maintenance.pool.query(`CREATE DATABASE ${NAME}`);
    folder = mkdtempSync(join(tmpdir(), "mainstay-migrations-"));
    cpSync("prisma/migrations", folder, { recursive: true });
    mkdirSync(join(folder, "29991231000000_widening"));
    writeFileSync(join(folder, "29991231000000_widening", "migration.sql"), WIDENING);
  });
  afterAll(async () => {
    await maintenance.pool.query(`DROP DATABASE IF EXISTS ${NAME} WITH (FORCE)`);
    await maintenance.close();
    rmSync(folder, { recursive: true });
  });

  const opened = () => {
    const own = new URL(url);
    own.pathname = `/${NAME}`;
    return openDatabase({ kind: "server", url: own.href });
  };

  /** What a bot of the version before does all the time, through Prisma Client and through its own SQL. */
  async function oneRound(database: Database, round: number): Promise<void> {
    const { jobRuns, members } = createStore(database);
    const claim = await jobRuns.claim({ job: "old", period: `${round} UTC` }, NOW, NOW, 3);
    await jobRuns.extend(claim!, NOW);
    await jobRuns.finish(claim!, "done", { kind: "done", figures: {} }, NOW);
    await jobRuns.recent(5);
    const rest = { email: null, role: "rep", timeZone: "UTC", locale: null, account: "member" } as const;
    await members.save({ slackUserId: `U${round % 7}`, name: `Round ${round}`, ...rest }, NOW);
    await members.find(`U${round % 7}`);
  }

  it("widens tables while the old one goes on reading and writing, and holds up neither", async () => {
    const [old, next] = await Promise.all([opened(), opened()]);
    await migrate(old);
    for (let round = 0; round < 5; round += 1) await oneRound(old, round);
    let isMigrated = false;
    let rounds = 5;
    const working = (async () => {
      // On until the new one has started, and for a while beside it.
      for (let after = 0; after < 20; rounds += 1) {
        await Promise.all([oneRound(old, 2 * rounds), oneRound(old, 2 * rounds + 1)]);
        if (isMigrated) after += 1;
      }
    })();
    expect(await migrateFrom(next, pathToFileURL(`${folder}/`))).toEqual(["29991231000000_widening"]);
    isMigrated = true;
    await working;
    // What the new one writes, the old one reads past.
    await next.pool.query("UPDATE job_runs SET told_at = now()");
    await next.pool.query("UPDATE members SET nickname = 'Nick'");
    await oneRound(old, 2 * rounds);
    const { rows } = await next.pool.query(
      "SELECT count(*)::int AS done FROM job_runs WHERE job = 'old' AND status = 'done'",
    );
    expect(rows).toEqual([{ done: 5 + 2 * (rounds - 5) + 1 }]);
    await Promise.all([old.close(), next.close()]);
  });

  it("lets the version before start again beside the newer tables", async () => {
    const old = await opened();
    expect(await migrate(old)).toEqual([]);
    await oneRound(old, 1_000_001);
    await old.close();
  });
});
