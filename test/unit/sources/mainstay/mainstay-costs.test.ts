import { expect, it } from "vitest";
import { excerptOf } from "../excerpt.ts";
import { rowsOf, toCorrect } from "../read-text.ts";

const { header, line: LINE, text: EXCERPT } = excerptOf("mainstay-costs");
const read = (...lines: string[]) => rowsOf(`${header}${lines.join("\n")}\n`, "mainstay-costs");

it("reads a row as an entry of the ledger", async () => {
  expect(await read(LINE)).toEqual([
    {
      kind: "cost",
      line: 2,
      raw: LINE,
      entry: {
        source: "mainstay",
        externalId: "K1",
        fromDay: "2026-03-01",
        toDay: "2026-03-31",
        category: "labour",
        subcategory: "pay",
        kind: "indirect",
        amountMinor: 480_000,
        currency: "EUR",
        appliesTo: "all",
        driver: "revenue",
        note: "two people",
      },
    },
  ]);
});

it("shares equally where no driver is named, and takes several targets", async () => {
  expect(await rowsOf(EXCERPT, "mainstay-costs")).toMatchObject([
    {},
    { entry: { category: "activities", subcategory: null, driver: "equal", appliesTo: "customer:C1" } },
    { entry: { currency: "USD", amountMinor: 9_900, appliesTo: "segment:Gold|segment:Silver", note: null } },
  ]);
});

it("takes an external_id of at most 200 characters, without blanks around it", async () => {
  const id = "x".repeat(200);
  const rows = await read(LINE.replace("K1", ` ${id} `), LINE.replace("K1", `${id}x`));
  expect(rows).toMatchObject([{ entry: { externalId: id } }, { reason: "too_long" }]);
  expect(toCorrect(rows[1])).toContain("external_id has 201 characters");
});

it.each([
  ["bad_date", LINE.replace("2026-03-01", "March")],
  ["bad_period", LINE.replace("2026-03-31", "2026-02-28")],
  ["unknown_category", LINE.replace("labour:pay", "rent")],
  ["unknown_kind", LINE.replace("indirect", "overhead")],
  ["not_a_number", LINE.replace("4800.00", "a lot")],
  ["not_above_zero", LINE.replace("4800.00", "0")],
  ["missing_currency", LINE.replace("EUR", "")],
  ["missing_target", LINE.replace(",all,", ",,")],
  ["unknown_driver", LINE.replace("revenue", "weight")],
  ["too_long", LINE.replace("two people", "x".repeat(2_001))],
])("rejects as %s: %s", async (reason, line) => {
  const rows = await read(line, LINE);
  expect(rows).toMatchObject([{ line: 2, reason }, { kind: "cost" }]);
});

it("names every fault of a row, but of a row without id only that", async () => {
  const bad = LINE.replace("labour:pay", "rent").replace("revenue", "weight").replace("EUR", "");
  expect(await read(bad, bad.replace("K1", " "))).toMatchObject([
    {
      reason: "unknown_category",
      problems: [
        { code: "cost.problem.category" },
        { code: "cost.problem.currency-missing" },
        { code: "cost.problem.driver" },
      ],
    },
    { reason: "missing_id", problems: [{ code: "rejected.empty", parameters: { column: "external_id" } }] },
  ]);
});
