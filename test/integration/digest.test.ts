import { expect, it } from "vitest";
import type { Turn } from "../../src/domain/customers/won-and-lost.ts";
import type { DigestMessage } from "../../src/domain/messages/messages.ts";
import { phrase } from "../../src/domain/phrase.ts";
import { sendDigest } from "../../src/flows/messages/send-digest.ts";
import type { Database } from "../../src/store/database/database.ts";
import { channelSettingStore } from "../../src/store/messages/channel-settings.ts";
import { createStore } from "../../src/store/store.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { fileRows } from "../support/file-rows.ts";
import { NO_MODEL } from "../support/no-model.ts";

const now = new Date("2026-11-23T08:00:00Z");
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
const silent = {
  feature: "daysSinceLastPurchase",
  value: 48,
  typical: 20,
  contribution: 1.2,
  companions: { meanGapDays: 21 },
};
const companions = { revenueMinor90d: 123_400, revenueMinorPrevious90d: 500_000 };
const spend = { feature: "revenueMinor90d", value: 123_400, typical: 50_000, contribution: 2, companions };

const depsOf = (database: Database) => ({
  ...createStore(database),
  model: NO_MODEL,
  clock: () => now,
  clv: { years: 3, discountRatePercent: 10, marginPercentIfUnknown: null },
  timeZone: "UTC",
});

async function digestFor(database: Database, channelId: string): Promise<DigestMessage | undefined> {
  const { rows } = await database.pool.query<{ message: DigestMessage }>(
    "SELECT message FROM outbox WHERE key = $1",
    [`digest:${channelId}:2026-W47`],
  );
  return rows[0]?.message;
}

