import { beforeEach, expect, it } from "vitest";
import { daysAfter } from "../../src/domain/clock.ts";
import { PLAYBOOKS } from "../../src/domain/outreach/playbooks/playbooks.ts";
import { isHeldOut } from "../../src/domain/outreach/proof/hold-out.ts";
import { previewThreshold } from "../../src/flows/outreach/preview-threshold.ts";
import { readMargins } from "../../src/flows/outreach/proof/read-margins.ts";
import { reportUplift } from "../../src/flows/outreach/report-uplift.ts";
import { weighPlaybooks } from "../../src/flows/outreach/weigh-playbooks.ts";
import { readMetrics } from "../../src/flows/value/read-metrics.ts";
import { riskListStore } from "../../src/store/outreach/risk-list.ts";
import { createStore } from "../../src/store/store.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { fileRows } from "../support/file-rows.ts";

const DEALT_AT = new Date("2026-10-06T08:00:00Z");
const NOW = new Date("2026-11-30T08:00:00Z");
const HOLD_OUT = { playbookShare: 0.3, globalShare: 0.2, salt: "uplift" };
const CUSTOMERS = 300;

describeOnEachDatabase("what nudges brought in margin", (database) => {
  const clv = { years: 3, discountRatePercent: 10, marginPercentIfUnknown: null };
  const deps = (now = NOW) => ({
    ...createStore(database()),
    ...{ clv, holdOut: HOLD_OUT, timeZone: "UTC", clock: () => now },
  });
  const report = (now = NOW, day = "2026-11-01") => reportUplift(deps(now), { day });
  const ids = Array.from({ length: CUSTOMERS }, (_, place) => place + 1);
  const heldOut = ids.filter((id) => isHeldOut(id, "check-in", "2026-10-06", HOLD_OUT));
  const nudged = ids.filter((id) => !heldOut.includes(id));
  const mean = (of: readonly number[], value: (id: number) => number) =>
    of.reduce((sum, id) => sum + value(id), 0) / of.length;

  /** Every second customer buys for 100.00 again, and of those nudged every third of the others. */
  const bought = (id: number) => id % 2 === 0 || (id % 3 === 0 && nudged.includes(id));
  beforeEach(async () => {
    await database().pool.query(
      `WITH made AS (
         INSERT INTO customers (id, source, external_id, name, margin_percent)
         SELECT id, 't', id::text, 'Customer ' || id, 40 FROM unnest($1::int[]) AS id
       ), cases AS (
         INSERT INTO playbook_cases (customer_id, playbook, occasion, kind, eligible_at, passed_over)
         SELECT id, 'check-in', 'held out 2026-Q4', 'nudge', $3, 'held-out' FROM unnest($2::int[]) AS id
       ), nudges AS (
         INSERT INTO suggestions (key, kind, customer_id, member_id, playbook, action, reason, probability, status,
           settled_by, settled_at, created_at)
         SELECT 'n' || id, 'nudge', id, 'U1', 'check-in', '{}', '{}', 0.5 + id / 1000.0,
           CASE WHEN id % 5 = 0 THEN 'reached_out' ELSE 'closed' END, CASE WHEN id % 5 = 0 THEN 'U1' END, $3, $3
         FROM unnest($1::int[]) AS id WHERE id <> ALL ($2)
       )
       INSERT INTO activities (source, external_id, customer_id, kind, at, amount_minor, currency)
       SELECT 't', id::text, id, 'order', $3::timestamptz + interval '9 days', 10000, 'EUR' FROM unnest($4::int[]) AS id`,
      [ids, heldOut, DEALT_AT, ids.filter(bought)],
    );
  });

  it("is the difference in margin to those held out, per customer and in total", async () => {
    const { playbooks, currency } = await report();
    const [checkIn] = playbooks;
    const effect =
      4_000 * (mean(nudged, (id) => Number(bought(id))) - mean(heldOut, (id) => Number(bought(id))));
    expect(currency).toBe("EUR");
    expect(checkIn?.margin).toMatchObject({ known: CUSTOMERS, withoutMargin: 0 });
    expect(checkIn?.margin.soFar?.effect).toBeCloseTo(effect, 6);
    expect(checkIn?.margin.gain?.minor).toBe(Math.round(effect * nudged.length));
    expect(checkIn?.arms).toBe("as-drawn");
  });

  it("leaves out whose margin is not known, and never takes it for nothing", async () => {
    await database().pool.query("UPDATE customers SET margin_percent = NULL WHERE id % 10 = 0");
    const known = (of: readonly number[]) => of.filter((id) => id % 10 !== 0);
    const [checkIn] = (await report()).playbooks;
    expect(checkIn?.margin).toMatchObject({ known: CUSTOMERS - 30, withoutMargin: 30 });
    const share = (of: readonly number[]) => mean(known(of), (id) => Number(bought(id)));
    expect(checkIn?.margin.soFar?.effect).toBeCloseTo(4_000 * (share(nudged) - share(heldOut)), 6);
  });

  it("is adjusted by what customers brought before", async () => {
    await database().pool.query(
      `INSERT INTO activities (source, external_id, customer_id, kind, at, amount_minor, currency)
       SELECT 'before', id::text, id, 'order', '2026-08-01', CASE WHEN id % 2 = 0 THEN 30000 ELSE 100 END, 'EUR'
       FROM customers`,
    );
    const [checkIn] = (await report()).playbooks;
    const plain =
      4_000 * (mean(nudged, (id) => Number(bought(id))) - mean(heldOut, (id) => Number(bought(id))));
    // What even ids bring is told by what they brought before: the chance difference in how many there are goes.
    const odd = nudged.filter((id) => id % 2 === 1);
    const truth = (4_000 * odd.filter((id) => id % 3 === 0).length) / nudged.length;
    expect(Math.abs((checkIn?.margin.soFar?.effect ?? 0) - truth)).toBeLessThan(Math.abs(plain - truth) + 1);
    expect(checkIn?.margin.soFar?.halfWidthOnce).toBeLessThan(400);
  });

  it("says which rate is missing in place of any margin", async () => {
    await fileRows(database()).order(1, daysAfter(DEALT_AT, 3), 5_000, "JPY");
    const { missingRate, playbooks } = await report();
    expect(missingRate).toMatchObject({ code: "cost.missing-rate", parameters: { from: "JPY", to: "EUR" } });
    expect(playbooks[0]?.margin).toMatchObject({ known: 0, soFar: null, gain: null });
    expect(playbooks[0]?.returned).toEqual({ kind: "not-yet", because: "no-rate" });
    expect(playbooks[0]?.soFar).not.toBeNull();
  });

  it("costs the time of who acted and the ledger's gifts, and returns nothing while time has no price", async () => {
    const acted = nudged.filter((id) => id % 5 === 0).length;
    expect((await report()).playbooks[0]).toMatchObject({
      cost: { timeMinor: 0, unpriced: acted },
      returned: { because: "unpriced-time" },
    });
    await fileRows(database()).member("U1", "u1@us.example");
    await database().pool.query(
      `WITH hourly AS (
         INSERT INTO hourly_costs (member_id, from_day, amount_minor, currency, set_by, set_at)
         VALUES ('U1', '2026-01-01', 6000, 'EUR', 'U0', now())
       )
       INSERT INTO cost_entries (source, external_id, category, kind, amount_minor, currency, from_day, to_day, applies_to, driver)
       VALUES ('t', 'gift', 'activities', 'direct', 1000, 'EUR', '2026-10-06', '2026-10-06', 'playbook:check-in', 'equal')`,
    );
    const minutes = PLAYBOOKS.find(({ key }) => key === "check-in")?.minutes ?? 0;
    const [checkIn, all] = (await report()).playbooks;
    const cost = { timeMinor: acted * minutes * 100, giftsMinor: 1_000, unpriced: 0, missingRate: null };
    expect(checkIn?.cost).toEqual(cost);
    expect(all?.cost).toEqual(cost);
    const { gain } = checkIn?.margin ?? {};
    const total = cost.timeMinor + cost.giftsMinor;
    const bothSigns = (gain?.lowMinor ?? 0) <= total && (gain?.highMinor ?? 0) >= total;
    expect(checkIn?.returned.kind).toBe(bothSigns ? "not-yet" : "known");
  });

  it("costs the minutes that the team has set, as the choice of nudges reckons", async () => {
    await fileRows(database()).member("U1", "u1@us.example");
    await database().pool.query(
      `INSERT INTO hourly_costs (member_id, from_day, amount_minor, currency, set_by, set_at)
       VALUES ('U1', '2026-01-01', 6000, 'EUR', 'U0', now())`,
    );
    const { playbookSettings } = createStore(database());
    const set = { mode: "on", numbers: {}, minutes: 45, gift: null } as const;
    await playbookSettings.save({ ...set, playbook: "check-in", seen: null, by: "U0", at: DEALT_AT });
    await playbookSettings.save({
      ...set,
      playbook: "thank",
      minutes: 7,
      seen: null,
      by: "U0",
      at: DEALT_AT,
    });
    const acted = nudged.filter((id) => id % 5 === 0).length;
    expect((await report()).playbooks[0]?.cost.timeMinor).toBe(acted * 45 * 100);
  });

  it("gives no verdict where the arms are not as drawn", async () => {
    await database().pool.query("DELETE FROM playbook_cases WHERE customer_id % 3 > 0");
    const [checkIn] = (await report()).playbooks;
    expect(checkIn).toMatchObject({ arms: "not-as-drawn", soFar: null, margin: { soFar: null, gain: null } });
    expect(checkIn?.returned).toEqual({ kind: "not-yet", because: "arms-not-as-drawn" });
  });

  it("judges a quarter by the shares it was drawn by, whatever is set since", async () => {
    await weighPlaybooks(deps(DEALT_AT));
    const holdOut = { ...HOLD_OUT, playbookShare: 0.1, globalShare: 0.02 };
    await weighPlaybooks({ ...deps(new Date("2026-11-29T08:00:00Z")), holdOut });
    const [checkIn, all] = (await reportUplift({ ...deps(), holdOut }, { day: "2026-11-01" })).playbooks;
    expect(checkIn).toMatchObject({ arms: "as-drawn", heldOut: heldOut.length });
    expect(all?.heldOut).toBe(
      ids.filter((id) => isHeldOut(id, "all playbooks", "2026-10-06", HOLD_OUT)).length,
    );
    await database().pool.query("DELETE FROM hold_outs");
    const [unknown] = (await reportUplift({ ...deps(), holdOut }, { day: "2026-11-01" })).playbooks;
    expect(unknown?.arms).toBe("not-as-drawn");
  });

  it("counts a nudge in the quarter that it was where its reader is, as the draw did", async () => {
    await fileRows(database()).member("U1", "u1@us.example", "Pacific/Auckland");
    await database().pool.query("DELETE FROM playbook_cases");
    // Half past nine on 1 January there.
    await database().pool.query("UPDATE suggestions SET created_at = '2026-12-31T20:30:00Z'");
    const later = new Date("2027-02-28T08:00:00Z");
    expect((await report(later, "2026-12-31")).playbooks).toEqual([]);
    expect((await report(later, "2027-01-01")).playbooks[0]).toMatchObject({ sent: nudged.length });
  });

  it("was right where somebody acted or the customer left, and says what a higher threshold would have been", async () => {
    const right = nudged.filter((id) => id % 5 === 0 || !bought(id));
    const [checkIn] = (await report()).playbooks;
    expect(checkIn?.precision).toEqual({ sent: nudged.length, judged: nudged.length, right: right.length });
    const inNext = deps(new Date("2027-01-15T08:00:00Z"));
    const preview = await previewThreshold(inNext, { threshold: 0.6 });
    const from = (of: readonly number[]) => of.filter((id) => Math.fround(0.5 + id / 1000) >= 0.6).length;
    const was = { sent: nudged.length, judged: nudged.length, right: right.length };
    const would = { sent: from(nudged), judged: from(nudged), right: from(right) };
    expect(preview).toMatchObject({ kind: "preview", quarter: "2026-Q4", together: { was, would } });
    expect(await previewThreshold(inNext, { threshold: 0.4 })).toMatchObject({ kind: "below-now", now: 0.5 });
    const far = deps(new Date("2028-01-15T08:00:00Z"));
    expect(await previewThreshold(far, { threshold: 0.6 })).toEqual({
      kind: "no-nudges",
      quarters: ["2027-Q4", "2028-Q1"],
    });
  });

  it("weighs what was measured with what is believed, and keeps it for the mornings", async () => {
    const { playbookEffects } = createStore(database());
    expect(await playbookEffects.all()).toEqual(new Map());
    expect(await weighPlaybooks(deps(DEALT_AT))).toEqual({ playbooks: PLAYBOOKS.length, measured: 0 });
    const believed = await playbookEffects.all();
    expect(believed.get("check-in")).toEqual({ share: 0.05, from: "believed", weight: 0 });
    await weighPlaybooks(deps(new Date("2027-03-01T08:00:00Z")));
    const weighed = (await playbookEffects.all()).get("check-in");
    const lost = 1 - mean(heldOut, (id) => Number(bought(id)));
    const measured = (mean(nudged, (id) => Number(bought(id))) - (1 - lost)) / lost;
    expect(weighed?.weight).toBeGreaterThan(0.05);
    expect(weighed?.share).toBeCloseTo(0.05 + (weighed?.weight ?? 0) * (measured - 0.05), 6);
    expect((await playbookEffects.all()).get("thank")).toEqual(believed.get("thank"));
  });

  it("holds somebody out from their own quarter's first day on, not from that of UTC", async () => {
    await fileRows(database()).member("U1", "u1@us.example", "Pacific/Auckland");
    await database().pool.query("UPDATE customers SET owner_email = 'u1@us.example' WHERE id = 1");
    const wasHeldOut = async (eligibleAt: string) => {
      await database().pool.query("DELETE FROM playbook_cases WHERE customer_id = 1");
      await database().pool.query(
        `INSERT INTO playbook_cases (customer_id, playbook, occasion, kind, eligible_at, passed_over)
         VALUES (1, 'thank', 'held out', 'nudge', $1, 'held-out')`,
        [eligibleAt],
      );
      const found = await riskListStore(database()).candidate(1, new Date("2027-01-01T00:00:00Z"));
      return found?.candidate.wasHeldOut;
    };
    expect(await wasHeldOut("2026-12-31T10:59:00Z")).toBe(false);
    expect(await wasHeldOut("2026-12-31T11:00:00Z")).toBe(true);
  });
});

