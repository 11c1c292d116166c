import { describe, expect, it } from "vitest";
import type { HourlyCost } from "../../../../src/domain/costs/touch-labour.ts";
import { type ContactPrices, contactPricer } from "../../../../src/domain/outreach/contact-cost.ts";

const hourly = (memberId: string, euros: number, fromDay = "2026-01-01", currency = "EUR"): HourlyCost => ({
  ...{ memberId, fromDay, perHour: { minor: 100 * euros, currency } },
});
const prices = (hourlyCosts: readonly HourlyCost[], given: Partial<ContactPrices> = {}): ContactPrices => ({
  ...{ hourlyCosts, rates: [], currency: "EUR", day: "2026-11-23", ...given },
});
const cost = (of: ContactPrices, memberId = "U1", minutes = 15) => {
  const found = contactPricer(of)(memberId, { minutes });
  return found.kind === "known" ? found.money.minor : found.because;
};
const dollars = { fromCurrency: "USD", toCurrency: "EUR", day: "2026-01-01", rate: "0.9" };

describe("what a contact costs", () => {
  it("is the owner's time, at the hourly cost in force on the day", () => {
    const own = [hourly("U1", 40), hourly("U1", 60, "2026-11-23"), hourly("U1", 99, "2026-11-24")];
    expect(cost(prices(own))).toBe(1500);
    expect(cost(prices(own), "U1", 20)).toBe(2000);
  });

  it("is at the median of all that are stated where the owner's is not", () => {
    const three = [hourly("U2", 20), hourly("U3", 40), hourly("U4", 400)];
    expect(cost(prices(three))).toBe(1000);
    expect(cost(prices([...three, hourly("U5", 60)]))).toBe(1250);
    // Each member once, by the newest.
    expect(cost(prices([...three, hourly("U2", 80, "2026-06-01")]))).toBe(2000);
  });

  it("has the gift in it", () => {
    const price = contactPricer(prices([hourly("U1", 40)], { rates: [dollars] }));
    const gift = { minor: 1000, currency: "USD" };
    expect(price("U1", { minutes: 15, gift })).toMatchObject({ money: { minor: 1900, currency: "EUR" } });
  });

  it("meets other currencies by stated rates only, and is unknown without one rather than free", () => {
    const own = [hourly("U1", 40, "2026-01-01", "USD"), hourly("U2", 100)];
    expect(cost(prices(own, { rates: [dollars] }))).toBe(900);
    expect(cost(prices(own))).toBe("no-rate");
    expect(cost(prices([hourly("U1", 40, "2026-01-01", "USD")]), "U9")).toBe("no-rate");
    expect(cost(prices(own), "U9")).toBe(2500);
    expect(contactPricer(prices(own))("U2", { minutes: 1, gift: { minor: 1, currency: "USD" } })).toEqual({
      ...{ kind: "unknown", because: "no-rate" },
    });
    expect(cost(prices([]))).toBe("no-hourly-cost");
    expect(cost(prices([hourly("U1", 40, "2027-01-01")]))).toBe("no-hourly-cost");
  });
});
