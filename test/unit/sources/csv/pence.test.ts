import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MOST_MINOR } from "../../../../src/domain/money.ts";
import { lineAmountMinor } from "../../../../src/sources/csv/pence.ts";

describe("lineAmountMinor", () => {
  it.each([
    ["12", "6.95", 8340],
    ["3", "5", 1500],
    ["+3", "+5", 1500],
    ["9999999999", "1", 999_999_999_900],
    ["2", "1.5", 300],
    ["-3", "0.125", 38],
    ["1", "0.005", 1],
    ["1", "0.0049999", 0],
    ["3", "1.005", 302],
    ["80995", "2.08", 16846960],
    ["1", "10000000000.004", MOST_MINOR],
    ["1", "10000000000.005", null],
    ["99999999999999999999", "100", null],
    ["0.5", "0.01", 1],
  ])("%s × %s = %s", (quantity, price, expected) => {
    expect(lineAmountMinor(quantity, price)).toBe(expected);
  });

  it("is the exact product rounded half up", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 0, max: 1e9 }), (quantity, mills) => {
        const price = `${Math.floor(mills / 1000)}.${String(mills % 1000).padStart(3, "0")}`;
        const exact = (BigInt(quantity) * BigInt(mills) + 5n) / 10n;
        const expected = exact <= BigInt(MOST_MINOR) ? Number(exact) : null;
        expect(lineAmountMinor(String(quantity), price)).toBe(expected);
      }),
    );
  });
});
