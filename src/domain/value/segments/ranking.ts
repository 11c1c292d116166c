/**
 * For each value the share (0 to below 1) of values that are strictly larger. Equal values get equal shares, whatever
 * their order, so that two customers of the same value are never treated differently.
 */
export function sharesAbove(values: readonly number[]): Float64Array {
  const sorted = Float64Array.from(values).sort();
  return Float64Array.from(values, (value) => (sorted.length - firstAbove(sorted, value)) / sorted.length);
}

/** 1 to 5 by fifths of the values: 5 for the largest; equal values score the same. */
export function quintiles(values: readonly number[]): number[] {
  return Array.from(sharesAbove(values), (share) => 5 - Math.floor(5 * share));
}

/** Place of the first element larger than `value` in an ascending array. */
function firstAbove(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}
