import { expect, it } from "vitest";
import { startOfDay } from "../../src/domain/calendar.ts";
import type { CostReport } from "../../src/domain/costs/cost-report.ts";
import type { Database } from "../../src/store/database/database.ts";
import type { PlainCompany, PlainQuestion } from "../reference/plain-company.ts";
import { bySegment, type PlainReport, plainFigures, yearOf } from "../reference/plain-figures.ts";
import { dayNumber, dayText } from "../reference/plain-numbers.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { CURRENCIES, madeUpCompany } from "../support/made-up-company.ts";
import { printedFigures } from "../support/printed-figures.ts";
import { writeCompany } from "../support/write-company.ts";

/** All of them: `FIGURES=full npx vitest run test/integration/figures-agree.test.ts`. */
const FULL = process.env.FIGURES === "full";
const ZONES = ["Europe/Berlin", "America/Los_Angeles", "Pacific/Apia", "UTC"] as const;

const days = (fromDay: string, toDay: string, currency = "EUR"): PlainQuestion => ({
  fromDay,
  toDay,
  currency,
});
/** Clocks change in the first and the fourth, in the north; the last two are open. */
const QUARTERS = [
  days("2025-01-01", "2025-03-31"),
  days("2025-04-01", "2025-06-30", "USD"),
  days("2025-07-01", "2025-09-30", "JPY"),
  days("2025-10-01", "2025-12-31"),
  days("2026-01-01", "2026-03-31"),
  days("2026-04-01", "2026-06-30"),
];
const YEAR = days("2025-01-01", "2025-12-31");
const MONTHS = [
  days("2025-03-01", "2025-03-31"),
  days("2025-10-01", "2025-10-31"),
  days("2026-01-01", "2026-01-31"),
];

const keep = <Value>(of: Iterable<readonly [string, Value]>, nothing: (value: Value) => boolean) =>
  Object.fromEntries([...of].filter(([, value]) => !nothing(value)));
const summed = (rows: Iterable<readonly [string, number]>) => {
  const sums = new Map<string, number>();
  for (const [key, minor] of rows) sums.set(key, (sums.get(key) ?? 0) + minor);
  return keep(sums, (minor) => minor === 0);
};

/** The rows of a cost report, as far as they say anything. */
const rowsOf = (report: CostReport) => summed(report.rows.map(({ key, totalMinor }) => [key, totalMinor]));

/** What every report says of a period, in one shape. */
async function said(database: Database, company: PlainCompany, question: PlainQuestion) {
  const printed = printedFigures(database, company.timeZone);
  const byCustomer = await printed.costs(question, "customer");
  const figures = await printed.metrics(question);
  const midnight = startOfDay(dayText(dayNumber(question.toDay) + 1), company.timeZone);
  const spent = await printed.spending(question, midnight);
  const year = await printed.segments(question.currency, midnight);
  const value = (key: string) => figures.get(key)?.value ?? null;
  const over = (key: string) => figures.get(key)?.denominator.count ?? null;
  const { customersAtStart, newCustomers, reactivatedCustomers, leftCustomers, customersAtEnd } = byCustomer;
  const { retainedCustomers, servedCustomers, totalMinor, directMinor, unallocatedMinor } = byCustomer;
  return {
    cohort: { customersAtStart, newCustomers, reactivatedCustomers, leftCustomers, customersAtEnd },
    others: { retainedCustomers, servedCustomers },
    costs: { totalMinor, directMinor, unallocatedMinor },
    customers: keep(
      byCustomer.rows
        .filter(({ customerId }) => customerId !== null)
        .map(
          ({
            customerId,
            directMinor,
            indirectMinor,
            revenueMinor,
            acquisitionMinor,
            profitabilityMinor,
          }) => [
            String(customerId),
            [directMinor, indirectMinor, revenueMinor ?? 0, acquisitionMinor ?? 0, profitabilityMinor ?? 0],
          ],
        ),
      (row) => row.every((minor) => minor === 0),
    ),
    bySegment: rowsOf(await printed.costs(question, "segment")),
    byCategory: rowsOf(await printed.costs(question, "category")),
    byOwner: rowsOf(await printed.costs(question, "owner")),
    byChannel: rowsOf(await printed.costs(question, "channel")),
    metrics: {
      over: [
        over("retention-rate"),
        over("retention-cost-per-retained-customer"),
        over("retention-cost-per-customer"),
      ],
      rates: [value("retention-rate"), value("churn-rate")].map(rounded),
      contracts: [value("gross-revenue-retention-contracts"), value("net-revenue-retention-contracts")].map(
        rounded,
      ),
      buyers: [value("gross-revenue-retention-buyers"), value("net-revenue-retention-buyers")].map(rounded),
      orders: [value("average-order-value"), value("repeat-rate"), value("purchase-frequency")].map(rounded),
      costs: [
        value("retention-cost-per-retained-customer"),
        value("retention-cost-per-customer"),
        value("cac"),
      ],
      profitability: value("profitability"),
      return: rounded(value("return-on-cost-to-serve")),
      answers: [value("nps"), value("csat"), value("ces-7") ?? value("ces")].map(rounded),
      service: [
        ...[value("first-reply-time-median"), value("first-reply-time-p90")],
        ...[value("resolution-time-median"), value("resolution-time-p90")],
      ].map(rounded),
    },
    spending: summed(spent.returns.map(({ key, costMinor }) => [key, costMinor])),
    returns: keep(
      spent.returns.map(({ key, returnOnCost }) => [key, rounded(returnOnCost)]),
      (ratio) => ratio === null,
    ),
    year: {
      customers: year.customers,
      revenue: summed(year.segments.map(({ key, revenue12mMinor }) => [key, revenue12mMinor])),
    },
  };
}

