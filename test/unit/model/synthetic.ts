import { randomStream } from "../../../model/random.ts";
import type { LabelledDataset } from "../../../src/domain/risk/dataset.ts";

/**
 * Invented customers whose churn follows a known rule: `days` raises it, plan "Ⅲ 旗舰" lowers it, and `bend` matters
 * at both ends only, which no straight line can follow. `noise` says nothing and `same` never varies. `level` is added
 * to everybody's log odds.
 */
export function syntheticCustomers(rows: number, seed: number, level = 0): LabelledDataset {
  const random = randomStream(seed);
  const days = new Float64Array(rows);
  const bend = new Float64Array(rows);
  const noise = new Float64Array(rows);
  const plans: string[] = [];
  const labels = new Uint8Array(rows);
  for (let row = 0; row < rows; row += 1) {
    days[row] = Math.floor(random() * 180);
    bend[row] = random() * 2 - 1;
    noise[row] = random() < 0.1 ? Number.NaN : random() * 1e6;
    const plan = ["basic", "plus", "Ⅲ 旗舰"][Math.floor(random() * 3)] ?? "basic";
    plans.push(plan);
    const logit =
      level + (days[row]! - 90) / 40 + 3 * (Math.abs(bend[row]!) - 0.5) - (plan === "Ⅲ 旗舰" ? 1.5 : 0);
    labels[row] = random() < 1 / (1 + Math.exp(-logit)) ? 1 : 0;
  }
  return {
    rows,
    labels,
    columns: [
      { kind: "number", name: "days", values: days },
      { kind: "number", name: "bend", values: bend },
      { kind: "category", name: "plan", values: plans },
      { kind: "number", name: "noise", values: noise },
      { kind: "number", name: "same", values: new Float64Array(rows).fill(7) },
    ],
  };
}
