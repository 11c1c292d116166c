import { describe, expect, it } from "vitest";
import { PSEUDO_LOCALE } from "../../../src/words/locale.ts";
import { moneyText } from "../../../src/words/money.ts";

const CHINESE = "zh-Hant";

describe("an amount", () => {
  it("is written in the currency's own decimals", () => {
    expect(moneyText({ minor: 123450, currency: "EUR" }, "en")).toBe("€1,234.50");
    expect(moneyText({ minor: 123450, currency: "EUR" }, "en", "brief")).toBe("€1,235");
    expect(moneyText({ minor: 99_999, currency: "EUR" }, "en", "brief")).toBe("€999.99");
    expect(moneyText({ minor: 500, currency: "JPY" }, "en")).toBe("¥500");
    expect(moneyText({ minor: -1500, currency: "KWD" }, "en")).toBe("-KWD\u00a01.500");
  });

  it("has the signs of whoever reads it", () => {
    const dollars = { minor: 123_456, currency: "USD" };
    expect((["en", PSEUDO_LOCALE] as const).map((locale) => moneyText(dollars, locale))).toEqual([
      "$1,234.56",
      "$1,234.56",
    ]);
    expect(moneyText(dollars, CHINESE)).toBe("US$1,234.56");
  });
});
