import { vi } from "vitest";
import type { ChurnModel } from "../../src/domain/risk/churn-model.ts";

/** A model that gives everybody the same probability, because of the days since their last purchase. */
export function sameForAll(probability: number) {
  const score: ChurnModel["score"] = async (_artifact, { rows, columns }) => {
    const names = columns.map(({ name }) => name);
    const contributions = new Float32Array(rows * names.length);
    for (let row = 0; row < rows; row++) {
      contributions[row * names.length + names.indexOf("daysSinceLastPurchase")] = 1;
    }
    const probabilities = new Float64Array(rows).fill(probability);
    const unknown = new Float64Array(rows).fill(Number.NaN);
    return {
      serves: "network",
      columns: names,
      probabilities,
      low: probabilities,
      high: probabilities,
      expectedPurchases12m: unknown,
      expectedPurchaseMinor: unknown,
      outOfRange: { outside: 0, values: 0 },
      contributions,
    };
  };
  return { score: vi.fn(score) };
}
