import { expect, it } from "vitest";
import { excerptOf } from "../excerpt.ts";
import { outline, rowsOf, toCorrect } from "../read-text.ts";

const { header, line: LINE, text: EXCERPT } = excerptOf("online-retail-ii");
const read = (...lines: string[]) => rowsOf(`${header}${lines.join("\n")}\n`, "online-retail-ii");

const CUSTOMER = {
  source: "online-retail-ii",
  externalId: "20001",
  name: "Customer 20001",
  domain: null,
  ownerEmail: null,
  segment: null,
  currency: "GBP",
  monthlyRevenueMinor: null,
  marginPercent: null,
  acquisitionCostMinor: null,
  startedOn: null,
  renewsOn: null,
  endedOn: null,
  country: "United Kingdom",
  language: null,
  attributes: {},
};

it("reads a line as an order in pounds and minor units, and makes its customer", async () => {
  expect(await read(LINE)).toEqual([
    {
      kind: "activity",
      line: 2,
      raw: LINE,
      customer: "20001",
      newCustomer: CUSTOMER,
      repeated: false,
      activity: {
        source: "online-retail-ii",
        externalId: expect.stringMatching(/^500001:90001:[0-9a-f]{12}$/),
        kind: "order",
        at: new Date("2009-12-01T07:45:00Z"),
        amountMinor: 8340,
        currency: "GBP",
        category: "90001",
        quantity: 12,
        document: "500001",
        note: "GREEN GLASS LAMP",
      },
    },
  ]);
});

it("reads a cancellation as a refund of a positive amount, and a free line as an order of 0", async () => {
  const rows = await read(
    LINE.replace("500001", "C500001").replace(",12,", ",-2,"),
    LINE.replace(",12,", ",-2,"),
    LINE.replace("500001", "c500001"),
    LINE.replace("500001", "5C0001"),
    LINE.replace("6.95", "0"),
    LINE.replace("6.95", "-0.00"),
  );
  expect(rows).toMatchObject([
    { activity: { kind: "refund", amountMinor: 1390, quantity: 2 } },
    { activity: { kind: "refund", amountMinor: 1390, quantity: 2 } },
    { activity: { kind: "refund", amountMinor: 8340, quantity: 12 } },
    { activity: { kind: "order" } },
    { activity: { kind: "order", amountMinor: 0 } },
    { activity: { kind: "order", amountMinor: 0 } },
  ]);
});

it("keeps repeats as rows of their own, also with another invoice between, the same in every pass", async () => {
  const again = [LINE, LINE.replace("500001", "500002"), LINE, LINE.replace("20001", "20001.0")];
  const rows = await read(...again);
  expect(rows.map((row) => row.kind === "activity" && row.repeated)).toEqual([false, false, true, true]);
  const ids = outline(rows).map(([, id]) => id);
  expect(ids[2]).toBe(`${ids[0]}:2`);
  expect(ids[3]).toBe(`${ids[0]}:3`);
  expect(outline(await read(...again)).map(([, id]) => id)).toEqual(ids);
});

it("gives lines that differ in any column ids of their own", async () => {
  const other = [
    LINE,
    LINE.replace("GREEN", "RED"),
    LINE.replace(",12,", ",120,").replace("6.95", "0.695"),
    LINE.replace("07:45:00", "07:45:01"),
    LINE.replace("6.95", "6.950"),
    LINE.replace("20001", "20002"),
    LINE.replace("Kingdom", "States"),
    // Columns that would run together: "…LAMP1" × 2 and "…LAMP" × 12.
    LINE.replace("LAMP,12,", "LAMP1,2,"),
  ];
  const rows = await read(...other);
  expect(rows.map((row) => row.kind === "activity" && row.repeated)).toEqual(other.map(() => false));
  expect(new Set(outline(rows).map(([, id]) => id)).size).toBe(other.length);
});

it("keeps the ids it has given, since rows in the database are known by them", async () => {
  expect(outline(await rowsOf(EXCERPT, "online-retail-ii"))).toEqual([
    [2, "500001:90001:bceb7dd6e85e"],
    [3, "500001:90002A:50bbe04af1f2"],
    [4, "500001:90001:bceb7dd6e85e:2"],
    [5, "C500002:90001:5576569f1375"],
    [6, "500003:90003:2cfca51fdccd"],
  ]);
});

it("takes the decimals off a customer number only where all of it is a whole number", async () => {
  const ids = ["20001.0", "20001.00", "20001.5", "X20001.0", "20001.0X", "2.0.0"];
  const rows = await read(...ids.map((id) => LINE.replace("20001", id)));
  expect(rows.map((row) => row.kind === "activity" && row.customer)).toEqual([
    "20001",
    "20001",
    ...ids.slice(2),
  ]);
});

it.each([
  ["customer", "20001", 100],
  ["invoice", "500001", 60],
  ["stock code", "90001", 60],
  ["description", "GREEN GLASS LAMP", 2_000],
  ["country", "United Kingdom", 100],
])("takes a %s (%s) of at most %i characters", async (_, field, limit) => {
  const rows = await read(LINE.replace(field, "x".repeat(limit)), LINE.replace(field, "x".repeat(limit + 1)));
  expect(rows).toMatchObject([{ kind: "activity" }, { reason: "too_long" }]);
});

it.each([
  ["missing_customer", LINE.replace("20001", " "), "Customer ID is empty."],
  ["missing_id", LINE.replace("500001", ""), "Invoice is empty."],
  ["missing_id", LINE.replace("90001", ""), "StockCode is empty."],
  ["bad_date", LINE.replace("2009-12-01", "2009-02-30"), "InvoiceDate “2009-02-30 07:45:00” is no date"],
  ["bad_date", LINE.replace("2009-12-01 07:45:00", "01/12/2009"), "InvoiceDate “01/12/2009” is no date"],
  ["bad_date", LINE.replace("2009", "1889"), "from 1990"],
  ["not_a_number", LINE.replace(",12,", ",a dozen,"), "Quantity “a dozen” is not a number."],
  ["not_a_number", LINE.replace("6.95", "£6.95"), "Price “£6.95” is not a number."],
  ["not_a_number", LINE.replace("6.95", ""), "Price “” is not a number."],
  ["negative_amount", LINE.replace("6.95", "-6.95"), "Price “-6.95” is below zero."],
  ["bad_amount", LINE.replace(",12,", ",999999999999999,"), "“999999999999999” × “6.95” is too large."],
  ["too_long", LINE.replace("GREEN", "x".repeat(3_000)), "Description has 3,011 characters"],
  ["wrong_column_count", `${LINE},more`, "The line has 9 fields where the header has 8."],
  ["wrong_column_count", "500001,90001", "The line has 2 fields"],
])("rejects as %s: %s", async (reason, line, problem) => {
  const rows = await read(line, LINE);
  expect(rows).toMatchObject([{ line: 2, raw: line.slice(0, 2_000), reason }, { kind: "activity" }]);
  expect(toCorrect(rows[0])).toContain(problem);
});
