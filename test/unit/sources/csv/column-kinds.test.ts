import { describe, expect, it } from "vitest";
import { z } from "zod";
import { phrase } from "../../../../src/domain/phrase.ts";
import {
  asWritten,
  decimal,
  moment,
  neededText,
  optionalCurrency,
  optionalDay,
  optionalDecimal,
  optionalText,
} from "../../../../src/sources/csv/column-kinds.ts";
import { quoted, rejectionOf } from "../../../../src/sources/csv/reject.ts";

/** What is read, or why it is not. */
function read(schema: z.ZodType, text: string): unknown {
  const parsed = schema.safeParse(text);
  return parsed.success ? parsed.data : rejectionOf(parsed.error);
}

const number = (value: string) => phrase("rejected.number", { column: "price", value });

describe("kinds of columns", () => {
  it("read a field as it is written", () => {
    expect(read(asWritten("from"), "  two  words ")).toBe("  two  words ");
  });

  it("read text without blanks around it, none as unknown", () => {
    expect(read(optionalText(5)("note"), " abcde ")).toBe("abcde");
    expect(read(optionalText(5)("note"), "  ")).toBeNull();
    expect(read(neededText(5, "missing_name")("name"), " abcde ")).toBe("abcde");
  });

  it("reject text that is too long or missing, with the column's name", () => {
    const problem = phrase("rejected.text-too-long", { column: "note", length: 6, limit: 5 });
    const tooLong = { reason: "too_long", problems: [problem] };
    expect(read(optionalText(5)("note"), " abcdef ")).toEqual(tooLong);
    expect(read(neededText(5, "missing_name")("note"), "abcdef")).toEqual(tooLong);
    expect(read(neededText(5, "missing_name")("name"), " ")).toEqual({
      reason: "missing_name",
      problems: [phrase("rejected.empty", { column: "name" })],
    });
  });

  it.each(["0", "-0.5", "+12", "7.", "123456789012345", "1.123456789012345"])(
    "read the decimal %s",
    (text) => {
      expect(read(decimal("price"), ` ${text} `)).toBe(text);
      expect(read(optionalDecimal("price"), ` ${text} `)).toBe(text);
    },
  );

  it.each([
    "1e3",
    ".5",
    "1,5",
    "1 000",
    "--1",
    "€5",
    "5 EUR",
    "1234567890123456",
    "1.1234567890123456",
    "NaN",
  ])("do not take %s for a decimal", (text) => {
    expect(read(decimal("price"), text)).toEqual({ reason: "not_a_number", problems: [number(text)] });
    expect(read(optionalDecimal("price"), text)).toEqual({
      reason: "not_a_number",
      problems: [number(text)],
    });
  });

  it("read no decimal from an empty field, which only some columns may be", () => {
    expect(read(optionalDecimal("price"), " ")).toBeNull();
    expect(read(decimal("price"), "")).toEqual({ reason: "not_a_number", problems: [number("")] });
  });

  it("read days and moments, and say which column has none", () => {
    const problem = phrase("rejected.date", { column: "at", value: "soon" });
    expect(read(optionalDay("at"), " 2026-03-31 ")).toBe("2026-03-31");
    expect(read(optionalDay("at"), "  ")).toBeNull();
    expect(read(optionalDay("at"), "soon")).toEqual({ reason: "bad_date", problems: [problem] });
    expect(read(moment("at"), " 2026-03-31T10:00Z ")).toEqual({
      kind: "instant",
      at: new Date("2026-03-31T10:00:00Z"),
    });
    expect(read(moment("at"), " 2026-03-31 ")).toEqual({ kind: "day", day: "2026-03-31" });
    expect(read(moment("at"), "soon")).toEqual({ reason: "bad_date", problems: [problem] });
  });

  it("read a currency's code in any case", () => {
    expect(read(optionalCurrency(), " eur ")).toBe("EUR");
    expect(read(optionalCurrency(), " ")).toBeNull();
    expect(read(optionalCurrency(), "euro")).toEqual({
      reason: "unknown_currency",
      problems: [phrase("rejected.currency", { value: "euro" })],
    });
  });
});

describe("rejections", () => {
  it("quote at most 60 characters of a field", () => {
    expect(quoted("x".repeat(60))).toBe("x".repeat(60));
    expect(quoted("x".repeat(61))).toBe(`${"x".repeat(60)}…`);
  });

  it("are made of marked faults only: any other is a mistake of ours", () => {
    const unmarked = decimal("price").safeParse(7);
    expect(unmarked.success).toBe(false);
    expect(() => rejectionOf(unmarked.error as z.ZodError)).toThrow(/without a reason: Invalid input/);
    expect(() => rejectionOf(new z.ZodError([]))).toThrow(z.ZodError);
  });
});
