import { describe, expect, it } from "vitest";
import { phrase } from "../../../../src/domain/phrase.ts";
import { rejection } from "../../../../src/domain/rejection.ts";
import type { CsvRecord } from "../../../../src/sources/csv/csv-records.ts";
import { ExtraRows } from "../../../../src/sources/csv/extra-rows.ts";

const recordOf = (text: string, width: number, line: number): CsvRecord => {
  const fields = text.split(";");
  if (fields.length === width) return { line, raw: text, fields, fault: null };
  return { line, raw: text, fault: rejection("wrong_column_count", phrase("rejected.column-count")) };
};

/** What each line below a header is; "row" for rows. */
function read(header: string, lines: readonly string[]): string[] {
  const names = header.split(";");
  const records = lines.map((line, at) => recordOf(line, names.length, at + 2));
  const extra = new ExtraRows(names, ";", records.slice(0, 200));
  return records.map((record) => extra.whatIs(record) ?? "row");
}

const HEADER = "external_id;customer;kind;at;amount";
const ROWS = ["A1;C1;order;2026-01-02;1,50", "A2;C2;order;2026-01-03;2,50", "A3;C1;refund;2026-01-04;3,00"];
const rows = (count: number) => Array.from({ length: count }, () => "row");

describe("a second header", () => {
  it.each([
    ["units", ";;;TT.MM.JJJJ;EUR"],
    ["units in small letters", ";;;jj.mm.aaaa;eur"],
    ["units in brackets", ";;;(date);(EUR)"],
    ["a translation", "Nummer;Kunde;Art;Datum;Betrag"],
    ["a Chinese translation", "编号;客户;类型;日期;金额"],
    ["types", "text;text;text;date;number"],
  ])("below the first one is told: %s", (_, line) => {
    expect(read(HEADER, [line, ...ROWS])).toEqual(["second_header", ...rows(3)]);
  });

  it("may be followed by a third", () => {
    expect(read(HEADER, ["Nummer;Kunde;Art;Datum;Betrag", ";;;TT.MM.JJJJ;EUR", ...ROWS])).toEqual([
      "second_header",
      "second_header",
      ...rows(3),
    ]);
  });

  it("is told of customers, too, by the name of a column", () => {
    expect(read("external_id;name", ["Kundennummer;Name", "C1;Acme", "C2;Beta"])).toEqual([
      "second_header",
      "row",
      "row",
    ]);
  });

  it.each([
    [
      "a customer whose id has no digits",
      "external_id;name",
      ["ACME;Acme", "C2;Beta", "C3;Gamma", "C4;Delta"],
    ],
    [
      "one with a domain",
      "external_id;name;domain",
      ["acme;Acme;acme.com", "c2;Beta;c2.com", "c3;G;c3.com", "c4;D;c4.com"],
    ],
    ["two rows alone", "external_id;name", ["ACME;Acme", "C2;Beta2"]],
    ["a row whose date is missing", HEADER, ["x;y;order;unknown;none", ...ROWS]],
    ["a row of errors", HEADER, ["x;y;order;#N/A;#REF!", ...ROWS]],
    ["a row with a number", HEADER, ["x;y;order;today;5", ...ROWS]],
    ["a file without any digits", "a;b", ["x;y", "u;v", "w;z"]],
  ])("is none: %s", (_, header, lines) => {
    expect(read(header, lines)).toEqual(rows(lines.length));
  });

  it("is none further down, unless a header stands above it again", () => {
    const translation = "Nummer;Kunde;Art;Datum;Betrag";
    expect(read(HEADER, [translation, ...ROWS, translation, HEADER, translation, ...ROWS])).toEqual([
      "second_header",
      ...rows(3),
      "row",
      "header",
      "second_header",
      ...rows(3),
    ]);
  });
});

describe("the header", () => {
  it("is known again in the middle of files put together, with blanks around its names", () => {
    expect(read(HEADER, [...ROWS, " external_id ;customer;kind;at; amount", ...ROWS])).toEqual([
      ...rows(3),
      "header",
      ...rows(3),
    ]);
    expect(read(HEADER, [...ROWS, "external_id;customer;kind;at;Amount"])).toEqual(rows(4));
    expect(read("2023;2024", ["1;2", "2023;2024", "2023;5"])).toEqual(["row", "header", "row"]);
  });
});

describe("a row of totals", () => {
  it.each(
    [
      "Total;;;;1.234,50",
      "Summe:;;;;7,00 €",
      "合计;;;;７，００",
      ";Grand Total;;;7",
      "GESAMT;;3;;EUR 7.00",
      "Total;Total;;;(7.00)",
      "Total;;;;12 %",
      "Total;7,00",
      "** TOTAL **;;;;7",
      "小计;;;;元",
    ].filter((line) => line !== "小计;;;;元"),
  )("is told: %j", (line) => {
    expect(read(HEADER, [...ROWS, line])).toEqual([...rows(3), "totals"]);
  });

  it.each([
    "T1;Total;order;2026-01-02;7",
    "Total;C1;order;2026-01-02;7",
    "Total;;;2026-01-02;7",
    ";;;Total;7",
    "Totals of all;;;;7",
    "Total-Energy;;;;",
    "A4;C1;order;2026-01-02;7",
  ])("is none: %j", (line) => {
    expect(read(HEADER, [...ROWS, line])).toEqual(rows(4));
  });

  it("is no customer of that name, whose id stands beside it", () => {
    expect(read("name;Kundennummer", ["Acme;1", "Total;55", "Total;"])).toEqual(["row", "row", "totals"]);
    expect(read("name;客户编号", ["Acme;1", "Total;55"])).toEqual(["row", "row"]);
  });
});
