import { beforeEach, describe, expect, it } from "vitest";
import type { Member } from "../../src/domain/customer.ts";
import type { AccountNoticeMessage } from "../../src/domain/messages/account-channel.ts";
import { changeAccountChannel } from "../../src/flows/messages/change-account-channel.ts";
import { findAccountCustomer } from "../../src/flows/messages/find-account-customer.ts";
import { linkAccountChannel } from "../../src/flows/messages/link-account-channel.ts";
import { planNudges } from "../../src/flows/messages/plan-nudges.ts";
import { postAccountNotices } from "../../src/flows/messages/post-account-notices.ts";
import type { WorkspaceChannel } from "../../src/flows/workspace.ts";
import { publicHolidays } from "../../src/holidays/public-holidays.ts";
import { createStore } from "../../src/store/store.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { fileRows } from "../support/file-rows.ts";
import { NO_MODEL } from "../support/no-model.ts";

/** Monday, ten in the morning in Berlin; a week later; the Saturday between. */
const MONDAY = new Date("2026-11-23T09:00:00Z");
const NEXT_MONDAY = new Date("2026-11-30T09:00:01Z");
const SATURDAY = new Date("2026-11-28T09:00:00Z");
const ZONE = "Europe/Berlin";
const DAY = "2026-11-23";

const member = (slackUserId: string, role: Member["role"], email: string): Member => ({
  ...{ slackUserId, role, email, name: slackUserId, timeZone: ZONE, locale: "zh-TW" },
});
const ANA = member("U1", "rep", "ana@us.example");
const BEN = member("U2", "rep", "ben@us.example");
const MIA = member("U3", "manager", "mia@us.example");

