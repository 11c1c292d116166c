import { MS_PER_DAY } from "../../domain/clock.ts";

const view = (packed: Buffer | null) =>
  packed === null
    ? new DataView(new ArrayBuffer(0))
    : new DataView(packed.buffer, packed.byteOffset, packed.byteLength);

/** Numbers as the server packs a column: big-endian, one after another, read where they lie; null where there are no rows. */
export function unpackDoubles(packed: Buffer | null): Float64Array {
  const bytes = view(packed);
  const doubles = new Float64Array(bytes.byteLength / 8);
  for (let place = 0; place < doubles.length; place += 1) doubles[place] = bytes.getFloat64(8 * place);
  return doubles;
}

export function unpackInts(packed: Buffer | null): Int32Array {
  const bytes = view(packed);
  const ints = new Int32Array(bytes.byteLength / 4);
  for (let place = 0; place < ints.length; place += 1) ints[place] = bytes.getInt32(4 * place);
  return ints;
}

const TWO_TO_32 = 2 ** 32;
const MICROSECONDS_PER_DAY = MS_PER_DAY * 1000;
/** The server counts from 2000. */
const FIRST_DAY = Date.UTC(2000, 0, 1) / MS_PER_DAY;

/** Moments in microseconds since 2000, as the server counts them. Loops: `from` with a function takes four times as long. */
export function unpackMoments(packed: Buffer | null): Float64Array {
  const bytes = view(packed);
  const moments = new Float64Array(bytes.byteLength / 8);
  for (let place = 0; place < moments.length; place += 1)
    moments[place] = bytes.getInt32(8 * place) * TWO_TO_32 + bytes.getUint32(8 * place + 4);
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
  const bytes = view(packed);
  const hashes = new Float64Array(bytes.byteLength / 8);
  for (let place = 0; place < hashes.length; place += 1) {
    const upper = bytes.getUint32(8 * place);
    const lower = bytes.getUint32(8 * place + 4);
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