describeOnEachDatabase("the margin of a comparison", (database) => {
  it("is that of the report of metrics for the same customers and days", async () => {
    const rows = fileRows(database());
    const clv = { years: 3, discountRatePercent: 10, marginPercentIfUnknown: 30 };
    const customers: number[] = [];
    for (let n = 0; n < 12; n += 1) {
      const currency = n % 4 === 0 ? "USD" : "EUR";
      const contract = { started_on: "2026-01-01", monthly_revenue_minor: 12_345 };
      const id = await rows.customer(`C${n}`, {
        ...{ currency, margin_percent: n % 3 === 0 ? null : 20 + n },
        ...(n % 5 === 0 ? contract : {}),
      });
      customers.push(id);
      await rows.order(id, "2026-09-20T10:00:00Z", 7_001, currency);
      await rows.order(id, "2026-10-06T00:00:00Z", 3_333 + n, currency);
      await rows.order(id, "2026-11-04T23:59:00Z", 1_111, currency);
      // A day too late for both.
      await rows.order(id, "2026-11-05T00:00:00Z", 50_000, currency);
      if (n % 2 === 0) await rows.refund(id, "2026-10-20T10:00:00Z", 777, currency);
    }
    await database().pool.query(
      `WITH rated AS (
         INSERT INTO exchange_rates (from_currency, to_currency, day, rate, set_by, set_at)
         VALUES ('USD', 'EUR', '2026-01-01', 0.87654, 'U0', now())
       )
       INSERT INTO cost_entries (source, external_id, category, kind, amount_minor, currency, from_day, to_day, applies_to, driver)
       VALUES ('t', 'c', 'tools', 'indirect', 1000, 'EUR', '2026-10-06', '2026-11-04', 'all', 'equal')`,
    );
    const deps = { ...createStore(database()), clv, timeZone: "UTC", clock: () => NOW };
    const dealt = customers.map((customerId) => ({ customerId, at: DEALT_AT }));
    const margins = await readMargins(deps, dealt, NOW);
    const sum = dealt.reduce((total, one) => {
      const outcome = margins.of(one);
      return total + (outcome === null || outcome === "unknown" ? Number.NaN : outcome.marginMinor);
    }, 0);
    const period = { fromDay: "2026-10-06", toDay: "2026-11-04" };
    const metrics = await readMetrics(deps, { currency: null, timeZone: "UTC", clv, period });
    const returned =
      metrics.kind === "report" &&
      metrics.report.metrics.find(({ key }) => key === "return-on-cost-to-serve");
    expect(returned ? returned.working?.parameters.gain : null).toMatchObject({
      minor: sum,
      currency: "EUR",
    });
    expect(sum).toBeGreaterThan(0);
  });
});