describeOnEachDatabase("weekly digest", (database) => {
  const send = (timeZone = "UTC") => sendDigest(depsOf(database()), { week: "2026-W47", timeZone });
  const channel = (channelId: string, given: { digest?: boolean; timeZone?: string } = {}) =>
    channelSettingStore(database()).save({
      channelId,
      digest: true,
      costSummary: false,
      alerts: false,
      escalations: false,
      timeZone: "UTC",
      locale: "en",
      setBy: "U1",
      updatedAt: now,
      ...given,
    });

  it("goes once to each channel that asked, in its time zone", async () => {
    await channel("C1");
    await channel("C2", { digest: false });
    await channel("C3", { timeZone: "Asia/Shanghai" });
    expect(await send()).toEqual({ messages: 1, alreadySent: 0 });
    expect(await send()).toEqual({ messages: 0, alreadySent: 1 });
    expect(await digestFor(database(), "C1")).toBeDefined();
    expect(await digestFor(database(), "C2")).toBeUndefined();
    expect(await digestFor(database(), "C3")).toBeUndefined();
  });

  it("says in the week in which a quarter begins what its nudges will be able to show", async () => {
    const rows = fileRows(database());
    await rows.member("U1", "rep@us.example");
    for (let n = 0; n < 3; n += 1) await rows.customer(`C${n}`, { owner_email: "rep@us.example" });
    await channel("C1");
    const holdOut = { playbookShare: 0.1, globalShare: 0.02, salt: "s" };
    // The Monday of the week of 1 January, the one before, and the one after.
    const told = async (monday: string, week: string) => {
      const clock = () => new Date(`${monday}T09:00:00Z`);
      await sendDigest({ ...depsOf(database()), holdOut, clock }, { week, timeZone: "UTC" });
      const { rows: kept } = await database().pool.query("SELECT message FROM outbox WHERE key = $1", [
        `digest:C1:${week}`,
      ]);
      return kept[0].message.foreseen;
    };
    expect(await told("2026-12-28", "2026-W52")).toMatchObject({
      ...{ quarter: "2027-Q1", customers: 3, basis: "everybody", playbook: null },
    });
    expect(await told("2026-12-21", "2026-W51")).toBeUndefined();
    expect(await told("2027-01-04", "2026-W53")).toBeUndefined();
  });

  it("is honest about an empty file", async () => {
    await channel("C1");
    await send();
    expect(await digestFor(database(), "C1")).toMatchObject({
      basis: null,
      customersAtRisk: { high: 0, medium: 0, low: 0 },
      newlyHigh: { count: 0, top: [] },
      valueAtRisk: { customers: 0, known: 0, money: null },
      retention: { month: "2026-10", cohort: { atStart: 0 } },
      nudges: { sent: 0 },
    });
  });

  it("finds bands, movers with reasons, value at risk, retention and what became of nudges", async () => {
    const rows = fileRows(database());
    await rows.member("U1", "rep@us.example");
    const owned = { owner_email: "rep@us.example", currency: "EUR", margin_percent: 50 };
    const model = await rows.model();
    const acme = await rows.customer("Acme", owned);
    const contract = { started_on: "2025-01-01", monthly_revenue_minor: 1_000 };
    const globex = await rows.customer("Globex", { ...contract, currency: "USD" });
    const calm = await rows.customer("Calm", owned);
    await rows.customer("New", owned);
    const ended = await rows.customer("Ended", { ...owned, ended_on: "2026-11-01" });
    await rows.score(acme, daysAgo(8), 0.3, model);
    await rows.score(acme, daysAgo(0.3), 0.7, model, [silent]);
    await rows.score(globex, daysAgo(7.5), 0.8, model);
    await rows.score(globex, daysAgo(0.3), 0.6, model);
    await rows.score(calm, daysAgo(0.3), 0.1, model);
    await rows.score(ended, daysAgo(0.3), 0.9, model);
    await rows.order(acme, daysAgo(40), 50_000);
    await rows.refund(acme, daysAgo(39), 20_000);
    await rows.order(acme, daysAgo(400), 99_000);
    await rows.order(globex, daysAgo(30), 7_000, "USD");
    await rows.order(calm, daysAgo(5), 1_000_000);
    const suggest = (key: string, status: string, at: string) =>
      database().pool.query(
        `INSERT INTO suggestions (key, kind, customer_id, playbook, action, reason, status, created_at)
         VALUES ($1, split_part($1, ':', 1), $2, 'p', '{}', '{}', $3, $4)`,
        [key, acme, status, at],
      );
    await suggest("nudge:1:2026-11-16", "reached_out", "2026-11-16T09:00:00Z");
    await suggest("nudge:1:2026-11-22", "open", "2026-11-22T23:59:00Z");
    await suggest("nudge:1:2026-11-23", "open", "2026-11-23T00:00:00Z");
    await suggest("card:1:2026-11-18", "snoozed", "2026-11-18T09:00:00Z");

    await channel("C1");
    await send();
    const digest = await digestFor(database(), "C1");
    expect(digest).toMatchObject({
      fromDay: "2026-11-16",
      toDay: "2026-11-22",
      customersAtRisk: { high: 2, medium: 0, low: 1 },
      unscored: 1,
      highWithoutOwner: 1,
      // 0.7 × 50 % of 300.00; the dollars have no rate, so they are in no sum.
      valueAtRisk: {
        customers: 2,
        known: 1,
        money: { minor: 10_500, currency: "EUR" },
        withoutRate: { customers: 1, names: ["Globex"], currencies: ["USD"] },
      },
      toSave: { count: 2 },
      nudges: { sent: 2, reachedOut: 1, snoozed: 0, notUseful: 0, open: 1, failed: 0 },
      basis: { horizonDays: 90, serves: "network" },
    });
    expect(digest?.newlyHigh).toMatchObject({
      count: 1,
      top: [
        {
          name: "Acme",
          reason: phrase("because.silent", { days: 48, gap: 21 }),
        },
      ],
    });
    expect(digest?.toSave?.top.map(({ name, owner }) => [name, owner])).toEqual([
      ["Acme", phrase("at-risk.owner", { name: "U1" })],
      ["Globex", phrase("owner-gap.nobody")],
    ]);
    expect(digest?.risers).toEqual([]); // Acme is named as new.
    expect(digest?.fallers.map(({ name }) => name)).toEqual(["Globex"]);
  });

  it("names first with whom most is expected to be lost, of all at high risk, and what is at stake in one currency", async () => {
    const rows = fileRows(database());
    const model = await rows.model();
    const contract = {
      currency: "EUR",
      started_on: "2025-01-01",
      renews_on: "2027-01-01",
      margin_percent: 50,
    };
    const add = async (name: string, row: object, probability: number) =>
      rows.score(await rows.customer(name, { ...contract, ...row }), daysAgo(0.3), probability, model);
    await add("Riskier", { monthly_revenue_minor: 11_100 }, 0.9);
    await add("Dearer", { monthly_revenue_minor: 777_700 }, 0.6);
    await add("Abroad", { currency: "JPY", monthly_revenue_minor: 99_000_000 }, 0.7);
    await add("No margin", { monthly_revenue_minor: 777_700, margin_percent: null }, 0.8);
    await add("Calm", { monthly_revenue_minor: 9_999_900 }, 0.1);
    await channel("C1");
    await send();
    const digest = await digestFor(database(), "C1");
    const names = digest?.newlyHigh.top.map(({ name }) => name);
    expect(names).toEqual(["Dearer", "Riskier", "No margin", "Abroad"]);
    expect(digest?.ranking).toEqual({ known: 2, unknown: 2, withoutRate: 1 });
    // 12 × 111 × 50 % × 0.9, and 12 × 7,777 × 50 % × 0.6.
    expect(digest?.valueAtRisk).toEqual({
      ...{ customers: 4, known: 2, money: { minor: 59_940 + 2_799_720, currency: "EUR" } },
      withoutRate: { customers: 1, names: ["Abroad"], currencies: ["JPY"] },
    });
    expect(digest?.toSave).toMatchObject({ count: 4 });
    expect(digest?.toSave?.top.map(({ name, stake }) => [name, stake.kind])).toEqual([
      ["Dearer", "known"],
      ["Riskier", "known"],
      ["No margin", "unknown"],
      ["Abroad", "unknown"],
    ]);
  });

  it("does not count as sent what never arrived, or is still waiting", async () => {
    const rows = fileRows(database());
    const acme = await rows.customer("Acme");
    const days = { posted: "2026-11-16", failed: "2026-11-17", pending: "2026-11-18" };
    for (const [status, day] of Object.entries(days)) {
      await database().pool.query(
        `INSERT INTO suggestions (key, kind, customer_id, member_id, playbook, action, reason, created_at, message_key)
         VALUES ($1, 'nudge', $2, 'U1', 'p', '{}', '{}', $3, $4)`,
        [`nudge:${acme}:${day}`, acme, `${day}T09:00:00Z`, `nudges:U1:${day}`],
      );
      await database().pool.query(
        `INSERT INTO outbox (key, kind, recipient, message, status, next_attempt_at, created_at)
         VALUES ($1, 'nudge', 'U1', '{}', $2, $3, $3)`,
        [`nudges:U1:${day}`, status, `${day}T09:00:00Z`],
      );
    }
    await channel("C1");
    await send();
    expect((await digestFor(database(), "C1"))?.nudges).toMatchObject({ sent: 1, open: 1, failed: 1 });
  });

  it("tells who was won and lost in the week, by a contract's days and by purchases", async () => {
    const rows = fileRows(database());
    const contract = (name: string, started_on: string, ended_on: string | null, minor: number) =>
      rows.customer(name, { started_on, ended_on, monthly_revenue_minor: minor, currency: "EUR" });
    await contract("Began on Monday", "2026-11-16", null, 100);
    await contract("Began on Sunday, larger", "2026-11-22", null, 900);
    await contract("Began the week before", "2026-11-15", null, 100);
    await contract("Begins after it", "2026-11-23", null, 100);
    await contract("Ended", "2025-01-01", "2026-11-20", 500);
    await contract("Ended before", "2025-01-01", "2026-11-15", 500);
    await contract("Runs", "2025-01-01", "2026-11-23", 500);
    const buyer = async (name: string, ...at: string[]) => {
      const id = await rows.customer(name);
      for (const moment of at) await rows.order(id, moment);
    };
    await buyer("First purchase", "2026-11-18T12:00:00Z", "2026-11-19T12:00:00Z");
    await buyer("First purchase after it", "2026-11-23T01:00:00Z");
    await buyer("Came back", "2025-11-10T12:00:00Z", "2026-11-18T12:00:00Z");
    // As the file says it from one day on: a further contract, or an end that was none.
    const saidAnew = async (name: string, started_on: string, ended_on: string | null, minor: number) => {
      const id = await contract(name, "2025-01-01", "2026-10-31", minor);
      await database().pool.query("UPDATE customers SET started_on = $2, ended_on = $3 WHERE id = $1", [
        id,
        started_on,
        ended_on,
      ]);
    };
    await saidAnew("Signed again", "2026-11-17", null, 700);
    await saidAnew("Ended after all", "2026-11-18", "2026-11-19", 400);
    await saidAnew("Signed again before", "2026-11-15", null, 700);
    await saidAnew("Signed again for later", "2026-12-01", null, 700);
    const renewed = await contract("Renewed on the day after", "2025-01-01", "2026-11-17", 700);
    await database().pool.query(
      "UPDATE customers SET started_on = '2026-11-18', ended_on = NULL WHERE id = $1",
      [renewed],
    );
    const only = await rows.customer("Only said to be back", { ended_on: "2026-10-31" });
    await database().pool.query(
      `UPDATE customers SET ended_on = NULL
       WHERE id = $1 AND set_config('mainstay.today', '2026-11-18', true) <> ''`,
      [only],
    );
    await buyer("Bought as ever", "2025-11-20T12:00:00Z", "2026-11-18T11:59:00Z");
    await buyer("Silent for 365 days on Monday", "2025-11-16T00:00:00Z");
    await buyer("Silent for 365 days on Sunday", "2025-11-22T23:59:00Z");
    await buyer("Silent for 365 days before it", "2025-11-15T23:59:00Z");
    await buyer("Silent for 365 days after it", "2025-11-23T00:00:00Z");
    await buyer("Silent since long ago", "2025-08-18T00:00:00Z");
    await channel("C1");
    await send();
    const turns = (await digestFor(database(), "C1"))?.turns;
    const named = (turn: Turn) => turns?.[turn].top.map(({ name }) => name);
    expect(named("started")).toEqual(["First purchase", "Began on Sunday, larger", "Began on Monday"]);
    expect(turns?.started.top[1]?.yearMoney).toEqual({ minor: 10_800, currency: "EUR" });
    expect(named("came-back")).toEqual(["Came back", "Signed again"]);
    expect(named("ended")).toEqual(["Ended", "Ended after all"]);
    expect(turns?.ended.top[0]?.yearMoney).toEqual({ minor: 6_000, currency: "EUR" });
    expect(named("lapsed")).toEqual(["Silent for 365 days on Monday", "Silent for 365 days on Sunday"]);
    expect(turns?.horizonDays).toBe(365);
  });

  it("shows amounts, as everything does in a channel that a manager opened to them, but none in a reason", async () => {
    const rows = fileRows(database());
    const acme = await rows.customer("Acme", { currency: "EUR", margin_percent: 50 });
    await rows.score(acme, daysAgo(0.3), 0.7, await rows.model(), [spend]);
    await rows.order(acme, daysAgo(40), 50_000);
    await channel("C1");
    await send();
    const digest = await digestFor(database(), "C1");
    expect(digest?.valueAtRisk).toMatchObject({ money: { minor: 17_500, currency: "EUR" } });
    expect(digest?.newlyHigh.top[0]?.reason).toEqual(phrase("because.spends-less", { percent: 75 }));
  });
});