describeOnEachDatabase("channels of customers", (database) => {
  let acme: number;
  let model: number;
  let channels: Record<string, WorkspaceChannel>;

  beforeEach(async () => {
    const rows = fileRows(database());
    for (const { slackUserId, email } of [ANA, BEN, MIA]) await rows.member(slackUserId, email ?? "", ZONE);
    channels = {
      C1: { shared: false, botIsMember: true, name: "acc-acme" },
      C2: { shared: false, botIsMember: true, name: "acc-globex" },
    };
    acme = await rows.customer("Acme 有限公司", {
      ...{ owner_email: "ana@us.example", currency: "EUR", started_on: "2025-01-01" },
      ...{ monthly_revenue_minor: 100_000, margin_percent: 50 },
    });
    model = await rows.model();
    await rows.score(acme, new Date("2026-11-16T03:00:00Z"), 0.41, model);
    await rows.score(acme, new Date("2026-11-23T03:00:00Z"), 0.9, model);
  });

  const depsAt = (at: Date) => ({
    ...{ ...createStore(database()), model: NO_MODEL, clock: () => at, timeZone: "UTC" },
    clv: { years: 3, discountRatePercent: 10, marginPercentIfUnknown: null },
    holidays: publicHolidays(),
    workspace: {
      channel: async (id: string) => channels[id] ?? null,
      channelMembers: async () => [],
      channelNamed: async (name: string) =>
        Object.entries(channels).find(([, one]) => one.name === name && one.botIsMember)?.[0] ?? null,
    },
  });
  const link = (by: Member, named: string | null, askedIn: string | null = null, customerId = acme) =>
    linkAccountChannel(depsAt(MONDAY), { customerId, member: by, named, askedIn });
  const change = (by: Member, what: "unlink" | "notices-on" | "notices-off") =>
    changeAccountChannel(depsAt(MONDAY), { customerId: acme, member: by, change: what });
  const post = (at = MONDAY, day = DAY, more = {}) =>
    postAccountNotices({ ...depsAt(at), ...more }, { timeZone: ZONE, day });
  const rowsOf = async (sql: string) => (await database().pool.query(sql)).rows;
  const notices = async (): Promise<AccountNoticeMessage[]> =>
    (await rowsOf("SELECT message FROM outbox WHERE kind = 'account-notice' ORDER BY id")).map(
      ({ message }) => message,
    );
  const wanted = async () => {
    await link(ANA, "acc-acme");
    await change(ANA, "notices-on");
  };

  describe("are linked", () => {
    it("by the owner or a manager, and noted; another rep may not", async () => {
      expect(await link(BEN, "acc-acme")).toEqual({ kind: "not-yours", name: "Acme 有限公司" });
      expect(await link(ANA, "acc-acme")).toMatchObject({ kind: "linked", channelId: "C1", notices: false });
      expect(await link(MIA, null, "C1")).toMatchObject({ kind: "linked", before: null });
      expect(await change(BEN, "notices-on")).toMatchObject({ kind: "not-yours" });
      expect(await findAccountCustomer(depsAt(MONDAY), "C1")).toBe(acme);
      expect(await rowsOf("SELECT actor, action, details FROM audit_events ORDER BY id")).toEqual([
        { actor: "U1", action: "account-channel.linked", details: { channelId: "C1" } },
      ]);
    });

    it("one to a customer, one customer to a channel", async () => {
      await link(ANA, "acc-acme");
      expect(await link(ANA, "acc-globex")).toMatchObject({ kind: "linked", channelId: "C2", before: "C1" });
      expect(await findAccountCustomer(depsAt(MONDAY), "C1")).toBeNull();
      const globex = await fileRows(database()).customer("Globex", { external_id: "G-1" });
      expect(await link(MIA, "acc-globex", null, globex)).toEqual({ kind: "taken", name: "Acme 有限公司" });
      expect(await change(MIA, "unlink")).toMatchObject({ kind: "changed", channelId: "C2" });
      expect(await change(MIA, "unlink")).toMatchObject({ kind: "none" });
      expect(await link(MIA, "acc-globex", null, globex)).toMatchObject({ kind: "linked" });
    });

    it.each([
      ["shared with another organisation", { shared: true, botIsMember: true }, "shared"],
      ["archived", { shared: false, botIsMember: true, archived: true as const }, "archived"],
      ["one the bot is not in", { shared: false, botIsMember: false }, "not-in"],
    ])("unless it is %s", async (_, channel, because) => {
      channels.C1 = { ...channel, name: "acc-acme" };
      expect(await link(MIA, null, "C1")).toEqual({ kind: "impossible", because });
      expect(await rowsOf("SELECT * FROM account_channels")).toEqual([]);
    });

    it("by name among those the bot is in, and nowhere else", async () => {
      expect(await link(MIA, "acc-nobody")).toEqual({ kind: "impossible", because: "not-in" });
      expect(await link(MIA, null, "D1")).toEqual({ kind: "no-channel" });
      expect(await link(MIA, null, null)).toEqual({ kind: "no-channel" });
    });

    it("for whoever they were joined into as well", async () => {
      await link(ANA, "acc-acme");
      const whole = await fileRows(database()).customer("Acme Group", { external_id: "G-1" });
      await rowsOf(`UPDATE customers SET joined_into = ${whole} WHERE id = ${acme}`);
      expect(await findAccountCustomer(depsAt(MONDAY), "C1")).toBe(whole);
      expect(await change(MIA, "unlink")).toMatchObject({ kind: "changed", name: "Acme Group" });
    });

    it("in the language and zone of whoever does it, unless they were set", async () => {
      await link(ANA, "acc-acme");
      expect(await rowsOf("SELECT channel_id, locale, time_zone, digest FROM channel_settings")).toEqual([
        { channel_id: "C1", locale: "zh-TW", time_zone: ZONE, digest: false },
      ]);
    });
  });

  describe("are told of their customer", () => {
    it("nothing unless somebody wants it", async () => {
      await link(ANA, "acc-acme");
      expect(await post()).toEqual({ messages: 0, stopped: 0 });
    });

    it("that the risk moved and what is due, without amounts, and not again within a week", async () => {
      await wanted();
      expect(await post()).toEqual({ messages: 1, stopped: 0 });
      const [notice] = await notices();
      expect(notice).toMatchObject({ channelId: "C1", customerId: acme, name: "Acme 有限公司", day: DAY });
      expect(notice?.moved?.before).toBeCloseTo(0.41);
      expect(notice?.moved?.now).toBeCloseTo(0.9);
      expect(notice?.due?.action.code).toEqual(expect.any(String));
      expect(JSON.stringify(notice)).not.toMatch(/currency|minor/i);
      expect(await post()).toMatchObject({ messages: 0 });
      expect(await post(new Date("2026-11-24T09:00:00Z"), "2026-11-24")).toMatchObject({ messages: 0 });
      // A week later the risk has moved no further; what is due still is.
      await fileRows(database()).score(acme, new Date("2026-11-30T03:00:00Z"), 0.9, model);
      expect(await post(NEXT_MONDAY, "2026-11-30")).toMatchObject({ messages: 1 });
      expect((await notices()).at(-1)).toMatchObject({ moved: null, due: expect.anything() });
    });

    it("not what the owner was nudged about", async () => {
      await wanted();
      await planNudges(depsAt(new Date("2026-11-23T08:00:00Z")), { timeZone: ZONE, day: DAY });
      expect(await post()).toMatchObject({ messages: 1 });
      expect(await notices()).toMatchObject([{ moved: expect.anything(), due: null }]);
    });

    it("nothing that another message said in the channel within the week", async () => {
      await wanted();
      const store = createStore(database());
      const message = {
        ...{
          kind: "snooze-note" as const,
          customerId: acme,
          name: "Acme",
          by: "U1",
          at: MONDAY.toISOString(),
        },
        untilDay: null,
      };
      const createdAt = new Date("2026-11-20T09:00:00Z");
      await store.outbox.enqueue({ key: "said", recipient: "C1", message, createdAt });
      expect(await post()).toMatchObject({ messages: 0 });
    });

    it("no step of a customer who is held out of nudges, so that what nudges bring stays known", async () => {
      await wanted();
      const holdOut = { playbookShare: 1, globalShare: 0, salt: "all" };
      expect(await post(MONDAY, DAY, { holdOut })).toMatchObject({ messages: 1 });
      expect(await notices()).toMatchObject([{ moved: expect.anything(), due: null }]);
    });

    it("nothing on a weekend", async () => {
      await wanted();
      expect(await post(SATURDAY, "2026-11-28")).toEqual({ messages: 0, stopped: 0 });
    });

    it.each([
      ["is shared", { shared: true, botIsMember: true }, "shared"],
      ["is archived", { shared: false, botIsMember: true, archived: true as const }, "archived"],
      ["has lost the bot", { shared: false, botIsMember: false }, "not-in"],
    ])("nothing more once the channel %s, which their owner hears of once", async (_, channel, because) => {
      await wanted();
      channels.C1 = channel;
      expect(await post(SATURDAY, "2026-11-28")).toEqual({ messages: 0, stopped: 1 });
      expect(await post()).toEqual({ messages: 0, stopped: 0 });
      expect(await rowsOf("SELECT recipient, message->>'because' AS because FROM outbox")).toEqual([
        { recipient: "U1", because },
      ]);
      expect(await rowsOf("SELECT notices, stopped_because FROM account_channels")).toEqual([
        { notices: false, stopped_because: because },
      ]);
      expect(await change(ANA, "notices-on")).toEqual({ kind: "impossible", because });
      channels.C1 = { shared: false, botIsMember: true };
      expect(await change(ANA, "notices-on")).toMatchObject({ kind: "changed" });
      expect(await post()).toMatchObject({ messages: 1 });
    });

    it("nothing where a guest reads along", async () => {
      await wanted();
      await rowsOf("UPDATE members SET account = 'guest' WHERE slack_user_id = 'U2'");
      const workspace = { ...depsAt(MONDAY).workspace, channelMembers: async () => ["U1", "U2"] };
      expect(await post(MONDAY, DAY, { workspace })).toEqual({ messages: 0, stopped: 1 });
      const again = { customerId: acme, member: MIA, named: null, askedIn: "C1" };
      expect(await linkAccountChannel({ ...depsAt(MONDAY), workspace }, again)).toEqual({
        kind: "impossible",
        because: "guests",
      });
    });
  });
});
