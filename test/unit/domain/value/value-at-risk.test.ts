import { describe, expect, it } from "vitest";
import { fileSegment } from "../../../../src/domain/value/segments/file-segment.ts";
import { segmentReport } from "../../../../src/domain/value/segments/segment-report.ts";
import { type Stake, type Stakes, stakeOf } from "../../../../src/domain/value/stake.ts";
import { valueAtRisk, valueAtRiskPhrase } from "../../../../src/domain/value/value-at-risk.ts";
import { textOf } from "../../../../src/words/text.ts";
import { valued } from "./segments/valued.ts";

const known = (minor: number) => ({ kind: "known", money: { minor, currency: "EUR" } }) as const;
const unrated = (customerId: number, name: string, currency: string) =>
  ({ kind: "unknown", because: "no-rate", whose: { customerId, name, currency } }) as const;
const stakes: Stakes = new Map<number, Stake>([
  [1, known(400_000)],
  [2, known(50_000)],
  [3, { kind: "unknown", because: "no-margin" }],
  [4, unrated(4, "江戸商事", "JPY")],
  [5, unrated(5, "Kuwait Co", "KWD")],
]);
const read = (ids: readonly number[]) => textOf(valueAtRiskPhrase(valueAtRisk(ids, stakes)), "en");

describe("value at risk", () => {
  it("adds up what is at stake with those at high risk, and counts and names who is not in it", () => {
    expect(valueAtRisk([1, 2, 3, 4, 5, 6], stakes)).toEqual({
      customers: 6,
      known: 2,
      money: { minor: 450_000, currency: "EUR" },
      withoutRate: { customers: 2, names: ["江戸商事", "Kuwait Co"], currencies: ["JPY", "KWD"] },
    });
  });

  it("says what it is, over how many, and of whom it is not known", () => {
    expect(read([1, 2])).toBe(
      "about €4,500: risk × a year's margin, added up over 2 customers at high risk.",
    );
    expect(read([1, 3, 6])).toBe(
      "about €4,000: risk × a year's margin, added up over 1 customer at high risk. " +
        "Of 2 more the margin or the revenue is not known.",
    );
    expect(read([1, 4, 5])).toContain(
      "2 customers are left out, because no exchange rate is known for JPY, KWD: 江戸商事, Kuwait Co.",
    );
  });

  it("is none where nobody is at high risk, and n/a, not nothing, where it is known of nobody", () => {
    expect(read([])).toBe("none: nobody is at high risk");
    expect(read([3, 6])).toBe("n/a: what the 2 customers at high risk would bring in a year is not known.");
  });

  it("of all segments together is that of the digest: the same customers, each once", () => {
    const customers = [0.97, 0.5, 0.49, 0.8, null].map((probability, place) =>
      valued({ probability, revenue12mMinor: 10_000 * (place + 1), segment: place % 2 ? "A" : "B" }),
    );
    const { valueAtRisk: ofAll, segments } = segmentReport({
      rule: fileSegment,
      customers,
      quarterAgo: [],
      unrated: [],
      costsLeftOut: [],
      ratesKnownThen: true,
      currency: "EUR",
      period: { fromDay: "2025-12-01", toDay: "2026-11-30" },
      asOf: new Date("2026-12-01"),
      comparedWith: new Date("2026-09-01"),
      dataUpTo: null,
      noSignal: false,
    });
    const high = customers.filter(({ probability }) => (probability ?? 0) >= 0.5);
    const asDigest = new Map(
      high.map((one) => [one.customerId, stakeOf(one.probability, one.marginIfStaying)] as const),
    );
    expect(ofAll).toEqual(valueAtRisk([...asDigest.keys()], asDigest));
    // 0.97 × 40 % of 100.00, 0.5 × of 200.00, 0.8 × of 400.00.
    expect(ofAll.money?.minor).toBe(3_880 + 4_000 + 12_800);
    const parts = segments.map((row) => row.valueAtRisk.money?.minor ?? 0);
    expect(parts.reduce((sum, minor) => sum + minor, 0)).toBe(ofAll.money?.minor);
  });
});
