import { expect, it } from "vitest";
import { deliverDue } from "../../src/delivery/deliver.ts";
import type { Poster } from "../../src/delivery/poster.ts";
import type { Message } from "../../src/domain/messages/messages.ts";
import {
  defaultPreferences,
  type NudgePreferences,
} from "../../src/domain/outreach/turns/nudge-preferences.ts";
import { bindFlows } from "../../src/flows/bind-flows.ts";
import { publicHolidays } from "../../src/holidays/public-holidays.ts";
import { nudgesWeekday } from "../../src/jobs/nudges-weekday.ts";
import { runDueJobs } from "../../src/jobs/run-due-jobs.ts";
import { createStore } from "../../src/store/store.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { fileRows } from "../support/file-rows.ts";
import { NO_MODEL } from "../support/no-model.ts";

const HOUR = 3_600_000;
const holidays = publicHolidays();

describeOnEachDatabase("when owners are told", (database) => {
  const store = () => createStore(database());
  const logged: unknown[] = [];
  const log = { info: () => {}, warn: () => {}, error: (fields: object) => void logged.push(fields) };
  const flowsAt = (now: Date) =>
    bindFlows({
      ...{ ...store(), model: NO_MODEL, clock: () => now, timeZone: "UTC", holidays },
      clv: { years: 3, discountRatePercent: 10, marginPercentIfUnknown: null },
    });
  const tick = (at: string | number) => {
    const now = new Date(at);
    return runDueJobs({
      ...{ jobs: [nudgesWeekday(flowsAt(now))], jobRuns: store().jobRuns, clock: () => now, log },
    });
  };
  /** Every half hour from one moment to before another. */
  const ticks = async (from: string, to: string) => {
    for (let at = Date.parse(from); at < Date.parse(to); at += HOUR / 2) await tick(at);
  };
  const keys = async (table = "outbox") =>
    (await database().pool.query<{ key: string }>(`SELECT key FROM ${table} ORDER BY key`)).rows.map(
      ({ key }) => key,
    );
  const chosen = (change: Partial<NudgePreferences>) => ({ ...defaultPreferences(null), ...change });
  const choose = (memberId: string, change: Partial<NudgePreferences>, at = "2026-11-01T00:00:00Z") =>
    store().nudgePreferences.save(memberId, chosen(change), new Date(at));

  let made: ReturnType<typeof fileRows> | null = null;
  const rowsOfAll = () => {
    made ??= fileRows(database());
    return made;
  };

  /** An owner with customers at risk, scored each night of the days from one to another. */
  async function owner(id: string, timeZone: string, customers: number, from: string, nights: number) {
    const rows = rowsOfAll();
    const email = `${id.toLowerCase()}@us.example`;
    await rows.member(id, email, timeZone);
    const model = await rows.model();
    const ids: number[] = [];
    for (let at = 0; at < customers; at += 1) {
      const customer = await rows.customer(`${id} customer ${at}`, { owner_email: email });
      await rows.order(customer, new Date(Date.parse(from) - 40 * 24 * HOUR));
      for (let night = 0; night < nights; night += 1)
        await rows.score(customer, new Date(Date.parse(from) + night * 24 * HOUR), 0.8, model);
      ids.push(customer);
    }
    return ids;
  }

  it("tells on the next working day what a holiday and a weekend held back: not lost, not doubled", async () => {
    await owner("UBERLIN", "Europe/Berlin", 1, "2026-12-24T16:00:00Z", 5);
    await owner("UNYC", "America/New_York", 1, "2026-12-24T16:00:00Z", 5);
    // Christmas Eve in the evening to Monday noon; 25 and 26 December are holidays in Germany, the 25th in America.
    await ticks("2026-12-24T23:00:00Z", "2026-12-28T07:30:00Z");
    expect(await keys()).toEqual([]);
    await ticks("2026-12-28T07:30:00Z", "2026-12-28T17:00:00Z");
    expect(await keys()).toEqual(["nudges:UBERLIN:2026-12-28", "nudges:UNYC:2026-12-28"]);
  });

  it("tells somebody who works on holidays and Sundays then", async () => {
    await owner("U1", "Europe/Berlin", 1, "2026-12-26T16:00:00Z", 2);
    await choose("U1", { weekdays: [1, 2, 3, 4, 5, 6, 7], country: "none" });
    await tick("2026-12-27T08:00:00Z");
    expect(await keys()).toEqual(["nudges:U1:2026-12-27"]);
  });

  it("goes by each one's own clock, in a half-hour zone and on the day the clocks change too", async () => {
    await owner("UIN", "Asia/Kolkata", 1, "2026-11-30T00:00:00Z", 1);
    await owner("UBERLIN", "Europe/Berlin", 1, "2026-11-30T00:00:00Z", 1);
    await tick("2026-11-30T03:29:00Z");
    expect(await keys()).toEqual([]);
    await tick("2026-11-30T03:30:00Z");
    expect(await keys()).toEqual(["nudges:UIN:2026-11-30"]);
    await tick("2026-11-30T08:00:00Z");
    expect(await keys()).toEqual(["nudges:UBERLIN:2026-11-30", "nudges:UIN:2026-11-30"]);
    // Nine on the Monday after the night in which Berlin's clocks go forward is seven in UTC.
    await owner("UMARCH", "Europe/Berlin", 1, "2027-03-29T00:00:00Z", 1);
    await choose("UMARCH", { country: "none" });
    await tick("2027-03-29T06:59:00Z");
    expect(await keys()).not.toContain("nudges:UMARCH:2027-03-29");
    await tick("2027-03-29T07:00:00Z");
    expect(await keys()).toContain("nudges:UMARCH:2027-03-29");
  });

  it("has one turn a day, whoever asks at once and whatever the hour is changed to", async () => {
    await owner("U1", "Europe/Berlin", 7, "2026-11-30T00:00:00Z", 2);
    await choose("U1", { hour: 9, dailyBudget: 2 });
    await Promise.all([tick("2026-11-30T08:00:00Z"), tick("2026-11-30T08:00:30Z")]);
    expect(await keys("suggestions")).toHaveLength(2);
    await choose("U1", { hour: 14, dailyBudget: 2 }, "2026-11-30T11:00:00Z");
    await ticks("2026-11-30T11:00:00Z", "2026-11-30T22:00:00Z");
    expect(await keys("suggestions")).toHaveLength(2);
    await ticks("2026-12-01T00:00:00Z", "2026-12-01T13:00:00Z");
    expect(await keys("suggestions")).toHaveLength(2);
    await ticks("2026-12-01T13:00:00Z", "2026-12-01T22:00:00Z");
    expect(await keys("suggestions")).toHaveLength(4);
    expect(await keys()).toEqual(["nudges:U1:2026-11-30", "nudges:U1:2026-12-01"]);
  });

  it("puts a week's customers into one message", async () => {
    await owner("U1", "Europe/Berlin", 9, "2026-11-30T00:00:00Z", 3);
    await choose("U1", { frequency: "weekly", weeklyOn: 2 });
    await store().nudgePreferences.takeTurns(["U1"], "2026-11-26", new Date("2026-11-26T08:00:00Z"));
    await ticks("2026-11-30T00:00:00Z", "2026-12-03T00:00:00Z");
    expect(await keys()).toEqual(["nudges:U1:2026-12-01"]);
    expect(await keys("suggestions")).toHaveLength(8);
  });

  it("spends a week over its days, and has room for what is urgent, also about whom was told or called of late", async () => {
    const ids = await owner("U1", "Europe/Berlin", 20, "2026-11-30T00:00:00Z", 5);
    const [first = 0, last = 0] = [ids[0], ids.at(-1)];
    const ticket = (customerId: number, at: string) =>
      database().pool.query(
        "INSERT INTO tickets (customer_id, source, external_id, subject, opened_at) VALUES ($1, 'test', $2, 'Broken', $3)",
        [customerId, `T${customerId}`, at],
      );
    const toldOn = async (day: string) => {
      await tick(`${day}T08:00:00Z`);
      const { rows } = await database().pool.query<{ id: number; playbook: string }>(
        "SELECT customer_id AS id, playbook FROM suggestions WHERE key LIKE $1 ORDER BY id",
        [`%:${day}`],
      );
      return rows;
    };
    const monday = await toldOn("2026-11-30");
    expect(monday).toHaveLength(3);
    expect(monday[0]).toMatchObject({ id: first });
    // It is dealt with by a call, and two days later there is a ticket.
    await database().pool.query(
      "UPDATE suggestions SET status = 'reached_out', settled_at = created_at WHERE customer_id = $1",
      [first],
    );
    await rowsOfAll().touch(first, new Date("2026-11-30T12:00:00Z"));
    expect(await toldOn("2026-12-01")).toHaveLength(3);
    expect(await toldOn("2026-12-02")).toHaveLength(2);
    for (const id of [first, last]) await ticket(id, "2026-12-02T10:00:00Z");
    const thursday = await toldOn("2026-12-03");
    expect(thursday).toHaveLength(4);
    expect(thursday.filter(({ playbook }) => playbook === "reply-to-ticket")).toMatchObject([
      { id: first },
      { id: last },
    ]);
    // Answered on the spot, but not solved: the same ticket is not told of again.
    await database().pool.query(
      "UPDATE suggestions SET status = 'reached_out', settled_at = created_at WHERE customer_id = $1",
      [first],
    );
    await rowsOfAll().touch(first, new Date("2026-12-03T12:00:00Z"));
    const friday = await toldOn("2026-12-04");
    expect(friday).toHaveLength(3);
    expect(friday.map(({ id }) => id)).not.toContain(first);
  });

  it("leaves alone who paused or left, and tells the others", async () => {
    await owner("UPAUSED", "Europe/Berlin", 1, "2026-11-30T00:00:00Z", 2);
    await owner("ULEFT", "Europe/Berlin", 1, "2026-11-30T00:00:00Z", 2);
    await owner("UHERE", "Europe/Berlin", 1, "2026-11-30T00:00:00Z", 2);
    await owner("UMARS", "Mars/Base", 1, "2026-11-30T00:00:00Z", 2);
    await choose("UPAUSED", { pausedUntil: "2026-12-01" });
    await database().pool.query("UPDATE members SET account = 'deactivated' WHERE slack_user_id = 'ULEFT'");
    logged.splice(0);
    await tick("2026-11-30T08:00:00Z");
    expect(await keys()).toEqual(["nudges:UHERE:2026-11-30"]);
    expect(logged).toMatchObject([{ job: "nudges-weekday", timeZone: "Mars/Base" }]);
    await tick("2026-12-01T08:00:00Z");
    expect(await keys()).toEqual(["nudges:UHERE:2026-11-30", "nudges:UPAUSED:2026-12-01"]);
  });

  it("holds a direct message back in quiet hours, unless it is urgent for somebody who wants that at once", async () => {
    const rows = fileRows(database());
    for (const id of ["U1", "U2"]) await rows.member(id, `${id}@us.example`, "Europe/Berlin");
    await choose("U2", { urgentAtOnce: true });
    const evening = new Date("2026-11-30T20:10:00Z");
    const post = async (key: string, recipient: string, message: Message) =>
      store().outbox.enqueue({ key, recipient, message, createdAt: evening });
    await post("a note", "U1", snoozeNote);
    await post("b note", "U2", snoozeNote);
    expect(await flowsAt(evening).quietUntil({ kind: "feedback-note", recipient: "U1" })).toEqual(
      new Date("2026-12-01T06:00:00Z"),
    );
    expect(await flowsAt(evening).quietUntil({ kind: "feedback-note", recipient: "U2" })).toBeNull();
    expect(await flowsAt(evening).quietUntil({ kind: "digest", recipient: "C1" })).toBeNull();
    expect(await flowsAt(evening).quietUntil({ kind: "feedback-note", recipient: "UNOBODY" })).toBeNull();
    expect(await deliver(evening)).toEqual({ postponed: 2 });
    expect(await store().outbox.receipt("a note")).toMatchObject({
      status: "pending",
      nextAttemptAt: new Date("2026-12-01T06:00:00Z"),
      lastError: { code: "undelivered.quiet-hours", parameters: { until: "2026-12-01T06:00:00.000Z" } },
    });
    expect(await deliver(new Date("2026-12-01T05:59:00Z"))).toEqual({});
    // Who ends their quiet hours need not wait for them.
    await choose("U2", { quietFrom: 0, quietUntil: 0 }, "2026-11-30T20:30:00Z");
    expect(await deliver(new Date("2026-11-30T20:31:00Z"))).toEqual({ posted: 1 });
    expect(await deliver(new Date("2026-12-01T06:00:00Z"))).toEqual({ posted: 1 });
  });

  it("tells channels of customers without an owner: each customer one of them, at most ten a week", async () => {
    const rows = rowsOfAll();
    const model = await rows.model();
    const scored = async (name: string, ownerEmail: string | null) => {
      const id = await rows.customer(name, { owner_email: ownerEmail, currency: "EUR" });
      await rows.order(id, "2026-10-20T00:00:00Z");
      for (const night of [
        "2026-11-28",
        "2026-11-30",
        "2026-12-01",
        "2026-12-02",
        "2026-12-04",
        "2026-12-07",
      ])
        await rows.score(id, `${night}T03:00:00Z`, 0.8, model);
    };
    await rows.member("U1", "u1@us.example", "UTC");
    await rows.member("ULEFT", "left@us.example", "UTC");
    await database().pool.query("UPDATE members SET account = 'deactivated' WHERE slack_user_id = 'ULEFT'");
    await scored("Owned", "u1@us.example");
    for (let at = 0; at < 12; at += 1) await scored(`Lost ${at}`, at % 2 === 0 ? null : "left@us.example");
    for (const channelId of ["C1", "C2", "COFF", "CTOKYO"])
      await store().channelSettings.save({
        ...{
          channelId,
          digest: false,
          costSummary: false,
          alerts: false,
          escalations: false,
          nudges: channelId !== "COFF",
        },
        ...{ timeZone: channelId === "CTOKYO" ? "Asia/Tokyo" : "UTC", locale: "en", setBy: "U1" },
        updatedAt: new Date("2026-11-01T00:00:00Z"),
      });
    const plan = (day: string) =>
      flowsAt(new Date(`${day}T09:00:00Z`)).planChannelNudges({ day, timeZone: "UTC" });
    expect(await plan("2026-11-28")).toEqual({ channels: 0, customers: 0 });
    // Of ten a week two are kept for what is urgent, and the others spread over the days.
    expect(await plan("2026-11-30")).toEqual({ channels: 2, customers: 4 });
    expect(await plan("2026-11-30")).toEqual({ channels: 2, customers: 0 });
    expect(await keys()).toEqual(["nudges:C1:2026-11-30", "nudges:C2:2026-11-30"]);
    expect(await plan("2026-12-01")).toEqual({ channels: 2, customers: 4 });
    expect(await plan("2026-12-02")).toEqual({ channels: 2, customers: 4 });
    const { rows: told } = await database().pool.query(
      "SELECT count(*)::int AS times, count(DISTINCT customer_id)::int AS customers, count(member_id)::int AS taken FROM suggestions",
    );
    expect(told).toEqual([{ times: 12, customers: 12, taken: 0 }]);
    const message = await store().outbox.find("nudges:C1:2026-11-30");
    expect(message).toMatchObject({ kind: "channel-nudge", channelId: "C1" });
    expect(JSON.stringify(message)).not.toContain("stake");
    // Ten a week: C1 has had six.
    for (let at = 12; at < 20; at += 1) await scored(`Lost ${at}`, null);
    await store().channelSettings.save({
      ...{
        channelId: "C2",
        digest: false,
        costSummary: false,
        alerts: false,
        escalations: false,
        nudges: false,
        timeZone: "UTC",
      },
      ...{ locale: "en", setBy: "U1", updatedAt: new Date("2026-12-01T10:00:00Z") },
    });
    expect(await plan("2026-12-03")).toEqual({ channels: 1, customers: 1 });
    expect(await plan("2026-12-04")).toEqual({ channels: 1, customers: 3 });
    expect(await plan("2026-12-07")).toEqual({ channels: 1, customers: 2 });
  });

  const snoozeNote: Message = {
    kind: "snooze-note",
    ...{ customerId: 1, name: "Acme", by: "U9", at: "2026-11-30T20:10:00Z", untilDay: "2026-12-07" },
  };
  const poster: Poster = {
    open: async (recipient) => ({ kind: "open", channelId: `D-${recipient}` }),
    find: async () => ({ kind: "absent" }),
    post: async () => ({ kind: "posted", ts: "17.01" }),
    update: async () => ({ kind: "updated" }),
  };
  const deliver = (now: Date) =>
    deliverDue({
      ...{ ...store(), poster, whyNotPost: async () => null, clock: () => now, log },
      quietUntil: flowsAt(now).quietUntil,
    });
});
