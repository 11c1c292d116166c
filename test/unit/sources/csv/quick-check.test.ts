import { describe, expect, it } from "vitest";
import { z } from "zod";
import { phrase } from "../../../../src/domain/phrase.ts";
import { optionalCurrency, optionalDecimal, optionalText } from "../../../../src/sources/csv/column-kinds.ts";
import { optionalEmail } from "../../../../src/sources/csv/contact-columns.ts";
import { quickCheck } from "../../../../src/sources/csv/quick-check.ts";
import { reject } from "../../../../src/sources/csv/reject.ts";
import { optionalCount } from "../../../../src/sources/csv/whole-number.ts";

const SCHEMAS = {
  raw: z.string(),
  email: optionalEmail("email"),
  seats: optionalCount(10)("seats"),
  currency: optionalCurrency(),
  attributes: z.record(z.string(), z.string()),
  long: z.string().min(2),
  margin: z
    .string()
    .transform((text) => text.replace("%", ""))
    .pipe(optionalDecimal("margin")),
  note: optionalText(5)("note"),
};
const GOOD = {
  raw: " as it is ",
  email: "Wang@Example.com",
  seats: "3.6",
  currency: "twd",
  attributes: { 城市: "臺北" },
  long: "ab",
  margin: "12%",
  note: " ",
};
const check = (facts: { seats: number | null }, context: z.RefinementCtx) =>
  facts.seats === 7 ? reject(context, "out_of_range", phrase("rejected.kind")) : facts;
const quick = quickCheck<{ [Fact in keyof typeof SCHEMAS]: z.output<(typeof SCHEMAS)[Fact]> }, unknown>(
  SCHEMAS,
  check,
);
const slow = z.object(SCHEMAS).transform(check);

describe("a quick check", () => {
  it("makes of good texts what the schema makes", () => {
    expect(quick(GOOD)).toEqual(slow.parse(GOOD));
    expect(quick(GOOD)).toMatchObject({ email: "wang@example.com", seats: 4, currency: "TWD", margin: "12" });
  });

  it.each([
    ["email", "nobody"],
    ["seats", "11"],
    ["seats", "7"],
    ["currency", "XQQ"],
    ["attributes", "none"],
    ["long", "a"],
    ["margin", "some"],
    ["note", "too long"],
    ["raw", undefined],
  ])("has no answer where the schema finds a fault, as in %s: %s", (fact, text) => {
    const texts = { ...GOOD, [fact]: text };
    expect(slow.safeParse(texts).success).toBe(false);
    expect(quick(texts)).toBeUndefined();
    expect(quick(GOOD)).toBeDefined();
  });

  it("hides no error of the program", () => {
    const broken = quickCheck({ raw: z.string() }, () => {
      throw new TypeError("broken");
    });
    expect(() => broken({ raw: "a" })).toThrow("broken");
  });
});
