import type { RandomStream } from "../../../model/random.ts";

export function exponentialDraw(rate: number, random: RandomStream): number {
  return -Math.log1p(-random()) / rate;
}

export function normalDraw(random: RandomStream): number {
  return Math.sqrt(-2 * Math.log1p(-random())) * Math.cos(2 * Math.PI * random());
}

/** Scale 1 (Marsaglia and Tsang, 2000). */
export function gammaDraw(shape: number, random: RandomStream): number {
  if (shape < 1) return gammaDraw(shape + 1, random) * random() ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normalDraw(random);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

export function betaDraw(a: number, b: number, random: RandomStream): number {
  const one = gammaDraw(a, random);
  return one / (one + gammaDraw(b, random));
}
