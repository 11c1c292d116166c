import { describe, expect, it } from "vitest";
import type { SharedPart } from "../../../../../src/domain/costs/customer-costs.ts";
import { contactRows, type TracedContact } from "../../../../../src/domain/costs/trace/contact-rows.ts";
import { sharedRows, unsharedParts } from "../../../../../src/domain/costs/trace/customer-cost-rows.ts";
import { entryParts, type TracedEntry } from "../../../../../src/domain/costs/trace/entry-rows.ts";
import { convertMoney } from "../../../../../src/domain/exchange-rates.ts";
import { gathered } from "../../../../../src/domain/figures/trace/gathered-rows.ts";
import type { Phrase } from "../../../../../src/domain/phrase.ts";
import { textOf } from "../../../../../src/words/text.ts";

const JANUARY = { fromDay: "2026-01-01", toDay: "2026-01-31" };
const RATES = {
  currency: "EUR",
  rates: [
    { fromCurrency: "USD", toCurrency: "EUR", day: "2026-01-01", rate: "0.91" },
    { fromCurrency: "USD", toCurrency: "EUR", day: "2026-01-20", rate: "0.95" },
  ],
};
const entry = (id: number, change: Partial<TracedEntry> = {}): TracedEntry => ({
  ...{ id, source: "erp", externalId: `e${id}`, category: "tools", subcategory: null, kind: "indirect" },
  ...{ amountMinor: 36_500, currency: "EUR", fromDay: "2026-01-01", toDay: "2026-12-31", appliesTo: "all" },
  ...{ driver: "equal", note: null, correctsId: null, bookedOn: null },
  ...change,
});
const text = (phrase: Phrase | null | undefined) => phrase && textOf(phrase, "en");

describe("the rows of costs", () => {
  it("say which of an entry's days count, and what they come to", () => {
    const [part] = entryParts([entry(1, { note: " CRM " })], JANUARY, RATES);
    expect(part?.row).toMatchObject({ id: "1", original: { minor: 36_500 }, amount: 3_100, rate: null });
    expect(text(part?.row.share)).toBe("31 of 365 days");
    expect(text(part?.row.what)).toBe("Tools, indirect, for all: CRM");
  });

  it("say nothing of days where all of them count", () => {
    const [part] = entryParts([entry(1, { toDay: "2026-01-10", amountMinor: 5 })], JANUARY, RATES);
    expect(part?.row).toMatchObject({ share: null, amount: 5, toDay: "2026-01-10" });
  });

  it("add up to what a report makes of entries alike, which it converts as one amount at their last day's rate", () => {
    const days = { fromDay: "2026-01-05", toDay: "2026-01-25", currency: "USD" };
    const minors = [33, 33, 33, -17];
    const parts = entryParts(
      minors.map((amountMinor, index) => entry(index + 1, { ...days, amountMinor })),
      JANUARY,
      RATES,
    );
    const whole = convertMoney({ minor: 82, currency: "USD" }, "EUR", "2026-01-25", RATES.rates).money.minor;
    expect(gathered(parts.map(({ row }) => row)).amount).toBe(whole);
    expect(parts.map(({ row }) => row.rate?.day)).toEqual(Array(4).fill("2026-01-20"));
  });

  it("convert apart what is shared in another way", () => {
    const one = { ...{ fromDay: "2026-01-05", toDay: "2026-01-05" }, currency: "USD", amountMinor: 1 };
    const parts = entryParts([entry(1, one), entry(2, { ...one, driver: "orders" })], JANUARY, RATES);
    expect(parts.map(({ minor }) => minor)).toEqual([1, 1]);
  });

  it("count a correction of closed days on the day it is booked, and name what it corrects", () => {
    const booked = entry(9, {
      bookedOn: "2026-01-15",
      correctsId: 4,
      toDay: "2026-01-01",
      amountMinor: -700,
    });
    const [part] = entryParts([booked], JANUARY, RATES);
    expect(part).toMatchObject({ fromDay: "2026-01-15", toDay: "2026-01-15", minor: -700 });
    expect(part?.row.share).toBeNull();
    expect(text(part?.row.what)).toBe("Tools, indirect, for all, corrects entry 4");
  });

  it("tell what has no rate without an amount", () => {
    const [part] = entryParts([entry(1, { currency: "JPY" })], JANUARY, RATES);
    expect(part?.row.amount).toBeNull();
    expect(text(part?.row.share)).toContain("no exchange rate");
  });
});

