import { describe, expect, it } from "vitest";
import { FEATURES, type FeatureName } from "../../../../../../src/domain/risk/features.ts";
import type { About } from "../../../../../../src/domain/risk/scores/sentences/sentence.ts";
import { featuresTold, tellReason } from "../../../../../../src/domain/risk/scores/sentences/stories.ts";
import { riskReasons } from "../../../../../../src/words/en/risk-reasons.ts";
import { PSEUDO_LOCALE } from "../../../../../../src/words/locale.ts";
import { textOf } from "../../../../../../src/words/text.ts";

type Numbers = Partial<Record<FeatureName, number>>;

const FREE: About = { hasContract: false, answers: {} };
const UNDER_CONTRACT: About = { hasContract: true, answers: {} };

/** What is said of a reason whose feature is the first of these numbers, kept with the rest. */
function told(numbers: Numbers, direction: "raises" | "lowers", about: About = FREE) {
  const [[feature, value], ...rest] = Object.entries(numbers) as [[string, number], ...[string, number][]];
  const contribution = direction === "raises" ? 0.4 : -0.4;
  const companions = Object.fromEntries(rest);
  return tellReason({ feature, value, typical: 7, contribution, companions }, about);
}
const text = (numbers: Numbers, direction: "raises" | "lowers", about?: About) => {
  const said = told(numbers, direction, about);
  return said === null ? null : textOf(said, "en");
};

