import { expect, it } from "vitest";
import { convertedRevenue, converterTo } from "../../src/domain/figures/converted-revenue.ts";
import { customerSpans, customerTurn } from "../../src/domain/figures/customer-days.ts";
import type { TracedFigure } from "../../src/domain/value/traced-figure.ts";
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
});
