import fc from "fast-check";
import { expect, it } from "vitest";
import { FEATURES, type FeatureName, featureNamed } from "../../../../../src/domain/risk/features.ts";
import type { Reason } from "../../../../../src/domain/risk/scores/reasons.ts";
import type { ScoreFacts } from "../../../../../src/domain/risk/scores/score-facts.ts";
import { strongestReasons } from "../../../../../src/domain/risk/scores/strongest-reasons.ts";
import { reasonPhrases, strongestToldReason } from "../../../../../src/domain/risk/scores/told-reasons.ts";
import { riskReasons } from "../../../../../src/words/en/risk-reasons.ts";
import { textOf } from "../../../../../src/words/text.ts";
import { A_CUSTOMER } from "../../../../support/card-facts.ts";

type Features = Readonly<Record<FeatureName, number>>;
type Rule = readonly [tells: "raises" | "lowers", isTrue: (features: Features) => boolean];

/** When each sentence is true and speaks for what it is told for; stated apart from the sentences. */
const RULES: Readonly<Record<string, Rule>> = {
  silent: ["raises", (f) => f.daysSinceLastPurchase > f.meanGapDays - 0.5],
  "silent-contract": ["raises", (f) => f.daysSinceLastPurchase > f.meanGapDays - 0.5 && buys(f)],
  "bought-once": ["raises", (f) => f.purchaseDaysTotal === 1],
  "bought-lately": ["lowers", (f) => f.daysSinceLastPurchase < f.meanGapDays + 0.5],
  "just-bought": ["lowers", (f) => f.daysSinceLastPurchase === 0],
  "new-customer": ["raises", (f) => f.daysSinceFirstPurchase < 180 && !isUnderContract(f)],
  "long-customer": ["lowers", (f) => f.daysSinceFirstPurchase >= 365 && f.daysSinceLastPurchase <= 180],
  "bought-none": ["raises", (f) => f.purchaseDays90d === 0 && f.purchaseDaysPrevious90d > 0],
  "bought-less": ["raises", (f) => f.purchaseDays90d < f.purchaseDaysPrevious90d],
  "bought-more": ["lowers", (f) => f.purchaseDays90d > f.purchaseDaysPrevious90d],
  "buys-again": ["lowers", (f) => f.purchaseDays90d > 0 && f.purchaseDaysPrevious90d === 0],
  "buys-steadily": ["lowers", (f) => f.purchaseDays90d === f.purchaseDaysPrevious90d],
  "spends-less": ["raises", (f) => f.revenueMinor90d < f.revenueMinorPrevious90d],
  "spends-more": ["lowers", (f) => f.revenueMinor90d > f.revenueMinorPrevious90d],
  "spends-twice": ["lowers", (f) => f.revenueMinor90d > 2 * f.revenueMinorPrevious90d],
  "one-product": ["raises", (f) => f.productsTotal === 1],
  "many-products": ["lowers", (f) => f.productsTotal > 1],
  irregular: ["raises", (f) => f.longestGapDays > 2 * f.meanGapDays],
  regular: ["lowers", (f) => f.daysSinceLastPurchase <= f.longestGapDays],
  refunds: ["raises", (f) => f.refundDaysTotal > 0],
  "no-refund": ["lowers", (f) => f.refundDaysTotal === 0],
  "no-delivery": ["raises", (f) => f.deliveryDays90d === 0],
  deliveries: ["lowers", (f) => f.deliveryDays90d > 0],
  "usage-stopped": ["raises", (f) => Math.round(f.usageQuantity28d) === 0],
  "usage-halved": ["raises", (f) => f.usageQuantity28d < 0.55 * f.usageQuantityPrevious28d],
  "usage-down": ["raises", (f) => f.usageQuantity28d < f.usageQuantityPrevious28d],
  "usage-up": ["lowers", (f) => f.usageQuantity28d > f.usageQuantityPrevious28d],
  "usage-doubled": ["lowers", (f) => f.usageQuantity28d > 1.9 * f.usageQuantityPrevious28d],
  "usage-steady": ["lowers", (f) => f.usageQuantity28d > 0.85 * f.usageQuantityPrevious28d],
  "open-tickets": ["raises", (f) => f.openTickets > 0],
  "many-tickets": ["raises", (f) => f.tickets90d > 1],
  "tickets-solved": ["lowers", (f) => f.openTickets === 0 && f.tickets90d > 0],
  "no-tickets": ["lowers", (f) => f.openTickets === 0 && f.tickets90d === 0],
  "out-of-touch": ["raises", (f) => f.daysSinceLastTouch >= 60],
  "no-touch": ["raises", (f) => f.touches90d === 0],
  "in-touch": ["lowers", (f) => f.daysSinceLastTouch <= 30],
  "often-in-touch": ["lowers", (f) => f.touches90d > 2],
  "rated-low": ["raises", (f) => f.lastCsatShare < 0.6],
  "rated-high": ["lowers", (f) => f.lastCsatShare >= 0.8],
  dissatisfied: ["raises", (f) => f.lastCsatShare < 0.6],
  satisfied: ["lowers", (f) => f.lastCsatShare >= 0.8],
  "recommends-low": ["raises", (f) => f.lastNpsShare <= 0.6],
  "recommends-high": ["lowers", (f) => f.lastNpsShare >= 0.9],
  "no-recommendation": ["raises", (f) => f.lastNpsShare <= 0.6],
  recommendation: ["lowers", (f) => f.lastNpsShare >= 0.9],
  "new-contract": ["raises", (f) => f.contractAgeDays < 180],
  "long-contract": ["lowers", (f) => f.contractAgeDays >= 365],
};