/** The numbers, what is said where they raise the risk, and where they lower it. */
const SAID: ReadonlyArray<readonly [Numbers, string | null, string | null]> = [
  [
    { daysSinceLastPurchase: 101, meanGapDays: 13.2 },
    "Silent for 101 days, usually buys every 13 days",
    null,
  ],
  [
    { silenceOverMeanGap: 7.6, daysSinceLastPurchase: 101, meanGapDays: 13.2 },
    "Silent for 101 days, usually buys every 13 days",
    null,
  ],
  [{ daysSinceLastPurchase: 13, meanGapDays: 13 }, null, null],
  [{ daysSinceLastPurchase: 8, meanGapDays: 13 }, null, "Bought 8 days ago, usually every 13 days"],
  [{ daysSinceLastPurchase: 0, meanGapDays: 1 }, null, "Has just bought, usually does every day"],
  [{ daysSinceLastPurchase: 48, purchaseDaysTotal: 1 }, "Bought only once, 48 days ago", null],
  [{ daysSinceLastPurchase: 8, purchaseDaysTotal: 1 }, null, null],
  [{ daysSinceFirstPurchase: 95, daysSinceLastPurchase: 5 }, "Customer for 3 months only", null],
  [{ daysSinceFirstPurchase: 12, daysSinceLastPurchase: 5 }, "Customer for 12 days only", null],
  [{ daysSinceFirstPurchase: 2200, daysSinceLastPurchase: 5 }, null, "Customer for 6 years"],
  [{ daysSinceFirstPurchase: 365, daysSinceLastPurchase: 5 }, null, "Customer for 11 months"],
  [{ daysSinceFirstPurchase: 2200, daysSinceLastPurchase: 300 }, null, null],
  [{ daysSinceFirstPurchase: 250, daysSinceLastPurchase: 5 }, null, null],
  [
    { purchaseDaysTotal: 23, purchaseDays90d: 2, purchaseDaysPrevious90d: 7 },
    "Buys less often: twice in the last 90 days, 7 times in the 90 before",
    null,
  ],
  [
    { purchaseDaysFading30d: 0, purchaseDays90d: 0, purchaseDaysPrevious90d: 1 },
    "No purchase in the last 90 days, one in the 90 before",
    null,
  ],
  [
    { purchaseDays90d: 5, purchaseDaysPrevious90d: 1, daysSinceFirstPurchase: 400 },
    null,
    "Buys more often: 5 times in the last 90 days, once in the 90 before",
  ],
  [
    { purchaseDays90d: 1, purchaseDaysPrevious90d: 0, daysSinceFirstPurchase: 400 },
    null,
    "Buys again: once in the last 90 days, after none in the 90 before",
  ],
  [{ purchaseDays90d: 5, purchaseDaysPrevious90d: 1, daysSinceFirstPurchase: 100 }, null, null],
  [
    { purchaseDays90d: 4, purchaseDaysPrevious90d: 4 },
    null,
    "Buys as often as before: 4 times in the last 90 days and in the 90 before",
  ],
  [{ purchaseDaysTotal: 23 }, null, null],
  [{ purchaseDays90d: 7, purchaseDaysPrevious90d: 8, daysSinceFirstPurchase: 400 }, null, null],
  [{ purchaseDays90d: 8, purchaseDaysPrevious90d: 7, daysSinceFirstPurchase: 400 }, null, null],
  [
    { revenueMinor90d: 37_000, revenueMinorPrevious90d: 100_000 },
    "Spending down by 63 % against the 90 days before",
    null,
  ],
  [{ revenueMinor90d: 0, revenueMinorPrevious90d: 100_000 }, null, null],
  [{ revenueMinor90d: 95_000, revenueMinorPrevious90d: 100_000 }, null, null],
  [
    { revenueMinor90d: 125_000, revenueMinorPrevious90d: 100_000, daysSinceFirstPurchase: 400 },
    null,
    "Spending up by 25 % against the 90 days before",
  ],
  [
    { revenueMinor90d: 4_590_000, revenueMinorPrevious90d: 100_000, daysSinceFirstPurchase: 400 },
    null,
    "Spending has more than doubled against the 90 days before",
  ],
  [{ revenueMinor90d: 90_000, revenueMinorPrevious90d: 0, daysSinceFirstPurchase: 400 }, null, null],
  [{ revenueMinorPrevious90d: 0, revenueMinor90d: 0 }, null, null],
  [{ productsTotal: 1, purchaseDaysTotal: 6 }, "Only one kind of product bought so far", null],
  [{ productsTotal: 1, purchaseDaysTotal: 1 }, null, null],
  [{ productsTotal: 5, purchaseDaysTotal: 6 }, null, "Has bought 5 kinds of products"],
  [
    { longestGapDays: 80, meanGapDays: 13, purchaseDaysTotal: 9, daysSinceLastPurchase: 3 },
    "Buys irregularly, with pauses of up to 80 days",
    null,
  ],
  [
    {
      gapDeviationDays: 3,
      longestGapDays: 20,
      meanGapDays: 13,
      purchaseDaysTotal: 9,
      daysSinceLastPurchase: 3,
    },
    null,
    "Buys regularly, never more than 20 days apart",
  ],
  [{ longestGapDays: 20, meanGapDays: 13, purchaseDaysTotal: 9, daysSinceLastPurchase: 21 }, null, null],
  [{ refundDaysTotal: 1, purchaseDaysTotal: 9 }, "A refund so far", null],
  [{ refundMinorTotal: 9_000, refundDaysTotal: 2, purchaseDaysTotal: 9 }, "Refunds on 2 days so far", null],
  [{ refundDaysTotal: 0, purchaseDaysTotal: 9 }, null, "No refund so far"],
  [{ refundDaysTotal: 0, purchaseDaysTotal: 0 }, null, null],
  [{ deliveryDays90d: 0, purchaseDays90d: 2 }, "No delivery in the last 90 days", null],
  [{ deliveryDays90d: 0, purchaseDays90d: 0 }, null, null],
  [{ deliveryDays90d: 1, purchaseDays90d: 0 }, null, "A delivery in the last 90 days"],
  [{ deliveryDays90d: 3, purchaseDays90d: 0 }, null, "Deliveries on 3 of the last 90 days"],
  [
    { usageChange28d: -0.49, usageQuantity28d: 477, usageQuantityPrevious28d: 932 },
    "Usage halved in a month (932 → 477)",
    null,
  ],
  [{ usageQuantity28d: 60, usageQuantityPrevious28d: 100 }, "Usage down by 40 % in a month (100 → 60)", null],
  [{ usageQuantity28d: 0, usageQuantityPrevious28d: 932 }, "No usage in the last four weeks (932 → 0)", null],
  [{ usageQuantity28d: 112, usageQuantityPrevious28d: 100 }, null, "Usage up by 12 % in a month (100 → 112)"],
  [
    { usageQuantity28d: 300, usageQuantityPrevious28d: 100 },
    null,
    "Usage more than doubled in a month (100 → 300)",
  ],
  [
    { usageQuantity28d: 95, usageQuantityPrevious28d: 100 },
    null,
    "Usage steady over the last month (100 → 95)",
  ],
  [{ usageQuantity28d: 1, usageQuantityPrevious28d: 3 }, null, null],
  [{ openTickets: 3, tickets90d: 4 }, "3 tickets open", null],
  [
    { tickets90d: 4, openTickets: 0 },
    "4 tickets in the last 90 days",
    "Every ticket of the last 90 days is solved",
  ],
  [{ tickets90d: 0, openTickets: 0 }, null, "No ticket in the last 90 days"],
  [{ daysSinceLastTouch: 120, touches90d: 0 }, "Nobody from our side has been in touch for 120 days", null],
  [{ touches90d: 0 }, "Nobody from our side has been in touch in the last 90 days", null],
  [{ daysSinceLastTouch: 8, touches90d: 1 }, null, "We were in touch 8 days ago"],
  [{ daysSinceLastTouch: 0, touches90d: 1 }, null, "We have just been in touch"],
  [{ touches90d: 4, daysSinceLastTouch: 40 }, null, "We have been in touch 4 times in the last 90 days"],
  [{ lastCsatShare: 0.4 }, "Was not satisfied when last asked", null],
  [{ lastCsatShare: 0.7 }, null, null],
  [{ lastCsatShare: 1 }, null, "Was satisfied when last asked"],
  [{ lastNpsShare: 0.3 }, "Would rather not recommend us", null],
  [{ lastNpsShare: 0.8 }, null, null],
  [{ lastNpsShare: 0.9 }, null, "Would recommend us"],
  [{ contractAgeDays: 65 }, "New contract, 2 months old", null],
  [{ contractAgeDays: 1 }, "New contract, 1 day old", null],
  [{ contractAgeDays: 0 }, null, null],
  [{ contractAgeDays: 250 }, null, null],
  [{ contractAgeDays: 800 }, null, "Under contract for 2 years"],
];

