import { expect, it } from "vitest";
import type { Place } from "../../src/domain/access.ts";
import { UNALLOCATED } from "../../src/domain/costs/cost-report.ts";
import type { TracedFigure } from "../../src/domain/costs/trace/traced-figure.ts";
import type { MemberRole } from "../../src/domain/customer.ts";
import type { RowGroup } from "../../src/domain/figures/trace/row-group.ts";
import type { TraceRow } from "../../src/domain/figures/trace/trace.ts";
import { roundHalfAway } from "../../src/domain/money.ts";
import { showCustomerRows } from "../../src/flows/value/show-customer-rows.ts";
import { traceFigure } from "../../src/flows/value/trace-figure.ts";
import { createStore } from "../../src/store/store.ts";
import { bySegment, plainFigures } from "../reference/plain-figures.ts";
import { addCustomer, addModel, addScore } from "../support/customer-rows.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { madeUpCompany } from "../support/made-up-company.ts";
import { writeCompany } from "../support/write-company.ts";

const PERIOD = { fromDay: "2026-02-01", toDay: "2026-03-31" };
const PERIODS = [
  { fromDay: "2025-07-01", toDay: "2025-09-30", currency: "JPY" },
  { fromDay: "2025-01-01", toDay: "2025-12-31", currency: "EUR" },
  { fromDay: "2026-04-01", toDay: "2026-06-30", currency: "USD" },
];
const timeZone = "America/New_York";
const clv = { years: 3, discountRatePercent: 10, marginPercentIfUnknown: null };

