import { describe, expect, it } from "vitest";
import { addDays, lastDayOfMonth } from "../../../../../src/domain/calendar.ts";
import { perCustomer } from "../../../../../src/domain/costs/per-customer.ts";
import { type Cohort, retentionOf } from "../../../../../src/domain/customers/cohort.ts";
import { convertMoney, MissingRateError } from "../../../../../src/domain/exchange-rates.ts";
import { shareOfDays } from "../../../../../src/domain/figures/share-of-days.ts";
import { CurrencyMismatchError } from "../../../../../src/domain/money.ts";
import { type Phrase, phrase } from "../../../../../src/domain/phrase.ts";
import {
  type CostToServe,
  costToServeMetrics,
} from "../../../../../src/domain/value/metrics/cost-to-serve.ts";
import {
  LEAST_LOST,
  lifetimeMetrics,
  lifetimeYears,
  MOST_LIFETIME_YEARS,
} from "../../../../../src/domain/value/metrics/lifetime.ts";
import { marginClv } from "../../../../../src/domain/value/metrics/margin-clv.ts";
import { division } from "../../../../../src/domain/value/metrics/metric.ts";
import { retentionMetrics } from "../../../../../src/domain/value/metrics/retention.ts";
import { returnOnCostToServe } from "../../../../../src/domain/value/metrics/return-on-cost-to-serve.ts";
import { satisfactionMetrics } from "../../../../../src/domain/value/metrics/satisfaction.ts";
import {
  lifetimeRevenue,
  profitability,
  returnOnInvestment,
} from "../../../../../src/domain/value/metrics/value.ts";
import { textOf } from "../../../../../src/words/text.ts";

/** Every figure of the product's sources, by its number; each has to come out exactly. */

const usd = (amount: number) => ({ minor: Math.round(100 * amount), currency: "USD" });
const quarter = {
  period: { fromDay: "2026-07-01", toDay: "2026-09-30" },
  dataUpTo: new Date("2026-10-02T00:00:00Z"),
};
const cents = (dollars: number) => usd(dollars).minor;
const revenueOf = (dollars: number) => ({
  netMinor: cents(dollars),
  adjustmentsMinor: 0,
  ordersNotCountedMinor: 0,
});
/** One kept customer stands for all of them: what counts are the sums. */
const costToServe: CostToServe = {
  currency: "USD",
  costMinor: cents(20_000),
  served: 500,
  retained: 400,
  revenue: revenueOf(100_000),
  acquisition: { joined: 0, known: 0, costMinor: 0 },
  returnOnCost: returnOnCostToServe([
    { costMinor: cents(20_000), revenueMinor: cents(100_000), marginPercent: 30 },
  ]),
};
const named = (key: string, given: Partial<CostToServe> = {}) =>
  costToServeMetrics(quarter, { ...costToServe, ...given }).find((metric) => metric.key === key);
const cohortOf = (given: Pick<Cohort, "atStart" | "atEnd" | "retained" | "joined">): Cohort => ({
  ...{ reactivated: 0, left: given.atStart + given.joined - given.atEnd },
  served: given.atStart + given.joined,
  ...given,
});
const read = (given: Phrase | null | undefined) => given && textOf(given, "en");