describe("a reason", () => {
  it.each(SAID)("%o is said only in the direction in which it makes sense", (numbers, raising, lowering) => {
    expect(text(numbers, "raises")).toBe(raising);
    expect(text(numbers, "lowers")).toBe(lowering);
  });

  it("is told with the answer itself where it is known, and in words where another came after the score", () => {
    const csat = { score: 2, scaleMax: 5 };
    const nps = { score: 3, scaleMax: 10 };
    const about = { hasContract: false, answers: { csat, nps } };
    expect(text({ lastCsatShare: 0.4 }, "raises", about)).toBe("Rated us 2 of 5");
    expect(text({ lastNpsShare: 0.3 }, "raises", about)).toBe("Would recommend us: 3 of 10");
    expect(text({ lastCsatShare: 1 }, "lowers", about)).toBe("Was satisfied when last asked");
    const better = { hasContract: false, answers: { csat: { score: 5, scaleMax: 5 } } };
    expect(text({ lastCsatShare: 1 }, "lowers", better)).toBe("Rated us 5 of 5");
    const thirds = { hasContract: false, answers: { csat: { score: 1, scaleMax: 3 } } };
    expect(text({ lastCsatShare: 0.333 }, "raises", thirds)).toBe("Rated us 1 of 3");
  });

  it("tells of purchases under contract only where they buy besides it", () => {
    const silent = { daysSinceLastPurchase: 101, meanGapDays: 13 };
    expect(text({ ...silent, purchaseDaysTotal: 9 }, "raises", UNDER_CONTRACT)).toBe(
      "No purchase for 101 days, usually buys every 13 days",
    );
    expect(text({ ...silent, purchaseDaysTotal: 1 }, "raises", UNDER_CONTRACT)).toBeNull();
    expect(
      text({ ...silent, daysSinceLastPurchase: 400, purchaseDaysTotal: 9 }, "raises", UNDER_CONTRACT),
    ).toBeNull();
    expect(text(silent, "raises", UNDER_CONTRACT)).toBeNull();
    const spent = { revenueMinorPrevious90d: 0, revenueMinor90d: 0, purchaseDaysTotal: 0 };
    for (const direction of ["raises", "lowers"] as const)
      expect(text(spent, direction, UNDER_CONTRACT)).toBeNull();
    expect(text({ openTickets: 1 }, "raises", UNDER_CONTRACT)).toBe("1 ticket open");
  });

  it("is not told of a feature that another version knew, nor without the numbers it is made of", () => {
    expect(tellReason({ feature: "gone", value: 3, typical: 1, contribution: 1 }, FREE)).toBeNull();
    for (const { name } of FEATURES) {
      const kept = { feature: name, value: null, typical: 1 };
      for (const contribution of [0.4, -0.4]) expect(tellReason({ ...kept, contribution }, FREE)).toBeNull();
    }
  });

  it("has sentences in both directions for every group, and words for each in every language", () => {
    for (const group of new Set(FEATURES.map(({ group: one }) => one)))
      expect(featuresTold(group).length).toBeGreaterThan(0);
    const codes = new Set<string>();
    for (const [numbers] of SAID)
      for (const direction of ["raises", "lowers"] as const)
        for (const about of [FREE, UNDER_CONTRACT]) {
          const said = told({ ...numbers }, direction, about);
          if (said === null) continue;
          codes.add(said.code);
          expect(textOf(said, PSEUDO_LOCALE)).not.toMatch(/NaN|undefined|\{/);
        }
    // Those of an answer on its scale and of purchases besides a contract stand in tests of their own.
    const elsewhere = /^because\.(for-|age-|attribute|rated-|recommends-|silent-contract)/;
    expect([...codes].sort()).toEqual(
      Object.keys(riskReasons)
        .filter((code) => !elsewhere.test(code))
        .sort(),
    );
  });
});
