import { expect, it } from "vitest";
import { excerptOf } from "../excerpt.ts";
import { rowsOf, toCorrect } from "../read-text.ts";

const { header, line: LINE, text: EXCERPT } = excerptOf("mainstay-contracts");
const read = (...lines: string[]) => rowsOf(`${header}${lines.join("\n")}\n`, "mainstay-contracts");

it("reads a row as a price of a contract, from its first day where no other is named", async () => {
  expect(await read(LINE)).toEqual([
    {
      kind: "contract",
      line: 2,
      raw: LINE,
      told: {
        customer: "C1",
        contract: "K-100",
        startedOn: "2024-01-01",
        endedOn: null,
        priceFrom: "2024-01-01",
        monthly: { minor: 100_000, currency: "EUR" },
      },
    },
  ]);
});

it("reads a price from a later day, an end, and amounts in the currency's own units", async () => {
  expect(await rowsOf(EXCERPT, "mainstay-contracts")).toMatchObject([
    {},
    { told: { priceFrom: "2025-01-01", monthly: { minor: 120_000, currency: "EUR" } } },
    { told: { priceFrom: "2025-07-01", endedOn: "2026-06-30" } },
    { told: { monthly: { minor: 9_800_000, currency: "TWD" } } },
  ]);
});

it("takes a contract of one day, a price from the last day, and one that costs nothing", async () => {
  const rows = await read(
    "C1,K1,2026-01-01,2026-01-01,,10,EUR",
    "C1,K2,2026-01-01,2026-01-31,2026-01-31,0,EUR",
  );
  expect(rows).toMatchObject([{ kind: "contract" }, { kind: "contract", told: { monthly: { minor: 0 } } }]);
});

it("takes a plain day as it is written, whatever the zone", async () => {
  const rows = await rowsOf(`${header}${LINE}\n`, "mainstay-contracts", "America/New_York");
  expect(rows).toMatchObject([{ told: { startedOn: "2024-01-01" } }]);
});

it.each([
  ["missing_customer", LINE.replace("C1", ""), "customer is empty"],
  ["missing_id", LINE.replace("K-100", " "), "contract is empty"],
  ["bad_date", LINE.replace("2024-01-01", ""), "started_on “” is no date"],
  [
    "bad_period",
    "C1,K1,2026-02-01,2026-01-31,,10,EUR",
    "ended_on 2026-01-31 is before started_on 2026-02-01",
  ],
  [
    "bad_period",
    "C1,K1,2026-02-01,,2026-01-31,10,EUR",
    "price_from 2026-01-31 is not a day of the contract, which begins on 2026-02-01.",
  ],
  [
    "bad_period",
    "C1,K1,2026-02-01,2026-03-31,2026-04-01,10,EUR",
    "which runs from 2026-02-01 to 2026-03-31.",
  ],
  ["not_a_number", LINE.replace("1000.00", ""), "monthly_revenue “” is not a number"],
  ["missing_currency", LINE.replace("EUR", ""), "currency is empty"],
  ["negative_amount", LINE.replace("1000.00", "-1"), "below zero"],
  [
    "bad_amount",
    LINE.replace("1000.00", "10000000000.01"),
    "more than one amount can be: €10,000,000,000.00 is the most",
  ],
])("rejects as %s: %s", async (reason, line, text) => {
  const rows = await read(line, LINE);
  expect(rows).toMatchObject([{ line: 2, reason }, { kind: "contract" }]);
  expect(toCorrect(rows[0])).toContain(text);
});