const isUnderContract = (f: Features) => !Number.isNaN(f.contractAgeDays);
const buys = (f: Features) => f.purchaseDaysTotal >= 2 && f.daysSinceLastPurchase <= 365;
const ABOUT_PURCHASES = /silent|bought|customer|buys|spends|product|regular|refund/;

const missingAtTimes = (numbers: fc.Arbitrary<number>) =>
  fc.oneof({ weight: 1, arbitrary: fc.constant(Number.NaN) }, { weight: 9, arbitrary: numbers });
const counts = fc.oneof(fc.constantFrom(0, 0, 1, 2, 3), fc.integer({ min: 0, max: 40 }));
/** Far from any other figure, so that an amount in a sentence would be seen. */
const amounts = fc.oneof(
  fc.constantFrom(0, 1_234_567, 1_650_000),
  fc.integer({ min: 1_234_567, max: 9_999_999 }),
);
const BY_UNIT = {
  days: fc.oneof(
    fc.constantFrom(0, 1, 365),
    fc.integer({ min: 0, max: 200 }),
    fc.double({ min: 0.4, max: 900, noNaN: true }),
  ),
  count: counts,
  minor: amounts,
  quantity: fc.oneof(
    counts,
    fc.constantFrom(0, 49, 96, 100, 112, 300),
    fc.double({ min: 0, max: 900, noNaN: true }),
  ),
  ratio: fc.double({ min: -1, max: 45, noNaN: true }),
  share: fc.constantFrom(0, 0.2, 0.4, 0.6, 0.7, 0.8, 0.9, 1),
};
const whole = (name: FeatureName) => /^daysSince|^longest|^contract/.test(name);
const anything = fc.record(
  Object.fromEntries(
    FEATURES.map(({ name, unit }) => [
      name,
      missingAtTimes(whole(name) ? BY_UNIT[unit].map(Math.round) : BY_UNIT[unit]),
    ]),
  ),
) as fc.Arbitrary<Features>;
/** One purchase makes no gap. */
const features = anything.map((f) =>
  f.purchaseDaysTotal < 2 ? { ...f, meanGapDays: Number.NaN, longestGapDays: Number.NaN } : f,
);
const contributions = fc.record(
  Object.fromEntries(FEATURES.map(({ name }) => [name, fc.double({ min: -1, max: 1, noNaN: true })])),
) as fc.Arbitrary<Features>;
const answers = fc.record({
  csat: fc.record({ score: fc.integer({ min: 1, max: 5 }), scaleMax: fc.constant(5) }),
  nps: fc.record({ score: fc.constantFrom(0, 2, 4, 6, 9, 10), scaleMax: fc.constant(10) }),
});

