import { expect, test } from "vitest";
import { startBackend } from "../../../model/backend.ts";
import { score } from "../../../model/score.ts";
import { scoreInParts } from "../../../model/score-in-parts.ts";
import { train } from "../../../model/train.ts";
import type { Dataset } from "../../../src/domain/risk/dataset.ts";
import { syntheticCustomers } from "./synthetic.ts";

test("a long table scored in parts gives what it gives at once", async () => {
  await startBackend();
  const training = syntheticCustomers(300, 31);
  const request = { training: [training], heldOut: syntheticCustomers(200, 32), horizonDays: 30, seed: 5 };
  const { artifact } = train(request);
  const long = { ...syntheticCustomers(2050, 33), asOf: new Date("2026-06-01T00:00:00Z") };
  const parts: Dataset[] = [];
  const scored = await scoreInParts(long, async (part) => {
    parts.push(part);
    return score(artifact, part);
  });
  expect(parts.map(({ rows }) => rows)).toEqual([1000, 1000, 50]);
  for (const { asOf, columns, rows } of parts) {
    expect(asOf).toEqual(long.asOf);
    expect(columns.every(({ values }) => values.length === rows)).toBe(true);
  }
  const whole = score(artifact, long);
  expect(scored).toMatchObject({ columns: whole.columns, outOfRange: whole.outOfRange });
  for (const name of ["probabilities", "low", "high", "contributions"] as const) {
    expect(scored[name]).toHaveLength(whole[name].length);
    const apart = Array.from(whole[name], (value, at) => Math.abs(value - (scored[name][at] ?? Number.NaN)));
    expect(Math.max(...apart)).toBeLessThan(1e-6);
  }
}, 60_000);
