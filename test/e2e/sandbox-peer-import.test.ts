import { readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { createSandbox, type Sandbox } from "../../src/sandbox/sandbox.ts";
import { ACTION, CALLBACK, FIELD } from "../../src/slack/ids.ts";
import { describeOnOneDatabase } from "../support/databases.ts";
import { createTestBot } from "../support/slack-bot.ts";
import { ANNA, MEI, SEED } from "./sandbox-peer-app.ts";

const NOW = new Date("2026-12-09T14:00:00Z");

const ORDERS = [
  "Order ID,Customer ID,Customer Name,Order Date,Total,Currency,Warehouse",
  "A-1,C-1,北京贸易 <VIP>,2026-03-01,120.50,EUR,North",
  "A-2,C-2,Acme & Söhne,2026-03-14,80.00,EUR,North",
  "A-3,C-2,Acme & Söhne,someday,10.00,EUR,South",
  ...Array.from(
    { length: 9 },
    (_, day) => `A-${day + 4},C-2,Acme & Söhne,2026-04-0${day + 1},10.00,EUR,South`,
  ),
].join("\r\n");
/** No day above 12: either way of reading them is possible. */
const AMBIGUOUS = [
  "Order ID,Customer ID,Customer Name,Order Date,Total",
  "B-1,C-1,Acme,03/04/2026,100.00",
  "B-2,C-1,Acme,05/04/2026,50.00",
].join("\n");

describeOnOneDatabase("a file handed over in Slack", (database) => {
  let sandbox: Sandbox;
  let bot: ReturnType<typeof createTestBot>;

  beforeAll(async () => {
    sandbox = await createSandbox({
      ...{ clock: () => NOW, workspace: SEED, connection: { mode: "socket" } },
      rateLimits: { postBurst: 50, tiers: false },
    });
    const { bot: botToken, app: appToken } = sandbox.tokens;
    const slack = { connection: { mode: "socket", botToken, appToken }, apiUrl: sandbox.apiUrl } as const;
    bot = createTestBot(database(), { ...slack, takesFiles: true }, sandbox.clock);
    await bot.app.start();
    await sandbox.appConnected();
  });
  afterAll(async () => {
    await bot.app.stop(5_000);
    await sandbox.close();
  });
  let before = 0;
  beforeEach(() => {
    before = sandbox.directMessages(MEI).length;
  });
  afterEach(async () => {
    expect(await bot.app.idle(5_000)).toBe(true);
    expect(bot.logged).toEqual([]);
    expect(
      readdirSync(tmpdir()).filter((name) => name.startsWith(`mainstay-upload-${process.pid}-`)),
    ).toEqual([]);
  });

  const home = async (person: string) => {
    await sandbox.openHome(person);
    // The page drawn last time is there still until the bot has drawn this one.
    expect(await bot.app.idle(5_000)).toBe(true);
    return sandbox.waitForHome(person);
  };
  const openForm = async () => {
    const page = await home(MEI);
    await sandbox.click({ user: MEI, on: page, actionId: ACTION.importFile });
    return sandbox.waitForModal(MEI, ({ callbackId }) => callbackId === CALLBACK.importFile);
  };
  const handOver = async (name: string, content: string, more: Record<string, string> = {}) => {
    await openForm();
    const file = sandbox.giveFile({ user: MEI, name, content });
    return sandbox.submitView({ user: MEI, values: { [FIELD.importFile]: [file], ...more } });
  };
  const previewShown = (words: string) =>
    sandbox.waitForModal(
      MEI,
      (view) => view.callbackId === CALLBACK.importPreview && JSON.stringify(view.blocks).includes(words),
    );
  const modalSays = async (words: string) =>
    JSON.stringify(
      (await sandbox.waitForModal(MEI, (view) => JSON.stringify(view.blocks).includes(words))).blocks,
    );
  const written = (words: string) =>
    sandbox.waitForMessage(
      (message) =>
        JSON.stringify(message.blocks).includes(words) &&
        sandbox.directMessages(MEI).indexOf(message) >= before,
    );
  const count = async (table: string) =>
    Number((await database().pool.query(`SELECT count(*) FROM ${table}`)).rows[0].count);

  it("is shown as it would arrive, then imported, with what was rejected as a file", async () => {
    await handOver("orders 2026.csv", ORDERS);
    const preview = JSON.stringify((await previewShown("orders 2026.csv")).blocks);
    expect(preview).toContain("北京贸易 <VI…");
    expect(preview).toContain("1 Mar 2026");
    expect(preview).toContain("Not taken: Warehouse");
    expect(preview).toMatch(/Line 4 would be rejected: .*someday/);
    expect(await count("activities")).toBe(0);

    await sandbox.submitView({ user: MEI });
    const result = await written("*orders 2026.csv* is imported.");
    expect(JSON.stringify(result.blocks)).toMatch(/11 new, 1 rejected.*1 line, such as line 4: .*someday/);
    expect(await modalSays("is imported.")).toContain("The same stands in our direct messages.");
    expect([await count("activities"), await count("customers")]).toEqual([11, 2]);
    const { rows } = await database().pool.query(
      "SELECT actor, details FROM audit_events WHERE action = 'file.imported'",
    );
    expect(rows).toMatchObject([
      { actor: MEI, details: { imports: [{ accepted: 2 }, { accepted: 11, rejected: 1 }] } },
    ]);
    expect(JSON.stringify(rows)).not.toContain("Acme");

    const place = JSON.stringify(result.blocks).includes(`${ACTION.importRejected}:1`) ? 1 : 0;
    await sandbox.click({ user: MEI, on: result, actionId: `${ACTION.importRejected}:${place}` });
    await written("I have sent you the rejected lines as rejected-");
    await sandbox.closeView({ user: MEI });
  });

  it("asks which of two dates is meant, shows what is chosen, and imports that", async () => {
    await handOver("days.csv", AMBIGUOUS, { [FIELD.importCurrency]: "eur" });
    const open = await previewShown("What does");
    await sandbox.submitView({ user: MEI });
    expect(sandbox.modalOf(MEI)?.errors).toHaveProperty(`${FIELD.importFormat}_0`);
    await sandbox.click({
      user: MEI,
      on: open,
      actionId: `${ACTION.importChoice}:${FIELD.importFormat}_0`,
      choice: "dd/mm/yyyy",
    });
    await previewShown("3 Apr 2026");
    await sandbox.submitView({ user: MEI, values: { [`${FIELD.importFormat}_0`]: "dd/mm/yyyy" } });
    await written("*days.csv* is imported.");
    const { rows } = await database().pool.query(
      "SELECT (at AT TIME ZONE 'UTC')::date::text AS day, currency FROM activities ORDER BY at",
    );
    expect(rows).toEqual([
      { day: "2026-04-03", currency: "EUR" },
      { day: "2026-04-05", currency: "EUR" },
    ]);
    await sandbox.closeView({ user: MEI });
  });

  it("is refused where nothing in it is recognised, with what it has", async () => {
    await handOver("things.csv", "alpha,beta\n1,2\n");
    const said = await modalSays("things.csv is recognised");
    expect(said).toContain("alpha, beta");
    expect(said).not.toMatch(/--map|npm run|mainstay-upload/);
    expect(sandbox.modalOf(MEI)?.submit).toBeNull();
    await sandbox.closeView({ user: MEI });
  });

  it("is not taken by its type or size, or with no currency that is one", async () => {
    await openForm();
    expect(() =>
      sandbox.giveFile({ user: MEI, name: "all.csv", content: Buffer.alloc(10 * 1024 * 1024 + 1) }),
    ).toThrow("10 MB");
    const file = sandbox.giveFile({ user: MEI, name: "orders.csv", content: ORDERS });
    const errors = async (values: Record<string, unknown>) => {
      await sandbox.submitView({ user: MEI, values });
      return sandbox.modalOf(MEI)?.errors;
    };
    const workbook = sandbox.giveFile({ user: MEI, name: "orders.xlsx", content: "PK" });
    expect(await errors({ [FIELD.importFile]: [workbook] })).toHaveProperty(FIELD.importFile);
    expect(await errors({ [FIELD.importFile]: [file], [FIELD.importCurrency]: "EUX" })).toEqual({
      [FIELD.importCurrency]: expect.stringContaining("no currency code"),
    });
    await sandbox.closeView({ user: MEI });
  });

  it("is told in the direct message where the modal was closed, and imported once by two clicks", async () => {
    sandbox.faults.next("views.update", { kind: "error", error: "not_found" });
    await handOver("orders.csv", ORDERS);
    const preview = await written("Nothing is imported yet.");
    const click = () => sandbox.click({ user: MEI, on: preview, actionId: ACTION.importNow });
    await Promise.all([click(), click()]);
    await written("*orders.csv* is imported.");
    await written("has begun already");
    expect(await count("imports")).toBe(2);
    expect(await count("audit_events WHERE action = 'file.imported'")).toBe(1);
    await sandbox.closeView({ user: MEI });
  });

  it("is for managers and operations alone", async () => {
    expect(JSON.stringify((await home(ANNA)).blocks)).not.toContain(ACTION.importFile);
    const page = await home(MEI);
    await sandbox.changePerson(MEI, { isAdmin: false });
    await database().pool.query("UPDATE members SET role = 'rep' WHERE slack_user_id = $1", [MEI]);
    await sandbox.click({ user: MEI, on: page, actionId: ACTION.importFile });
    await written("Only managers and operations import files.");
    expect(sandbox.modalOf(MEI)).toBeNull();
  });
});
