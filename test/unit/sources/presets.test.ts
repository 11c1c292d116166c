import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ImportedRow } from "../../../src/domain/imports/imports.ts";
import { lineAmountMinor } from "../../../src/sources/csv/pence.ts";
import { commandLineText } from "../../../src/words/command-line.ts";
import { outline, readText, toCorrect } from "./read-text.ts";

const RETAIL = "Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country\n";
const ACTIVITIES = "external_id,customer,kind,at,amount,currency,category,quantity,note\n";
const CUSTOMERS =
  "external_id,name,domain,owner_email,segment,currency,monthly_revenue,margin_percent,acquisition_cost,started_on,renews_on,ended_on,country,language,aliases,Account manager\n";

async function rowsOf(content: string, preset: Parameters<typeof readText>[1]): Promise<ImportedRow[]> {
  const rows = await readText(content, preset);
  if (!Array.isArray(rows)) throw new Error(commandLineText(rows.problem));
  return rows;
}

describe("online-retail-ii", () => {
  const LINE =
    "489434,85048,15CM CHRISTMAS GLASS BALL 20 LIGHTS,12,2009-12-01 07:45:00,6.95,13085,United Kingdom";

  it("reads a line as an order in pounds and minor units", async () => {
    const [row] = await rowsOf(`${RETAIL}${LINE}\n`, "online-retail-ii");
    expect(row).toMatchObject({
      kind: "activity",
      customer: "13085",
      newCustomer: { name: "Customer 13085", country: "United Kingdom", currency: "GBP" },
      activity: {
        kind: "order",
        at: new Date("2009-12-01T07:45:00Z"),
        amountMinor: 8340,
        currency: "GBP",
        category: "85048",
        quantity: 12,
        document: "489434",
        note: "15CM CHRISTMAS GLASS BALL 20 LIGHTS",
      },
    });
  });

  it("reads a cancellation as a refund of a positive amount, and a free line as an order of 0", async () => {
    const rows = await rowsOf(
      `${RETAIL}${LINE.replace("489434", "C489434").replace(",12,", ",-2,")}\n${LINE.replace("6.95", "0")}\n`,
      "online-retail-ii",
    );
    expect(rows).toMatchObject([
      { activity: { kind: "refund", amountMinor: 1390, quantity: 2 } },
      { activity: { kind: "order", amountMinor: 0 } },
    ]);
  });

  it("keeps repeats as rows of their own, also with another invoice between, the same in every pass", async () => {
    const content = `${RETAIL}${LINE}\n${LINE.replace("489434", "489435")}\n${LINE}\n${LINE.replace("13085", "13085.0")}\n`;
    const rows = await rowsOf(content, "online-retail-ii");
    expect(rows.map((row) => row.kind === "activity" && row.repeated)).toEqual([false, false, true, true]);
    const ids = outline(rows).map(([, id]) => id);
    expect(new Set(ids).size).toBe(4);
    expect(outline(await rowsOf(content, "online-retail-ii")).map(([, id]) => id)).toEqual(ids);
  });

  it.each([
    ["missing_customer", LINE.replace("13085", " ")],
    ["missing_id", LINE.replace("489434", "")],
    ["missing_id", LINE.replace("85048", "")],
    ["bad_date", LINE.replace("2009-12-01", "2009-02-30")],
    ["bad_date", LINE.replace("2009-12-01 07:45:00", "01/12/2009")],
    ["bad_date", LINE.replace("2009", "1889")],
    ["not_a_number", LINE.replace(",12,", ",a dozen,")],
    ["not_a_number", LINE.replace("6.95", "£6.95")],
    ["negative_amount", LINE.replace("6.95", "-6.95")],
    ["bad_amount", LINE.replace(",12,", ",999999999999999,")],
    ["too_long", LINE.replace("15CM", "x".repeat(3_000))],
    ["wrong_column_count", `${LINE},more`],
    ["wrong_column_count", "489434,85048"],
  ])("rejects as %s: %s", async (reason, line) => {
    const rows = await rowsOf(`${RETAIL}${line}\n${LINE}\n`, "online-retail-ii");
    expect(toCorrect(rows[0])).toMatch(/\w.*\.$/);
    expect(rows).toMatchObject([{ line: 2, reason }, { kind: "activity" }]);
  });
});

describe("lineAmountMinor", () => {
  it.each([
    ["12", "6.95", 8340],
    ["-3", "0.125", 38],
    ["1", "0.005", 1],
    ["1", "0.0049999", 0],
    ["3", "1.005", 302],
    ["80995", "2.08", 16846960],
    ["1", "90071992547409.91", Number.MAX_SAFE_INTEGER],
    ["1", "90071992547409.92", null],
    ["0.5", "0.01", 1],
  ])("%s × %s = %s", (quantity, price, expected) => {
    expect(lineAmountMinor(quantity, price)).toBe(expected);
  });

  it("is the exact product rounded half up", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 0, max: 1e9 }), (quantity, mills) => {
        const price = `${Math.floor(mills / 1000)}.${String(mills % 1000).padStart(3, "0")}`;
        const exact = (BigInt(quantity) * BigInt(mills) + 5n) / 10n;
        const expected = exact <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(exact) : null;
        expect(lineAmountMinor(String(quantity), price)).toBe(expected);
      }),
    );
  });
});

