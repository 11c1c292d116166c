/** A stream of numbers in [0, 1). */
export type RandomStream = () => number;

/**
 * Mulberry32: a small seeded generator, the same on every machine. TensorFlow.js's own initialisers have ignored
 * their seeds in some versions, so every random choice of this room is drawn here.
 */
export function randomStream(seed: number): RandomStream {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A seed for the part-th independent stream under one seed (integer hash by Wellons, "lowbias32"). */
export function derivedSeed(seed: number, part: number): number {
  let mixed = (Math.imul(seed | 0, 0x9e3779b1) + Math.imul(part + 1, 0x85ebca6b)) >>> 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x7feb352d) >>> 0;
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b) >>> 0;
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** Shuffles in place (Fisher and Yates) and returns the same array. */
export function shuffle<T extends Int32Array>(items: T, random: RandomStream): T {
  for (let last = items.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const kept = items[last] ?? 0;
    items[last] = items[other] ?? 0;
    items[other] = kept;
  }
  return items;
}

/** Uniform on (−limit, limit): Glorot and Bengio (2010) with limit = √(6 ÷ (inputs + outputs)). */
export function glorotUniform(inputs: number, outputs: number, random: RandomStream): Float32Array {
  const limit = Math.sqrt(6 / (inputs + outputs));
  return Float32Array.from({ length: inputs * outputs }, () => (2 * random() - 1) * limit);
}
