import { describe, expect, it } from "vitest";
import {
  bgNbdLogLikelihood,
  expectedPurchases,
  fitBgNbd,
  type PurchaseHistory,
  probabilityAlive,
  probabilityOfNoPurchase,
} from "../../../model/bg-nbd.ts";
import { randomStream } from "../../../model/random.ts";
import { logGamma } from "../../../model/special-functions.ts";
import { betaDraw, exponentialDraw, gammaDraw } from "./draws.ts";

/** The published fit of the CDNOW sample (Fader, Hardie and Lee, 2005), in weeks. */
const cdnow = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };

const histories: readonly PurchaseHistory[] = [
  { repeats: 0, firstToLast: 0, age: 38.86 },
  { repeats: 2, firstToLast: 30.43, age: 38.86 },
  { repeats: 1, firstToLast: 1.71, age: 38.86 },
  { repeats: 7, firstToLast: 29.43, age: 38.86 },
];

/**
 * What becomes of one customer of a known rate and dropout probability, straight from the model's story: purchases at
 * the rate, each followed by leaving or not. The tests below average it over all rates and dropout probabilities.
 */
const given = (rate: number, dropout: number, { repeats, firstToLast, age }: PurchaseHistory) => {
  const timing = rate ** repeats;
  const alive = (1 - dropout) ** repeats * timing * Math.exp(-rate * age);
  const gone =
    repeats === 0 ? 0 : dropout * (1 - dropout) ** (repeats - 1) * timing * Math.exp(-rate * firstToLast);
  return { alive, gone };
};

/** ∫∫ f(λ, p) over the two distributions of customers, by the midpoint rule in coordinates where both are flat enough. */
function overCustomers(f: (rate: number, dropout: number) => number): number {
  const { r, alpha, a, b } = cdnow;
  const points = 700;
  // λ = u^(1/r) and p = w^(1/a) take the poles at 0 out of both densities.
  const rates = Array.from({ length: points }, (_, place) => {
    const top = 6 ** r;
    const u = ((place + 0.5) / points) * top;
    const rate = u ** (1 / r);
    const logDensity = r * Math.log(alpha) - logGamma(r) - alpha * rate;
    return { rate, weight: ((Math.exp(logDensity) / r) * top) / points };
  });
  const dropouts = Array.from({ length: points }, (_, place) => {
    const w = (place + 0.5) / points;
    const dropout = w ** (1 / a);
    const logDensity = logGamma(a + b) - logGamma(a) - logGamma(b) + (b - 1) * Math.log1p(-dropout);
    return { dropout, weight: Math.exp(logDensity) / a / points };
  });
  let sum = 0;
  for (const { rate, weight } of rates)
    for (const other of dropouts) sum += weight * other.weight * f(rate, other.dropout);
  return sum;
}

/** Purchases in `ahead` of a customer alive now: Σ over the purchase that is the last. */
const expectedIfAlive = (rate: number, dropout: number, ahead: number) =>
  dropout < 1e-9 ? rate * ahead : -Math.expm1(-rate * dropout * ahead) / dropout;

describe("BG/NBD against its own story, integrated numerically", () => {
  it("has the likelihood of each history", () => {
    for (const history of histories) {
      const integrated = overCustomers((rate, dropout) => {
        const { alive, gone } = given(rate, dropout, history);
        return alive + gone;
      });
      expect(bgNbdLogLikelihood(cdnow, [history])).toBeCloseTo(Math.log(integrated), 3);
    }
  });

  it("has P(alive), P(no purchase) and the expected purchases", () => {
    for (const history of histories) {
      const total = overCustomers((rate, dropout) => {
        const { alive, gone } = given(rate, dropout, history);
        return alive + gone;
      });
      const alive = overCustomers((rate, dropout) => given(rate, dropout, history).alive) / total;
      const buys = (rate: number, dropout: number) =>
        given(rate, dropout, history).alive * -Math.expm1(-rate * 13);
      const expected = (rate: number, dropout: number) =>
        given(rate, dropout, history).alive * expectedIfAlive(rate, dropout, 39);
      expect(probabilityAlive(cdnow, history)).toBeCloseTo(alive, 3);
      expect(probabilityOfNoPurchase(cdnow, history, 13)).toBeCloseTo(1 - overCustomers(buys) / total, 3);
      expect(expectedPurchases(cdnow, history, 39) / (overCustomers(expected) / total)).toBeCloseTo(1, 2);
    }
  });

  it("expects the published 1.226 purchases in 39 weeks of the paper's example customer", () => {
    const history = { repeats: 2, firstToLast: 30.43, age: 38.86 };
    expect(expectedPurchases(cdnow, history, 39)).toBeCloseTo(1.226, 2);
  });
});

