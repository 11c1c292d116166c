import { expect, it } from "vitest";
import { excerptOf } from "../excerpt.ts";
import { rowsOf, toCorrect } from "../read-text.ts";

const { header, line: LINE, text: EXCERPT } = excerptOf("mainstay-products");
const read = (...lines: string[]) => rowsOf(`${header}${lines.join("\n")}\n`, "mainstay-products");

it("reads rows as products, each price in its currency's minor units", async () => {
  expect(await rowsOf(EXCERPT, "mainstay-products")).toMatchObject([
    {
      ...{ kind: "record", of: "products", line: 2, raw: LINE, customer: null },
      record: {
        ...{ source: "mainstay", externalId: "SKU-1", name: "Drill", category: "Tools" },
        ...{ priceMinor: 12_990, currency: "EUR", active: true },
      },
    },
    { record: { name: "茶壺", priceMinor: 1_200, currency: "JPY", active: false } },
    { record: { category: null, priceMinor: null, currency: null, active: true } },
  ]);
});

it("keeps no currency without a price", async () => {
  expect(await read(LINE.replace("129.90", ""))).toMatchObject([
    { record: { priceMinor: null, currency: null } },
  ]);
});

it.each([
  ["missing_id", LINE.replace("SKU-1", ""), "external_id is empty."],
  ["missing_name", LINE.replace("Drill", ""), "name is empty."],
  ["negative_amount", LINE.replace("129.90", "-1"), "price “-1” is below zero."],
  ["missing_currency", LINE.replace("eur", ""), "price “129.90” has no currency."],
  ["unknown_currency", LINE.replace("eur", "euro"), "“euro” is no currency code"],
  ["bad_amount", LINE.replace("129.90", "129.905"), "price “129.905” has too many decimals for EUR."],
  ["unknown_state", LINE.replace("yes", "perhaps"), "active “perhaps” is not one of yes, no,"],
])("rejects as %s: %s", async (reason, line, problem) => {
  const rows = await read(line, LINE);
  expect(rows).toMatchObject([{ line: 2, raw: line, reason }, { kind: "record" }]);
  expect(toCorrect(rows[0])).toContain(problem);
});
