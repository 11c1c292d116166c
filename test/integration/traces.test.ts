import { expect, it } from "vitest";
import type { Place } from "../../src/domain/access.ts";
import type { TracedFigure } from "../../src/domain/costs/trace/traced-figure.ts";
import type { MemberRole } from "../../src/domain/customer.ts";
import { roundHalfAway } from "../../src/domain/money.ts";
import { showCustomerRows } from "../../src/flows/value/show-customer-rows.ts";
import { traceFigure } from "../../src/flows/value/trace-figure.ts";
import { createStore } from "../../src/store/store.ts";
import { plainFigures } from "../reference/plain-figures.ts";
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

describeOnEachDatabase("traces", (database) => {
  it.each(["UTC", "America/Los_Angeles"])(
    "add up to what the plain reference says, in %s",
    async (zone) => {
      const company = madeUpCompany(11, { customers: 57, entries: 120, timeZone: zone });
      await writeCompany(database(), company);
      const deps = {
        ...createStore(database()),
        timeZone: zone,
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
        });
        for (const { id, costMinor } of plain.rows.filter((row) => row.costMinor !== 0).slice(0, 4)) {
          const answer = await traceFigure(deps, { figure: "cost", period, currency, customerId: id });
          expect(answer).toMatchObject({ kind: "trace", trace: { amount: costMinor } });
        }
      }
    },
    60_000,
  );

  it("of one customer are shown to the owner and to managers, and to another rep only where amounts are open", async () => {
    const { pool } = database();
    await pool.query(`INSERT INTO customers (source, external_id, name, owner_email, currency, monthly_revenue_minor, started_on)
      VALUES ('t', 'a', '北京科技', 'ana@example.com', 'EUR', 10000, '2025-01-01')`);
    const deps = { ...createStore(database()), timeZone, clock: () => new Date("2026-06-01T00:00:00Z") };
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
    const deps = { ...createStore(database()), timeZone, clock: () => new Date("2026-02-11T03:00:00Z") };
    const asked = { figure: "revenue", currency: "EUR", customerId: null } as const;
    expect(await traceFigure(deps, { ...asked, period: PERIOD })).toMatchObject({
      trace: { fromDay: "2026-02-01", toDay: "2026-02-10" },
    });
    const ahead = { fromDay: "2026-02-11", toDay: "2026-02-12" };
    expect(await traceFigure(deps, { ...asked, period: ahead })).toMatchObject({ kind: "not-begun" });
  });
});