describe("P(alive) is no churn score", () => {
  it("calls every one-time buyer alive, however long ago, where P(no purchase) grows with the silence", () => {
    const silent = (age: number) => ({ repeats: 0, firstToLast: 0, age });
    const ages = [1, 10, 100, 1000].map(silent);
    expect(ages.map((history) => probabilityAlive(cdnow, history))).toEqual([1, 1, 1, 1]);
    const noPurchase = ages.map((history) => probabilityOfNoPurchase(cdnow, history, 13));
    expect(noPurchase).toEqual([...noPurchase].sort((one, other) => one - other));
    expect(noPurchase[0]).toBeLessThan(0.8);
    expect(noPurchase[3]).toBeGreaterThan(0.99);
  });
});

describe("fitBgNbd", () => {
  const simulate = (customers: number, days: number): PurchaseHistory[] => {
    const random = randomStream(5);
    return Array.from({ length: customers }, () => {
      const rate = gammaDraw(0.8, random) / 60;
      const dropout = betaDraw(1.2, 3, random);
      const age = Math.floor(days * (0.3 + 0.7 * random()));
      let repeats = 0;
      let last = 0;
      for (let at = exponentialDraw(rate, random); at < age; at += exponentialDraw(rate, random)) {
        repeats += 1;
        last = at;
        if (random() < dropout) break;
      }
      return { repeats, firstToLast: Math.floor(last), age };
    });
  };

  it("recovers the parameters customers were simulated with", () => {
    const fitted = fitBgNbd(simulate(20_000, 700));
    expect(fitted?.r).toBeCloseTo(0.8, 1);
    expect((fitted?.alpha ?? 0) / 60).toBeCloseTo(1, 1);
    expect((fitted?.a ?? 0) / ((fitted?.a ?? 0) + (fitted?.b ?? 0))).toBeCloseTo(1.2 / 4.2, 1);
  });

  it("finds the top: no neighbour is likelier", () => {
    const customers = simulate(2000, 400);
    const fitted = fitBgNbd(customers) ?? cdnow;
    const best = bgNbdLogLikelihood(fitted, customers);
    for (const name of ["r", "alpha", "a", "b"] as const)
      for (const factor of [0.97, 1.03])
        expect(bgNbdLogLikelihood({ ...fitted, [name]: fitted[name] * factor }, customers)).toBeLessThan(
          best,
        );
  });

  it("does not depend on the unit of time", () => {
    const customers = simulate(2000, 400);
    const inWeeks = customers.map(({ repeats, firstToLast, age }) => ({
      repeats,
      firstToLast: firstToLast / 7,
      age: age / 7,
    }));
    const [days, weeks] = [fitBgNbd(customers), fitBgNbd(inWeeks)];
    expect((weeks?.alpha ?? 0) * 7).toBeCloseTo(days?.alpha ?? Number.NaN, 4);
    expect(weeks?.r).toBeCloseTo(days?.r ?? Number.NaN, 5);
  });

  it("stays finite over long histories and hundreds of purchases", () => {
    const busy = Array.from({ length: 500 }, (_, place) => ({
      repeats: (place * 7) % 900,
      firstToLast: place % 9 === 0 ? 0 : 3000 + (place % 600),
      age: 3650,
    })).map((history) => (history.repeats === 0 ? { ...history, firstToLast: 0 } : history));
    const fitted = fitBgNbd(busy);
    for (const value of Object.values(fitted ?? { none: Number.NaN })) expect(value).toBeGreaterThan(0);
    for (const history of busy) {
      expect(expectedPurchases(fitted ?? cdnow, history, 365)).toBeGreaterThanOrEqual(0);
      const none = probabilityOfNoPurchase(fitted ?? cdnow, history, 90);
      expect(none).toBeGreaterThanOrEqual(0);
      expect(none).toBeLessThanOrEqual(1);
    }
  });

  it("says nothing about few customers, or where nobody ever came back", () => {
    expect(fitBgNbd(simulate(49, 400))).toBeNull();
    expect(fitBgNbd(simulate(200, 400).map(({ age }) => ({ repeats: 0, firstToLast: 0, age })))).toBeNull();
  });
});

describe("expectedPurchases", () => {
  it("passes smoothly through the formula's gaps at a = 1 and a + b = 1", () => {
    const history = { repeats: 0, firstToLast: 0, age: 20 };
    const at = (a: number, b: number) => expectedPurchases({ ...cdnow, a, b }, history, 30);
    expect(at(1, 2)).toBeCloseTo((at(0.99, 2) + at(1.01, 2)) / 2, 3);
    expect(at(0.6, 0.4)).toBeCloseTo((at(0.59, 0.4) + at(0.61, 0.4)) / 2, 3);
  });

  it("grows with the time ahead and is 0 for none", () => {
    const history = { repeats: 3, firstToLast: 20, age: 22 };
    const ahead = [0, 1, 30, 365, 36_500].map((days) => expectedPurchases(cdnow, history, days));
    expect(ahead[0]).toBe(0);
    expect(ahead).toEqual([...ahead].sort((one, other) => one - other));
  });
});
