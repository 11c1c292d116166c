import { beforeEach, expect, it } from "vitest";
import { deliverDue } from "../../src/delivery/deliver.ts";
import type { Poster } from "../../src/delivery/poster.ts";
import type { EscalationMessage } from "../../src/domain/messages/handover-messages.ts";
import type { NudgeMessage } from "../../src/domain/messages/messages.ts";
import { escalateNudges } from "../../src/flows/messages/escalate-nudges.ts";
import { handOver } from "../../src/flows/messages/hand-over.ts";
import { planNudges } from "../../src/flows/messages/plan-nudges.ts";
import { settleSuggestion } from "../../src/flows/outreach/settle-suggestion.ts";
import { publicHolidays } from "../../src/holidays/public-holidays.ts";
import { createStore } from "../../src/store/store.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { fileRows } from "../support/file-rows.ts";
import { NO_MODEL } from "../support/no-model.ts";

/** Monday, nine in the morning in Berlin. */
const MONDAY = new Date("2026-11-23T08:00:00Z");
const WEDNESDAY = new Date("2026-11-25T08:00:00Z");
const quietLog = { info: () => {}, warn: () => {}, error: () => {} };

describeOnEachDatabase("a nudge that goes to somebody else", (database) => {
  let acme: number;
  let key: string;
  beforeEach(async () => {
    const rows = fileRows(database());
    await rows.member("U1", "ana@us.example", "Europe/Berlin");
    await rows.member("U2", "ben@us.example", "Asia/Taipei");
    await rows.member("U3", "mia@us.example");
    await database().pool.query("UPDATE members SET role = 'manager' WHERE slack_user_id = 'U3'");
    const contract = { started_on: "2025-01-01", monthly_revenue_minor: 100_000, margin_percent: 50 };
    acme = await rows.customer("Acme 有限公司", {
      owner_email: "ana@us.example",
      currency: "EUR",
      ...contract,
    });
    await rows.score(acme, new Date("2026-11-23T03:00:00Z"), 0.9, await rows.model());
    await planNudges(depsAt(MONDAY), { timeZone: "Europe/Berlin", day: "2026-11-23" });
    await deliver(MONDAY);
    key = `nudge:${acme}:2026-11-23`;
  });

  const depsAt = (at: Date) => ({
    ...{ ...createStore(database()), model: NO_MODEL, clock: () => at, timeZone: "UTC" },
    clv: { years: 3, discountRatePercent: 10, marginPercentIfUnknown: null },
    holidays: publicHolidays(),
  });
  const deliver = (at: Date) => {
    let posts = 0;
    const poster: Poster = {
      open: async (recipient) => ({ kind: "open", channelId: `D-${recipient}` }),
      post: async () => ({ kind: "posted", ts: String(++posts) }),
      find: async () => ({ kind: "absent" }),
      update: async () => ({ kind: "updated" }),
    };
    const around = { whyNotPost: async () => null, clock: () => at, log: quietLog };
    return deliverDue({ ...createStore(database()), ...around, poster });
  };
  const rowsOf = async (sql: string) => (await database().pool.query(sql)).rows;
  const find = (one: string) => createStore(database()).suggestions.find(one);

  it("is the taker's own then: settled where it was, with the messages about it, once", async () => {
    const at = new Date("2026-11-23T12:00:00Z");
    expect(await handOver(depsAt(at), { key, to: "U2", by: "U1" })).toMatchObject({ kind: "settled" });
    expect(await handOver(depsAt(at), { key, to: "U3", by: "U1" })).toMatchObject({ kind: "settled-before" });
    expect(await find(key)).toMatchObject({ status: "handed_over", settledBy: "U1" });
    const taken = `${key}:to:U2:${at.getTime()}`;
    expect(await find(taken)).toMatchObject({ status: "open", memberId: "U2", customerId: acme });
    const message = (await createStore(database()).outbox.find(`handover:${taken}`)) as NudgeMessage;
    // The account is not the taker's: the amount is not either.
    expect(message).toMatchObject({ memberId: "U2", day: "2026-11-23" });
    expect(message.items).toMatchObject([{ name: "Acme 有限公司", handedOverBy: "U1" }]);
    expect(JSON.stringify(message.items)).not.toContain("EUR");
    const [answer] = await createStore(database()).suggestions.answersIn("nudges:U1:2026-11-23");
    expect(answer).toMatchObject({ status: "handed_over", handedTo: { id: "U2", name: "U2" } });
    expect(await rowsOf("SELECT redraw_at IS NOT NULL AS due FROM outbox WHERE key LIKE 'nudges:%'")).toEqual(
      [{ due: true }],
    );
    expect(await rowsOf("SELECT kind FROM outbox WHERE kind = 'handover-note'")).toEqual([]);
    const week = { from: MONDAY, to: WEDNESDAY };
    const { riskList, playbookCases } = createStore(database());
    await deliver(at);
    expect(await riskList.nudgeOutcomes(week.from, week.to)).toMatchObject({ sent: 1, open: 1 });
    const days = { fromDay: "2026-11-23", toDay: "2026-11-25", timeZone: "UTC" };
    expect(await playbookCases.sent(days)).toHaveLength(1);
  });

  it("can go on and back, and tells whoever had it what somebody else did", async () => {
    const at = new Date("2026-11-23T12:00:00Z");
    await handOver(depsAt(at), { key, to: "U2", by: "U3" });
    expect(
      await rowsOf("SELECT recipient, message->>'to' AS to FROM outbox WHERE kind = 'handover-note'"),
    ).toEqual([{ recipient: "U1", to: "U2" }]);
    const later = new Date("2026-11-23T13:00:00Z");
    const taken = `${key}:to:U2:${at.getTime()}`;
    await handOver(depsAt(later), { key: taken, to: "U1", by: "U2" });
    expect(await find(`${key}:to:U1:${later.getTime()}`)).toMatchObject({ status: "open", memberId: "U1" });
  });

  it("goes to nobody without an account, and not to whoever has it", async () => {
    await database().pool.query("UPDATE members SET account = 'deactivated' WHERE slack_user_id = 'U2'");
    for (const to of ["U1", "U2", "U9"])
      expect(await handOver(depsAt(WEDNESDAY), { key, to, by: "U1" })).toEqual({ kind: "not-possible" });
    expect(await handOver(depsAt(WEDNESDAY), { key: "nudge:9:x", to: "U3", by: "U1" })).toEqual({
      kind: "unknown",
    });
    const weekLater = new Date("2026-11-30T08:00:00Z");
    expect(await handOver(depsAt(weekLater), { key, to: "U3", by: "U1" })).toMatchObject({ kind: "too-old" });
  });

  it("reaches each manager after two working days, once, and the first who takes it has it", async () => {
    const early = new Date("2026-11-25T07:59:00Z");
    expect(await escalateNudges(depsAt(early))).toEqual({ escalated: 0, nobodyToTell: 0 });
    const both = await Promise.all([escalateNudges(depsAt(WEDNESDAY)), escalateNudges(depsAt(WEDNESDAY))]);
    expect(both.reduce((sum, { escalated }) => sum + escalated, 0)).toBe(1);
    expect(await escalateNudges(depsAt(new Date("2026-11-26T08:00:00Z")))).toMatchObject({ escalated: 0 });
    const [told, ...others] = await rowsOf("SELECT recipient, message FROM outbox WHERE kind = 'escalation'");
    expect(others).toEqual([]);
    const message: EscalationMessage = told.message;
    expect(told.recipient).toBe("U3");
    expect(message).toMatchObject({ memberId: "U1", suggestionKey: key, stake: { currency: "EUR" } });
    await deliver(WEDNESDAY);
    const taken = await Promise.all(
      ["U3", "U3"].map((by) => handOver(depsAt(WEDNESDAY), { key, to: by, by })),
    );
    expect(taken.map(({ kind }) => kind).sort()).toEqual(["settled", "settled-before"]);
    expect(await rowsOf("SELECT recipient FROM outbox WHERE kind = 'handover-note'")).toEqual([
      { recipient: "U1" },
    ]);
    // What managers were told shows what became of it.
    expect(await rowsOf("SELECT redraw_at IS NOT NULL AS due FROM outbox WHERE kind = 'escalation'")).toEqual(
      [{ due: true }],
    );
    expect(await escalateNudges(depsAt(new Date("2026-11-27T12:00:00Z")))).toMatchObject({ escalated: 0 });
  });

  it("reaches the channels that asked for it instead, without amounts where those are closed to them", async () => {
    const setting = (channelId: string, digest: boolean) =>
      createStore(database()).channelSettings.save({
        ...{ channelId, digest, costSummary: false, alerts: false, escalations: true },
        ...{ timeZone: "UTC", locale: "en", setBy: "U3", updatedAt: MONDAY },
      });
    await setting("C1", true);
    await setting("C2", false);
    await escalateNudges(depsAt(WEDNESDAY));
    const told = await rowsOf(
      "SELECT recipient, message->'stake' <> 'null' AS money FROM outbox WHERE kind = 'escalation' ORDER BY recipient",
    );
    expect(told).toEqual([
      { recipient: "C1", money: true },
      { recipient: "C2", money: false },
    ]);
  });

  it("waits while there is nobody to tell, and is not told of once it was answered", async () => {
    await database().pool.query("UPDATE members SET role = 'rep'");
    expect(await escalateNudges(depsAt(WEDNESDAY))).toEqual({ escalated: 0, nobodyToTell: 1 });
    await database().pool.query("UPDATE members SET role = 'manager' WHERE slack_user_id = 'U3'");
    await settleSuggestion(depsAt(WEDNESDAY), { key, status: "reached_out", memberId: "U1" });
    expect(await escalateNudges(depsAt(WEDNESDAY))).toEqual({ escalated: 0, nobodyToTell: 0 });
  });
});
