import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { runCli } from "../../src/cli/program.ts";
import { deliverDue } from "../../src/delivery/deliver.ts";
import type { Poster } from "../../src/delivery/poster.ts";
import type { JobAlertMessage } from "../../src/domain/messages/messages.ts";
import { BackupRefused } from "../../src/store/database/backup/backup-lines.ts";
import { restoreBackup } from "../../src/store/database/backup/restore-backup.ts";
import { writeBackup } from "../../src/store/database/backup/write-backup.ts";
import { type Database, openDatabase } from "../../src/store/database/database.ts";
import { migrate, migrationNames, migrationStatus } from "../../src/store/database/migrate.ts";
import { createStore } from "../../src/store/store.ts";
import { say } from "../../src/words/command-line.ts";
import { addCustomer, addModel, addScore } from "../support/customer-rows.ts";
import { describeOnEachDatabase, describeOnOneDatabase, ownDatabases } from "../support/databases.ts";

const TAKEN = new Date("2026-11-23T08:00:00Z");
const after = (minutes: number) => new Date(TAKEN.getTime() + minutes * 60_000);
const RESTORED = after(240);
const DAYS_MINUTES = 24 * 60;

const message: JobAlertMessage = {
  ...{ kind: "job-alert", job: "score-daily", period: "2026-11-23 UTC", error: "The disk is full." },
  ...{ attempts: 3, failedAt: TAKEN.toISOString() },
};

/** What a restore goes into: databases of their own, because the tests' own ones have visitors. */
const TARGETS = ["embedded", ...(ownDatabases().native === null ? [] : ["native"])] as const;
type Target = (typeof TARGETS)[number];

const NAME = `restored_${process.env.VITEST_POOL_ID}`;

async function onServer(...statements: string[]): Promise<URL> {
  const url = ownDatabases().native ?? "";
  const maintenance = await openDatabase({ kind: "server", url });
  for (const statement of statements) await maintenance.pool.query(statement);
  await maintenance.close();
  return new URL(url);
}

async function openTarget(target: Target): Promise<Database> {
  if (target === "embedded") return openDatabase({ kind: "memory" });
  const url = await onServer(`DROP DATABASE IF EXISTS ${NAME} WITH (FORCE)`, `CREATE DATABASE ${NAME}`);
  url.pathname = `/${NAME}`;
  return openDatabase({ kind: "server", url: url.href });
}

const targets = new Map<Target, Database>();
beforeAll(async () => {
  for (const target of TARGETS) targets.set(target, await openTarget(target));
});
afterAll(async () => {
  for (const database of targets.values()) await database.close();
  if (targets.has("native")) await onServer(`DROP DATABASE IF EXISTS ${NAME} WITH (FORCE)`);
});

/** Every row of every table, as text that differs where a value does. */
async function contentsOf(database: Database): Promise<Record<string, string[]>> {
  const { rows: tables } = await database.pool.query<{ name: string }>(
    `SELECT quote_ident(tablename) AS name FROM pg_tables
    WHERE schemaname = 'public' AND tablename !~ '^(_prisma_migrations$|restores$|activities_part_|activity_keys)' ORDER BY tablename`,
  );
  const contents: Record<string, string[]> = {};
  for (const { name } of tables) {
    const { rows } = await database.pool.query<{ row: string }>(`SELECT t::text AS row FROM ${name} t`);
    contents[name] = rows.map(({ row }) => row).sort();
  }
  return contents;
}

/** Slack, as far as the delivery sees it: what was posted, by key, and how often it was looked for. */
function slackStandIn() {
  const posted: Array<{ key: string; at: Date }> = [];
  const looked: string[] = [];
  let now = TAKEN;
  const poster: Poster = {
    open: async (recipient) => ({ kind: "open", channelId: recipient }),
    update: async () => ({ kind: "updated" }),
    find: async (_, key, since, __, until) => {
      looked.push(key);
      const found = posted.find((one) => one.key === key && one.at >= since && (!until || one.at <= until));
      return found ? { kind: "found", ts: "1.01" } : { kind: "absent" };
    },
    post: async ({ key }) => {
      posted.push({ key, at: now });
      return { kind: "posted", ts: "1.01" };
    },
  };
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  const deliverAt = (database: Database, at: Date) => {
    now = at;
    return deliverDue({
      ...createStore(database),
      ...{ poster, log, clock: () => at, whyNotPost: async () => null },
    });
  };
  return { posted, looked, deliverAt, keys: () => posted.map(({ key }) => key).sort() };
}

