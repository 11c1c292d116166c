import { expect, it } from "vitest";
import {
  daysOf,
  serverMoment,
  unpackDoubles,
  unpackHashes,
  unpackInts,
  unpackMoments,
} from "../../../../src/store/risk/packed-columns.ts";

/** Numbers as the server sends them, one byte behind an even place, as a column may begin anywhere. */
function packed(bytesEach: number, values: readonly number[], write: (bytes: Buffer, at: number) => void) {
  const column = Buffer.alloc(1 + bytesEach * values.length).subarray(1);
  for (const place of values.keys()) write(column.subarray(place * bytesEach), place);
  return column;
}

const doubles = (values: readonly number[]) =>
  packed(8, values, (bytes, place) => bytes.writeDoubleBE(values[place] ?? 0));
const ints = (values: readonly number[]) =>
  packed(4, values, (bytes, place) => bytes.writeInt32BE(values[place] ?? 0));
const longs = (values: readonly bigint[]) =>
  packed(8, values.map(Number), (bytes, place) => bytes.writeBigInt64BE(values[place] ?? 0n));

it("reads numbers wherever a column begins", () => {
  expect([...unpackDoubles(doubles([0.1, -1e300, Number.NaN, 0]))]).toEqual([0.1, -1e300, Number.NaN, 0]);
  expect([...unpackInts(ints([1, -1, 2 ** 31 - 1, -(2 ** 31)]))]).toEqual([1, -1, 2 ** 31 - 1, -(2 ** 31)]);
});

it("reads moments to the microsecond, before 2000 as well, and the days they lie in", () => {
  const last = new Date("2026-05-31T23:59:59.999Z");
  const before = new Date("1999-12-31T00:00:00Z");
  const moments = unpackMoments(longs([BigInt(serverMoment(last)), BigInt(serverMoment(before)), 1n]));
  expect([...moments]).toEqual([serverMoment(last), serverMoment(before), 1]);
  expect([...daysOf(moments)].map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10))).toEqual([
    "2026-05-31",
    "1999-12-31",
    "2000-01-01",
  ]);
});

it("tells hashes by their upper 53 bits, and 0 as none", () => {
  const hashes = unpackHashes(longs([0n, -1n, 2n ** 11n, 2n ** 32n, 1n]));
  expect([...hashes]).toEqual([Number.NaN, 2 ** 53 - 1, 1, 2 ** 21, 0]);
});

it("has nothing where the server had no rows", () => {
  for (const unpack of [unpackDoubles, unpackInts, unpackMoments, unpackHashes])
    expect(unpack(null)).toHaveLength(0);
});
