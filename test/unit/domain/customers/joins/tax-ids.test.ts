import { expect, it } from "vitest";
import { isCreditCode, isTaxColumn, taxId } from "../../../../../src/domain/customers/joins/tax-ids.ts";

it.each([
  ["DE 123.456.789", null, { scheme: "DE", number: "123456789" }],
  ["123456789", "DE", { scheme: "DE", number: "123456789" }],
  ["CHE-123.456.789 MWST", null, { scheme: "CH", number: "123456789" }],
  ["NO 123456789 MVA", null, { scheme: "NO", number: "123456789" }],
  ["GR123456789", null, { scheme: "EL", number: "123456789" }],
  ["12-3456789", "US", { scheme: "US", number: "123456789" }],
  ["123456789", null, null],
  ["n/a", "DE", null],
  ["", "US", null],
])("reads %s of %s", (text, country, expected) => {
  expect(taxId(text, country)).toEqual(expected);
});

it("takes a Chinese credit code only with its check digit", () => {
  // The number that GB 32100-2015 gives as its example.
  expect(isCreditCode("91350100M000100Y43")).toBe(true);
  expect(isCreditCode("91350100M000100Y44")).toBe(false);
  expect(taxId("91350100m000100y43", null)).toEqual({ scheme: "CN", number: "91350100M000100Y43" });
});

it.each([
  "vat id",
  "vat number",
  "tax id",
  "ust idnr",
  "ustid",
  "nif",
  "partita iva",
  "统一社会信用代码",
  "纳税人识别号",
])("knows a column called %s", (name) => expect(isTaxColumn(name)).toBe(true));

it.each(["tax rate", "vat amount", "tax", "status", "guide"])("takes %s for something else", (name) =>
  expect(isTaxColumn(name)).toBe(name === "tax"),
);
