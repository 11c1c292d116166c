import { describe, expect, it } from "vitest";
import { dividedBy, roundedTo, timesDecimal } from "../../../../src/sources/mapping/decimals.ts";

describe("decimals", () => {
  it.each([
    ["899.00", "1", "899"],
    ["0.1", "3", "0.3"],
    ["-2.5", "4", "-10"],
    ["1299.99", "-2", "-2599.98"],
    ["0.001", "0.001", "0.000001"],
  ])("%s × %s is exactly %s", (a, b, product) => expect(timesDecimal(a, b)).toBe(product));

  it("has no product of what is no number", () => {
    expect(timesDecimal("12", "a dozen")).toBeNull();
    expect(timesDecimal("", "2")).toBeNull();
  });

  it("divides to six digits, halves away from zero", () => {
    expect(dividedBy("1200", 12)).toBe("100");
    expect(dividedBy("1000", 12)).toBe("83.333333");
    expect(dividedBy("-1", 8)).toBe("-0.125");
    expect(dividedBy("10", 0.25)).toBe("40");
    expect(dividedBy("monthly", 12)).toBeNull();
  });

  it("rounds to the digits of a currency", () => {
    expect(roundedTo("83.333333", 2)).toBe("83.33");
    expect(roundedTo("83.335", 2)).toBe("83.34");
    expect(roundedTo("-83.335", 2)).toBe("-83.34");
    expect(roundedTo("99.6", 0)).toBe("100");
    expect(roundedTo("12.5", 2)).toBe("12.5");
  });
});
