import { MS_PER_DAY } from "../../domain/clock.ts";

/** Numbers as the server packs a column: big-endian, one after another; null where there are no rows. */
export const unpackDoubles = (packed: Buffer | null) => new Float64Array(copied(packed).swap64().buffer);

export const unpackInts = (packed: Buffer | null) => new Int32Array(copied(packed).swap32().buffer);

/** Whole numbers of 64 bits, two to each: the lower half first. */
const unpackHalves = (packed: Buffer | null) => new Uint32Array(copied(packed).swap64().buffer);

/** Memory of its own: typed arrays need an aligned start, and a column begins anywhere. */
function copied(packed: Buffer | null): Buffer & { readonly buffer: ArrayBuffer } {
  const copy = Buffer.from(new ArrayBuffer(packed?.length ?? 0));
  packed?.copy(copy);
  return copy;
}

const TWO_TO_32 = 2 ** 32;
const MICROSECONDS_PER_DAY = MS_PER_DAY * 1000;
/** The server counts from 2000. */
const FIRST_DAY = Date.UTC(2000, 0, 1) / MS_PER_DAY;

/** Moments in microseconds since 2000, as the server counts them. Loops: `from` with a function takes four times as long. */
export function unpackMoments(packed: Buffer | null): Float64Array {
  const halves = unpackHalves(packed);
  const moments = new Float64Array(halves.length / 2);
  for (let place = 0; place < moments.length; place += 1)
    moments[place] = ((halves[2 * place + 1] ?? 0) | 0) * TWO_TO_32 + (halves[2 * place] ?? 0);
  return moments;
}

/** The same of a date. */
export const serverMoment = (date: Date) => (date.getTime() - FIRST_DAY * MS_PER_DAY) * 1000;

/** The UTC days of such moments, counted from 1970. */
export function daysOf(moments: Float64Array): Int32Array {
  const days = new Int32Array(moments.length);
  for (let place = 0; place < days.length; place += 1)
    days[place] = FIRST_DAY + Math.floor((moments[place] ?? 0) / MICROSECONDS_PER_DAY);
  return days;
}

/** Hashes of 64 bits as the numbers that their upper 53 make; NaN for 0. */
export function unpackHashes(packed: Buffer | null): Float64Array {
  const halves = unpackHalves(packed);
  const hashes = new Float64Array(halves.length / 2);
  for (let place = 0; place < hashes.length; place += 1) {
    const lower = halves[2 * place] ?? 0;
    const upper = halves[2 * place + 1] ?? 0;
    hashes[place] = lower === 0 && upper === 0 ? Number.NaN : upper * 2 ** 21 + (lower >>> 11);
  }
  return hashes;
}

const CODE_LENGTH = 3;

/** Currencies, three letters each; blank where a row has none. */
export function unpackCurrencies(packed: string | null): string[] {
  const codes = packed ?? "";
  return Array.from({ length: codes.length / CODE_LENGTH }, (_, row) =>
    codes.slice(row * CODE_LENGTH, (row + 1) * CODE_LENGTH).trimEnd(),
  );
}
