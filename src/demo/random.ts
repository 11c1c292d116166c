type NonEmpty = readonly [unknown, ...unknown[]];

/** Draws that depend on the seed alone, the same on every machine. */
export type RandomStream = {
  /** Uniform in [low, high). */
  between(low: number, high: number): number;
  /** Uniform integer, both ends included. */
  integer(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<T extends NonEmpty>(items: T): T[number];
  /** Mean 0, standard deviation 1 (Box and Muller, 1958). */
  normal(): number;
};

/**
 * The part-th of the independent streams under one seed, so that a longer story of one customer does not change
 * the next customer. Generator: mulberry32.
 */
export function randomStream(seed: number, part = 0): RandomStream {
  const next = mulberry32(mixed((Math.imul(seed | 0, 0x9e3779b1) + Math.imul(part + 1, 0x85ebca6b)) >>> 0));
  const between = (low: number, high: number) => low + (high - low) * next();
  return {
    between,
    integer: (low, high) => Math.floor(between(low, high + 1)),
    chance: (probability) => next() < probability,
    pick: <T extends NonEmpty>(items: T): T[number] => items[Math.floor(next() * items.length)] ?? items[0],
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  };
}

function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Integer hash by Wellons ("lowbias32"): neighbouring parts get unrelated states. */
function mixed(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x7feb352d) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b) >>> 0;
  return (hash ^ (hash >>> 16)) >>> 0;
}
