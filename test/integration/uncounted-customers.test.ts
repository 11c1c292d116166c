import { expect, it } from "vitest";
import type { Member } from "../../src/domain/customer.ts";
import { composeDigest } from "../../src/flows/messages/compose-digest.ts";
import { listAtRisk } from "../../src/flows/outreach/list-at-risk.ts";
import { loadHome } from "../../src/flows/outreach/load-home.ts";
import { scoreCustomers } from "../../src/flows/risk/scoring/score-customers.ts";
import { publicHolidays } from "../../src/holidays/public-holidays.ts";
import type { Database } from "../../src/store/database/database.ts";
import { createStore } from "../../src/store/store.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { fileRows } from "../support/file-rows.ts";
import { NO_MODEL } from "../support/no-model.ts";

/** Already Tuesday in the team's zone. */
const ZONE = "Asia/Shanghai";
const NOW = new Date("2026-11-23T17:00:00Z");
const TODAY = { fromDay: "2026-11-24", toDay: "2026-11-24", timeZone: ZONE };
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000);
const MIA: Member = { slackUserId: "U9", name: "Mia", email: null, role: "manager", timeZone: "UTC" };
const ANA: Member = { ...MIA, email: "ana@example.com", role: "rep" };

const depsOf = (database: Database) => ({
  ...createStore(database, ZONE),
  model: NO_MODEL,
  holidays: publicHolidays(),
  clock: () => NOW,
  clv: { years: 3, discountRatePercent: 10, marginPercentIfUnknown: null },
  timeZone: ZONE,
});

describeOnEachDatabase("who is counted as at risk", (database) => {
  /** Everybody was scored, with a high risk but for one; each as a customer file can have them. */
  async function customers(): Promise<Record<string, number>> {
    const rows = fileRows(database());
    const model = await rows.model();
    const ids: Record<string, number> = {};
    const add = async (name: string, row: object, boughtDaysAgo: readonly number[], probability = 0.9) => {
      const id = await rows.customer(name, { owner_email: "ana@example.com", ...row });
      for (const days of boughtDaysAgo) await rows.order(id, daysAgo(days));
      await rows.score(id, daysAgo(0.3), probability, model);
      ids[name] = id;
    };
    const contract = { started_on: "2025-01-01", monthly_revenue_minor: 10_000, currency: "EUR" };
    await add("Runs", contract, [500]);
    await add("蓝海贸易", {}, [700, 364]);
    await add("Bought today", {}, [800, 0.1]);
    await add("Calm", {}, [20], 0.1);
    await add("Silent", {}, [366]);
    await add("Silent in the team's zone", {}, [365]);
    await add("Silent for long", { segment: "Retail" }, [1_200]);
    await add("Ended", { ...contract, ended_on: "2026-11-01" }, []);
    await add("Never bought", {}, []);
    await add("Contract taken out of the file", contract, []);
    const { pool } = database();
    const takenOut = "started_on = NULL, monthly_revenue_minor = NULL";
    await pool.query(
      `UPDATE customers SET ${takenOut} WHERE id = $1 AND set_config('mainstay.today', '2026-11-10', true) <> ''`,
      [ids["Contract taken out of the file"]],
    );
    return ids;
  }
  const COUNTED = ["Runs", "蓝海贸易", "Bought today", "Calm"];
  /** Without a model: it scores nobody anew, so the scores above stay the newest. */
  const score = async (asOf = NOW) => {
    const { modelVersions, ...deps } = depsOf(database());
    await scoreCustomers(
      { ...deps, modelVersions: { ...modelVersions, loadChampion: async () => null } },
      { asOf },
    );
  };
  const list = async (reader = MIA) =>
    (await listAtRisk(depsOf(database()), { reader, place: "direct", scope: null, page: 0 })).list;
  const digest = () => composeDigest(depsOf(database()), { week: "2026-W47", timeZone: ZONE });
  const namesOn = async () => {
    const found = await list();
    return found.kind === "page" ? found.items.map(({ customer }) => customer.name).sort() : found.kind;
  };

  it("are the customers of all figures: in the digest, on the list, on Home", async () => {
    await customers();
    await score();
    const { atEnd } = await createStore(database(), ZONE).cohorts.cohort(TODAY);
    expect(atEnd).toBe(COUNTED.length);

    const { customersAtRisk, unscored, toSave, silent } = await digest();
    expect(customersAtRisk).toEqual({ high: 3, medium: 0, low: 1 });
    expect(customersAtRisk.high + customersAtRisk.medium + customersAtRisk.low + unscored).toBe(atEnd);
    expect(toSave?.count).toBe(3);
    expect(silent).toBe(3);

    expect(await namesOn()).toEqual(["Bought today", "Runs", "蓝海贸易"]);
    expect(await list()).toMatchObject({ inAll: 3, silent: 3 });
    const { page } = await loadHome(depsOf(database()), { member: MIA });
    expect(page.atRisk).toMatchObject({ inAll: 3, silent: 3 });
    expect(page.totals).toMatchObject({ customers: 10, counted: atEnd, scored: atEnd, atHighRisk: 3 });
  });

  it("counts a customer whose score is missing as one without, and who was never one not at all", async () => {
    const rows = fileRows(database());
    await rows.order(await rows.customer("New"), daysAgo(1));
    await rows.customer("Only in the file");
    await score();
    expect(await digest()).toMatchObject({ unscored: 1, silent: 0 });
  });

  it("says to whom a list is shorter how many were silent, and lists the other accounts on Home", async () => {
    await customers();
    await score();
    const retail = {
      reader: MIA,
      place: "direct",
      scope: { kind: "segment", segment: "retail" },
      page: 0,
    } as const;
    expect((await listAtRisk(depsOf(database()), retail)).list).toMatchObject({
      ...{ kind: "nobody", because: "none-at-risk", silent: 1 },
    });
    const { page } = await loadHome(depsOf(database()), { member: ANA });
    expect(page.atRisk).toMatchObject({ inAll: 3, silent: 3 });
    // An owner still sees whom nobody counts yet or any more, but for those silent and those the file calls ended.
    expect(page.accountsInAll).toBe(6);
    expect(page.empty).toBeNull();
  });

  it("follows with the next scoring, and not with one of an earlier day", async () => {
    const ids = await customers();
    await score();
    await fileRows(database()).order(ids["Silent for long"] ?? 0, daysAgo(0));
    await score(daysAgo(30));
    expect(await namesOn()).not.toContain("Silent for long");
    await score(new Date(NOW.getTime() + 1));
    expect(await namesOn()).toContain("Silent for long");
    expect(await list()).toMatchObject({ silent: 2 });
  });
});
