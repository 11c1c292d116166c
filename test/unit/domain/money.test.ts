import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  currencyExponent,
  estimate,
  isCurrency,
  parseMinor,
  roundHalfAway,
} from "../../../src/domain/money.ts";
import { moneyText } from "../../../src/words/money.ts";

describe("money", () => {
  it("knows how many decimals a currency has", () => {
    expect(["EUR", "JPY", "KWD"].map(currencyExponent)).toEqual([2, 0, 3]);
    expect(isCurrency("EUR")).toBe(true);
    expect(isCurrency("EURO")).toBe(false);
    expect(isCurrency("eur")).toBe(false);
  });

  it("reads decimals exactly", () => {
    expect(parseMinor("1234.5", "EUR")).toBe(123450);
    expect(parseMinor("-0.01", "EUR")).toBe(-1);
    expect(parseMinor("0.1", "KWD")).toBe(100);
    expect(parseMinor("19.990", "EUR")).toBe(1999);
    expect(parseMinor("-0", "EUR")).toBe(0);
    expect(parseMinor("+7", "EUR")).toBe(700);
    expect(parseMinor(" 7. ", "EUR")).toBe(700);
    expect(parseMinor("5.000000", "JPY")).toBe(5);
  });

  it.each(["", "abc", "1,5", "1e3", "Infinity", "1.005", "9999999999999999", "999999999999999.99"])(
    "refuses %j",
    (text) => {
      expect(parseMinor(text, "EUR")).toBeNull();
    },
  );

  it("reads back every amount it can hold", () => {
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom("EUR", "JPY", "KWD"), (minor, currency) => {
        const exponent = currencyExponent(currency);
        const digits = Math.abs(minor)
          .toString()
          .padStart(exponent + 1, "0");
        const cut = digits.length - exponent;
        const text = `${minor < 0 ? "-" : ""}${digits.slice(0, cut)}.${digits.slice(cut)}`;
        expect(parseMinor(text, currency)).toBe(minor);
      }),
    );
  });

  it.each([
    [27_325, "EUR", "about €270"],
    [1_935_360, "EUR", "about €19,000"],
    [995, "EUR", "about €10"],
    [273, "EUR", "about €3"],
    [1_004, "EUR", "about €10"],
    [50, "EUR", "about €1"],
    [49, "EUR", "under €1"],
    [1, "EUR", "under €1"],
    [0, "EUR", "about €0"],
    [-40, "EUR", "about €0"],
    [-27_325, "EUR", "about -€270"],
    [27_325, "JPY", "about ¥27,000"],
    [7, "JPY", "about ¥7"],
    [27_325, "KWD", "about KWD\u00a027"],
    [273_250, "KWD", "about KWD\u00a0270"],
    [400, "KWD", "under KWD\u00a01"],
  ])("as an estimate, %d minor units of %s are %j", (minor, currency, text) => {
    const { is, money } = estimate({ minor, currency });
    expect(`${is} ${moneyText(money, "en", "whole")}`).toBe(text);
  });

  it('is called "about" by nothing that writes it to the last cent', () => {
    const files = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((file) =>
      file.endsWith(".ts"),
    );
    expect(files.length).toBeGreaterThan(100);
    for (const file of files) {
      const code = readFileSync(`src/${file}`, "utf8");
      expect(code, file).not.toMatch(/about \$\{(moneyText|moneyOnCommandLine|say|brief|amount)/);
    }
  });

  it.each([
    [2.5, 3],
    [-2.5, -3],
    [2.4, 2],
    [-2.4, -2],
    [-0.4, 0],
    [0, 0],
  ])("%d is rounded to %d: halves go away from nought, and there is no minus nought", (value, rounded) => {
    expect(roundHalfAway(value)).toBe(rounded);
  });
});
