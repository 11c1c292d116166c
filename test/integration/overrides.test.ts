import { beforeEach, expect, it } from "vitest";
import type { OverrideScoreMessage } from "../../src/domain/messages/override-messages.ts";
import type { OverrideSays } from "../../src/domain/outreach/overrides/override.ts";
import { composeNudges } from "../../src/flows/messages/compose-nudges.ts";
import { scoreOverrides } from "../../src/flows/messages/score-overrides.ts";
import { setOverride } from "../../src/flows/messages/set-override.ts";
import { takeBackOverride } from "../../src/flows/messages/take-back-override.ts";
import { whySilent } from "../../src/flows/messages/why-silent.ts";
import { listOverrides } from "../../src/flows/outreach/list-overrides.ts";
import { publicHolidays } from "../../src/holidays/public-holidays.ts";
import { createStore } from "../../src/store/store.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { fileRows } from "../support/file-rows.ts";
import { NO_MODEL } from "../support/no-model.ts";

const NOW = new Date("2026-12-09T14:00:00Z");
const CONTRACT = { started_on: "2025-01-01", monthly_revenue_minor: 10_000, currency: "EUR" };
const days = (count: number) => new Date(NOW.getTime() + count * 86_400_000);

describeOnEachDatabase("what somebody knows better", (database) => {
  let acme: number;
  let rows: ReturnType<typeof fileRows>;
  beforeEach(async () => {
    rows = fileRows(database());
    await rows.member("U1", "ana@us.example");
    await rows.member("U2", "ben@us.example");
    acme = await rows.customer("Acme", { owner_email: "ana@us.example", ...CONTRACT });
    await rows.score(acme, days(-0.2), 0.9);
  });

  const depsAt = (at: Date) => ({
    ...{ ...createStore(database()), model: NO_MODEL, clock: () => at, timeZone: "UTC" },
    ...{
      clv: { years: 3, discountRatePercent: 10, marginPercentIfUnknown: null },
      holidays: publicHolidays(),
    },
  });
  const say = (
    says: OverrideSays,
    { by = "U1", at = NOW, untilDay = "2027-01-31", seenAt = at as Date | null, customerId = acme } = {},
  ) =>
    setOverride(depsAt(at), {
      ...{ customerId, memberId: by, says, because: "a new budget", untilDay, timeZone: "UTC", seenAt },
    });
  const factOf = async (at: Date, id = acme) =>
    (await createStore(database()).facts.read(["override"], [id], at)).get(id)?.override;
  const rowsOf = async (sql: string) => (await database().pool.query(sql)).rows;

  it("runs until its day, one a customer, and is noted", async () => {
    expect(await say("stay")).toMatchObject({ kind: "set", until: new Date("2027-01-31T00:00:00Z") });
    expect(await factOf(NOW)).toMatchObject({ says: "stay", because: "a new budget", byName: "U1" });
    expect(await say("leave", { at: days(1) })).toMatchObject({ kind: "set" });
    expect(await factOf(days(1))).toMatchObject({ says: "leave" });
    expect(await factOf(new Date("2027-01-31T00:00:00Z"))).toBeNull();
    expect(await rowsOf("SELECT says, ended_because, probability FROM overrides ORDER BY id")).toEqual([
      { says: "stay", ended_because: "changed", probability: 0.9 },
      { says: "leave", ended_because: null, probability: 0.9 },
    ]);
    expect(await rowsOf("SELECT action FROM audit_events ORDER BY id")).toEqual(
      ["override.made", "override.changed", "override.made"].map((action) => ({ action })),
    );
  });

  it("refuses a day that is no future one, and one too far away", async () => {
    expect(await say("stay", { untilDay: "2026-12-09" })).toEqual({ kind: "past" });
    expect(await say("stay", { untilDay: "2027-12-10" })).toMatchObject({ kind: "set" });
    expect(await say("stay", { untilDay: "2027-12-11" })).toEqual({ kind: "too-far" });
    expect(await say("stay", { customerId: 999_999 })).toEqual({ kind: "gone" });
  });

  it("stands against whoever had not seen it, of two at once as well", async () => {
    await say("stay");
    const meanwhile = await say("leave", { by: "U2", at: days(1), seenAt: days(-1) });
    expect(meanwhile).toMatchObject({ kind: "meanwhile", override: { says: "stay", byName: "U1" } });
    const taken = { customerId: acme, memberId: "U2", seenAt: days(-1) };
    expect(await takeBackOverride(depsAt(days(1)), taken)).toMatchObject({ kind: "meanwhile" });
    expect(await takeBackOverride(depsAt(days(1)), { ...taken, seenAt: days(1) })).toEqual({
      kind: "taken-back",
    });
    expect(await takeBackOverride(depsAt(days(1)), { ...taken, seenAt: days(1) })).toEqual({ kind: "none" });
    const both = await Promise.all([
      say("stay", { at: days(2), seenAt: days(1) }),
      say("leave", { by: "U2", at: days(2), seenAt: days(1) }),
    ]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(["meanwhile", "set"]);
  });

  it("tells the owner what somebody else says, and no one what they say themselves", async () => {
    await say("stay");
    await say("leave", { by: "U2", at: days(1) });
    expect(await rowsOf("SELECT recipient, message->'call'->>'says' AS says FROM outbox")).toEqual([
      { recipient: "U1", says: "leave" },
    ]);
  });

  it("silences nudges while it says that they stay, and says so", async () => {
    const nudged = async () => {
      const { decisions } = await composeNudges(depsAt(NOW), { timeZone: "UTC", day: "2026-12-09" });
      return decisions.map((one) => (one.kind === "nudge" ? "nudge" : one.because));
    };
    expect(await nudged()).toEqual(["nudge"]);
    await say("stay");
    expect(await nudged()).toEqual(["overridden"]);
    expect(await whySilent(depsAt(NOW), { customerId: acme, reader: null })).toMatchObject({
      because: { code: "why-silent.overridden" },
    });
    await database().pool.query(
      "INSERT INTO tickets (customer_id, source, external_id, subject, opened_at) VALUES ($1, 't', 'T', 'Late', $2)",
      [acme, days(-3)],
    );
    expect(await nudged()).toEqual(["nudge"]);
    await database().pool.query("DELETE FROM tickets");
    await say("leave", { at: NOW });
    expect(await nudged()).toEqual(["nudge"]);
  });

  it("holds for whoever the customer is joined into", async () => {
    const head = await rows.customer("Acme Group");
    await say("stay");
    await database().pool.query("UPDATE customers SET joined_into = $1 WHERE id = $2", [head, acme]);
    expect(await factOf(NOW, head)).toMatchObject({ says: "stay" });
    expect(await say("leave", { customerId: head, at: days(1) })).toMatchObject({ kind: "set" });
    expect(await rowsOf("SELECT count(*)::int AS n FROM overrides WHERE ended_at IS NULL")).toEqual([
      { n: 1 },
    ]);
  });

  it("is scored once its time is over, to whoever said it alone", async () => {
    const gone = await rows.customer("Gone", CONTRACT);
    await rows.score(gone, days(-0.2), 0.2);
    await say("stay", { untilDay: "2027-01-08" });
    await say("stay", { customerId: gone, untilDay: "2027-01-08" });
    await say("leave", { by: "U2", customerId: await rows.customer("Buyer") });
    await database().pool.query("UPDATE customers SET ended_on = '2027-01-05' WHERE id = $1", [gone]);
    expect(await scoreOverrides(depsAt(days(26)))).toEqual({ scored: 0, people: 0 });
    // The end of a contract is known at once, before its time.
    expect(await scoreOverrides(depsAt(days(28)))).toEqual({ scored: 1, people: 1 });
    expect(await scoreOverrides(depsAt(days(31)))).toEqual({ scored: 1, people: 1 });
    expect(await scoreOverrides(depsAt(days(31)))).toEqual({ scored: 0, people: 0 });
    const messages = await rowsOf(
      "SELECT recipient, message FROM outbox WHERE kind = 'override-score' ORDER BY id",
    );
    expect(messages.map(({ recipient }) => recipient)).toEqual(["U1", "U1"]);
    const told: OverrideScoreMessage[] = messages.map(({ message }) => message);
    expect(told.map(({ tally }) => tally)).toEqual([
      { calls: 1, right: 0, modelCalls: 1, modelRight: 0 },
      { calls: 2, right: 1, modelCalls: 2, modelRight: 0 },
    ]);
    expect(told[1]?.items).toMatchObject([{ name: "Acme", outcome: "stayed", modelWasRight: false }]);
    // A purchase after the time began, or none: the same labels as elsewhere.
    expect(await scoreOverrides(depsAt(new Date("2027-01-31T00:00:00Z")))).toEqual({ scored: 1, people: 1 });
    expect(await rowsOf("SELECT outcome FROM overrides WHERE made_by = 'U2'")).toEqual([{ outcome: "left" }]);
  });

  it("leaves out of the score what was changed or taken back", async () => {
    await say("stay");
    await takeBackOverride(depsAt(days(1)), { customerId: acme, memberId: "U1", seenAt: null });
    expect(await scoreOverrides(depsAt(days(100)))).toEqual({ scored: 0, people: 0 });
  });

  it("lists a member's own, and to who steers a sum of three people at least", async () => {
    await say("stay");
    const reader = { name: "Ana", email: "ana@us.example", timeZone: "UTC", locale: "en" } as const;
    const list = (role: "rep" | "manager", slackUserId: string) =>
      listOverrides(depsAt(NOW), { reader: { ...reader, role, slackUserId } });
    expect(await list("rep", "U1")).toMatchObject({
      open: [{ name: "Acme" }],
      own: { calls: 0 },
      team: null,
    });
    expect(await list("manager", "U2")).toMatchObject({ open: [], team: "too-few" });
    const scored = (by: string) =>
      database().pool.query(
        `INSERT INTO overrides (customer_id, says, because, until, made_by, made_at, ended_at, ended_because, outcome, scored_at)
         VALUES ($1, 'stay', 'x', $2, $3, $2, $2, 'over', 'stayed', $2)`,
        [acme, days(-40), by],
      );
    for (const by of ["U1", "U2", "U3"]) await scored(by);
    expect(await list("manager", "U2")).toMatchObject({ own: { calls: 1 }, team: { calls: 3, right: 3 } });
  });
});