/** A folder for each test, what fills the database, and what restores it elsewhere. */
function withBackups(database: () => Database) {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "mainstay-backup-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const file = () => join(folder, "monday.backup");
  /** Into both by the first suite; a server, where there is one, is faster to make anew. */
  const targetOf = (target: Target = TARGETS.at(-1)!): Database => targets.get(target)!;
  const restore = (into: Database, replace = true) => restoreBackup(into, file(), { replace, now: RESTORED });
  const enqueue = (into: Database, key: string, createdAt: Date, recipient = key) =>
    createStore(into).outbox.enqueue({ key, recipient, message, createdAt });
  const restoresIn = async (into: Database) =>
    (await into.pool.query("SELECT taken_at, restored_at FROM restores")).rows;

  /** Values that a careless copy would change. */
  async function fill() {
    const acme = await addCustomer(database(), {
      name: 'Acme "Ltd" \\ {a,b}\n<!channel>',
      externalId: "C-1",
      ownerEmail: "ana@example.com",
    });
    await addCustomer(database(), { name: "北京科技 🌱", externalId: "C-2" });
    const modelId = await addModel(database());
    await addScore(database(), acme, {
      asOf: "2026-11-22T12:00:00.123Z",
      probability: 0.1,
      reasons: [],
      modelId,
    });
    await database().pool.query(
      `INSERT INTO handled_requests (id, handled_at, body) VALUES ('null', '2026-11-22 23:59:59.999+00', 'null'),
         ('none', '2026-03-29 01:30:00+00', NULL), ('empty', '2026-03-29 01:30:00+00', '{"a": 1.10, "b": 1e400}')`,
    );
    await database().pool.query(
      `INSERT INTO source_days (source, day, rows) VALUES ('x', '0044-03-15 BC', 2147483647)`,
    );
    return acme;
  }

  return { file, targetOf, restore, enqueue, restoresIn, fill };
}

describeOnEachDatabase("a backup", (database) => {
  const { file, targetOf, restore, enqueue, restoresIn, fill } = withBackups(database);
  it.each(TARGETS)("is put back to the last digit (%s)", async (target) => {
    await fill();
    const before = await contentsOf(database());
    const taken = await writeBackup(database(), file(), TAKEN);
    const into = targetOf(target);
    const restored = await restore(into);
    expect(restored).toEqual({ takenAt: TAKEN, tables: taken.tables, rows: taken.rows, migrated: [] });
    expect(await contentsOf(into)).toEqual(before);
    expect(await restoresIn(into)).toEqual([{ taken_at: TAKEN, restored_at: RESTORED }]);
    expect(statSync(file()).mode & 0o777).toBe(0o600);
  });

  it.each(TARGETS)("posts nothing twice when the bot goes on with it (%s)", async (target) => {
    const slack = slackStandIn();
    await enqueue(database(), "arrived", after(-60));
    await slack.deliverAt(database(), after(-60));
    await enqueue(database(), "waits", after(-10));
    await writeBackup(database(), file(), TAKEN);
    // What the bot did after the backup was taken.
    await enqueue(database(), "digest:C1:2026-W48", after(30));
    await slack.deliverAt(database(), after(31));
    expect(slack.keys()).toEqual(["arrived", "digest:C1:2026-W48", "waits"]);
    const into = targetOf(target);
    await restore(into);
    // The job of that morning runs once more, and another message is new.
    await enqueue(into, "digest:C1:2026-W48", after(241));
    await enqueue(into, "new", after(241));
    expect(await slack.deliverAt(into, after(242))).toEqual({ found: 2, posted: 1 });
    expect(slack.keys()).toEqual(["arrived", "digest:C1:2026-W48", "new", "waits"]);
    expect(await slack.deliverAt(into, after(243))).toEqual({});
  });
});