const factsOf = (
  f: Features,
  reasons: readonly Reason[],
  score: Pick<ScoreFacts, "probability" | "answers">,
) => ({
  customer: {
    ...A_CUSTOMER,
    ...(isUnderContract(f) ? ({ startedOn: "2025-01-01", monthlyRevenueMinor: 420_000 } as const) : {}),
  },
  score: {
    ...{ asOf: new Date("2026-12-09T12:00:00Z"), bounds: null, silence: null, levers: [], model: null },
    ...{ reasons, ...score },
  },
});

const everyCode = Object.keys(riskReasons).filter((code) => !/^because\.(for-|age-|attribute)/.test(code));
const nested = (told: ReturnType<typeof reasonPhrases>[number]) => {
  const inner = told.parameters.sentence;
  return inner !== null && typeof inner === "object" && "code" in inner ? inner : told;
};

it("has a rule for every sentence", () => {
  expect(
    Object.keys(RULES)
      .map((name) => `because.${name}`)
      .sort(),
  ).toEqual([...everyCode].sort());
});

it("tells of any customer only what is true, makes sense in its direction, and names no amount", () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(
      ...([features, contributions, answers, fc.double({ min: 0, max: 1, noNaN: true })] as const),
      (f, pulls, given, probability) => {
        const reasons = strongestReasons({
          value: (name) => f[name],
          contributionOf: (name) => pulls[featureNamed(name)!.name],
          ...{ typical: {}, attributes: [], inColumn: () => Number.NaN },
        });
        expect(reasons.length).toBeLessThanOrEqual(5);
        const facts = factsOf(f, JSON.parse(JSON.stringify(reasons)), { probability, answers: given });
        for (const direction of ["raises", "lowers"] as const) {
          const named = strongestToldReason(facts, direction);
          if (named !== null) expect(RULES[named.code.slice("because.".length)]?.[0]).toBe(direction);
        }
        const told = reasonPhrases(facts).map(nested);
        for (const { code } of told) {
          const name = code.slice("because.".length);
          seen.add(name);
          const [tells, isTrue] = RULES[name]!;
          expect([name, isTrue(f)]).toEqual([name, true]);
          if (probability >= 0.5) expect([name, tells]).toEqual([name, "raises"]);
          if (isUnderContract(f) && ABOUT_PURCHASES.test(name)) expect([name, buys(f)]).toEqual([name, true]);
        }
        const raising = told.filter(({ code }) => RULES[code.slice("because.".length)]?.[0] === "raises");
        if (probability < 0.25) expect(raising.length).toBeLessThanOrEqual(1);
        for (const sentence of reasonPhrases(facts)) {
          const text = textOf(sentence, "en");
          expect(text).not.toMatch(
            /[€$£¥]|EUR|typical|NaN|null|undefined|[-−]\d|of the scale|the risk|\d{4}|\b0 %|4\d\d\d %/,
          );
          expect(text).toMatch(/^[A-Z0-9].*[a-z0-9)]$/);
          for (const { name, unit } of FEATURES)
            if (unit === "minor" && f[name] > 0)
              expect(text.replaceAll(",", "")).not.toContain(String(f[name]).slice(0, 4));
        }
      },
    ),
    { numRuns: 1000, seed: 11 },
  );
  // The customers are many enough that every sentence is met.
  expect(Object.keys(RULES).filter((name) => !seen.has(name))).toEqual([]);
});
