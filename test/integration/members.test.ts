import { expect, it } from "vitest";
import type { AccountKind } from "../../src/domain/customer.ts";
import { saveMember } from "../../src/flows/customers/save-member.ts";
import { syncMembers } from "../../src/flows/customers/sync-members.ts";
import { composeNudges } from "../../src/flows/messages/compose-nudges.ts";
import type { WorkspacePerson } from "../../src/flows/workspace.ts";
import { createStore } from "../../src/store/store.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { fileRows } from "../support/file-rows.ts";
import { NO_MODEL } from "../support/no-model.ts";

const NOW = new Date("2026-11-23T09:00:00Z");
const TOMORROW = new Date("2026-11-24T09:00:00Z");
const YESTERDAY = new Date("2026-11-22T09:00:00Z");

const person = (slackUserId: string, given: Partial<WorkspacePerson> = {}): WorkspacePerson => ({
  slackUserId,
  name: slackUserId,
  email: `${slackUserId.toLowerCase()}@example.com`,
  timeZone: "UTC",
  locale: null,
  administers: false,
  account: "member",
  ...given,
});

/** A list of people that goes on for so many pages, and then ends or breaks off. */
const listing = (pages: readonly (readonly WorkspacePerson[])[], breaksOff = false) => ({
  async *people() {
    yield* pages;
    if (breaksOff) throw new Error("Slack's user list stopped after 1 people");
  },
});