describe("mainstay-activities", () => {
  const LINE = "A1,C1,order,2026-03-31T09:30:00+02:00,12.50,eur,tools,2,thanks";

  it("reads a row with its zone", async () => {
    const [row] = await rowsOf(`${ACTIVITIES}${LINE}\n`, "mainstay-activities");
    expect(row).toMatchObject({
      customer: "C1",
      newCustomer: null,
      activity: {
        source: "mainstay",
        externalId: "A1",
        at: new Date("2026-03-31T07:30:00Z"),
        amountMinor: 1250,
        currency: "EUR",
        category: "tools",
        quantity: 2,
        note: "thanks",
      },
    });
  });

  it("needs only id, customer, kind and time", async () => {
    const content = "at;kind;customer;external_id\n2026-03-31;usage;C1;A1\n";
    const [row] = await rowsOf(content, "mainstay-activities");
    expect(row).toMatchObject({
      activity: { at: new Date("2026-03-31T00:00:00Z"), amountMinor: null, currency: null },
    });
  });

  it.each([
    ["missing_id", LINE.replace("A1", "")],
    ["missing_customer", LINE.replace("C1", "")],
    ["unknown_kind", LINE.replace("order", "purchase")],
    ["bad_date", LINE.replace("2026-03-31", "2026-02-29")],
    ["bad_date", LINE.replace("T09:30", "T24:30")],
    ["bad_date", LINE.replace("+02:00", "+19:00")],
    ["bad_date", LINE.replace("2026", "2101")],
    ["not_a_number", LINE.replace("12.50", "1e3")],
    ["not_a_number", LINE.replace(",2,", ",NaN,")],
    ["bad_amount", LINE.replace("12.50", "12.505")],
    ["bad_amount", LINE.replace("12.50,eur", "12.50,JPY")],
    ["negative_amount", LINE.replace("12.50", "-12.50")],
    ["missing_currency", LINE.replace("eur", "")],
    ["unknown_currency", LINE.replace("eur", "euro")],
    ["too_long", LINE.replace("thanks", "x".repeat(10_001))],
    ["too_long", LINE.replace("A1", "A".repeat(201))],
    ["wrong_column_count", LINE.replace("12.50", "12,50")],
  ])("rejects as %s: %s", async (reason, line) => {
    const rows = await rowsOf(`${ACTIVITIES}${line}\n${LINE}\n`, "mainstay-activities");
    expect(toCorrect(rows[0])).toMatch(/\w.*\.$/);
    expect(rows).toMatchObject([{ line: 2, reason }, { kind: "activity" }]);
  });
});

describe("mainstay-customers", () => {
  const LINE =
    "C1,Acme,Acme.com,Ana@Team.example,Gold,EUR,1200,35%,90.5,2024-01-01,2027-01-01,,DE,de,ACME Inc|Acmé,Kim";

  it("reads a profile; columns it does not know become attributes", async () => {
    const [row] = await rowsOf(`${CUSTOMERS}${LINE}\n`, "mainstay-customers");
    expect(row).toMatchObject({
      profile: {
        source: "mainstay",
        externalId: "C1",
        name: "Acme",
        domain: "acme.com",
        ownerEmail: "ana@team.example",
        currency: "EUR",
        monthlyRevenueMinor: 120_000,
        marginPercent: 35,
        acquisitionCostMinor: 9_050,
        startedOn: "2024-01-01",
        renewsOn: "2027-01-01",
        endedOn: null,
        attributes: { aliases: "ACME Inc|Acmé", "Account manager": "Kim" },
      },
    });
  });

  it.each([
    ["missing_id", LINE.replace("C1", "")],
    ["missing_name", LINE.replace("Acme,", " ,")],
    ["bad_domain", LINE.replace("Acme.com", "acme")],
    ["bad_email", LINE.replace("Ana@", "Ana at ")],
    ["unknown_currency", LINE.replace("EUR", "XYZ")],
    ["missing_currency", LINE.replace("EUR", "")],
    ["not_a_number", LINE.replace("1200", "1.200,00").replace("1.200,00", '"1.200,00"')],
    ["negative_amount", LINE.replace("1200", "-1")],
    ["bad_amount", LINE.replace("1200", "0.001")],
    ["out_of_range", LINE.replace("35%", "101")],
    ["bad_date", LINE.replace("2027-01-01", "2027-13-01")],
    ["too_long", LINE.replace("Kim", "x".repeat(2_001))],
    ["wrong_column_count", `${LINE},x`],
  ])("rejects as %s: %s", async (reason, line) => {
    const rows = await rowsOf(`${CUSTOMERS}${line}\n${LINE}\n`, "mainstay-customers");
    expect(toCorrect(rows[0])).toMatch(/\w.*\.$/);
    expect(rows).toMatchObject([{ line: 2, reason }, { kind: "customer" }]);
  });
});
