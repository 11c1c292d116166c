import { describe, expect, it } from "vitest";
import { RepeatedLines } from "../../../../src/sources/csv/repeated-lines.ts";

/** As in `RepeatedLines`: two fingerprints that many apart ask for the same slot. */
const SLOTS = 524_288;

/** As different from its neighbours as a hash would be: numbers in a row fill slots in a row, and searches grow long. */
const scattered = (number: number) => (number * 2_654_435_761) % 2 ** 48;

describe("repeated lines", () => {
  it("are counted, each by its own fingerprint", () => {
    const seen = new RepeatedLines();
    expect([7, 8, 7, 7, 8, 9].map((fingerprint) => seen.occurrence(fingerprint))).toEqual([1, 1, 2, 3, 2, 1]);
  });

  it("are told apart where their fingerprints ask for the same slot, also the last one", () => {
    const seen = new RepeatedLines();
    const rivals = [SLOTS, 2 * SLOTS, 5, 5 + SLOTS, 5 + 2 * SLOTS, 6, SLOTS - 1, 2 * SLOTS - 1, 2 ** 48 - 1];
    expect(rivals.map((fingerprint) => seen.occurrence(fingerprint))).toEqual(rivals.map(() => 1));
    expect(rivals.map((fingerprint) => seen.occurrence(fingerprint))).toEqual(rivals.map(() => 2));
  });

  it("are remembered over 250,000 different lines, and forgotten after twice as many", () => {
    const seen = new RepeatedLines();
    let next = 2;
    const others = (count: number) => {
      for (const end = next + count; next < end; next++) seen.occurrence(scattered(next));
    };
    expect(seen.occurrence(scattered(1))).toBe(1);
    others(249_999); // The first generation is full with these.
    expect(seen.occurrence(scattered(1))).toBe(2);
    others(249_999);
    expect(seen.occurrence(scattered(1))).toBe(3);
    others(500_000);
    expect(seen.occurrence(scattered(1))).toBe(1);
  });

  it("fill no memory by repeating", () => {
    const seen = new RepeatedLines();
    expect(seen.occurrence(7)).toBe(1);
    for (let i = 0; i < 600_000; i++) seen.occurrence(8);
    expect(seen.occurrence(7)).toBe(2);
  });

  it("are never taken for new ones, however often they repeat", () => {
    const seen = new RepeatedLines();
    const counts = Array.from({ length: 70_000 }, () => seen.occurrence(3));
    expect(counts.indexOf(1)).toBe(0);
    expect(counts.lastIndexOf(1)).toBe(0);
    expect(counts.at(-1)).toBe(65_536);
  });
});