describeOnEachDatabase("retention cohort", (database) => {
  const october = { fromDay: "2026-10-01", toDay: "2026-10-31", timeZone: "UTC" };

  it("counts contracts by their days and buyers by the activity window", async () => {
    const rows = fileRows(database());
    const contract = (name: string, started_on: string, ended_on: string | null = null) =>
      rows.customer(name, { started_on, ended_on, monthly_revenue_minor: 100 });
    await contract("running", "2025-01-01");
    await contract("ended in the month", "2025-01-01", "2026-10-15");
    await contract("ended on its first day", "2025-01-01", "2026-10-01");
    await contract("ends after it", "2025-01-01", "2026-11-01");
    await contract("ended before", "2025-01-01", "2026-09-30");
    await contract("began in the month", "2026-10-31");
    await contract("began and ended in it", "2026-10-05", "2026-10-20");
    await contract("begins after it", "2026-11-01");

    const buyer = async (name: string, ...days: string[]) => {
      const id = await rows.customer(name);
      for (const day of days) await rows.order(id, `${day}T12:00:00Z`);
    };
    await buyer("bought lately", "2026-09-01");
    await buyer("window runs out in the month", "2025-10-10");
    await buyer("renewed by a purchase in it", "2025-10-10", "2026-10-05");
    await buyer("window ran out before", "2025-09-30");
    await buyer("came back", "2024-01-01", "2026-10-02");
    await buyer("bought after it", "2026-11-02");
    const sample = await rows.customer("only ever a free sample");
    await rows.order(sample, "2026-09-01T12:00:00Z", 0);

    // At the start: running, ended in, ended on the first day, ends after; lately, runs out, renewed.
    expect(await createStore(database()).cohorts.cohort(october)).toEqual({
      ...{ atStart: 7, atEnd: 6, retained: 4 },
      // Two contracts began; who bought again after long had been one before. The day a contract ends is its last.
      ...{ joined: 2, reactivated: 1, left: 4, served: 10 },
    });
  });

  it("leaves a month as it was reported when a customer who was lost in it comes back later", async () => {
    const rows = fileRows(database());
    const cohort = () => createStore(database()).cohorts.cohort(october);
    const change = (id: number, set: string) =>
      database().pool.query(
        `UPDATE customers SET ${set} WHERE id = $1 AND set_config('mainstay.today', '2026-11-20', true) <> ''`,
        [id],
      );
    const contract = { started_on: "2025-01-01", monthly_revenue_minor: 100 };
    await rows.customer("stays", contract);
    const back = await rows.customer("ends, and goes on", { ...contract, ended_on: "2026-10-15" });
    const anew = await rows.customer("ends, and begins anew", { ...contract, ended_on: "2026-10-15" });
    const asBuyer = await rows.customer("ends, and only buys", { ...contract, ended_on: "2026-10-15" });
    const reported = { atStart: 4, atEnd: 1, retained: 1, joined: 0, reactivated: 0, left: 3, served: 4 };
    expect(await cohort()).toEqual(reported);
    // They come back on the day of the change, which is after October.
    await change(back, "ended_on = NULL");
    await change(anew, "ended_on = NULL, started_on = '2027-02-01'");
    await change(asBuyer, "ended_on = NULL, started_on = NULL, monthly_revenue_minor = NULL");
    await rows.order(asBuyer, "2026-11-21T12:00:00Z");
    expect(await cohort()).toEqual(reported);
    const november = { fromDay: "2026-11-01", toDay: "2026-11-30", timeZone: "UTC" };
    expect(await createStore(database()).cohorts.cohort(november)).toEqual({
      ...{ atStart: 1, atEnd: 3, retained: 1 },
      ...{ joined: 0, reactivated: 2, left: 0, served: 3 },
    });
  });

  it("keeps no end that was put off before it came", async () => {
    const id = await fileRows(database()).customer("notice withdrawn", { ended_on: "2999-01-01" });
    await database().pool.query("UPDATE customers SET ended_on = NULL WHERE id = $1", [id]);
    const { rows } = await database().pool.query("SELECT * FROM relationship_ends");
    expect(rows).toEqual([]);
  });
});
