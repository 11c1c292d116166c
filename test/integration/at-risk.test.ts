import { expect, it } from "vitest";
import type { Member } from "../../src/domain/customer.ts";
import type { AtRiskScope } from "../../src/domain/outreach/at-risk.ts";
import { listAtRisk } from "../../src/flows/outreach/list-at-risk.ts";
import { snoozeWithin } from "../../src/store/customers/snoozes.ts";
import type { Database } from "../../src/store/database/database.ts";
import { createStore } from "../../src/store/store.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { fileRows } from "../support/file-rows.ts";

const NOW = new Date("2026-11-23T08:00:00Z");
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000);
const CLV = { years: 3, discountRatePercent: 10, marginPercentIfUnknown: null };
const CONTRACT = { currency: "EUR", started_on: "2025-01-01", renews_on: "2027-01-01", margin_percent: 50 };
const person = (role: Member["role"], email: string | null): Member => ({
  slackUserId: "U9",
  name: "Reader",
  email,
  role,
  timeZone: "UTC",
});
const MIA = person("manager", null);
const ANA = person("rep", "ana@example.com");

describeOnEachDatabase("the list of those at high risk", (database) => {
  const depsOf = (to: Database) => ({ ...createStore(to), clock: () => NOW, clv: CLV, timeZone: "UTC" });
  const ask = async (reader: Member, scope: AtRiskScope | null = null, page = 0) =>
    (await listAtRisk(depsOf(database()), { reader, place: "direct", scope, page })).list;
  const names = async (...asked: Parameters<typeof ask>) => {
    const list = await ask(...asked);
    if (list.kind !== "page") throw new Error(JSON.stringify(list));
    return list.items.map(({ customer }) => customer.name);
  };

  /** Somebody of each kind; the riskiest is not the dearest. */
  async function customers() {
    const rows = fileRows(database());
    const model = await rows.model();
    await rows.member("U1", "ana@example.com");
    const add = async (name: string, row: object, probability: number | null) => {
      const id = await rows.customer(name, { ...CONTRACT, ...row });
      await rows.score(id, daysAgo(0.3), probability, model);
      return id;
    };
    const own = { owner_email: "ANA@example.com", segment: "Retail" };
    return {
      riskier: await add("Riskier", { ...own, monthly_revenue_minor: 10_000 }, 0.9),
      dearer: await add("Dearer", { segment: "Gastro", monthly_revenue_minor: 900_000 }, 0.6),
      yen: await add("Yen", { ...own, currency: "JPY", monthly_revenue_minor: 9_000_000 }, 0.7),
      calm: await add("Calm", { ...own, monthly_revenue_minor: 99_000_000 }, 0.49),
      ended: await add("Ended", { ...own, ended_on: "2026-11-20", monthly_revenue_minor: 10_000 }, 0.9),
      silent: await add("Silent", own, null),
    };
  }

  it("holds everybody's at high risk for managers, their own for reps, most at stake first", async () => {
    await customers();
    expect(await names(MIA)).toEqual(["Dearer", "Riskier", "Yen"]);
    expect(await names(ANA)).toEqual(["Riskier", "Yen"]);
    expect(await names(ANA, { kind: "team" })).toEqual(["Dearer", "Riskier", "Yen"]);
    expect(await names(MIA, { kind: "segment", segment: "gASTRO" })).toEqual(["Dearer"]);
    expect(await ask(MIA)).toMatchObject({
      inAll: 3,
      valueAtRisk: { customers: 3, known: 2, money: { minor: 3_240_000 + 54_000, currency: "EUR" } },
      ranking: { known: 2, unknown: 1, withoutRate: 1 },
    });
  });

  it("keeps amounts of others' customers from a rep, and their sum", async () => {
    await customers();
    const list = await ask(ANA, { kind: "team" });
    if (list.kind !== "page") throw new Error(list.kind);
    expect(list.items.map(({ customer }) => customer.stake.kind)).toEqual(["hidden", "known", "unknown"]);
    expect(list.valueAtRisk).toBeNull();
  });

  it("says who acted since the risk became high: neither before, nor what is still to come", async () => {
    const rows = fileRows(database());
    const ids = await customers();
    await rows.score(ids.riskier, daysAgo(10), 0.3, null);
    await rows.score(ids.riskier, daysAgo(8), 0.6, null);
    await rows.score(ids.riskier, daysAgo(7), null, null);
    const acted = async () =>
      (await createStore(database()).atRisk.acted(Object.values(ids), NOW)).get(ids.riskier);
    await rows.touch(ids.riskier, daysAgo(9));
    await rows.touch(ids.riskier, daysAgo(-1));
    expect(await acted()).toBeUndefined();
    await rows.touch(ids.riskier, daysAgo(7.5));
    expect(await acted()).toEqual({ how: "touched", byName: null, at: daysAgo(7.5).toISOString() });
    await database().pool.query(
      `INSERT INTO suggestions (key, kind, customer_id, playbook, action, reason, status, created_at, settled_at, settled_by)
       VALUES ('nudge:1:x', 'nudge', $1, 'p', '{}', '{}', 'reached_out', $2, $3, 'U1')`,
      [ids.riskier, daysAgo(20), daysAgo(2)],
    );
    expect(await acted()).toEqual({ how: "reached_out", byName: "U1", at: daysAgo(2).toISOString() });
    const list = await ask(MIA);
    const shown = list.kind === "page" ? list.items.map(({ customer }) => customer.acted?.how ?? null) : [];
    expect(shown).toEqual([null, "reached_out", null]);
  });

  it("knows of a snooze that answered no suggestion", async () => {
    const { yen } = await customers();
    await snoozeWithin(database().pool, {
      ...{ customerId: yen, until: daysAgo(-7), by: "U1", at: daysAgo(0.1), seenAt: null },
    });
    expect((await createStore(database()).atRisk.acted([yen], NOW)).get(yen)).toEqual({
      ...{ how: "snoozed", byName: "U1", at: daysAgo(0.1).toISOString() },
    });
  });

  it("is read in pages, and the last one where it has become shorter", async () => {
    const rows = fileRows(database());
    const model = await rows.model();
    for (let place = 0; place < 12; place += 1) {
      const id = await rows.customer(`Customer ${place}`, {
        ...CONTRACT,
        monthly_revenue_minor: 1_000 * (place + 1),
      });
      await rows.score(id, daysAgo(0.3), 0.6, model);
    }
    expect(await names(MIA)).toHaveLength(10);
    expect(await names(MIA, null, 1)).toEqual(["Customer 1", "Customer 0"]);
    expect(await names(MIA, null, 7)).toEqual(["Customer 1", "Customer 0"]);
  });

  it("says why there is nobody on it", async () => {
    const because = async (...asked: Parameters<typeof ask>) => {
      const list = await ask(...asked);
      return list.kind === "nobody" ? list.because : list.kind;
    };
    expect(await because(MIA)).toBe("no-customers");
    const rows = fileRows(database());
    const calm = await rows.customer("Calm", { owner_email: "ana@example.com", segment: "Retail" });
    expect(await because(MIA)).toBe("not-scored");
    await rows.score(calm, daysAgo(0.3), 0.1, await rows.model());
    expect(await because(MIA)).toBe("none-at-risk");
    expect(await because(ANA)).toBe("none-at-risk");
    expect(await because(person("rep", "ben@example.com"))).toBe("no-accounts");
    expect(await because(person("rep", null))).toBe("no-email");
    expect(await ask(MIA, { kind: "segment", segment: "Retial" })).toEqual({
      kind: "unknown-segment",
      typed: "Retial",
      segments: ["Retail"],
    });
    await rows.score(calm, daysAgo(0.1), 0.9, await rows.model("constant"));
    expect(await because(MIA)).toBe("no-signal");
  });
});
