import { describe, expect, it } from "vitest";
import { reliabilityOf, wilsonInterval } from "../../../model/reliability.ts";

describe("reliabilityOf", () => {
  it("sets what was promised beside what happened, bin by bin, without empty bins", () => {
    const bins = reliabilityOf([0, 1, 1, 1, 0], [0.04, 0.06, 0.85, 0.95, 1]);
    expect(bins.map(({ n }) => n)).toEqual([2, 1, 2]);
    expect(bins[0]).toMatchObject({ meanPredicted: 0.05, observedRate: 0.5 });
    expect(bins[2]).toMatchObject({ meanPredicted: 0.975, observedRate: 0.5 });
    expect(reliabilityOf([], [])).toEqual([]);
  });
});

describe("wilsonInterval", () => {
  it("gives the textbook's interval for 10 of 20, and a sensible one where nobody or everybody did", () => {
    const { low, high } = wilsonInterval(10, 20);
    expect(low).toBeCloseTo(0.2993, 4);
    expect(high).toBeCloseTo(0.7007, 4);
    expect(wilsonInterval(0, 10)).toEqual({ low: 0, high: expect.closeTo(0.2775, 4) });
    expect(wilsonInterval(10, 10)).toEqual({ low: expect.closeTo(0.7225, 4), high: 1 });
  });
});
