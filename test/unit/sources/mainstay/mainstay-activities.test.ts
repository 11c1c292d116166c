import { expect, it } from "vitest";
import { ACTIVITY_KINDS } from "../../../../src/domain/activity.ts";
import { excerptOf } from "../excerpt.ts";
import { rowsOf, toCorrect } from "../read-text.ts";

const { header, line: LINE, text: EXCERPT } = excerptOf("mainstay-activities");
const read = (...lines: string[]) => rowsOf(`${header}${lines.join("\n")}\n`, "mainstay-activities");

it("reads a row with its zone", async () => {
  expect(await read(LINE)).toEqual([
    {
      kind: "activity",
      line: 2,
      raw: LINE,
      customer: "C1",
      newCustomer: null,
      repeated: false,
      activity: {
        source: "mainstay",
        externalId: "A1",
        kind: "order",
        at: new Date("2026-03-31T07:30:00Z"),
        amountMinor: 1250,
        currency: "EUR",
        category: "tools",
        quantity: 2,
        document: "I-7",
        note: "thanks",
      },
    },
  ]);
});

it("reads kinds in any case, amounts by their currency, and empty fields as not known", async () => {
  expect(await rowsOf(EXCERPT, "mainstay-activities")).toMatchObject([
    {},
    { activity: { kind: "refund", amountMinor: 500, note: 'broken, "as usual"' } },
    {
      activity: {
        kind: "usage",
        amountMinor: null,
        currency: null,
        category: null,
        quantity: 14.5,
        note: null,
      },
    },
    { activity: { kind: "payment_failed", amountMinor: 1200, currency: "JPY", quantity: null } },
  ]);
});

it("reads a free order, and a kind with blanks around it", async () => {
  expect(await read(LINE.replace("12.50", "0").replace("order", " Order "))).toMatchObject([
    { activity: { kind: "order", amountMinor: 0 } },
  ]);
});

it("needs only id, customer, kind and time", async () => {
  const content = "at;kind;customer;external_id\n2026-03-31;usage;C1;A1\n";
  expect(await rowsOf(content, "mainstay-activities")).toMatchObject([
    { activity: { at: new Date("2026-03-31T00:00:00Z"), amountMinor: null, currency: null, document: null } },
  ]);
});

it.each([
  ["external_id", "A1", 200],
  ["customer", "C1", 200],
  ["category", "tools", 200],
  ["document", "I-7", 200],
  ["note", "thanks", 10_000],
])("takes a %s (%s) of at most %i characters", async (column, field, limit) => {
  const rows = await read(
    LINE.replace(field, "x".repeat(limit)),
    LINE.replace(field, ` ${"x".repeat(limit)} `),
    LINE.replace(field, "x".repeat(limit + 1)),
  );
  expect(rows).toMatchObject([{ kind: "activity" }, { kind: "activity" }, { reason: "too_long" }]);
  expect(toCorrect(rows[2])).toMatch(`${column} has ${(limit + 1).toLocaleString("en")} characters`);
});

it.each([
  ["missing_id", LINE.replace("A1", ""), "external_id is empty."],
  ["missing_customer", LINE.replace("C1", ""), "customer is empty."],
  [
    "unknown_kind",
    LINE.replace("order", "purchase"),
    `kind “purchase” is not one of ${ACTIVITY_KINDS.join(", ")}.`,
  ],
  ["bad_date", LINE.replace("2026-03-31", "2026-02-29"), "at “2026-02-29T09:30:00+02:00” is no date"],
  ["bad_date", LINE.replace("T09:30", "T24:30"), "is no date"],
  ["bad_date", LINE.replace("+02:00", "+19:00"), "is no date"],
  ["bad_date", LINE.replace("2026", "2101"), "to 2100"],
  ["not_a_number", LINE.replace("12.50", "1e3"), "amount “1e3” is not a number."],
  ["not_a_number", LINE.replace(",2,", ",NaN,"), "quantity “NaN” is not a number."],
  ["bad_amount", LINE.replace("12.50", "12.505"), "amount “12.505” has too many decimals for EUR."],
  ["bad_amount", LINE.replace("12.50,eur", "12.50,JPY"), "for JPY."],
  [
    "negative_amount",
    LINE.replace("12.50", "-12.50"),
    "amount “-12.50” is below zero. A return has the kind refund instead.",
  ],
  ["missing_currency", LINE.replace("eur", ""), "amount “12.50” has no currency."],
  ["unknown_currency", LINE.replace("eur", "euro"), "“euro” is no currency code"],
  ["wrong_column_count", LINE.replace("12.50", "12,50"), "The line has 11 fields where the header has 10."],
])("rejects as %s: %s", async (reason, line, problem) => {
  const rows = await read(line, LINE);
  expect(rows).toMatchObject([{ line: 2, raw: line, reason }, { kind: "activity" }]);
  expect(toCorrect(rows[0])).toContain(problem);
});

it("takes the reason from the first bad column and names every one, in the order of the columns", async () => {
  const [row] = await read(LINE.replace("C1", "").replace("2026-03-31", "soon").replace("12.50", "free"));
  expect(row).toMatchObject({
    reason: "missing_customer",
    problems: [
      { code: "rejected.empty", parameters: { column: "customer" } },
      { code: "rejected.date", parameters: { column: "at" } },
      { code: "rejected.number", parameters: { column: "amount", value: "free" } },
    ],
  });
});

it("reads a plain day as the team's", async () => {
  const file = `${header}${LINE.replace(/2026-03-31T[^,]*/, "2024-04-01")}\n`;
  expect(await rowsOf(file, "mainstay-activities", "America/New_York")).toMatchObject([
    { activity: { at: new Date("2024-04-01T04:00:00Z") } },
  ]);
});
