import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  convertMoney,
  type ExchangeRate,
  MissingRateError,
  parseRate,
  rateInForce,
} from "../../../src/domain/exchange-rates.ts";
import { currencyExponent } from "../../../src/domain/money.ts";

const rate = (fromCurrency: string, toCurrency: string, day: string, value: string): ExchangeRate => ({
  fromCurrency,
  toCurrency,
  day,
  rate: value,
});
const RATES = [
  rate("USD", "EUR", "2026-07-01", "0.92"),
  rate("USD", "EUR", "2026-08-01", "0.9"),
  rate("EUR", "USD", "2026-09-01", "1.25"),
  rate("EUR", "JPY", "2026-07-01", "160"),
  rate("KWD", "EUR", "2026-07-01", "3"),
];
const converted = (minor: number, currency: string, to: string, day: string) =>
  convertMoney({ minor, currency }, to, day, RATES).money.minor;

describe("the rate in force", () => {
  it("is the newest on or before the day", () => {
    expect(converted(10_000, "USD", "EUR", "2026-07-01")).toBe(9_200);
    expect(converted(10_000, "USD", "EUR", "2026-07-31")).toBe(9_200);
    expect(converted(10_000, "USD", "EUR", "2026-08-01")).toBe(9_000);
  });

  it("is also the other way round, and says so", () => {
    expect(converted(9_200, "EUR", "USD", "2026-07-15")).toBe(10_000);
    expect(rateInForce(RATES, "EUR", "USD", "2026-07-15")).toMatchObject({ inverse: true });
    expect(rateInForce(RATES, "USD", "EUR", "2026-09-01")).toMatchObject({
      inverse: true,
      stated: { rate: "1.25" },
    });
    const both = [rate("EUR", "USD", "2026-07-01", "1.1"), rate("USD", "EUR", "2026-07-01", "0.92")];
    for (const rates of [both, [...both].reverse()]) {
      expect(rateInForce(rates, "USD", "EUR", "2026-07-01")).toMatchObject({ inverse: false });
    }
  });

  it("is missing before the first, and never goes over a third currency or is 1", () => {
    expect(() => converted(1, "USD", "EUR", "2026-06-30")).toThrow(MissingRateError);
    expect(() => converted(1, "USD", "JPY", "2026-07-15")).toThrow(
      'cost.missing-rate {"from":"USD","to":"JPY"',
    );
    expect(() => converted(0, "USD", "GBP", "2026-07-15")).toThrow(
      'cost.missing-rate {"from":"USD","to":"GBP","day":{"day":"2026-07-15"}}',
    );
  });

  it("is not asked for within one currency", () => {
    expect(convertMoney({ minor: 5, currency: "GBP" }, "GBP", "2026-01-01", [])).toEqual({
      money: { minor: 5, currency: "GBP" },
      by: null,
    });
  });
});

describe("a conversion", () => {
  it("goes between currencies of 0, 2 and 3 decimals, halves away from zero", () => {
    expect(converted(100, "EUR", "JPY", "2026-07-01")).toBe(160);
    expect(converted(160, "JPY", "EUR", "2026-07-01")).toBe(100);
    expect(converted(1_000, "KWD", "EUR", "2026-07-01")).toBe(300);
    expect(converted(5, "KWD", "EUR", "2026-07-01")).toBe(2); // 1.5 cents
    expect(converted(-5, "KWD", "EUR", "2026-07-01")).toBe(-2);
    expect(converted(0, "USD", "EUR", "2026-07-01")).toBe(0);
  });

  it("is exact where binary fractions are not, also with large amounts", () => {
    const rates = [rate("USD", "EUR", "2026-01-01", "1.005")];
    const minor = 4_000_000_000_000_100;
    expect(convertMoney({ minor, currency: "USD" }, "EUR", "2026-01-01", rates).money.minor).toBe(
      4_020_000_000_000_101, // 4 020 000 000 000 100.5
    );
    expect(convertMoney({ minor: 100, currency: "USD" }, "EUR", "2026-01-01", rates).money.minor).toBe(101);
    expect(() => convertMoney({ minor: 9e15, currency: "USD" }, "EUR", "2026-01-01", rates)).toThrow(
      RangeError,
    );
  });

  it("is within half a unit of the exact value, for any pair and rate", () => {
    const given = fc.record({
      minor: fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
      from: fc.constantFrom("EUR", "JPY", "KWD"),
      to: fc.constantFrom("USD", "KRW", "BHD"),
      rate: fc.integer({ min: 1, max: 1_000_000 }).map((n) => String(n / 1_000)),
      inverse: fc.boolean(),
    });
    fc.assert(
      fc.property(given, ({ minor, from, to, rate: text, inverse }) => {
        const stated = inverse ? rate(to, from, "2026-01-01", text) : rate(from, to, "2026-01-01", text);
        const { money } = convertMoney({ minor, currency: from }, to, "2026-01-02", [stated]);
        const factor = inverse ? 1 / Number(text) : Number(text);
        const exact = minor * factor * 10 ** (currencyExponent(to) - currencyExponent(from));
        expect(Math.abs(money.minor - exact)).toBeLessThanOrEqual(0.5 + Math.abs(exact) * 1e-12);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("a rate as text", () => {
  it("is a decimal above zero", () => {
    expect(parseRate("0.92")).toBe("0.92");
    expect(parseRate(" 007.50 ")).toBe("7.5");
    expect(parseRate("160")).toBe("160");
    for (const text of ["0", "0.000", "-1", "1e3", "", "0,92", "1.00000000001"]) {
      expect(parseRate(text), text).toBeNull();
    }
  });
});
