import { beforeEach, expect, it } from "vitest";
import { digestMessage } from "../../src/domain/messages/digest.ts";
import type { WeekAhead } from "../../src/domain/outreach/my-week.ts";
import { ALL_PLAYBOOKS, isHeldOut } from "../../src/domain/outreach/proof/hold-out.ts";
import { findForDigest } from "../../src/flows/messages/digest-findings.ts";
import { listMovers } from "../../src/flows/messages/list-movers.ts";
import { loadWeekAhead, loadWeekBehind } from "../../src/flows/outreach/load-my-week.ts";
import { readMetrics } from "../../src/flows/value/read-metrics.ts";
import { feasts } from "../../src/holidays/feasts.ts";
import { createStore } from "../../src/store/store.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { fileRows } from "../support/file-rows.ts";
import { NO_MODEL } from "../support/no-model.ts";

/** The first moment after a week that a digest tells of. */
const now = new Date("2026-11-23T00:00:00Z");
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
const person = (slackUserId: string, email: string | null, role: "rep" | "manager" = "rep") =>
  ({ ...{ slackUserId, name: slackUserId, email, role, timeZone: "UTC", locale: "en" } }) as const;
const ANA = person("U1", "ana@us.example");
const BEN = person("U2", "ben@us.example");
const MIA = person("U3", "mia@us.example", "manager");

