import { describe, expect, it } from "vitest";
import type { FeatureName } from "../../../../../src/domain/risk/features.ts";
import { tellReason } from "../../../../../src/domain/risk/scores/sentences/stories.ts";
import { strongestReasons } from "../../../../../src/domain/risk/scores/strongest-reasons.ts";

type Numbers = Partial<Record<FeatureName, number>>;
const reasonsFor = (contributions: Numbers, values: Numbers = {}, typical: Numbers = {}) =>
  strongestReasons({
    value: (name) => values[name] ?? Number.NaN,
    contributionOf: (name) => new Map(Object.entries(contributions)).get(name) ?? 0,
    ...{ typical, attributes: [], inColumn: () => Number.NaN },
  });

describe("strongestReasons", () => {
  it("tells an attribute by what it is, with the sum of its columns, beside the others by strength", () => {
    const pulls: Record<string, number> = {
      ...{ openTickets: 0.6, "attribute Plan: Basic": 0.5, "attribute Plan: Gold": 0.4 },
      "attribute Seats": -0.3,
    };
    const is: Record<string, number> = {
      "attribute Plan: Basic": 0,
      "attribute Plan: Gold": 1,
      "attribute Seats": 12,
    };
    const material = {
      value: (name: FeatureName) => (name === "openTickets" ? 2 : Number.NaN),
      contributionOf: (column: string) => pulls[column] ?? 0,
      typical: {},
      attributes: [
        { kind: "values", name: "Plan", sinceStart: false, values: ["Basic", "Gold"] },
        { kind: "number", name: "Seats", sinceStart: true },
      ],
      inColumn: (column: string) => is[column] ?? Number.NaN,
    } as const;
    const about = { hasContract: false, answers: {} };
    const reasons = strongestReasons(material);
    expect(reasons.map((reason) => [reason.contribution, tellReason(reason, about)?.code])).toEqual([
      [0.9, "because.attribute"],
      [0.6, "because.open-tickets"],
      [-0.3, "because.attribute"],
    ]);
    expect(reasons.map(({ attribute }) => attribute)).toEqual([
      { name: "Plan", value: "Gold" },
      undefined,
      { name: "Seats", value: "12" },
    ]);
    // Of a customer of whom nothing is known, nothing can be told.
    const unknown = strongestReasons({ ...material, inColumn: () => Number.NaN });
    expect(unknown.map(({ feature }) => feature)).toEqual(["openTickets"]);
  });

  it("names one feature per group, the groups by their sums", () => {
    const reasons = reasonsFor({
      purchaseDays30d: 0.3,
      purchaseDays60d: 0.35,
      purchaseDays90d: 0.1,
      openTickets: 0.6,
      refundDaysTotal: -0.4,
    });
    expect(reasons.map(({ feature, contribution }) => [feature, contribution])).toEqual([
      ["purchaseDays60d", 0.75],
      ["openTickets", 0.6],
      ["refundDaysTotal", -0.4],
    ]);
  });

  it("does not tell a strong feature whose neighbours cancel it out", () => {
    expect(reasonsFor({ revenueMinor30d: 1, revenueMinor90d: -0.98 })).toEqual([]);
  });

  it("tells a group by the member that pulls in the group's direction", () => {
    const [reason] = reasonsFor({ revenueMinor30d: 0.5, revenueMinor60d: -0.45, revenueMinor90d: -0.4 });
    expect(reason).toMatchObject({ feature: "revenueMinor60d", contribution: -0.35 });
  });

  it("keeps reasons that can be said before stronger ones that cannot", () => {
    const reasons = reasonsFor(
      { purchaseDaysTotal: 0.9, unitsPerPurchaseDay: -0.8, openTickets: 0.2 },
      { purchaseDaysTotal: 4, openTickets: 1 },
    );
    expect(reasons.map(({ feature }) => feature)).toEqual([
      "openTickets",
      "purchaseDaysTotal",
      "unitsPerPurchaseDay",
    ]);
  });

  it("gives at most five", () => {
    const reasons = reasonsFor({
      daysSinceLastPurchase: 0.1,
      daysSinceFirstPurchase: 0.2,
      purchaseDaysTotal: 0.3,
      revenueMinorTotal: 0.4,
      meanGapDays: 0.5,
      openTickets: 0.6,
    });
    expect(reasons.map(({ contribution }) => contribution)).toEqual([0.6, 0.5, 0.4, 0.3, 0.2]);
  });

  it("keeps what the sentences need; missing values are null or left out, never NaN", () => {
    const contributions = { silenceOverMeanGap: 0.4, daysSinceLastTouch: 0.2 };
    const values = {
      silenceOverMeanGap: 2.28571,
      daysSinceLastPurchase: 48,
      purchaseDaysTotal: 1,
      touches90d: 0,
    };
    expect(reasonsFor(contributions, values, { silenceOverMeanGap: 0.9 })).toEqual([
      {
        feature: "silenceOverMeanGap",
        value: 2.286,
        typical: 0.9,
        contribution: 0.4,
        companions: { daysSinceLastPurchase: 48, purchaseDaysTotal: 1 },
      },
      {
        feature: "daysSinceLastTouch",
        value: null,
        typical: null,
        contribution: 0.2,
        companions: { touches90d: 0 },
      },
    ]);
  });
});
