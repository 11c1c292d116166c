import { beforeEach, expect, it } from "vitest";
import type { Member } from "../../src/domain/customer.ts";
import { type HoldOut, isHeldOut } from "../../src/domain/outreach/proof/hold-out.ts";
import { planNudges } from "../../src/flows/messages/plan-nudges.ts";
import { listDueFollowUps } from "../../src/flows/outreach/list-due-follow-ups.ts";
import { publicHolidays } from "../../src/holidays/public-holidays.ts";
import { createStore } from "../../src/store/store.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { fileRows } from "../support/file-rows.ts";
import { NO_MODEL } from "../support/no-model.ts";

const now = new Date("2026-11-23T08:00:00Z");
const lastNight = new Date("2026-11-23T00:00:00Z");
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
const ANA: Member = {
  ...{ slackUserId: "U1", name: "Ana", email: "ana@us.example", timeZone: "UTC", locale: "en" },
  role: "rep",
};

describeOnEachDatabase("due follow-ups", (database) => {
  let rows: ReturnType<typeof fileRows>;
  beforeEach(() => {
    rows = fileRows(database());
  });
  const deps = (holdOut?: HoldOut, at = now) => ({
    ...createStore(database()),
    ...{ model: NO_MODEL, clock: () => at, holidays: publicHolidays(), timeZone: "UTC" },
    clv: { years: 3, discountRatePercent: 10, marginPercentIfUnknown: null },
    ...(holdOut && { holdOut }),
  });
  const due = async ({ holdOut, member = ANA, at = now, page = 0, perPage = 5 }: Asked = {}) =>
    listDueFollowUps(deps(holdOut, at), { member, page, perPage }, at);
  type Asked = {
    readonly holdOut?: HoldOut;
    readonly member?: Member;
    readonly at?: Date;
    readonly page?: number;
    readonly perPage?: number;
  };
  const names = async (asked: Asked = {}) => (await due(asked)).items.map(({ name }) => name);

  /** Ana's customer at 90 % risk, who bought 48 days ago. */
  async function risky(name: string, about: Readonly<Record<string, unknown>> = {}, amountMinor = 100_000) {
    const owned = { owner_email: "ANA@us.example", currency: "EUR", margin_percent: 50 };
    const id = await rows.customer(name, { ...owned, ...about });
    await rows.order(id, daysAgo(48), amountMinor);
    await rows.score(id, lastNight, 0.9, await rows.model("network"));
    return id;
  }
  const ana = () => rows.member("U1", "ana@us.example", "UTC");
  const snooze = (id: number, until: string) =>
    database().pool.query(
      "UPDATE customers SET snoozed_until = $2, snoozed_by = 'U1', snoozed_at = $3 WHERE id = $1",
      [id, until, daysAgo(10)],
    );

  it("lists most at stake first, each with why and what, a page at a time, however small the day's budget", async () => {
    await ana();
    for (const [name, amount] of [
      ["Small", 10_000],
      ["北京貿易", 900_000],
      ["Middle", 100_000],
    ] as const)
      await risky(name, {}, amount);
    expect(await names()).toEqual(["北京貿易", "Middle", "Small"]);
    const { items, ...page } = await due({ perPage: 2, page: 1 });
    expect(page).toEqual({ page: 1, pages: 2, inAll: 3, lookedAt: 3, owned: 3 });
    expect(items[0]).toMatchObject({
      ...{ name: "Small", snoozeEnds: null, since: now },
      says: { action: { code: "monthly-contact.action" }, reason: { code: "monthly-contact.never" } },
      stake: { currency: "EUR" },
    });
  });

  it("says since when the mornings have known of it, and leaves out whom an open nudge names", async () => {
    await ana();
    await risky("Told", {}, 900_000);
    await risky("No room", {}, 10_000);
    const policy = { threshold: 0.5, cooldownDays: 7, maxScoreAgeHours: 36, lapsedAfterDays: 180 };
    const day = "2026-11-23";
    const occasion = {
      ...{ timeZone: "UTC", day },
      policy: { ...policy, dailyBudget: 1, weeklyBudget: 15 },
    };
    expect(await planNudges(deps(), occasion)).toMatchObject({ customers: 1, skipped: { budget: 1 } });
    const tomorrow = new Date("2026-11-24T08:00:00Z");
    const listed = await due({ at: tomorrow });
    expect(listed.items.map(({ name, since }) => [name, since])).toEqual([["No room", now]]);
  });

  it("tells nobody of whom the morning would not: snoozed, left alone, in touch lately, others', gone", async () => {
    await ana();
    await snooze(await risky("Snoozed"), "2026-12-20T00:00:00Z");
    await rows.touch(await risky("In touch"), daysAgo(2));
    await risky("Ben's", { owner_email: "ben@us.example" });
    await risky("Gone", { ended_on: "2026-11-10" });
    const quiet = await risky("Left alone");
    await database().pool.query(
      `INSERT INTO do_not_disturb (customer_id, because, status, set_by, set_at) VALUES ($1, 'asked', 'quiet', 'U1', $2)`,
      [quiet, daysAgo(3)],
    );
    await risky("Due");
    expect(await names()).toEqual(["Due"]);
    expect(await due({ member: { ...ANA, email: null } })).toMatchObject({ inAll: 0, owned: 0 });
  });

  it("never tells of who is held out, of one playbook or of all, nor brings them back from a snooze", async () => {
    await ana();
    const [out, told] = [await risky("Out"), await risky("Told")];
    await snooze(out, "2026-11-23T00:00:00Z");
    const salted = (shares: Omit<HoldOut, "salt">) => {
      const isOut = (id: number, salt: string) =>
        isHeldOut(id, "monthly-contact", "2026-11-23", { ...shares, salt });
      const salt = Array.from({ length: 200 }, (_, n) => `deal ${n}`).find(
        (each) => isOut(out, each) && !isOut(told, each),
      );
      return { ...shares, salt: salt ?? "" };
    };
    expect(await names()).toHaveLength(2);
    expect(await names({ holdOut: salted({ playbookShare: 0.5, globalShare: 0 }) })).toEqual(["Told"]);
    const all = salted({ playbookShare: 0, globalShare: 0.5 });
    expect(await names({ holdOut: all })).toEqual(["Told"]);
    // Nor where nothing but the snooze would bring them back.
    await rows.touch(out, daysAgo(2));
    expect(await names()).toHaveLength(2);
    expect(await names({ holdOut: all })).toEqual(["Told"]);
  });

  it("brings back whose snooze ends today on their owner's clock, whatever the risk", async () => {
    const taipei = { ...ANA, timeZone: "Asia/Taipei" };
    await rows.member("U1", "ana@us.example", "Asia/Taipei");
    const calm = await rows.customer("Calm", { owner_email: "ana@us.example", currency: "EUR" });
    // The 24th begins at 16:00 UTC of the 23rd in Taipei.
    await snooze(calm, "2026-11-23T16:00:00Z");
    expect(await names({ member: taipei })).toEqual([]);
    const evening = new Date("2026-11-23T17:00:00Z");
    const [back] = (await due({ member: taipei, at: evening })).items;
    expect(back).toMatchObject({ name: "Calm", says: null, snoozeEnds: new Date("2026-11-23T16:00:00Z") });
    expect(await names({ member: taipei, at: new Date("2026-11-24T17:00:00Z") })).toEqual([]);
    await database().pool.query(
      `INSERT INTO do_not_disturb (customer_id, because, status, set_by, set_at) VALUES ($1, 'asked', 'quiet', 'U1', $2)`,
      [calm, daysAgo(3)],
    );
    expect(await names({ member: taipei, at: evening })).toEqual([]);
  });

  it("notes whose amounts were seen", async () => {
    await ana();
    await risky("Acme");
    const noted: unknown[] = [];
    const moneyReads = { note: async (read: unknown) => void noted.push(read) };
    await listDueFollowUps({ ...deps(), moneyReads }, { member: ANA, page: 0, perPage: 5 }, now);
    expect(noted).toEqual([{ memberId: "U1", surface: "home", customerIds: [1], at: now }]);
  });
});
