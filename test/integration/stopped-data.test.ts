import { expect, it } from "vitest";
import { addDays, type Day, daysBetween } from "../../src/domain/calendar.ts";
import { composeDigest } from "../../src/flows/messages/compose-digest.ts";
import { composeNudges } from "../../src/flows/messages/compose-nudges.ts";
import { explainRisk } from "../../src/flows/outreach/explain-risk.ts";
import { loadHome } from "../../src/flows/outreach/load-home.ts";
import { readAsOf } from "../../src/flows/risk/read-as-of.ts";
import { publicHolidays } from "../../src/holidays/public-holidays.ts";
import type { Database } from "../../src/store/database/database.ts";
import { createStore } from "../../src/store/store.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { fileRows } from "../support/file-rows.ts";
import { NO_MODEL } from "../support/no-model.ts";

/** A Monday; the crm sends daily up to Friday the 27th, the shop up to the day before. */
const NOW = new Date("2026-12-07T08:00:00Z");
const FROZEN = "2026-11-28T04:00:00Z";
const CLV = { years: 3, discountRatePercent: 10, marginPercentIfUnknown: null };
const STOPPED = { sources: [{ source: "crm", since: "2026-11-27" }], isAll: false };

describeOnEachDatabase("one of two sources that has stopped", (database) => {
  const deps = () => ({
    ...createStore(database()),
    model: NO_MODEL,
    holidays: publicHolidays(),
    clock: () => NOW,
    clv: CLV,
    timeZone: "UTC",
  });
  const digest = () => composeDigest(deps(), { week: "2026-W49", timeZone: "UTC" });
  const named = (changes: ReadonlyArray<{ readonly name: string }>) => changes.map(({ name }) => name);

  it("freezes its own customers: counted, but no news, and no nudge but for a known day", async () => {
    await twoSources(database());
    const message = await digest();
    expect(message).toMatchObject({ stopped: STOPPED, resumed: [] });
    expect(message.customersAtRisk).toEqual({ high: 3, medium: 0, low: 0 });
    expect(named(message.newlyHigh.top)).toEqual(["Globex"]);
    expect(named(message.risers)).toEqual([]); // Globex is named as new at high risk.

    const { plans, decisions } = await composeNudges(deps(), { timeZone: "UTC", day: "2026-12-07" });
    const items = plans.flatMap((plan) => plan.message.items);
    expect(items.map(({ name, stoppedSince }) => [name, stoppedSince])).toEqual([
      ["Acme", "2026-11-27"],
      ["Globex", undefined],
    ]);
    expect(decisions.filter(({ kind }) => kind === "skip")).toMatchObject([{ because: "data-stopped" }]);

    const member = { slackUserId: "U1", name: "Ana", email: "ana@us.example", timeZone: "UTC" };
    const { page } = await loadHome(deps(), { member: { ...member, role: "manager" } });
    expect(page).toMatchObject({ stopped: STOPPED, totals: { scored: 3, atHighRisk: 3 } });
    const [first] = page.accounts.filter(({ name }) => name === "Silent");
    expect(first?.probability).toBeCloseTo(0.8, 5);
  });

  it("breaks a snooze by a known day as well, and leaves who is snoozed without one in peace", async () => {
    await twoSources(database());
    await database().pool.query(
      "UPDATE customers SET snoozed_until = '2027-01-01', snoozed_at = '2026-11-25', snoozed_by = 'U1' WHERE source = 'crm'",
    );
    const nudges = async () => {
      const { plans, decisions } = await composeNudges(deps(), { timeZone: "UTC", day: "2026-12-07" });
      const skips = decisions.flatMap((one) => (one.kind === "skip" ? [one.because] : []));
      const items = plans.flatMap((plan) => plan.message.items);
      return { skips, items: items.map(({ name, inSpiteOfSnooze }) => [name, inSpiteOfSnooze?.code]) };
    };
    expect(await nudges()).toEqual({
      items: [
        ["Acme", "break-through.ticket"],
        ["Globex", undefined],
      ],
      skips: ["data-stopped"],
    });
    // After its ticket, and before the score that stands, which is no news.
    await database().pool.query("UPDATE customers SET snoozed_at = '2026-11-27' WHERE source = 'crm'");
    expect((await nudges()).skips.toSorted()).toEqual(["data-stopped", "snoozed"]);
  });

  it("is what a card says of its customers, rather than that scoring had stopped", async () => {
    const { silent, globex } = await twoSources(database());
    const riskOf = async (customerId: number) => {
      const explained = await explainRisk(deps(), { customerId });
      return explained.kind === "explained" ? explained.explanation.risk : null;
    };
    const stopped = { since: "2026-11-27", source: "crm" };
    expect(await riskOf(silent)).toMatchObject({ stopped, stale: false, scoredAt: new Date(FROZEN) });
    expect(await riskOf(globex)).not.toHaveProperty("stopped");
  });

  it("makes no week's movers of what moved over the pause when it sends again", async () => {
    const { silent } = await twoSources(database());
    await sends(database(), "crm", "2026-12-06", "2026-12-06");
    await fileRows(database()).score(silent, "2026-12-07T04:00:00Z", 0.1, 1);
    const message = await digest();
    expect(message).toMatchObject({
      stopped: null,
      resumed: [{ source: "crm", lastDay: "2026-11-27", backDay: "2026-12-06" }],
      fallers: [],
    });
    // Made up for, the days are no pause any more.
    await sends(database(), "crm", "2026-11-28", "2026-12-05");
    const madeUp = await digest();
    expect(madeUp.resumed).toEqual([]);
    expect(named(madeUp.fallers)).toEqual(["Silent"]);
  });

  it("has everybody scored as of now, while figures without a rule of their own follow the newest data", async () => {
    await sends(database(), "crm", "2026-10-01", "2026-11-27");
    const store = createStore(database());
    const lastActivityAt = new Date("2026-11-27T10:00:00Z");
    const dataSpan = { read: async () => ({ ...(await store.dataSpan.read()), lastActivityAt }) };
    const ends = new Date("2026-11-28T00:00:00Z");
    const asOf = () => readAsOf({ ...deps(), dataSpan });
    expect(await asOf()).toEqual({ training: ends, scoring: NOW, reports: ends });
    await database().pool.query("DELETE FROM source_days WHERE day < '2026-11-20'");
    expect(await asOf()).toMatchObject({ scoring: ends });
  });
});

