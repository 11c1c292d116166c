import { describe, expect, it } from "vitest";
import type { AccountBand } from "../../src/domain/outreach/home-state.ts";
import { loadOperations } from "../../src/flows/messages/load-operations.ts";
import { mentionScope } from "../../src/flows/outreach/list-mentions.ts";
import { loadHome } from "../../src/flows/outreach/load-home.ts";
import { publicHolidays } from "../../src/holidays/public-holidays.ts";
import { createStore } from "../../src/store/store.ts";
import { addCustomer, addModel, addScore } from "../support/customer-rows.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { NO_MODEL } from "../support/no-model.ts";
import { readOf } from "../support/read-of.ts";

const NOW = new Date("2026-12-09T14:00:00Z");
const LAST_WEEK = "2026-12-01T02:00:00Z";
const TODAY = "2026-12-09T02:00:00Z";
const ANA = "ana@example.com";

describeOnEachDatabase("what Home reads", (database) => {
  const store = () => createStore(database());
  const add = async (
    name: string,
    before: number | null,
    now: number | null,
    ownerEmail = "Ana@example.com",
  ) => {
    const id = await addCustomer(database(), { name, ownerEmail });
    if (before !== null) await addScore(database(), id, { asOf: LAST_WEEK, probability: before });
    if (now !== null) await addScore(database(), id, { asOf: TODAY, probability: now });
    return id;
  };
  const own = (band: AccountBand, page = 0, perPage = 10) =>
    store().homeAccounts.ofOwner(ANA, { band, page, perPage }, NOW);
  const names = async (band: AccountBand) => (await own(band)).items.map(({ name }) => name);

  it("lists own accounts by band: high from 50 % on, moved by ten points either way, without a figure", async () => {
    await add("Rising", 0.3, 0.45);
    await add("Falling", 0.9, 0.6);
    await add("Still", 0.5, 0.55);
    await add("New", null, 0.5);
    await add("Silent", null, null);
    await add("Ben's", 0.1, 0.9, "ben@example.com");
    expect(await names("all")).toEqual(["Falling", "Still", "New", "Rising", "Silent"]);
    expect(await names("high")).toEqual(["Falling", "Still", "New"]);
    expect(await names("moved")).toEqual(["Falling", "Rising"]);
    expect(await names("no-figure")).toEqual(["Silent"]);
    expect((await own("moved")).items[0]?.before).toBeCloseTo(0.9);
    expect((await own("all")).items[0]?.before).toBeNull();
    expect(await own("high")).toMatchObject({ band: "high", inAll: 3, owned: 5, page: 0, pages: 1 });
  });

  it("calls nobody moved by a score that is older than the week before", async () => {
    const id = await add("Long ago", null, 0.9);
    await addScore(database(), id, { asOf: "2026-11-20T02:00:00Z", probability: 0.1 });
    expect(await own("moved")).toMatchObject({ items: [], inAll: 0, owned: 1 });
  });

  it("gives the last page where there are fewer by now, and the counts where nobody is there", async () => {
    for (const place of [1, 2, 3, 4, 5]) await add(`C${place}`, null, 0.1 * place);
    const last = await own("all", 99, 2);
    expect(last).toMatchObject({ page: 2, pages: 3, inAll: 5, items: [{ name: "C1" }] });
    expect((await own("all", 1, 2)).items.map(({ name }) => name)).toEqual(["C3", "C2"]);
    expect(await own("no-figure", 7, 2)).toMatchObject({ page: 0, pages: 1, inAll: 0, owned: 5, items: [] });
  });

  it("finds the unhappy answers of a reader's customers that nobody followed up, oldest first", async () => {
    const [anas, bens] = [await add("Acme", null, 0.2), await add("Beta", null, 0.2, "ben@example.com")];
    const answer = (customerId: number, id: string, score: number, at: string) =>
      database().pool.query(
        `INSERT INTO feedback (customer_id, source, external_id, kind, score, scale_max, at)
         VALUES ($1, 'feedback-link', $2, 'nps', $3, 10, $4)`,
        [customerId, id, score, at],
      );
    await answer(anas, "1", 2, "2026-12-05T10:00:00Z");
    await answer(bens, "2", 3, "2026-12-04T10:00:00Z");
    await answer(anas, "3", 10, "2026-12-03T10:00:00Z");
    const openFor = (all: boolean, email: string | null, limit = 5) =>
      store().feedbackLoops.openFor({ all, email }, limit, NOW);
    expect(await openFor(false, ANA)).toMatchObject({
      inAll: 1,
      items: [{ customer: "Acme", customerId: anas }],
    });
    expect(await openFor(false, null)).toEqual({ inAll: 0, items: [] });
    expect(await openFor(true, null, 1)).toMatchObject({ inAll: 2, items: [{ customer: "Beta" }] });
  });

  it("finds the snoozes a member began that still run, the next to end first", async () => {
    const snooze = async (name: string, by: string, until: string) =>
      database().pool.query(
        "UPDATE customers SET snoozed_until = $1, snoozed_by = $2, snoozed_at = $3 WHERE id = $4",
        [until, by, LAST_WEEK, await add(name, null, null)],
      );
    await snooze("Late", "U1", "2027-01-20T00:00:00Z");
    await snooze("Soon", "U1", "2026-12-20T00:00:00Z");
    await snooze("Over", "U1", "2026-12-08T00:00:00Z");
    await snooze("Other", "U2", "2026-12-20T00:00:00Z");
    const begun = await store().snoozes.begunBy("U1", 1, NOW);
    expect(begun).toMatchObject({ inAll: 2, items: [{ name: "Soon" }] });
  });

  it("tells operations what serves and what failed, a manager how many checks are fine, a rep nothing", async () => {
    const { jobRuns, sources } = store();
    const champion = await addModel(database());
    await sources.add({ name: "crm", kind: "hubspot", settings: {} }, NOW);
    const run = { job: "score-daily", period: "2026-12-09 UTC" };
    const claim = await jobRuns.claim(run, NOW, NOW, 3);
    if (claim === null) throw new Error("nothing was claimed");
    await jobRuns.fail(claim, { error: "no disk", isLast: true }, NOW, NOW);
    await jobRuns.noteMissed({
      ...{
        job: "digest-weekly",
        timeZone: "UTC",
        firstPeriod: "2026-W48",
        lastPeriod: "2026-W49",
        periods: 2,
      },
      ...{ firstDay: "2026-11-30", lastDay: "2026-12-07", notedAt: NOW },
    });
    const deps = { ...store(), clock: () => NOW, systems: { definitions: {} } };
    const seenBy = (role: "rep" | "manager" | "operations") => loadOperations(deps, { member: { role } });
    expect(await seenBy("rep")).toBeNull();
    const glance = await seenBy("manager");
    expect(glance).toMatchObject({ kind: "glance" });
    expect(readOf(glance?.checks ?? []).map(({ name }) => name)).toContain("model");
    expect(await seenBy("operations")).toMatchObject({
      kind: "all",
      checks: glance?.checks,
      sources: [{ name: "crm", title: null, pulledAt: null, failures: [] }],
      jobs: {
        failed: [{ job: "score-daily", error: "no disk", isLast: true, at: NOW }],
        missed: [{ job: "digest-weekly", periods: 2, lastDay: "2026-12-07" }],
      },
      model: { champion: { id: champion }, candidate: null, before: null },
      imports: [],
    });
  });

  describe("where something cannot be read", () => {
    const fails = () => Promise.reject(new Error("no disk"));
    const member = { slackUserId: "U1", name: "Mia", email: ANA, role: "manager", timeZone: "UTC" } as const;
    const deps = () => ({
      ...store(),
      ...{ model: NO_MODEL, holidays: publicHolidays(), clock: () => NOW, timeZone: "UTC" },
      clv: { years: 3, discountRatePercent: 10, marginPercentIfUnknown: null },
    });

    it("leaves that out, with the reference it has in the log, and reads the rest", async () => {
      await add("Falling", 0.9, 0.6);
      const { homeAccounts, feedbackLoops } = store();
      const noted: Array<[string, unknown]> = [];
      const { page } = await loadHome(
        {
          ...deps(),
          homeAccounts: { ...homeAccounts, totals: fails },
          feedbackLoops: { ...feedbackLoops, openFor: fails },
          noteUnread: (part, error) => `ref-${noted.push([part, error])}`,
        },
        { member },
      );
      expect(noted).toEqual([
        ["totals", new Error("no disk")],
        ["answers", new Error("no disk")],
      ]);
      const [totals, answers] = [{ unread: "ref-1" }, { unread: "ref-2" }];
      expect(page).toMatchObject({
        totals,
        freshness: totals,
        noSignal: false,
        accountsInAll: 1,
        empty: null,
      });
      expect(page.day).toMatchObject({ answers, nudges: { inAll: 0 }, mentions: { inAll: 0 } });
      expect(page.atRisk).toMatchObject({ kind: "nobody" });
    });

    it("gives a rep nothing of what is for those who steer, and a manager all of it", async () => {
      await add("Falling", 0.9, 0.6);
      const pageOf = async (role: "rep" | "manager") =>
        (await loadHome(deps(), { member: { ...member, role } })).page;
      expect(await pageOf("rep")).toMatchObject({ totals: null, needOwner: null, undelivered: null });
      const { totals, needOwner, undelivered } = await pageOf("manager");
      expect([totals, needOwner, undelivered]).not.toContain(null);
      const reader = (role: "rep" | "manager") => mentionScope({ role, email: ANA });
      expect(reader("rep")).toEqual({ all: false, email: ANA });
      expect(reader("manager")).toEqual({ all: true, email: null });
    });

    it("fails as a whole where nobody notes it", async () => {
      const broken = { ...deps(), homeAccounts: { ...store().homeAccounts, totals: fails } };
      await expect(loadHome(broken, { member })).rejects.toThrow("no disk");
    });
  });

  it("keeps once when a member said that they know what Home is for", async () => {
    const { homeVisits, members } = store();
    const member = { slackUserId: "U1", name: "Ana", email: ANA, role: "rep", timeZone: "UTC" } as const;
    await members.save({ ...member, account: "member" }, NOW);
    expect(await homeVisits.explainedAt("U1")).toBeNull();
    expect(await homeVisits.explainedAt("U9")).toBeNull();
    await homeVisits.explained("U1", NOW);
    await homeVisits.explained("U1", new Date("2026-12-10T00:00:00Z"));
    expect(await homeVisits.explainedAt("U1")).toEqual(NOW);
    await members.save({ ...member, name: "Anna", account: "member" }, NOW);
    expect(await homeVisits.explainedAt("U1")).toEqual(NOW);
  });
});