/** The same by the plain reference. */
function counted(company: PlainCompany, question: PlainQuestion): Awaited<ReturnType<typeof said>> {
  const report = plainFigures(company, question);
  const { customers, rows, costs } = report;
  const { atStart, joined, reactivated, left, atEnd, retained, served } = customers;
  const year = yearOf(company, question.toDay, question.currency);
  const costsBy = (keyOf: (cost: (typeof costs)[number]) => string) =>
    summed(costs.map((cost) => [keyOf(cost), cost.minor]));
  const file = (customerId: number | null) => rows.find(({ id }) => id === customerId)?.file;
  const segments = [...bySegment(rows)].map(([segment, sums]) => [segment ?? "no segment", sums] as const);
  return {
    cohort: {
      ...{ customersAtStart: atStart, newCustomers: joined, reactivatedCustomers: reactivated },
      ...{ leftCustomers: left, customersAtEnd: atEnd },
    },
    others: { retainedCustomers: retained, servedCustomers: served },
    costs: {
      totalMinor: report.costMinor,
      directMinor: report.directMinor,
      unallocatedMinor: report.unallocatedMinor,
    },
    customers: keep(
      rows.map(({ id, directMinor, indirectMinor, revenueMinor, acquisitionMinor, costMinor }) => [
        String(id),
        [
          directMinor,
          indirectMinor,
          revenueMinor,
          acquisitionMinor,
          revenueMinor - acquisitionMinor - costMinor,
        ],
      ]),
      (row) => row.every((minor) => minor === 0),
    ),
    bySegment: costsBy(({ customerId }) =>
      customerId === null ? "unallocated" : (file(customerId)?.segment ?? "no segment"),
    ),
    byCategory: costsBy(({ category }) => category),
    byOwner: costsBy(({ customerId }) =>
      customerId === null ? "unallocated" : (file(customerId)?.ownerEmail ?? "no owner"),
    ),
    byChannel: costsBy(({ channel }) => channel ?? "no channel"),
    metrics: metricsCounted(report),
    spending: summed(segments.map(([key, { costMinor }]) => [key, costMinor])),
    returns: keep(
      segments.map(([key, { marginMinor, keptCostMinor }]) => [
        key,
        keptCostMinor > 0 ? rounded((marginMinor - keptCostMinor) / keptCostMinor) : null,
      ]),
      (ratio) => ratio === null,
    ),
    year: {
      customers: year.length,
      revenue: summed(year.map(({ segment, revenueMinor }) => [segment ?? "no segment", revenueMinor])),
    },
  };
}

function metricsCounted(report: PlainReport) {
  const { customers, answers, service } = report;
  return {
    over: [customers.atStart, customers.retained, customers.served],
    rates: [report.retentionRate, report.churnRate].map(rounded),
    contracts: [report.grrContracts, report.nrrContracts].map(rounded),
    buyers: [report.grrBuyers, report.nrrBuyers].map(rounded),
    orders: [report.averageOrderMinor, report.repeatRate, report.frequency].map(rounded),
    costs: [report.costPerRetainedMinor, report.costPerServedMinor, report.cacMinor],
    profitability: customers.served === 0 ? null : report.profitabilityMinor,
    return: rounded(report.returnPercent),
    answers: [answers.nps, answers.csat, answers.ces].map(rounded),
    service: [service.replyMedian, service.replyP90, service.solvedMedian, service.solvedP90].map(rounded),
  };
}

