/**
 * An amount shared by weight as `largestRemainder` shares it, kept as the few numbers from which anybody's part follows:
 * whose remainder is above the threshold gets one of the units left over, and at the threshold those up to an id do.
 */
export type SettledDivision = { readonly minor: number; readonly lastCustomerId: number } & (
  | { readonly exact: "number"; readonly total: number; readonly threshold: number }
  | { readonly exact: "bigint"; readonly total: bigint; readonly threshold: bigint }
);

/** Those who share, the lower id first, and their weights: whole numbers, none below zero. Only the first `count` are read. */
export type Sharers = {
  readonly customerIds: Int32Array;
  readonly weights: Float64Array;
  readonly count: number;
};

/** Reused: as long as the longest list so far. */
let remainders = new Float64Array(0);

/**
 * @param minor a safe integer; an amount below zero is shared as its mirror image
 * @throws RangeError where no weight is above zero
 */
export function settleDivision(minor: number, sharers: Sharers): SettledDivision {
  const { weights, count } = sharers;
  let total = 0;
  let largest = 0;
  for (let at = 0; at < count; at += 1) {
    const weight = weights[at] ?? 0;
    total += weight;
    if (weight > largest) largest = weight;
  }
  if (!(total > 0)) throw new RangeError("Weights to share by have to be zero or more, with one above zero.");
  // Below 2^53 all of it is exact in numbers, some thirty times as fast as in bigints.
  const fits = total + Math.abs(minor) * largest <= Number.MAX_SAFE_INTEGER;
  return fits ? settledNumbers(minor, total, sharers) : settledBigints(minor, sharers);
}

/** What of a settled amount falls on one of those who shared; minor units. */
export function partOf(settled: SettledDivision, weight: number, customerId: number): number {
  const { minor, lastCustomerId } = settled;
  if (weight === 0) return 0;
  let units: number;
  let isNext: boolean;
  if (settled.exact === "number") {
    const whole = Math.abs(minor) * weight;
    units = quotient(whole, settled.total);
    const remainder = whole - units * settled.total;
    isNext =
      remainder > settled.threshold || (remainder === settled.threshold && customerId <= lastCustomerId);
  } else {
    const whole = BigInt(Math.abs(minor)) * BigInt(weight);
    units = Number(whole / settled.total);
    const remainder = whole % settled.total;
    isNext =
      remainder > settled.threshold || (remainder === settled.threshold && customerId <= lastCustomerId);
  }
  const part = units + Number(isNext);
  return minor < 0 && part !== 0 ? -part : part;
}

/** Whole units; the division of two doubles alone may round up to the next whole number. */
function quotient(whole: number, total: number): number {
  const units = Math.floor(whole / total);
  return units * total > whole ? units - 1 : units;
}

function settledNumbers(minor: number, total: number, sharers: Sharers): SettledDivision {
  const { customerIds, weights, count } = sharers;
  const size = Math.abs(minor);
  if (remainders.length < 2 * count) remainders = new Float64Array(2 * count);
  let leftOver = size;
  for (let at = 0; at < count; at += 1) {
    const whole = size * (weights[at] ?? 0);
    const units = quotient(whole, total);
    const remainder = whole - units * total;
    remainders[at] = remainder;
    remainders[count + at] = remainder;
    leftOver -= units;
  }
  const exact = "number" as const;
  if (leftOver === 0) return { exact, minor, total, threshold: Number.POSITIVE_INFINITY, lastCustomerId: 0 };
  const threshold = nthLargest(remainders.subarray(count, 2 * count), leftOver);
  let atThreshold = leftOver;
  for (let at = 0; at < count; at += 1) if ((remainders[at] ?? 0) > threshold) atThreshold -= 1;
  let lastCustomerId = 0;
  for (let at = 0; atThreshold > 0 && at < count; at += 1) {
    if (remainders[at] !== threshold) continue;
    lastCustomerId = customerIds[at] ?? 0;
    atThreshold -= 1;
  }
  return { exact, minor, total, threshold, lastCustomerId };
}

/** Quickselect: sorting everybody for each pool would take most of a report's time. Changes the order of `values`. */
function nthLargest(values: Float64Array, n: number): number {
  let low = 0;
  let high = values.length - 1;
  const place = n - 1;
  while (low < high) {
    const pivot = values[(low + high) >> 1] ?? 0;
    let up = low;
    let down = high;
    while (up <= down) {
      while ((values[up] ?? 0) > pivot) up += 1;
      while ((values[down] ?? 0) < pivot) down -= 1;
      if (up > down) break;
      const swapped = values[up] ?? 0;
      values[up] = values[down] ?? 0;
      values[down] = swapped;
      up += 1;
      down -= 1;
    }
    if (place <= down) high = down;
    else if (place >= up) low = up;
    else break;
  }
  return values[place] ?? 0;
}

function settledBigints(minor: number, { customerIds, weights, count }: Sharers): SettledDivision {
  const size = BigInt(Math.abs(minor));
  const all = [...weights.subarray(0, count)].map(BigInt);
  const total = all.reduce((sum, weight) => sum + weight, 0n);
  const left = all.map((weight) => (size * weight) % total);
  const leftOver = Number(all.reduce((rest, weight) => rest - (size * weight) / total, size));
  const exact = "bigint" as const;
  if (leftOver === 0) return { exact, minor, total, threshold: total, lastCustomerId: 0 };
  const threshold = [...left].sort((a, b) => (a < b ? 1 : -Number(a > b)))[leftOver - 1] ?? total;
  const above = left.filter((remainder) => remainder > threshold).length;
  const equal = left.flatMap((remainder, at) => (remainder === threshold ? [customerIds[at] ?? 0] : []));
  return { exact, minor, total, threshold, lastCustomerId: equal[leftOver - above - 1] ?? 0 };
}