describeOnEachDatabase("traces", (database) => {
  it.each(["UTC", "America/Los_Angeles"])(
    "add up to what the plain reference says, in %s",
    async (zone) => {
      const company = madeUpCompany(11, { customers: 57, entries: 120, timeZone: zone });
      await writeCompany(database(), company);
      const deps = {
        ...createStore(database()),
        ...{ timeZone: zone, clv },
        clock: () => new Date("2026-12-31T00:00:00Z"),
      };
      for (const { currency, ...period } of PERIODS) {
        const plain = plainFigures(company, { ...period, currency });
        const { customers } = plain;
        const traced = async (figure: TracedFigure) => {
          const answer = await traceFigure(deps, { figure, period, currency, customerId: null });
          if (answer.kind !== "trace") throw new Error(`${figure}: ${answer.reason.code}`);
          const { amount, over } = answer.trace;
          return over === null
            ? amount
            : { amount, over, percent: over === 0 ? null : (100 * amount) / over };
        };
        const each = async (figure: TracedFigure) => {
          const sums = await traced(figure);
          if (typeof sums === "number") throw new Error(`${figure} is not divided`);
          return sums.over === 0 ? null : roundHalfAway(sums.amount / sums.over);
        };
        const closeTo = (hours: number | null) => expect.closeTo(hours ?? 0, 9);
        const percent = (value: number | null) =>
          value === null ? { over: 0 } : { percent: expect.closeTo(value, 9) };
        expect({
          revenue: await traced("revenue"),
          acquisition: await traced("acquisition"),
          cost: await traced("cost"),
          profitability: await traced("profitability"),
          "retention-rate": await traced("retention-rate"),
          "churn-rate": await traced("churn-rate"),
          "repeat-rate": await traced("repeat-rate"),
          "gross-revenue-retention-contracts": await traced("gross-revenue-retention-contracts"),
          "net-revenue-retention-contracts": await traced("net-revenue-retention-contracts"),
          "gross-revenue-retention-buyers": await traced("gross-revenue-retention-buyers"),
          "net-revenue-retention-buyers": await traced("net-revenue-retention-buyers"),
          "average-order-value": await each("average-order-value"),
          cac: await each("cac"),
          "retention-cost-per-retained-customer": await each("retention-cost-per-retained-customer"),
          "retention-cost-per-customer": await each("retention-cost-per-customer"),
          "return-on-cost-to-serve": await traced("return-on-cost-to-serve"),
          nps: await traced("nps"),
          csat: await traced("csat"),
          ces: await traced("ces-7"),
          "first-reply-time-median": await traced("first-reply-time-median"),
          "first-reply-time-p90": await traced("first-reply-time-p90"),
          "resolution-time-median": await traced("resolution-time-median"),
          "resolution-time-p90": await traced("resolution-time-p90"),
        }).toEqual({
          revenue: plain.revenueMinor,
          acquisition: plain.acquisitionMinor,
          cost: plain.costMinor,
          profitability: plain.profitabilityMinor,
          "retention-rate": expect.objectContaining({ amount: customers.retained, over: customers.atStart }),
          "churn-rate": expect.objectContaining({ amount: customers.lost, over: customers.atStart }),
          "repeat-rate": expect.objectContaining(percent(plain.repeatRate)),
          "gross-revenue-retention-contracts": expect.objectContaining(percent(plain.grrContracts)),
          "net-revenue-retention-contracts": expect.objectContaining(percent(plain.nrrContracts)),
          "gross-revenue-retention-buyers": expect.objectContaining(percent(plain.grrBuyers)),
          "net-revenue-retention-buyers": expect.objectContaining(percent(plain.nrrBuyers)),
          "average-order-value": plain.averageOrderMinor,
          cac: plain.cacMinor,
          "retention-cost-per-retained-customer": plain.costPerRetainedMinor,
          "retention-cost-per-customer": plain.costPerServedMinor,
          "return-on-cost-to-serve": expect.objectContaining(percent(plain.returnPercent)),
          nps: expect.objectContaining(percent(plain.answers.nps)),
          csat: expect.objectContaining(percent(plain.answers.csat)),
          ces: expect.objectContaining(percent(plain.answers.ces === null ? null : 100 * plain.answers.ces)),
          "first-reply-time-median": closeTo(plain.service.replyMedian),
          "first-reply-time-p90": closeTo(plain.service.replyP90),
          "resolution-time-median": closeTo(plain.service.solvedMedian),
          "resolution-time-p90": closeTo(plain.service.solvedP90),
        });
        for (const { id, costMinor } of plain.rows.filter((row) => row.costMinor !== 0).slice(0, 4)) {
          const answer = await traceFigure(deps, { figure: "cost", period, currency, customerId: id });
          expect(answer).toMatchObject({ kind: "trace", trace: { amount: costMinor } });
        }
      }
    },
    60_000,
  );

  it("add up to each row of the cost report, by whatever it is, and to what falls on nobody", async () => {
    const zone = "America/Los_Angeles";
    const company = madeUpCompany(11, { customers: 57, entries: 120, timeZone: zone });
    await writeCompany(database(), company);
    const clock = () => new Date("2026-12-31T00:00:00Z");
    const deps = { ...createStore(database()), timeZone: zone, clv, clock };
    let rowsSeen = 0;
    for (const { currency, ...period } of PERIODS.slice(0, 2)) {
      const plain = plainFigures(company, { ...period, currency });
      const traced = async (figure: TracedFigure, group: RowGroup) => {
        const answer = await traceFigure(deps, { figure, period, currency, customerId: null, group });
        if (answer.kind !== "trace") throw new Error(`${figure}: ${answer.reason.code}`);
        return answer.trace.amount;
      };
      for (const by of ["segment", "owner", "channel"] as const) {
        const { rows } = await deps.costAllocation.allocate({ ...period, timeZone: zone, currency }, by);
        for (const { key, directMinor, indirectMinor, revenueMinor, acquisitionMinor } of rows) {
          const group: RowGroup = key === UNALLOCATED ? { by: "nobody" } : { by, key };
          rowsSeen += 1;
          expect([by, key, await traced("cost", group)]).toEqual([by, key, directMinor + indirectMinor]);
          if (revenueMinor === null) continue;
          const left = revenueMinor - (acquisitionMinor ?? 0) - directMinor - indirectMinor;
          expect([key, await traced("revenue", group)]).toEqual([key, revenueMinor]);
          expect([key, await traced("profitability", group)]).toEqual([key, left]);
        }
      }
      expect(await traced("cost", { by: "nobody" })).toBe(plain.unallocatedMinor);
      for (const [segment, { costMinor }] of bySegment(plain.rows))
        expect(await traced("cost", { by: "segment", key: segment ?? "no segment" })).toBe(costMinor);
    }
    expect(rowsSeen).toBeGreaterThan(20);
  }, 60_000);

  it("are handed over one by one, few of them held, and come to the same", async () => {
    const company = madeUpCompany(11, { customers: 57, entries: 120, timeZone });
    await writeCompany(database(), company);
    const clock = () => new Date("2026-12-31T00:00:00Z");
    const deps = { ...createStore(database()), timeZone, clv, clock };
    const period = { fromDay: "2026-01-01", toDay: "2026-06-30" };
    for (const figure of ["profitability", "average-order-value", "churn-rate", "nps"] as const) {
      const asked = { figure, period, currency: "EUR", customerId: null };
      const whole = await traceFigure(deps, asked);
      const seen: TraceRow[] = [];
      const reading = { most: 3, visit: (row: TraceRow) => void seen.push(row) };
      const handed = await traceFigure(deps, { ...asked, reading });
      if (whole.kind !== "trace" || handed.kind !== "trace") throw new Error(figure);
      expect(seen).toEqual(whole.trace.rows);
      expect(handed.trace).toEqual({ ...whole.trace, rows: seen.slice(0, 3) });
    }
  });

  it("say what a row of the report has, where it is asked for something else", async () => {
    const deps = { ...createStore(database()), timeZone, clv, clock: () => new Date("2026-06-01T00:00:00Z") };
    const asked = { period: PERIOD, currency: "EUR", customerId: null } as const;
    const group = { by: "channel", key: "phone" } as const;
    expect(await traceFigure(deps, { ...asked, group, figure: "revenue" })).toMatchObject({
      ...{ kind: "not-of-row", reason: { code: "trace.not-of-row" } },
    });
  });

  it("of margin CLV are months of one customer, and customers of everybody, and come to the same", async () => {
    const deps = { ...createStore(database()), timeZone, clv, clock: () => new Date("2026-06-01T12:00:00Z") };
    const file = { startedOn: "2025-01-01", monthlyRevenueMinor: 10_001 };
    const ana = await addCustomer(database(), { name: "北京科技", ...file });
    const ben = await addCustomer(database(), { name: "Ben", ...file });
    await database().pool.query("UPDATE customers SET margin_percent = 37 WHERE id = $1", [ana]);
    const modelId = await addModel(database());
    for (const id of [ana, ben])
      await addScore(database(), id, { asOf: "2026-05-31T06:00:00Z", probability: 0.2, modelId });
    const period = { fromDay: "2025-06-01", toDay: "2026-05-31" };
    const traced = async (customerId: number | null) => {
      const asked = { figure: "margin-clv", period, currency: "EUR", customerId } as const;
      const answer = await traceFigure(deps, asked);
      if (answer.kind !== "trace") throw new Error(answer.reason.code);
      return answer.trace;
    };
    const own = await traced(ana);
    expect(own.rows).toHaveLength(36);
    expect(own.amount).toBeGreaterThan(10_000);
    const all = await traced(null);
    expect(all).toMatchObject({ amount: own.amount, over: 1 });
    expect(all.rows.find(({ customer }) => customer?.name === "Ben")).toMatchObject({
      ...{ amount: null, over: null, share: { code: "trace.clv.no-margin" } },
    });
    expect(await traced(ben)).toMatchObject({
      rows: [],
      closing: { parameters: { because: { code: "trace.clv.no-margin" } } },
    });
  });

  it("of one customer are shown to the owner and to managers, and to another rep only where amounts are open", async () => {
    const { pool } = database();
    await pool.query(`INSERT INTO customers (source, external_id, name, owner_email, currency, monthly_revenue_minor, started_on)
      VALUES ('t', 'a', '北京科技', 'ana@example.com', 'EUR', 10000, '2025-01-01')`);
    const deps = { ...createStore(database()), timeZone, clv, clock: () => new Date("2026-06-01T00:00:00Z") };
    const shown = async (email: string, role: MemberRole, place: Place, customerId = 1) => {
      const reader = { slackUserId: "U1", name: "Ana", email, role, timeZone, locale: null } as const;
      const asked = { figure: "revenue", period: PERIOD, currency: null, customerId, place } as const;
      return showCustomerRows(deps, { ...asked, reader });
    };
    const kind = async (...asked: Parameters<typeof shown>) => (await shown(...asked)).kind;
    expect(await shown("ana@example.com", "rep", "direct")).toMatchObject({
      ...{ kind: "trace", name: "北京科技" },
      trace: { amount: 20_000, rows: [{ kind: "contract", fromDay: "2026-02-01", toDay: "2026-03-31" }] },
    });
    expect(await kind("ben@example.com", "rep", "direct")).toBe("not-your-account");
    expect(await kind("ben@example.com", "rep", "money")).toBe("trace");
    expect(await kind("mia@example.com", "manager", "channel")).toBe("trace");
    expect(await kind("mia@example.com", "manager", "shared")).toBe("not-your-account");
    expect(await kind("mia@example.com", "manager", "direct", 99)).toBe("gone");
  });

  it("end today, and there are none of days that have not come", async () => {
    const deps = { ...createStore(database()), timeZone, clv, clock: () => new Date("2026-02-11T03:00:00Z") };
    const asked = { figure: "revenue", currency: "EUR", customerId: null } as const;
    expect(await traceFigure(deps, { ...asked, period: PERIOD })).toMatchObject({
      trace: { fromDay: "2026-02-01", toDay: "2026-02-10" },
    });
    const ahead = { fromDay: "2026-02-11", toDay: "2026-02-12" };
    expect(await traceFigure(deps, { ...asked, period: ahead })).toMatchObject({ kind: "not-begun" });
  });
});