/** Rates, means and hours to nine digits: how a binary fraction came about is no difference. */
const rounded = (value: number | null) => (value === null ? null : Number(value.toPrecision(9)));

describeOnEachDatabase("a made-up company", (database) => {
  it.each(FULL ? ZONES : ZONES.slice(0, 2))(
    "has the figures that counting day by day gives, in %s",
    async (timeZone) => {
      const company = madeUpCompany(7, { customers: 40, entries: 160, timeZone });
      await writeCompany(database(), company);
      const place = ZONES.indexOf(timeZone);
      const few = [QUARTERS[place] ?? YEAR, QUARTERS[4 + (place % 2)] ?? YEAR, MONTHS[place] ?? YEAR];
      for (const question of FULL ? [...QUARTERS, YEAR, ...MONTHS] : few) {
        const about = `${question.fromDay} to ${question.toDay}`;
        expect(await said(database(), company, question), about).toEqual(counted(company, question));
      }
    },
  );
});

describeOnEachDatabase("any company", (database) => {
  const SEEDS = Array.from({ length: FULL ? 60 : 6 }, (_, place) => 1_000 + place);
  it.each(SEEDS)("has one set of figures in all reports, seed %i", async (seed) => {
    const timeZone = ZONES[seed % ZONES.length] ?? "UTC";
    const company = madeUpCompany(seed, { customers: 5 + (seed % 11), entries: 30, timeZone });
    await writeCompany(database(), company);
    const question = {
      ...(QUARTERS[seed % QUARTERS.length] ?? YEAR),
      currency: CURRENCIES[seed % 3] ?? "EUR",
    };
    const { cohort, others, costs, metrics, ...by } = await said(database(), company, question);
    const about = `seed ${seed}`;
    // What a figure is has to follow from the other reports alone …
    const { customersAtStart, newCustomers, reactivatedCustomers, leftCustomers, customersAtEnd } = cohort;
    expect(customersAtStart + newCustomers + reactivatedCustomers - leftCustomers, about).toBe(
      customersAtEnd,
    );
    expect(metrics.over, about).toEqual([customersAtStart, others.retainedCustomers, others.servedCustomers]);
    const total = (of: Readonly<Record<string, number>>) =>
      Object.values(of).reduce((sum, minor) => sum + minor, 0);
    for (const rows of [by.bySegment, by.byCategory, by.byOwner, by.byChannel])
      expect(total(rows), about).toBe(costs.totalMinor);
    expect(by.spending, about).toEqual(
      summed(Object.entries(by.bySegment).filter(([key]) => key !== "unallocated")),
    );
    const rows = Object.values(by.customers);
    const column = (place: number) => rows.reduce((sum, row) => sum + (row[place] ?? 0), 0);
    expect(column(0) + column(1) + costs.unallocatedMinor, about).toBe(costs.totalMinor);
    if (metrics.profitability !== null)
      expect(metrics.profitability, about).toBe(column(2) - column(3) - costs.totalMinor);
    // … and be what counting day by day gives.
    expect({ cohort, others, costs, metrics, ...by }, about).toEqual(counted(company, question));
  });

  it.each([2_001, 2_002])("has a quarter that is its months, in one currency, seed %i", async (seed) => {
    const company = inOneCurrency(
      madeUpCompany(seed, { customers: 12, entries: 40, timeZone: "Europe/Berlin" }),
    );
    await writeCompany(database(), company);
    const printed = printedFigures(database(), company.timeZone);
    const sums = async (question: PlainQuestion) => {
      const { totalMinor, directMinor, rows } = await printed.costs(question, "customer");
      return [totalMinor, directMinor, rows.reduce((sum, { revenueMinor }) => sum + (revenueMinor ?? 0), 0)];
    };
    const months = [
      days("2025-10-01", "2025-10-31"),
      days("2025-11-01", "2025-11-30"),
      days("2025-12-01", "2025-12-31"),
    ];
    const parts = await Promise.all(months.map(sums));
    const added = [0, 1, 2].map((place) => parts.reduce((sum, part) => sum + (part[place] ?? 0), 0));
    expect(added).toEqual(await sums(days("2025-10-01", "2025-12-31")));
  });
});

/** The same rows, all of them in euros. */
function inOneCurrency(company: PlainCompany): PlainCompany {
  const text = JSON.stringify(company).replaceAll(/"currency":"(USD|JPY)"/g, '"currency":"EUR"');
  return { ...JSON.parse(text), rates: [] };
}