describeOnEachDatabase("my week", (database) => {
  let rows: ReturnType<typeof fileRows>;
  beforeEach(async () => {
    rows = fileRows(database());
    for (const { slackUserId, email } of [ANA, BEN]) await rows.member(slackUserId, email ?? "");
  });
  const deps = () => ({
    ...createStore(database(), "UTC", feasts()),
    ...{ model: NO_MODEL, clock: () => now, timeZone: "UTC" },
    clv: { years: 3, discountRatePercent: 10, marginPercentIfUnknown: null },
  });
  const of = (member: typeof ANA | typeof MIA) => ({ owner_email: member.email, currency: "EUR" });
  const behind = (member: typeof ANA | typeof MIA) => loadWeekBehind(deps(), member, now);
  const nudged = (customerId: number, memberId: string, status: string, at: Date) =>
    database().pool.query(
      `INSERT INTO suggestions (key, kind, customer_id, member_id, playbook, action, reason, status, created_at)
       VALUES ($1, 'nudge', $2, $3, 'p', '{}', '{}', $4, $5)`,
      [`nudge:${customerId}:${at.toISOString()}`, customerId, memberId, status, at],
    );
  async function moved(name: string, member: typeof ANA | typeof MIA, before: number, after: number) {
    const id = await rows.customer(name, of(member));
    await rows.score(id, daysAgo(8), before);
    await rows.score(id, daysAgo(0.2), after);
    return id;
  }

  it("agrees with the digest of the same days on nudges and on who moved", async () => {
    await rows.model();
    const risen = await moved("Risen", ANA, 0.2, 0.4);
    const high = await moved("Newly high", BEN, 0.3, 0.7);
    await moved("Fallen", ANA, 0.9, 0.6);
    await moved("Still", ANA, 0.5, 0.55);
    await nudged(risen, "U1", "reached_out", daysAgo(6.9));
    await nudged(risen, "U1", "open", daysAgo(1));
    await nudged(high, "U2", "not_useful", daysAgo(2));
    await nudged(high, "U2", "open", daysAgo(7.1));
    const digest = digestMessage(await findForDigest(deps(), { week: "2026-W47", timeZone: "UTC" }, now));
    const team = await behind(MIA);
    expect(team.nudges).toEqual(digest.nudges);
    expect(team.nudges).toMatchObject({ sent: 3, reachedOut: 1, notUseful: 1, open: 1 });
    const names = (list: ReadonlyArray<{ readonly name: string }>) => list.map(({ name }) => name).sort();
    expect(names(team.movers?.risen.items ?? [])).toEqual(names([...digest.newlyHigh.top, ...digest.risers]));
    expect(names(team.movers?.fallen.items ?? [])).toEqual(names(digest.fallers));
    const { movers } = await listMovers(deps(), { reader: MIA, whose: "team" });
    expect(movers.risers.map(({ name, probability }) => [name, probability])).toEqual(
      team.movers?.risen.items.map(({ name, probability }) => [name, probability]),
    );
    const [anas, bens] = [await behind(ANA), await behind(BEN)];
    expect(names(anas.movers?.risen.items ?? [])).toEqual(["Risen"]);
    expect(names(bens.movers?.risen.items ?? [])).toEqual(["Newly high"]);
    for (const [key, inAll] of Object.entries(team.nudges)) {
      const of = (week: typeof anas) => week.nudges[key as keyof typeof week.nudges] ?? 0;
      expect([key, of(anas) + of(bens)]).toEqual([key, inAll]);
    }
    expect([anas.movers?.fallen.inAll, bens.movers?.fallen.inAll, team.movers?.fallen.inAll]).toEqual([
      1, 0, 1,
    ]);
  });

  it("adds up the revenue of one's own customers as the metrics and the cards do, and no team's", async () => {
    const [acme, beta] = [await rows.customer("Acme", of(ANA)), await rows.customer("Beta", of(ANA))];
    await rows.order(acme, daysAgo(0.5), 70_000);
    await rows.order(acme, daysAgo(5.5), 30_000);
    await rows.refund(beta, daysAgo(3), 4_000);
    await rows.order(beta, daysAgo(2), 10_000);
    await rows.order(await rows.customer("Ben's", of(BEN)), daysAgo(2), 999);
    expect((await behind(ANA)).revenue).toEqual([{ minor: 106_000, currency: "EUR" }]);
    expect((await behind(MIA)).revenue).toBeNull();
    const known = await deps().facts.read(["revenue12Months"], [acme, beta], now);
    const onCards = [...known.values()].flatMap(({ revenue12Months }) => revenue12Months);
    expect(onCards.reduce((sum, { minor }) => sum + minor, 0)).toBe(106_000);
    await database().pool.query("DELETE FROM activities WHERE amount_minor = 999");
    const period = { fromDay: "2026-11-17", toDay: "2026-11-23" };
    const { clv } = deps();
    const answer = await readMetrics(deps(), { period, timeZone: "UTC", clv, currency: "EUR" });
    if (answer.kind !== "report") throw new Error(answer.kind);
    // Nothing was spent: all revenue is profit.
    const profit = answer.report.metrics.find(({ key }) => key === "profitability");
    expect(profit?.value).toBe(106_000);
  });

  it("keeps currencies apart and a refund below zero, and forgets what is older", async () => {
    const acme = await rows.customer("Acme", of(ANA));
    await rows.order(acme, daysAgo(1), 5_000, "TWD");
    await rows.refund(acme, daysAgo(1), 2_000);
    await rows.order(acme, daysAgo(8), 77_000);
    expect((await behind(ANA)).revenue).toEqual([
      { minor: -2_000, currency: "EUR" },
      { minor: 5_000, currency: "TWD" },
    ]);
  });

  it("names who was at high risk a week ago and bought since, and counts contacts", async () => {
    await rows.model();
    const bought = await moved("Bought", ANA, 0.8, 0.3);
    await rows.order(bought, daysAgo(3));
    await rows.order(await moved("Was low", ANA, 0.3, 0.9), daysAgo(3));
    await rows.order(await moved("Before", ANA, 0.8, 0.3), daysAgo(7.5));
    await rows.order(await moved("Ben's", BEN, 0.8, 0.3), daysAgo(3));
    const stale = await rows.customer("Long ago", of(ANA));
    await rows.score(stale, daysAgo(20), 0.9);
    await rows.order(stale, daysAgo(3));
    await rows.touch(bought, daysAgo(1));
    await database().pool.query("UPDATE touches SET member_id = 'U1'");
    await rows.touch(bought, daysAgo(2));
    await rows.touch(bought, daysAgo(9));
    const [anas, team] = [await behind(ANA), await behind(MIA)];
    expect(anas.boughtSince).toEqual({ items: [{ customerId: bought, name: "Bought" }], inAll: 1 });
    expect(team.boughtSince.inAll).toBe(2);
    expect([anas.touches, team.touches]).toEqual([1, 2]);
  });

  it("names nobody's risk where no signal was found", async () => {
    await rows.model("constant");
    await rows.order(await moved("Bought", ANA, 0.8, 0.3), daysAgo(3));
    await database().pool.query("UPDATE scores SET model_version_id = (SELECT max(id) FROM model_versions)");
    expect(await behind(ANA)).toMatchObject({ boughtSince: { inAll: 0 }, movers: null });
  });

  it("says of somebody without an e-mail that nothing is theirs", async () => {
    await rows.customer("Nobody's", { renews_on: "2026-11-24", started_on: "2025-01-01" });
    const stranger = person("U9", null);
    expect(await loadWeekBehind(deps(), stranger, now)).toMatchObject({
      ...{ revenue: [], touches: 0, boughtSince: { inAll: 0 }, movers: null },
    });
    expect(namesIn(await loadWeekAhead(deps(), stranger, now))).toEqual([[], [], [], []]);
  });

  const namesIn = ({ coming }: WeekAhead) =>
    (["renewal", "contract-end", "birthday", "snooze-end"] as const).map((kind) =>
      coming[kind].items.map(({ name, day }) => `${name} ${day}`),
    );

  it("tells the known days of the next seven, whose they are, without those to be left alone", async () => {
    const contract = { started_on: "2025-01-01", monthly_revenue_minor: 1_000 };
    const add = (name: string, row: object) => rows.customer(name, { ...of(ANA), ...contract, ...row });
    await add("Last", { renews_on: "2026-11-29" });
    await add("Today", { renews_on: "2026-11-23" });
    await add("Eighth", { renews_on: "2026-11-30" });
    await add("Ends", { ended_on: "2026-11-27" });
    await add("Ended", { ended_on: "2026-11-20", renews_on: "2026-11-25" });
    await add("Back", { snoozed_until: "2026-11-25T00:00:00Z", renews_on: "2026-11-24" });
    await add("Asleep", { snoozed_until: "2026-12-25T00:00:00Z", renews_on: "2026-11-24" });
    await rows.customer("Ben's", { ...of(BEN), ...contract, renews_on: "2026-11-24" });
    const quiet = await add("Quiet", { renews_on: "2026-11-24" });
    await database().pool.query(
      `INSERT INTO do_not_disturb (customer_id, because, status, set_by, set_at) VALUES ($1, 'asked', 'quiet', 'U1', $2)`,
      [quiet, daysAgo(3)],
    );
    expect(namesIn(await loadWeekAhead(deps(), ANA, now))).toEqual([
      ["Today 2026-11-23", "Last 2026-11-29"],
      ["Ends 2026-11-27"],
      [],
      ["Back 2026-11-25"],
    ]);
    expect((await loadWeekAhead(deps(), MIA, now)).coming.renewal.inAll).toBe(3);
  });

  it("tells birthdays of people who are still there, one born on 29 February included, and feasts by country", async () => {
    const acme = await rows.customer("Acme", { ...of(ANA), country: "US" });
    const born = (name: string, birthday: string, leftOn: string | null = null) =>
      database().pool.query(
        `INSERT INTO contacts (customer_id, source, external_id, name, birthday, left_on) VALUES ($1, 'test', $2, $2, $3, $4)`,
        [acme, name, birthday, leftOn],
      );
    await born("林美麗", "1980-11-26");
    await born("Gone", "1980-11-26", "2026-11-20");
    await born("Leap", "2000-02-29");
    const ahead = await loadWeekAhead(deps(), ANA, now);
    expect(ahead.coming.birthday.items).toEqual([
      { kind: "birthday", customerId: acme, name: "Acme", day: "2026-11-26", person: "林美麗" },
    ]);
    expect(ahead.feasts).toEqual([{ feast: "thanksgiving", day: "2026-11-26", countries: ["US"] }]);
    const inMarch = async (year: number) =>
      (await loadWeekAhead(deps(), ANA, new Date(`${year}-02-26T12:00:00Z`))).coming.birthday.items;
    expect(await inMarch(2027)).toMatchObject([{ person: "Leap", day: "2027-03-01" }]);
    expect(await inMarch(2028)).toMatchObject([{ person: "Leap", day: "2028-02-29" }]);
  });

  it("does not tell of a day that the playbook would, where a customer is held out of it", async () => {
    const contract = { started_on: "2025-01-01", monthly_revenue_minor: 1_000, renews_on: "2026-11-24" };
    const ids: number[] = [];
    for (let at = 0; at < 12; at += 1)
      ids.push(await rows.customer(`C${at}`, { ...of(ANA), ...contract, ended_on: "2026-11-28" }));
    const holdOut = { playbookShare: 0.4, globalShare: 0.2, salt: "s" };
    const told = (playbook: string) =>
      ids.filter((id) => !isHeldOut(id, playbook, "2026-11-23", holdOut)).length;
    const { coming } = await loadWeekAhead({ ...deps(), holdOut }, ANA, now);
    expect(coming.renewal.inAll).toBe(told("call-about-renewal"));
    expect(coming["contract-end"].inAll).toBe(told(ALL_PLAYBOOKS));
    expect(told("call-about-renewal")).toBeLessThan(told(ALL_PLAYBOOKS));
    expect(told(ALL_PLAYBOOKS)).toBeLessThan(12);
  });
});
