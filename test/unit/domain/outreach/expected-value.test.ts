import { describe, expect, it } from "vitest";
import type { ContactCost } from "../../../../src/domain/outreach/contact-cost.ts";
import { expectedValue, savedShare, valueMinor } from "../../../../src/domain/outreach/expected-value.ts";
import { type Stake, stakeOf } from "../../../../src/domain/value/stake.ts";

const euros = (amount: number) => ({ minor: 100 * amount, currency: "EUR" });
const known = (amount: number) => ({ kind: "known", money: euros(amount) }) as const;

describe("what a contact is expected to bring", () => {
  it("is the share saved of the margin at stake, less what the contact costs", () => {
    // P(leaving) 60 % × 2,000 € of margin a year = 1,200 € at stake; 8 % of it kept = 96 €; 20 minutes at 45 € an hour = 15 €.
    const stake = stakeOf(0.6, { kind: "figure", money: euros(2000) });
    expect(expectedValue(0.08, stake, known(15))).toEqual({
      ...{ kind: "known", kept: euros(96), cost: euros(15), value: euros(81) },
    });
  });

  it("is below zero for a small customer, or where contact drives customers away", () => {
    expect(valueMinor(expectedValue(0.05, known(100), known(12)))).toBe(-700);
    expect(valueMinor(expectedValue(-0.04, known(1000), known(0)))).toBe(-4000);
  });

  it("is in whole minor units, also of a currency that has no smaller ones", () => {
    const yen = (minor: number) => ({ kind: "known", money: { minor, currency: "JPY" } }) as const;
    expect(valueMinor(expectedValue(0.05, yen(1_230_001), yen(700)))).toBe(61_500 - 700);
  });

  it.each<[string, Stake | undefined, ContactCost, string]>([
    ["never bought", undefined, known(1), "no-revenue"],
    ["never scored", { kind: "unknown", because: "no-score" }, known(1), "no-score"],
    ["without a rate", { kind: "unknown", because: "no-rate" }, known(1), "no-rate"],
    ["of an unknown cost", known(100), { kind: "unknown", because: "no-hourly-cost" }, "no-hourly-cost"],
    ["of a cost without a rate", known(100), { kind: "unknown", because: "no-rate" }, "no-cost-rate"],
  ])("is not made up: %s", (_case, stake, cost, because) => {
    expect(expectedValue(0.1, stake, cost)).toEqual({ kind: "unknown", because });
    expect(valueMinor(expectedValue(0.1, stake, cost))).toBeNull();
  });

  it("goes by the measured share where there is one, else by what is believed", () => {
    const shares = new Map([["thank", { share: 0.11 }]]);
    expect(savedShare(shares, { playbook: "thank", saves: 0.02 })).toBe(0.11);
    expect(savedShare(shares, { playbook: "welcome", saves: 0.05 })).toBe(0.05);
  });
});
