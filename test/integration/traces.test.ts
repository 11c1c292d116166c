import { expect, it } from "vitest";
import type { Place } from "../../src/domain/access.ts";
import type { TracedFigure } from "../../src/domain/costs/trace/traced-figure.ts";
import type { MemberRole } from "../../src/domain/customer.ts";
import { convertedRevenue, converterTo } from "../../src/domain/figures/converted-revenue.ts";
import { customerSpans, customerTurn } from "../../src/domain/figures/customer-days.ts";
import { showCustomerRows } from "../../src/flows/value/show-customer-rows.ts";
import { traceFigure } from "../../src/flows/value/trace-figure.ts";
import { createStore } from "../../src/store/store.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { inventLog, writeLog } from "../support/invented-log.ts";

const PERIOD = { fromDay: "2026-02-01", toDay: "2026-03-31" };
const AROUND = new Date("2026-03-01T00:00:00Z");
const timeZone = "America/New_York";

describeOnEachDatabase("traces", (database) => {
  const trace = async (figure: TracedFigure, customerId: number | null = null) => {
    const deps = { ...createStore(database()), timeZone, clock: () => new Date("2026-06-01T00:00:00Z") };
    const answer = await traceFigure(deps, { figure, period: PERIOD, currency: "EUR", customerId });
    if (answer.kind !== "trace") throw new Error(answer.reason.code);
    return answer.trace;
  };

  it.each([1, 2, 3])("add up to the figures of one set (log %i)", async (seed) => {
    await writeLog(database(), inventLog(seed, AROUND));
    const store = createStore(database());
    const rates = await store.exchangeRates.all();
    const convert = converterTo("EUR", PERIOD.toDay, rates);
    const sums = { revenue: 0, atStart: 0, retained: 0 };
    await store.customerHistories.over({ ...PERIOD, timeZone }, (history) => {
      sums.revenue += convertedRevenue(history, PERIOD, convert).netMinor;
      const { atStart, atEnd } = customerTurn(customerSpans(history), PERIOD);
      sums.atStart += Number(atStart);
      sums.retained += Number(atStart && atEnd);
    });
    expect(sums.atStart).toBeGreaterThan(5);
    const revenue = await trace("revenue");
    expect(revenue.amount).toBe(sums.revenue);
    expect(await trace("retention-rate")).toMatchObject({ amount: sums.retained, over: sums.atStart });
    expect(await trace("churn-rate")).toMatchObject({ amount: sums.atStart - sums.retained });
    const [first] = revenue.rows;
    const own = await trace("revenue", first?.customer?.customerId ?? null);
    expect(own.rows).toEqual(
      revenue.rows.filter(({ customer }) => customer?.customerId === first?.customer?.customerId),
    );
  });

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
