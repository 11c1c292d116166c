import { type RandomStream, randomStream } from "../../model/random.ts";

/** Random draws from one seeded stream: the same seed gives the same draws in the same order, on every machine. */
export type Draws = {
  /** Uniform, from ≤ x < to. */
  between(from: number, to: number): number;
  /** True with that probability. */
  chance(probability: number): boolean;
  oneOf<Item>(items: readonly [Item, ...Item[]]): Item;
  /** Mean 0, standard deviation 1. */
  normal(): number;
  /** Mean 1. */
  exponential(): number;
  /** Mean 1, variance 1 ÷ shape. */
  gamma(shape: number): number;
};

export function drawsFrom(seed: number): Draws {
  const random = randomStream(seed);
  return {
    between: (from, to) => from + (to - from) * random(),
    chance: (probability) => random() < probability,
    oneOf: (items) => items[Math.floor(random() * items.length)] ?? items[0],
    normal: () => normal(random),
    exponential: () => exponential(random),
    gamma: (shape) => gamma(shape, random) / shape,
  };
}

function exponential(random: RandomStream): number {
  return -Math.log1p(-random());
}

/** Box and Muller (1958). */
function normal(random: RandomStream): number {
  return Math.sqrt(2 * exponential(random)) * Math.cos(2 * Math.PI * random());
}

/** Scale 1 (Marsaglia and Tsang, 2000). */
function gamma(shape: number, random: RandomStream): number {
  if (shape < 1) return gamma(shape + 1, random) * random() ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal(random);
    const v = (1 + c * x) ** 3;
    if (v > 0 && -exponential(random) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}