describe("the rows of contact time", () => {
  const customer = { customerId: 1, externalId: "a", name: "A" };
  const contact = (id: number, change: Partial<TracedContact> = {}): TracedContact => ({
    ...{ id, customer, channel: "phone", member: "Ana", day: "2026-01-10", minutes: 20 },
    ...{ cost: { minor: 55, currency: "USD" } },
    ...change,
  });

  it("name who it was, and add up to a day's contacts converted as one amount", () => {
    const rows = contactRows([contact(1), contact(2), contact(3)], RATES);
    expect(text(rows[0]?.what)).toBe("20 minutes of contact by Ana");
    expect(gathered(rows).amount).toBe(Math.round(165 * 0.91));
    expect(text(contactRows([contact(1, { minutes: 1, member: null })], RATES)[0]?.what)).toBe(
      "1 minute of contact, by whom is not known",
    );
  });

  it("say why one is not counted", () => {
    const rows = contactRows(
      [contact(1, { cost: null }), contact(2, { cost: { minor: 1, currency: "JPY" } })],
      RATES,
    );
    expect(rows.map(({ amount }) => amount)).toEqual([null, null]);
    expect(rows.map(({ share }) => text(share))).toEqual([
      "not counted: no hourly cost is set for whoever made it",
      "left out: there is no exchange rate for this day",
    ]);
  });
});

describe("one customer's rows of shared costs", () => {
  const part = (minor: number, change: Partial<SharedPart> = {}): SharedPart => ({
    ...{ category: "tools", kind: "indirect", appliesTo: "all", driver: "minutes", ...JANUARY, minor },
    ...{
      source: "",
      recordedIn: "EUR",
      wholeMinor: 340,
      weighedBy: "driver",
      weight: 12,
      total: 340,
      parties: 9,
    },
    ...change,
  });
  const alike = { ...JANUARY, driver: "minutes" } as const;
  const entries = entryParts(
    [
      entry(1, { ...alike, amountMinor: 101 }),
      entry(2, { ...alike, amountMinor: 239 }),
      entry(3, { ...alike, category: "goods", amountMinor: 5 }),
    ],
    JANUARY,
    RATES,
  );

  it("are an entry each with the division, and add up to the part", () => {
    const rows = sharedRows([part(13)], entries, "EUR");
    expect(rows.map(({ id, amount }) => [id, amount])).toEqual([
      ["1", 4],
      ["2", 9],
    ]);
    expect(rows.map(({ share }) => text(share))).toEqual(["12 of 340 minutes", "12 of 340 minutes"]);
  });

  it("say both what days and what part count", () => {
    const year = { driver: "minutes", amountMinor: 365 * 10 } as const;
    const rows = sharedRows(
      [part(11, { wholeMinor: 310 })],
      entryParts([entry(1, year)], JANUARY, RATES),
      "EUR",
    );
    expect(text(rows[0]?.share)).toBe("31 of 365 days, 12 of 340 minutes");
  });

  it("are one for what the entries do not come to, so that the sum is right whatever happened meanwhile", () => {
    const rows = sharedRows([part(13, { wholeMinor: 999 })], entries, "EUR");
    expect(rows).toMatchObject([{ id: "1, 2", amount: 13, original: { minor: 999, currency: "EUR" } }]);
  });

  it("keep apart what means other customers, and what is recorded in another currency", () => {
    const named = { ...alike, appliesTo: "segment:VIP|customer:a", amountMinor: 100 } as const;
    const others = entryParts(
      [
        entry(4, named),
        entry(5, { ...named, source: "crm" }),
        entry(6, { ...named, source: "crm", currency: "USD" }),
      ],
      JANUARY,
      RATES,
    );
    const of = (minor: number, change: Partial<SharedPart>) =>
      part(minor, { appliesTo: named.appliesTo, wholeMinor: 100, ...change });
    const parts = [
      of(7, { source: "erp" }),
      of(9, { source: "crm", weight: 1 }),
      of(5, { source: "crm", recordedIn: "USD", wholeMinor: 95 }),
    ];
    expect(sharedRows(parts, others, "EUR").map(({ id, amount }) => [id, amount])).toEqual([
      ["4", 7],
      ["5", 9],
      ["6", 5],
    ]);
  });

  it("name the entries of a pool of which another currency's part was too small to be told", () => {
    const both = entryParts(
      [entry(1, { ...alike, amountMinor: 340 }), entry(2, { ...alike, amountMinor: 1, currency: "USD" })],
      JANUARY,
      RATES,
    );
    expect(sharedRows([part(12)], both, "EUR")).toMatchObject([{ id: "1", amount: 12 }]);
  });

  it("say how many of those named they are", () => {
    const heads = part(4, { weighedBy: "heads", weight: 2, total: 5, parties: 5 });
    expect(text(sharedRows([heads], entries, "EUR")[0]?.share)).toMatch(/^2 of 5 customers named/);
  });
});

describe("the rows of what falls on nobody", () => {
  it("are all of the entries whose pools nobody shares, and no others", () => {
    const gone = { ...JANUARY, appliesTo: "segment:Gone", amountMinor: 70 } as const;
    const entries = entryParts([entry(1, gone), entry(2, JANUARY)], JANUARY, RATES);
    const pool = {
      ...{ ...JANUARY, appliesTo: "segment:Gone", source: "", recordedIn: "EUR", minor: 70 },
      ...({ driver: "equal", kind: "indirect", category: "tools" } as const),
    };
    const parts = unsharedParts([pool], entries);
    expect(parts.map(({ row }) => [row.id, row.amount])).toEqual([["1", 70]]);
    expect(text(parts[0]?.row.share)).toBe("nobody was there to bear it");
  });
});
