import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readPlainAmount, readTypedAmount } from "../../../../src/domain/costs/typed-amount.ts";
import { currencyExponent } from "../../../../src/domain/money.ts";

const typed = (text: string, currency: string) => {
  const read = readTypedAmount(text, currency);
  return read.kind === "amount" ? read.minor : read.problem;
};

describe("an amount as people type it", () => {
  it.each([
    ["1234.50", "EUR", 123_450],
    ["1,234.50", "USD", 123_450],
    ["1.234,50", "EUR", 123_450],
    ["1 234,50", "EUR", 123_450],
    ["1\u202f234,50 €", "EUR", 123_450],
    ["1'234.50", "CHF", 123_450],
    ["12,34,567.80", "INR", 123_456_780],
    ["1,234,567", "USD", 123_456_700],
    ["1.234.567", "EUR", 123_456_700],
    ["0,5", "EUR", 50],
    ["¥ 5000", "JPY", 5_000],
    ["￥５，０００", "JPY", 5_000],
    ["5,000円", "JPY", 5_000],
    ["１２３４．５０", "CNY", 123_450],
    ["¥1,234.50", "CNY", 123_450],
    ["USD 20", "USD", 2_000],
    ["20 usd", "USD", 2_000],
    ["$20", "CAD", 2_000],
    ["1.5", "KWD", 1_500],
    ["1,234.567", "KWD", 1_234_567],
    ["0.125", "KWD", 125],
    ["0.00", "EUR", 0],
    ["-5", "EUR", -500],
  ])("%s in %s is %d", (text, currency, minor) => {
    expect(typed(text, currency)).toBe(minor);
  });

  it.each([
    ["1,234", "EUR"],
    ["1.234", "USD"],
    ["1,234", "KWD"],
  ])("asks what %s in %s is", (text, currency) => {
    expect(typed(text, currency)).toMatchObject({
      code: expect.stringMatching(/^amount\.ambiguous/),
      parameters: { whole: "1234", decimal: "1.234" },
    });
  });

  it.each([
    ["", "EUR", "not-a-number"],
    ["ten", "EUR", "other-currency"],
    ["1万", "CNY", "other-currency"],
    ["1,23,4", "EUR", "not-a-number"],
    ["1.2.3", "EUR", "not-a-number"],
    ["1,234,56.7", "EUR", "not-a-number"],
    ["€5", "USD", "other-currency"],
    ["5.5", "JPY", "too-fine"],
    ["5.555", "JPY", ""],
    ["0.125", "EUR", "too-fine"],
    ["10000000000.01", "EUR", "too-large"],
    ["90000000000000", "EUR", "too-large"],
    ["99999999999999999", "EUR", "too-large"],
  ])("refuses %j in %s", (text, currency, because) => {
    const shown = typed(text, currency);
    if (text === "5.555")
      expect(shown).toBe(5_555); // Without decimals a point can only group.
    else expect(shown).toMatchObject({ code: `amount.${because}` });
  });

  it("reads what the currency's own formats print, or asks, and never reads it as another amount", () => {
    const amount = fc.record({
      minor: fc.integer({ min: 1, max: 10_000_000_000 }),
      currency: fc.constantFrom("EUR", "USD", "JPY", "KWD", "CNY"),
      locale: fc.constantFrom("en", "de", "fr", "zh", "en-IN", "pl"),
    });
    fc.assert(
      fc.property(amount, ({ minor, currency, locale }) => {
        const text = new Intl.NumberFormat(locale, {
          style: "currency",
          currency,
          currencyDisplay: "code",
        }).format(minor / 10 ** currencyExponent(currency));
        const read = readTypedAmount(text, currency);
        if (read.kind === "amount") expect(read.minor).toBe(minor);
        else expect(read.problem.code).toMatch(/^amount\.ambiguous/);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("an amount as files write it", () => {
  it("is plain digits with a point, and nothing else", () => {
    expect(readPlainAmount(" 1234.50 ", "EUR")).toEqual({ kind: "amount", minor: 123_450 });
    expect(readPlainAmount("1.234", "KWD")).toEqual({ kind: "amount", minor: 1_234 });
    for (const text of ["1,234.50", "€5", "5 000", "", "1e3"]) {
      expect(readPlainAmount(text, "EUR"), text).toMatchObject({ kind: "wrong", because: "not-a-number" });
    }
  });
});