describe("worked figures", () => {
  it("A1: retention cost per customer = 20,000 ÷ 400 = 50, over retained customers", () => {
    expect(named("retention-cost-per-retained-customer")).toMatchObject({
      value: 5_000,
      currency: "USD",
      denominator: { what: phrase("metric.of.retained"), count: 400 },
      period: quarter.period,
      dataUpTo: quarter.dataUpTo,
    });
    expect(read(named("retention-cost-per-retained-customer")?.working)).toBe("$20,000.00 ÷ 400");
  });

  it("A2: lifetime revenue = 100 × 4 × 5 = 2,000", () => {
    expect(lifetimeRevenue(usd(100), 4, 5)).toEqual(usd(2_000));
  });

  it("A3: profitability = 3,000 − 500 − 200 = 2,300", () => {
    expect(profitability(usd(3_000), usd(500), usd(200))).toEqual(usd(2_300));
    const given = {
      revenue: revenueOf(3_000),
      costMinor: cents(200),
      acquisition: { joined: 1, known: 1, costMinor: cents(500) },
    };
    const profit = named("profitability", given);
    expect(profit?.value).toBe(230_000);
    expect(read(profit?.working)).toBe("$3,000.00 − $500.00 − $200.00");
  });

  it.each([
    ["A4: labour, 5,000 a month ÷ 10 = 500 a month", 5_000, 10, 500],
    ["A5: gifts, 2,000 a year ÷ 100 = 20 a year", 2_000, 100, 20],
    ["A6: CRM, 50,000 a year ÷ 500 = 100 a year", 50_000, 500, 100],
    ["A7: research, 30,000 a year ÷ 500 = 60 a year", 30_000, 500, 60],
    ["A9: average, 50,000 ÷ 1,000 = 50", 50_000, 1_000, 50],
  ])("%s", (_name, total, customers, each) => {
    expect(perCustomer(usd(total), customers)).toEqual({ kind: "amount", money: usd(each) });
  });

  it("A10, A11: S 200, E 210, N 30 → 90 % retained, 10 % churned", () => {
    const cohort = cohortOf({ atStart: 200, atEnd: 210, joined: 30, retained: 180 });
    expect(retentionOf(cohort)).toMatchObject({ retainedPercent: 90, churnedPercent: 10, lost: 20 });
    const [retained, churned] = retentionMetrics(quarter, cohort);
    expect(retained).toMatchObject({ value: 90, denominator: { count: 200 } });
    expect(read(retained?.working)).toBe("180 ÷ 200");
    expect(read(retained?.note)).toContain("(210 − 30) ÷ 200");
    expect(churned).toMatchObject({ value: 10, working: division(20, 200) });
  });

  it("A12: ROI = (gain − cost) ÷ cost", () => {
    expect(returnOnInvestment(usd(150), usd(100))).toEqual({ kind: "ratio", ratio: 0.5 });
    const roi = named("return-on-cost-to-serve");
    expect(roi?.value).toBe(50);
    expect(read(roi?.working)).toBe("($30,000.00 − $20,000.00) ÷ $20,000.00");
  });

  it("A12: NPS = % 9–10 − % 0–6, CSAT = satisfied ÷ answered, CES = mean on its stated scale", () => {
    const answer = (kind: "nps" | "csat" | "ces", score: number, scaleMax: number, answers: number) => ({
      kind,
      score,
      scaleMax,
      answers,
    });
    const metrics = satisfactionMetrics(quarter, [
      answer("nps", 10, 10, 3),
      answer("nps", 9, 10, 2),
      answer("nps", 7, 10, 3),
      answer("nps", 6, 10, 2),
      answer("csat", 5, 5, 1),
      answer("csat", 4, 5, 2),
      answer("csat", 8, 10, 3),
      answer("csat", 3, 5, 2),
      answer("ces", 2, 7, 1),
      answer("ces", 5, 7, 2),
      answer("ces", 3, 5, 1),
    ]);
    const figures = metrics.map(({ key, value, denominator }) => [key, value, denominator.count]);
    expect(figures).toEqual([
      ["nps", 30, 10],
      ["csat", 75, 8],
      ["ces-5", 3, 1],
      ["ces-7", 4, 3],
    ]);
  });
});

