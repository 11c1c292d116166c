import { describe, expect, it } from "vitest";
import {
  LEAST_IN_ARM,
  type Outcome,
  smallestEffect,
  UpliftComparison,
  widthFactor,
} from "../../../../../src/domain/outreach/proof/uplift.ts";
import { uniformNumbers } from "../../../../../src/domain/risk/evaluation/uniform-numbers.ts";

/** Customers in the order in which their outcomes become known. */
function* drawn(seed: number, effect: number, share = 0.1): Generator<Outcome> {
  const random = uniformNumbers(seed);
  while (true) {
    const risk = 0.2 + 0.7 * random();
    const arm = random() < share ? "held-out" : "nudged";
    const stays = random() < 1 - risk + (arm === "nudged" ? effect : 0);
    yield { arm, value: Number(stays), expected: risk };
  }
}

const PLANNED = 1200;
const lookedAt = (customers: number, outcomes: Iterable<Outcome>, planned = PLANNED) => {
  const comparison = new UpliftComparison();
  let left = customers;
  for (const outcome of outcomes) {
    if (left === 0) break;
    comparison.add(outcome);
    left -= 1;
  }
  return comparison.soFar(planned);
};

describe("a comparison with those held out", () => {
  it("says nothing before both arms have enough customers", () => {
    const outcomes = Array.from({ length: 200 }, (_, n): Outcome => {
      return { arm: n < LEAST_IN_ARM - 1 ? "held-out" : "nudged", value: n % 2, expected: 0.5 };
    });
    expect(lookedAt(200, outcomes)).toBeNull();
    const last: Outcome = { arm: "held-out", value: 1, expected: 0.5 };
    expect(lookedAt(201, [...outcomes, last])).toMatchObject({ nudged: 171, heldOut: 30 });
  });

  it("is the difference of means where nothing was expected of anybody", () => {
    const outcomes = Array.from({ length: 100 }, (_, n): Outcome => {
      return n < 40
        ? { arm: "held-out", value: Number(n < 10), expected: 0 }
        : { arm: "nudged", value: Number(n < 70), expected: 0 };
    });
    const found = lookedAt(100, outcomes)!;
    expect(found.effect).toBeCloseTo(30 / 60 - 10 / 40, 12);
    expect(found.high - found.effect).toBeCloseTo(found.effect - found.low, 12);
  });

  it("is not bent by arms that differ in what was expected", () => {
    // Everybody stays exactly as expected; those held out happen to be the riskier ones.
    const outcomes = Array.from({ length: 200 }, (_, n): Outcome => {
      const expected = n < 60 ? 0.5 + n / 200 : 0.2 + n / 500;
      return { arm: n < 60 ? "held-out" : "nudged", value: 1 - expected, expected };
    });
    expect(lookedAt(200, outcomes)!.effect).toBeCloseTo(0, 10);
  });

  it("holds the truth, and narrows by what was expected", () => {
    let held = 0;
    let narrowed = 0;
    for (let run = 0; run < 200; run += 1) {
      const found = lookedAt(PLANNED, drawn(run + 1, 0.05))!;
      if (found.low <= 0.05 && found.high >= 0.05) held += 1;
      const blind = lookedAt(
        PLANNED,
        [...take(drawn(run + 1, 0.05), PLANNED)].map((one) => ({ ...one, expected: 0 })),
      )!;
      narrowed += 1 - found.halfWidthOnce / blind.halfWidthOnce;
    }
    expect(held).toBeGreaterThanOrEqual(186);
    expect(narrowed / 200).toBeGreaterThan(0.05);
  });

  it("finds nothing that is not there, however often it is looked at", () => {
    let alarms = 0;
    let atAnyLook = 0;
    for (let run = 0; run < 200; run += 1) {
      const comparison = new UpliftComparison();
      let [alarmed, onceAlarmed] = [false, false];
      let n = 0;
      for (const outcome of take(drawn(run + 1000, 0), PLANNED)) {
        comparison.add(outcome);
        n += 1;
        if (n % 13 !== 0) continue;
        const found = comparison.soFar(PLANNED);
        if (found === null) continue;
        if (found.verdict !== "not-enough-data") alarmed = true;
        if (Math.abs(found.effect) > found.halfWidthOnce) onceAlarmed = true;
      }
      alarms += Number(alarmed);
      atAnyLook += Number(onceAlarmed);
    }
    expect(alarms).toBeLessThanOrEqual(10);
    // What an interval for one look would have done.
    expect(atAnyLook).toBeGreaterThan(30);
  });

  it("is widest early, and at the end half as wide again as one for a single look", () => {
    expect(widthFactor(PLANNED, PLANNED)).toBeCloseTo(3.03, 1);
    expect(widthFactor(60, PLANNED)).toBeGreaterThan(widthFactor(600, PLANNED));
    expect(widthFactor(600, PLANNED)).toBeGreaterThan(widthFactor(PLANNED, PLANNED));
    expect(widthFactor(5 * PLANNED, PLANNED)).toBe(widthFactor(PLANNED, PLANNED));
  });

  it("tells beforehand what it would be able to see", () => {
    const plan = { customers: PLANNED, share: 0.1, deviation: 0.45 };
    const effect = smallestEffect(plan);
    expect(effect).toBeCloseTo(0.168, 2);
    expect(smallestEffect({ ...plan, customers: 4 * PLANNED })).toBeCloseTo(effect / 2, 3);
    expect(smallestEffect({ ...plan, share: 0.5 })).toBeLessThan(0.7 * effect);
  });
});

function* take<T>(items: Iterable<T>, count: number): Generator<T> {
  let left = count;
  for (const item of items) {
    if (left === 0) return;
    left -= 1;
    yield item;
  }
}
