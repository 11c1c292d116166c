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

/** The UTC days of moments, counted from 1970. Loops: `from` with a function takes four times as long. */
export function unpackDays(packed: Buffer | null): Int32Array {
  const halves = unpackHalves(packed);
  const days = new Int32Array(halves.length / 2);
  for (let place = 0; place < days.length; place += 1) {
    const microseconds = ((halves[2 * place + 1] ?? 0) | 0) * TWO_TO_32 + (halves[2 * place] ?? 0);
    days[place] = FIRST_DAY + Math.floor(microseconds / MICROSECONDS_PER_DAY);
  }
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
