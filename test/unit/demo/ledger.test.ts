import { describe, expect, it } from "vitest";
import { DEMO_SEED } from "../../../src/demo/demo-data.ts";
import { generateDemo } from "../../../src/demo/generate-demo.ts";
import { dueEntries } from "../../../src/domain/costs/recurring.ts";
import { priceTouches } from "../../../src/domain/costs/touch-labour.ts";
import { convertMoney } from "../../../src/domain/exchange-rates.ts";

const demo = generateDemo({ seed: DEMO_SEED, asOf: new Date("2026-11-22T09:30:00Z") });

describe("the demo's ledger", () => {
  it("prices the touches of every rep since the first", () => {
    const touches = demo.files.flatMap((file, customerId) =>
      file.touches.map(({ memberId, minutesSpent: minutes, at }) => ({
        customerId,
        memberId,
        minutes,
        day: at.toISOString().slice(0, 10),
      })),
    );
    const { priced, unpriced } = priceTouches(touches, demo.hourlyCosts);
    expect(priced.length).toBeGreaterThan(1_000);
    expect(unpriced.map(({ memberId }) => memberId)).toEqual([null]);
  });

  it("knows a rate into euros for every order", () => {
    for (const { currency, at } of demo.files.flatMap(({ activities }) => activities)) {
      if (currency === null) continue;
      const day = at.toISOString().slice(0, 10);
      expect(
        convertMoney({ minor: 100_000, currency }, "EUR", day, demo.exchangeRates).money.minor,
      ).toBeGreaterThan(0);
    }
  });

  it("has a budget for every day of the last half year, and a subscription that came back", () => {
    for (const day of ["2026-06-01", "2026-09-30", "2026-10-01", "2026-12-31"]) {
      expect(demo.budgets.filter(({ fromDay, toDay }) => fromDay <= day && day <= toDay)).toHaveLength(3);
    }
    const [subscription] = demo.recurringCosts;
    expect(dueEntries({ id: 1, ...subscription! }, "2026-11-22").map(({ fromDay }) => fromDay)).toContain(
      "2026-11-01",
    );
  });
});
