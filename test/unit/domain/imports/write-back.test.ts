import { expect, it } from "vitest";
import { faultsOfFields, tellsAmount } from "../../../../src/domain/imports/write-back.ts";
import { phrase } from "../../../../src/domain/phrase.ts";

it("knows an amount however deep it stands in a phrase", () => {
  const amount = phrase("money.about", { amount: { minor: 100, currency: "EUR" } });
  expect(tellsAmount(amount)).toBe(true);
  expect(tellsAmount(phrase("outer", { inner: phrase("middle", { amount }) }))).toBe(true);
  expect(tellsAmount(phrase("plain", { days: 3, name: "Dana", on: { day: "2026-11-29" } }))).toBe(false);
});

it("says which fields are not there, and which cannot hold what is written into them", () => {
  const there = new Map([
    ["score", "number"],
    ["note", "string"],
    ["when", "date"],
  ]);
  const kinds = { number: ["number", "string"], text: ["string"] };
  const faults = (fields: Parameters<typeof faultsOfFields>[0]) => faultsOfFields(fields, there, kinds);
  expect(faults({ score: "score", reason: "note", band: undefined })).toEqual([]);
  expect(faults({ score: "note", step: "gone", band: "score", as_of: "when" })).toEqual([
    { field: "gone", is: "missing" },
    { field: "score", is: "of-another-kind" },
    { field: "when", is: "of-another-kind" },
  ]);
});