/** Rows of the source on every day, both ends included. */
async function sends({ pool }: Database, source: string, from: Day, to: Day): Promise<void> {
  const days = Array.from({ length: daysBetween(from, to) + 1 }, (_, place) => addDays(from, place));
  await pool.query("INSERT INTO source_days (source, day, rows) SELECT $1, unnest($2::date[]), 1", [
    source,
    days,
  ]);
}

/** Of the crm a silent customer, and one with an open ticket; of the shop one whose risk rose this week. */
async function twoSources(database: Database) {
  await sends(database, "crm", "2026-10-01", "2026-11-27");
  await sends(database, "shop", "2026-10-01", "2026-12-06");
  const rows = fileRows(database);
  await rows.member("U1", "ana@us.example");
  const model = await rows.model();
  const customer = async (name: string, source: string, scores: readonly (readonly [string, number])[]) => {
    const id = await rows.customer(name, { source, owner_email: "ana@us.example" });
    for (const [asOf, probability] of scores) await rows.score(id, asOf, probability, model);
    return id;
  };
  const silent = await customer("Silent", "crm", [
    ["2026-11-20T04:00:00Z", 0.3],
    [FROZEN, 0.8],
  ]);
  const acme = await customer("Acme", "crm", [
    ["2026-11-20T04:00:00Z", 0.3],
    [FROZEN, 0.9],
  ]);
  const globex = await customer("Globex", "shop", [
    ["2026-11-30T04:00:00Z", 0.3],
    ["2026-12-07T04:00:00Z", 0.7],
  ]);
  await database.pool.query(
    `INSERT INTO tickets (customer_id, source, external_id, subject, opened_at)
     VALUES ($1, 'crm', 'T-1', 'Does not start', '2026-11-26T10:00:00Z')`,
    [acme],
  );
  return { silent, acme, globex };
}