describeOnOneDatabase("a backup that is put back", (database) => {
  const { file, targetOf, restore, enqueue, fill } = withBackups(database);

  it("leaves keys, triggers and the schema as they were", async () => {
    const acme = await fill();
    await writeBackup(database(), file(), TAKEN);
    const into = targetOf();
    await restore(into);
    await expect(into.pool.query("UPDATE scores SET customer_id = 999999")).rejects.toThrow(/foreign key/);
    await into.pool.query(
      `INSERT INTO activities (customer_id, source, external_id, kind, at)
      VALUES ($1, 'till', 'a-1', 'usage', '2026-11-20')`,
      [acme],
    );
    const { rows } = await into.pool.query("SELECT rows::int FROM source_days WHERE source = 'till'");
    expect(rows).toEqual([{ rows: 1 }]);
    expect(await migrate(into)).toEqual([]);
  });

  it("gives no number again that was given out after it: buttons and keys in Slack name them", async () => {
    const acme = await fill();
    await writeBackup(database(), file(), TAKEN);
    const into = targetOf();
    await restore(into);
    const next = await addCustomer(into, { name: "Next", externalId: "C-3" });
    expect(next).toBeGreaterThan(acme + 100_000);
    await restore(into);
    expect(await addCustomer(into, { name: "Next", externalId: "C-3" })).toBeGreaterThan(next);
  });

  it("has messages looked for as long as one of before may be decided again, and no longer", async () => {
    const slack = slackStandIn();
    await writeBackup(database(), file(), TAKEN);
    const into = targetOf();
    await restore(into);
    const dayAfter = (days: number) => after(240 + days * DAYS_MINUTES);
    await enqueue(into, "in time", dayAfter(44));
    await enqueue(into, "later", dayAfter(46));
    await slack.deliverAt(into, dayAfter(47));
    expect(slack.keys()).toEqual(["in time", "later"]);
    expect(slack.looked).toEqual(["in time"]);
  });

  it("of an older schema is brought to the newest one", async () => {
    await fill();
    await writeBackup(database(), file(), TAKEN);
    const late = "20261129160500_roles_set_by_hand";
    const text = gunzipSync(readFileSync(file())).toString();
    const before = text.replace(`"${late}",`, "").replace(/,"role_set_at"/, "");
    writeFileSync(file(), gzipSync(before));
    const into = targetOf();
    expect((await restore(into)).migrated).toEqual([late]);
    expect((await migrationStatus(into)).pending).toEqual([]);
    expect((await into.pool.query("SELECT role_set_at FROM members")).rows).toEqual([]);
    expect((await into.pool.query("SELECT count(*)::int AS n FROM customers")).rows).toEqual([{ n: 2 }]);
  });

  const namesIn = async (into: Database) =>
    (await into.pool.query("SELECT name FROM customers")).rows.map(({ name }) => name);

  const refusal = async (work: Promise<unknown>): Promise<string> => {
    const error: unknown = await work.then(
      () => null,
      (thrown: unknown) => thrown,
    );
    if (!(error instanceof BackupRefused)) throw error ?? new Error("It was not refused.");
    return say(`cli.backup.refused.${error.why}`, error.about);
  };

  it("does not take the place of anything unless it is told to", async () => {
    await fill();
    const before = await contentsOf(database());
    await writeBackup(database(), file(), TAKEN);
    const into = targetOf();
    await restore(into);
    await into.pool.query("DELETE FROM scores");
    await into.pool.query("UPDATE customers SET name = 'Here first'");
    expect(await refusal(restore(into, false))).toContain("--replace");
    expect(await namesIn(into)).toEqual(["Here first", "Here first"]);
    await restore(into, true);
    expect(await contentsOf(into)).toEqual(before);
    expect(await refusal(writeBackup(database(), file(), TAKEN))).toContain("Give another name");
  });

  it("leaves tables alone that are not Mainstay's", async () => {
    await writeBackup(database(), file(), TAKEN);
    const into = targetOf();
    await into.pool.query("CREATE TABLE invoices (id int)");
    expect(await refusal(restore(into, true))).toContain("not Mainstay’s: invoices");
    await into.pool.query("DROP TABLE invoices");
  });

  it("that is none, was cut off, damaged or made by a newer version is refused before anything is touched", async () => {
    await fill();
    await writeBackup(database(), file(), TAKEN);
    const whole = readFileSync(file());
    const text = gunzipSync(whole).toString();
    const into = targetOf();
    await restore(into);
    await into.pool.query("UPDATE customers SET name = 'Here first'");
    const lines = text.split("\n");
    const flipped = Buffer.from(whole);
    flipped[flipped.length - 6] = 255 - (flipped[flipped.length - 6] ?? 0);
    const cases: ReadonlyArray<readonly [Buffer, string]> = [
      [Buffer.from("external_id,name\n"), "no backup"],
      [Buffer.from(""), "no backup"],
      [gzipSync("external_id,name\n"), "damaged"],
      [gzipSync('{"name":"x"}\n'), "no backup"],
      [whole.subarray(0, whole.length - 20), "cut off"],
      [gzipSync(lines.slice(0, -2).join("\n")), "cut off"],
      [flipped, "damaged"],
      [gzipSync(text.replace(/\n\[[^\n]*/, "")), "damaged"],
      [gzipSync(text.replace('"mainstayBackup":1', '"mainstayBackup":2')), "newer version"],
      [gzipSync(text.replace(migrationNames().at(-1) ?? "", "20300101000000_later")), "newer version"],
    ];
    for (const [content, expected] of cases) {
      writeFileSync(file(), content);
      expect([expected, await refusal(restore(into, true))]).toEqual([
        expected,
        expect.stringContaining(expected),
      ]);
    }
    expect(await namesIn(into)).toEqual(["Here first", "Here first"]);
  });
});

describeOnOneDatabase("mainstay backup and restore", (database) => {
  let folder = "";
  const printed: string[] = [];
  const spies: Array<{ mockRestore(): void }> = [];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "mainstay-backup-"));
    // The one that other sessions cannot be seen on: this test is connected, too.
    vi.stubEnv("DATABASE_URL", ownDatabases().embedded);
    const into = (text: string | Uint8Array) => printed.push(String(text)) > 0;
    spies.push(
      vi.spyOn(process.stdout, "write").mockImplementation(into),
      vi.spyOn(process.stderr, "write").mockImplementation(into),
    );
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    for (const spy of spies.splice(0)) spy.mockRestore();
    rmSync(folder, { recursive: true, force: true });
  });

  const mainstay = async (...args: string[]) => {
    printed.length = 0;
    const code = await runCli(["node", "mainstay", ...args]);
    return { code, said: printed.join("") };
  };

  it("say what they did, and what a restored bot does next", async () => {
    const file = join(folder, "all.backup");
    const taken = await mainstay("backup", file);
    expect(taken.said).toMatch(/^\d+ rows? of \d+ tables written to .*all\.backup, as of .* UTC\./);
    const again = await mainstay("backup", file);
    expect(again).toMatchObject({ code: 1, said: expect.stringContaining("Give another name") });
    const restored = await mainstay("restore", file, "--replace");
    expect(restored.said).toMatch(
      /^\d+ rows? of \d+ tables restored.*\n.*For 45 days every message is looked for/,
    );
    const over = await mainstay("restore", file);
    expect(over).toMatchObject({ code: 1, said: expect.stringContaining("--replace") });
    expect(await mainstay("restore", join(folder, "nothing"))).toMatchObject({ code: 1 });
  });

  const { native } = ownDatabases();
  it.each(native === null ? [] : [native])("refuse while the bot is connected to the server", async (url) => {
    const file = join(folder, "all.backup");
    vi.stubEnv("DATABASE_URL", url);
    await mainstay("backup", file);
    const bot = await database().pool.connect();
    const refused = await mainstay("restore", file, "--replace");
    bot.release();
    expect(refused).toMatchObject({ code: 1, said: expect.stringContaining("Stop it first") });
  });
});