describe("satisfaction on other scales", () => {
  it("leaves NPS answers that are not 0–10 out, and says so; counts CSAT by the share of each scale", () => {
    const [nps, csat, ces] = satisfactionMetrics(quarter, [
      { kind: "nps", score: 10, scaleMax: 10, answers: 1 },
      { kind: "nps", score: 5, scaleMax: 5, answers: 4 },
      { kind: "csat", score: 5, scaleMax: 7, answers: 1 },
      { kind: "csat", score: 6, scaleMax: 7, answers: 1 },
    ]);
    expect(nps).toMatchObject({ value: 100, note: phrase("metric.nps.note", { answers: 4 }) });
    expect(csat).toMatchObject({ value: 50 });
    expect(ces).toMatchObject({ key: "ces", value: null });
  });
});

describe("traps in the sources", () => {
  it("periods differ: a VIP's year is 6,120, with research 6,180, never 680", () => {
    const year = { fromDay: "2026-01-01", toDay: "2026-12-31" };
    const months = Array.from({ length: 12 }, (_, index) => {
      const fromDay = `2026-${String(index + 1).padStart(2, "0")}-01`;
      return { amountMinor: 50_000, fromDay, toDay: lastDayOfMonth(fromDay.slice(0, 7)) };
    });
    const yearly = (amount: number) => ({ amountMinor: 100 * amount, ...year });
    const total = (costs: { amountMinor: number; fromDay: string; toDay: string }[]) =>
      costs.reduce((sum, cost) => sum + shareOfDays(cost, year.fromDay, year.toDay), 0);
    expect(total([...months, yearly(20), yearly(100)])).toBe(612_000);
    expect(total([...months, yearly(20), yearly(100), yearly(60)])).toBe(618_000);
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
  });

  it("(E − N) ÷ S says 85 % where the truth is 90 %: the cohort counts, and the formula is not shown", () => {
    // 10 of the first 100 leave, and 5 of the 20 who joined.
    const cohort = cohortOf({ atStart: 100, atEnd: 105, retained: 90, joined: 20 });
    expect((100 * (cohort.atEnd - cohort.joined)) / cohort.atStart).toBe(85);
    const [retained] = retentionMetrics(quarter, cohort);
    expect(retained).toMatchObject({ value: 90, note: null });
  });

  it("S = 0 is n/a, not 0 % or 100 %", () => {
    const metrics = retentionMetrics(quarter, cohortOf({ atStart: 0, atEnd: 5, retained: 0, joined: 5 }));
    for (const metric of metrics) {
      expect(metric).toMatchObject({ value: null, because: phrase("metric.none.customers-at-start") });
    }
  });

  it("churn is lost ÷ start, not something over the retention rate", () => {
    const [retained, churned] = retentionMetrics(
      quarter,
      cohortOf({ atStart: 8, atEnd: 7, retained: 6, joined: 1 }),
    );
    expect(Number(retained?.value) + Number(churned?.value)).toBe(100);
    expect(churned?.value).toBe(25);
    expect(read(churned?.formula)).toBe("customers lost ÷ customers at the start = 100 − retention rate");
  });

  it("the plain CLV is called lifetime revenue; margin CLV is discounted and survives by risk", () => {
    const cohort = cohortOf({ atStart: 100, atEnd: 80, retained: 80, joined: 0 });
    const totals = { orders: 400, ordered: usd(40_000), buyers: 100, repeatBuyers: 90 };
    const [, revenue] = lifetimeMetrics(quarter, cohort, totals, null);
    expect(read(revenue?.name)).toBe("Lifetime revenue");
    expect(read(revenue?.formula)).toContain("revenue, not profit");
    const parameters = { years: 5, discountRatePercent: 10, marginPercentIfUnknown: null };
    const clv = marginClv(
      {
        score: { probability: 0.1, probabilityLow: 0.05, probabilityHigh: 0.2, horizonDays: 90 },
        marginPercent: 30,
        expectation: { kind: "last-12-months", revenue: usd(400) },
      },
      parameters,
    );
    expect(clv.kind === "figure" && clv.money.minor).toBeLessThan(0.3 * 5 * 40_000);
  });

  it("retained customers and all customers give two figures, each with its denominator", () => {
    const perRetained = named("retention-cost-per-retained-customer");
    const perAll = named("retention-cost-per-customer");
    expect([perRetained?.value, perRetained?.denominator.count]).toEqual([5_000, 400]);
    expect([perAll?.value, perAll?.denominator.count]).toEqual([4_000, 500]);
    expect(read(perRetained?.denominator.what)).not.toBe(read(perAll?.denominator.what));
  });

  it("two currencies are never added without a stated rate", () => {
    const euro = { minor: 100, currency: "EUR" };
    expect(() => profitability(usd(3), euro, usd(1))).toThrow(CurrencyMismatchError);
    expect(() => convertMoney(euro, "USD", "2026-09-30", [])).toThrow(MissingRateError);
    const rate = { fromCurrency: "EUR", toCurrency: "USD", day: "2026-09-01", rate: "1.1" };
    expect(convertMoney(euro, "USD", "2026-09-30", [rate]).money).toEqual(usd(1.1));
  });

  it("no churn means no lifetime, not an endless one", () => {
    const loyal = cohortOf({ atStart: 10, atEnd: 10, retained: 10, joined: 0 });
    expect(lifetimeYears(loyal, 92)).toBeNull();
    const totals = { orders: 1, ordered: usd(1), buyers: 1, repeatBuyers: 0 };
    for (const metric of lifetimeMetrics(quarter, loyal, totals, null)) {
      expect(metric).toMatchObject({ value: null, because: phrase("metric.none.lost") });
    }
  });

  it("a lifetime from a handful of leavers is none, and a low churn does not promise more than ten years", () => {
    const leaving = (atStart: number, lost: number) =>
      cohortOf({ atStart, atEnd: atStart - lost, retained: atStart - lost, joined: 0 });
    const totals = { orders: 100, ordered: usd(10_000), buyers: 100, repeatBuyers: 0 };
    const of = (cohort: Cohort) => lifetimeMetrics(quarter, cohort, totals, null);
    for (const metric of of(leaving(100, LEAST_LOST - 1)))
      expect(metric).toMatchObject({
        ...{ value: null, working: null },
        because: phrase("metric.none.few-lost", { lost: LEAST_LOST - 1, least: LEAST_LOST }),
      });
    // A tenth leaves in 92 days: ten times 92 days.
    expect(of(leaving(100, LEAST_LOST))).toMatchObject([
      { value: (10 * 92) / 365.25, note: phrase("metric.customer-lifetime.note") },
      { value: Math.round(10_000 * (365.25 / 92) * ((10 * 92) / 365.25)) },
    ]);
    // One in 400 leaves in 92 days.
    const years = (400 * 92) / 365.25;
    expect(lifetimeYears(leaving(4_000, 10), 92)).toBeCloseTo(years, 9);
    expect(of(leaving(4_000, 10))).toMatchObject([
      {
        value: MOST_LIFETIME_YEARS,
        note: { code: "metric.customer-lifetime.note.capped", parameters: { most: MOST_LIFETIME_YEARS } },
      },
      // 100.00 × orders a year × ten years, not a hundred.
      { value: Math.round(10_000 * (365.25 / 92) * 10) },
    ]);
    expect(read(of(leaving(4_000, 10))[0]?.note)).toContain("100.8 years");
  });

  it("nothing spent, nobody asked: n/a with the reason, never 0", () => {
    const unknown = { costMinor: 0, revenueMinor: 0, marginPercent: null };
    const nothing = { costMinor: 0, returnOnCost: returnOnCostToServe([unknown]) };
    expect(named("return-on-cost-to-serve", nothing)).toMatchObject({
      value: null,
      because: phrase("metric.none.costs"),
    });
    expect(named("retention-cost-per-customer", nothing)).toMatchObject({ value: null });
    for (const metric of satisfactionMetrics(quarter, []))
      expect(metric).toMatchObject({ value: null, because: phrase("metric.none.answers") });
  });
});
