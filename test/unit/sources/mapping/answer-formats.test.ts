import { expect, it } from "vitest";
import { withFormats } from "../../../../src/sources/mapping/answer-formats.ts";
import type { OpenFormat } from "../../../../src/sources/mapping/decide-formats.ts";
import { MAPPING } from "../../../../src/sources/mapping/mapping.ts";

const mapping = MAPPING.parse({
  source: "files",
  kinds: [
    {
      rows: "activities",
      only: [{ column: "Total", above_zero: "1,234.50" }],
      facts: {
        at: { column: "Date", date: "mm/dd/yyyy" },
        amount: { column: "Total", number: "1,234.50" },
        quantity: { column: "Pieces", number: "1,234.50" },
        note: "Date",
      },
    },
  ],
});
const open: OpenFormat[] = [
  { column: "Date", taken: "mm/dd/yyyy", orElse: ["dd/mm/yyyy"], example: "3/4/2026" },
  { column: "Total", taken: "1,234.50", orElse: ["1.234,50"], example: "1,234" },
];
const answered = (...chosen: (string | null)[]) => withFormats(mapping, open, chosen).kinds[0];

it("reads a column as was chosen, wherever it is read, and no other", () => {
  const kind = answered("dd/mm/yyyy", "1.234,50");
  expect(kind?.facts).toEqual({
    at: { column: "Date", date: "dd/mm/yyyy" },
    amount: { column: "Total", number: "1.234,50" },
    quantity: { column: "Pieces", number: "1,234.50" },
    note: { column: "Date" },
  });
  expect(kind?.only).toEqual([{ column: "Total", above_zero: "1.234,50" }]);
});

it("leaves what nobody chose, or chose from elsewhere, as it was taken", () => {
  expect(answered(null, "1,234.50")).toEqual(mapping.kinds[0]);
  expect(answered("yyyy-mm-dd")).toEqual(mapping.kinds[0]);
});
