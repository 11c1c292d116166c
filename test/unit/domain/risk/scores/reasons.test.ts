import { describe, expect, it } from "vitest";
import { FEATURES } from "../../../../../src/domain/risk/features.ts";
import { type Reason, reasonDirection, reasonPhrase } from "../../../../../src/domain/risk/scores/reasons.ts";
import { textOf } from "../../../../../src/words/text.ts";

const reason = (given: Partial<Reason> & { feature: string }): Reason => ({
  value: 1,
  typical: null,
  contribution: 0.4,
  ...given,
});
const told = (given: Reason, currency: string | null = "EUR") =>
  textOf(reasonPhrase(given, { currency }), "en");

describe("a reason", () => {
  it("tells the last purchase and the rhythm together, whichever of the two features is the stronger", () => {
    const companions = { daysSinceLastPurchase: 48, meanGapDays: 21.3 };
    const sentence = "Buys every 21 days on average, last bought 48 days ago – raises the risk";
    expect(told(reason({ feature: "daysSinceLastPurchase", value: 48, companions }))).toBe(sentence);
    expect(told(reason({ feature: "silenceOverMeanGap", value: 2.25, companions }))).toBe(sentence);
  });

  it.each([
    [
      { feature: "daysSinceLastPurchase", value: 0, companions: { meanGapDays: 1 } },
      "Buys every day on average, last bought today",
    ],
    [{ feature: "daysSinceLastPurchase", value: 48 }, "Bought on one day only, 48 days ago"],
    [{ feature: "daysSinceLastPurchase", value: null }, "No purchase so far"],
    [
      { feature: "revenueMinor90d", value: 123_450, typical: 80_00 },
      "Spent in the last 90 days: €1,235 (typical: €80.00)",
    ],
    [
      {
        feature: "usageChange28d",
        value: -0.4,
        companions: { usageQuantity28d: 30, usageQuantityPrevious28d: 50 },
      },
      "Usage down 40 % on the 28 days before (50 → 30)",
    ],
    [{ feature: "openTickets", value: 2, typical: 0 }, "2 tickets open (typical: 0)"],
    [
      { feature: "productsTotal", value: 12, typical: 30 },
      "Kinds of products bought so far: 12 (typical: 30)",
    ],
    [{ feature: "productsTotal", value: null }, "No products recorded"],
    [{ feature: "daysSinceLastTouch", value: null }, "No contact recorded"],
    [{ feature: "lastNpsShare", value: 0.3, typical: 0.8 }, "Last NPS answer: 3 of 10 (typical: 8)"],
    [{ feature: "removedInALaterVersion", value: 3 }, "removedInALaterVersion: 3"],
  ])("says %o in the customer's own numbers", (given, sentence) => {
    expect(told(reason(given))).toBe(`${sentence} – raises the risk`);
  });

  it("compares without figures where no currency is known", () => {
    const given = reason({ feature: "revenueMinor90d", value: 500, typical: 80_00 });
    expect(told(given, null)).toBe(
      "Spent in the last 90 days: less than the typical customer – raises the risk",
    );
  });

  it.each(FEATURES.filter(({ unit }) => unit === "minor").map(({ name }) => name))(
    "tells %s without an amount to those who may not see money, and in any currency to others",
    (feature) => {
      const companions = { revenueMinor90d: 765_432, revenueMinorPrevious90d: 7_654_321 };
      const given = reason({ feature, value: 7_654_321, typical: 765_432, companions });
      expect(told(given, null)).not.toMatch(/[€$¥£]|7,?654|76,?543/);
      expect(told(given, "CNY")).toMatch(/CN¥76,543|CN¥7,654/);
      expect(told(given, "JPY")).toContain("¥7,654,321");
    },
  );

  it("has a dozen groups to tell apart, each in words of its own", () => {
    const groups = [...new Set(FEATURES.map(({ group }) => group))];
    expect(groups.length).toBeGreaterThanOrEqual(12);
    const sentences = groups.map((group) => {
      const { name } = FEATURES.find((feature) => feature.group === group)!;
      return told(reason({ feature: name, value: 3, typical: 2, companions: { meanGapDays: 2 } }));
    });
    expect(new Set(sentences).size).toBe(groups.length);
  });

  it("says the direction", () => {
    const given = reason({ feature: "touches90d", value: 3, contribution: -0.2 });
    expect(reasonDirection(given)).toBe("lowers");
    expect(told(given)).toBe("3 contacts in the last 90 days – lowers the risk");
  });

  it.each(FEATURES.map(({ name }) => name))("has words for %s, with and without a value", (feature) => {
    for (const value of [null, 0, 1, 37.25]) {
      const sentence = told(reason({ feature, value, typical: 2 }));
      expect(sentence).toMatch(/^[A-Z0-9].* – raises the risk$/);
      expect(sentence).not.toMatch(/NaN|undefined|null|Minor|\d\.\d{3}/);
    }
  });
});