describeOnEachDatabase("the people of the workspace", (database) => {
  const members = () => createStore(database()).members;
  const sync = (pages: readonly (readonly WorkspacePerson[])[], at = NOW, breaksOff = false) =>
    syncMembers({ members: members(), workspace: listing(pages, breaksOff), clock: () => at });
  const accounts = async () => {
    const { rows } = await database().pool.query("SELECT slack_user_id, account FROM members ORDER BY 1");
    return Object.fromEntries(rows.map(({ slack_user_id, account }) => [slack_user_id, account]));
  };

  it("are kept as listed, page by page, and counted", async () => {
    const boss = person("U2", { administers: true, locale: "zh-TW", timeZone: "Asia/Taipei" });
    expect(await sync([[person("U1"), boss], [person("U3", { account: "guest" })]])).toEqual({
      seen: 3,
      added: 3,
      changed: 0,
      deactivated: 0,
    });
    expect(await members().find("U2")).toEqual({
      slackUserId: "U2",
      name: "U2",
      email: "u2@example.com",
      role: "manager",
      timeZone: "Asia/Taipei",
      locale: "zh-TW",
      account: "member",
      roleSetAt: null,
      roleGroup: null,
      checkedAt: NOW,
    });
    expect(await sync([[person("U1", { name: "Ana" })], [boss, person("U3")]], TOMORROW)).toEqual({
      seen: 3,
      added: 0,
      changed: 2,
      deactivated: 0,
    });
    expect((await members().find("U2"))?.checkedAt).toEqual(TOMORROW);
  });

  it("that the whole list no longer names are deactivated, those of other organisations left alone", async () => {
    const rest: AccountKind[] = ["guest", "bot", "outsider"];
    await sync([[person("U1"), person("U2"), ...rest.map((account) => person(account, { account }))]]);
    expect(await sync([[person("U1")]], TOMORROW)).toMatchObject({ seen: 1, deactivated: 3 });
    expect(await accounts()).toEqual({
      U1: "member",
      U2: "deactivated",
      guest: "deactivated",
      bot: "deactivated",
      outsider: "outsider",
    });
    expect(await sync([[person("U1")]], TOMORROW)).toMatchObject({ changed: 0, deactivated: 0 });
  });

  it("are not deactivated by a list that broke off, which keeps what it brought and fails", async () => {
    await sync([[person("U1"), person("U2")]]);
    await expect(sync([[person("U3")]], TOMORROW, true)).rejects.toThrow("stopped after 1 people");
    expect(await accounts()).toEqual({ U1: "member", U2: "member", U3: "member" });
  });

  it("are not deactivated by a list without a single member", async () => {
    await sync([[person("U1")]]);
    await expect(sync([[]], TOMORROW)).rejects.toThrow("no member");
    await expect(sync([[person("B1", { account: "bot" })]], TOMORROW)).rejects.toThrow("no member");
    expect(await accounts()).toMatchObject({ U1: "member" });
  });

  it("are not deactivated where they joined while the list was read, or two lists are read at once", async () => {
    const late = new Date(NOW.getTime() + 1000);
    const workspace = {
      async *people() {
        yield [person("U1"), person("U2")];
        await members().save({ ...person("U9"), role: "rep" }, late);
        // Another instance began a moment later and has read everybody: an older list does not take that back.
        await members().saveAll([{ ...person("U2"), role: "rep" }], late);
        yield [person("U2")];
      },
    };
    expect(await syncMembers({ members: members(), workspace, clock: () => NOW })).toMatchObject({
      deactivated: 0,
    });
    expect(await members().deactivateUnlisted(late)).toBe(1);
    expect(await accounts()).toEqual({ U1: "deactivated", U2: "member", U9: "member" });
  });

  it("keep the role the team gave them, and a locale that a list leaves out", async () => {
    await sync([[person("U1", { administers: true, locale: "zh-CN" })]]);
    await sync([[person("U1")]], TOMORROW);
    expect(await members().find("U1")).toMatchObject({ role: "manager", locale: "zh-CN" });
  });

  it("hand an e-mail to the account that is active, in whatever order and on whatever page they stand", async () => {
    const email = "ana@example.com";
    const left = person("U1", { email, account: "deactivated" });
    const active = person("U2", { email: "ANA@example.com" });
    for (const pages of [[[left, active]], [[active, left]], [[left], [active]], [[active], [left]]]) {
      await database().pool.query("TRUNCATE members");
      await members().save({ ...person("U1", { email }), role: "rep" }, YESTERDAY);
      await sync(pages);
      expect((await members().find("U1"))?.email).toBeNull();
      expect((await members().find("U2"))?.email?.toLowerCase()).toBe(email);
      expect(await sync(pages, TOMORROW)).toMatchObject({ changed: 0 });
    }
  });

  it("may exchange their e-mails within a page", async () => {
    await sync([[person("U1"), person("U2")]]);
    await sync(
      [[person("U1", { email: "u2@example.com" }), person("U2", { email: "u1@example.com" })]],
      TOMORROW,
    );
    expect((await members().find("U1"))?.email).toBe("u2@example.com");
    expect((await members().find("U2"))?.email).toBe("u1@example.com");
  });

  it("keep their e-mail when they leave and Slack no longer tells it, until somebody else has it", async () => {
    await sync([[person("U1"), person("U2")]]);
    const left = person("U1", { email: null, account: "deactivated" });
    await sync([[left, person("U2")]], TOMORROW);
    expect((await members().find("U1"))?.email).toBe("u1@example.com");
    await sync([[left, person("U2", { email: "u1@example.com" })]], TOMORROW);
    expect((await members().find("U1"))?.email).toBeNull();
    await sync([[left, person("U2", { email: null })]], TOMORROW);
    expect((await members().find("U2"))?.email).toBeNull();
  });

  it("are kept in two statements a page, which look for e-mails through the index", async () => {
    const { pool, ...rest } = database();
    const statements: string[] = [];
    const connect = async () => {
      const client = await pool.connect();
      const query = (sql: string, values?: unknown[]) => {
        statements.push(sql);
        return client.query(sql, values);
      };
      return { query, release: (broken?: boolean) => client.release(broken) };
    };
    const counted = createStore({ ...rest, pool: { query: pool.query.bind(pool), connect } } as never);
    const page = (number: number) => Array.from({ length: 200 }, (_, place) => person(`U${number}-${place}`));
    const workspace = listing([page(1), page(2), page(3)]);
    const synced = await syncMembers({ members: counted.members, workspace, clock: () => NOW });
    expect(synced).toMatchObject({ seen: 600, added: 600 });
    const asked = statements.filter((sql) => !/^(BEGIN|COMMIT)$/.test(sql));
    expect(asked).toHaveLength(2 * 3);

    await database().pool.query(
      `INSERT INTO members (slack_user_id, name, email)
       SELECT 'X' || n, 'x', 'x' || n || '@example.com' FROM generate_series(1, 10000) AS n`,
    );
    await database().pool.query("ANALYZE members");
    const values = { ids: ["U1"], emails: ["U1@example.com"], accounts: ["member"] };
    for (const sql of asked.slice(0, 2)) {
      const others = sql.includes("$4")
        ? [["Ana"], ["rep"], ["UTC"], [null], [null], ["administers"], NOW]
        : [];
      const { rows } = await database().pool.query(`EXPLAIN ${sql}`, [...Object.values(values), ...others]);
      expect(JSON.stringify(rows)).toContain("members_email_lower_idx");
    }
  });

  it("get nudges as owners from the first list on, though they never used the bot, and none once they left", async () => {
    const rows = fileRows(database());
    const acme = await rows.customer("Acme", { owner_email: "Ana@Example.com" });
    await rows.order(acme, new Date("2026-10-06T00:00:00Z"));
    await rows.score(acme, new Date("2026-11-23T00:00:00Z"), 0.9, await rows.model());
    const store = createStore(database());
    const deps = {
      ...store,
      model: NO_MODEL,
      clock: () => NOW,
      clv: { years: 3, discountRatePercent: 10, marginPercentIfUnknown: null },
      timeZone: "UTC",
    };
    const nudged = async () => {
      const messages = [];
      for (const timeZone of await store.riskList.ownerTimeZones()) {
        const { plans } = await composeNudges(deps, { timeZone, day: "2026-11-23" });
        messages.push(...plans.map(({ message }) => [timeZone, message.memberId, message.items[0]?.name]));
      }
      return messages;
    };
    expect(await nudged()).toEqual([]);
    const ana = person("U1", { email: "ana@example.com", timeZone: "Europe/Berlin" });
    await sync([[ana, person("U2")]]);
    expect(await nudged()).toEqual([["Europe/Berlin", "U1", "Acme"]]);

    const personIn = async () => ({ ...ana, account: "deactivated" }) as const;
    await saveMember({ members: members(), workspace: { personIn }, clock: () => NOW }, {});
    expect(await nudged()).toEqual([]);
  });
});
