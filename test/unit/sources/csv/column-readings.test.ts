import { describe, expect, it } from "vitest";
import {
  type ColumnFormat,
  dateIn,
  numberIn,
  plainBy,
  plainIn,
  readingOf,
} from "../../../../src/sources/csv/column-readings.ts";

const read = (values: readonly string[], request = {}) => {
  const reading = readingOf(values, request);
  return { ...reading, plain: values.map(plainBy(reading)) };
};

describe("a column of numbers", () => {
  it.each<[string, readonly string[], ColumnFormat, readonly (string | null)[]]>([
    ["English", ["1,234.50", "12", "-0.5"], "1,234.50", ["1234.50", "12", "-0.5"]],
    ["German", ["1.234,50", "12", "-0,5"], "1.234,50", ["1234.50", "12", "-0.5"]],
    ["French", ["1 234,50", "1\u202f234\u00a0567,1"], "1.234,50", ["1234.50", "1234567.1"]],
    ["Swiss", ["1'234.50", "1’234’567"], "1,234.50", ["1234.50", "1234567"]],
    ["Indian", ["12,34,567.5", "1,00,000"], "1,234.50", ["1234567.5", "100000"]],
    ["full-width", ["１，２３４．５", "￥１２"], "1,234.50", ["1234.5", "12"]],
    [
      "amounts",
      ["$ 250,000.00", "-$3.10", "$-4", "US$5.00"],
      "1,234.50",
      ["250000.00", "-3.10", "-4", "5.00"],
    ],
    ["euros", ["1.200,00 €", "EUR 3,5", "12 kr", "9 Kč"], "1.234,50", ["1200.00", "3.5", "12", "9"]],
    [
      "bookkeepers'",
      ["(12.00)", "($1,000.00)", "5.00-", "−7"],
      "1,234.50",
      ["-12.00", "-1000.00", "-5.00", "-7"],
    ],
    ["per cent", ["12%", "7.5 %", "-100%", "0.05%"], "1,234.50", ["0.12", "0.075", "-1.00", "0.0005"]],
    ["Chinese", ["1.5万", "3亿", "120元", "2萬"], "1,234.50", ["15000", "300000000", "120", "20000"]],
    ["with exponents", ["1.5e3", "2E-2", "1k"], "1,234.50", ["1500", "0.02", "1000"]],
    ["decided by one field", ["1,234", "2,500", "12,5"], "1.234,50", ["1.234", "2.500", "12.5"]],
    ["decided by a zero", ["0,123", "1,234"], "1.234,50", ["0.123", "1.234"]],
    ["with leading zeros", ["007", ".5", "5."], "1,234.50", ["7", "0.5", "5"]],
  ])("is read as a whole: %s", (_, values, format, plain) => {
    expect(read(values)).toMatchObject({ kind: "number", format, ambiguous: [], strays: [], plain });
  });

  it("says where a lone mark can be meant either way, and follows what is preferred", () => {
    expect(read(["1.234", "5"])).toMatchObject({
      format: "1,234.50",
      ambiguous: ["1.234,50"],
      example: "1.234",
      plain: ["1.234", "5"],
    });
    expect(read(["1,234", "5"])).toMatchObject({
      format: "1,234.50",
      ambiguous: ["1.234,50"],
      plain: ["1234", "5"],
    });
    expect(read(["1.234", "5"], { prefer: ["1.234,50"] })).toMatchObject({
      plain: ["1234", "5"],
      ambiguous: [],
    });
    // What is preferred never beats what the column itself says.
    expect(read(["1.5", "5"], { prefer: ["1.234,50"] })).toMatchObject({
      plain: ["1.5", "5"],
      ambiguous: [],
    });
  });

  it("names the currencies beside them", () => {
    expect(read(["$1", "€2", "$3", "4"]).currencies).toEqual(["$", "€"]);
  });

  it.each([
    "1,23,4",
    "12 34",
    "ABC 12",
    "C000",
    "1.2.3",
    "+49 170 1234567",
    "(-5)",
    "$5€",
    "1e999",
    "--5",
    "3+",
    "12 kg",
    "١٢",
  ])("does not read %s", (text) => {
    expect([numberIn("1,234.50", text), numberIn("1.234,50", text)]).toEqual([null, null]);
  });

  it("reads back what was printed, whatever the locale", () => {
    const numbers = Array.from({ length: 400 }, (_, n) => Math.sin(n + 1) * 10 ** (n % 9));
    for (const locale of ["en-US", "de-DE", "fr-FR", "de-CH", "es-ES", "en-IN", "sv-SE", "zh-CN", "pl-PL"])
      for (const style of [{}, { style: "currency", currency: "EUR" }, { style: "percent" }] as const) {
        const digits = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
        const format = new Intl.NumberFormat(locale, { ...style, ...digits });
        const printed = numbers.map((number) => format.format(number));
        const { plain, strays, ambiguous } = read(printed);
        expect({ locale, strays, ambiguous }).toEqual({ locale, strays: [], ambiguous: [] });
        const places = "style" in style && style.style === "percent" ? 4 : 2;
        for (const [place, text] of plain.entries())
          expect(Math.abs(Number(text) - (numbers[place] ?? 0))).toBeLessThan(0.51 * 10 ** -places);
      }
  });
});

describe("a column of dates", () => {
  it.each<[string, readonly string[], string, readonly string[]]>([
    ["ISO", ["2024-03-05", "2024-12-31"], "day yyyy-mm-dd", ["2024-03-05", "2024-12-31"]],
    [
      "of a database",
      ["2024-03-05 00:00:00", "2024-03-06 00:00:00.000"],
      "day yyyy-mm-dd",
      ["2024-03-05", "2024-03-06"],
    ],
    [
      "German",
      ["5.3.2024", "31. 12. 2024", "01.02.24"],
      "day dd.mm.yyyy",
      ["2024-03-05", "2024-12-31", "2024-02-01"],
    ],
    ["American", ["3/5/2024", "12/31/2024"], "day mm/dd/yyyy", ["2024-03-05", "2024-12-31"]],
    ["British", ["3/5/2024", "31/12/99"], "day dd/mm/yyyy", ["2024-05-03", "1999-12-31"]],
    ["with dashes", ["03-05-2024", "31-12-2024"], "day dd-mm-yyyy", ["2024-05-03", "2024-12-31"]],
    ["with slashes", ["2024/3/5"], "day yyyy/mm/dd", ["2024-03-05"]],
    ["with points", ["2024.03.05"], "day yyyy.mm.dd", ["2024-03-05"]],
    ["Chinese", ["2024年3月5日", "２０２４年１２月３１日"], "day yyyy年m月d日", ["2024-03-05", "2024-12-31"]],
    ["Korean", ["2024년 3월 5일"], "day yyyy年m月d日", ["2024-03-05"]],
    ["without marks", ["20240305", "20241231"], "day yyyymmdd", ["2024-03-05", "2024-12-31"]],
    [
      "named",
      ["14 Mar 2024", "1st May 2024", "02-Dec-24"],
      "day d month yyyy",
      ["2024-03-14", "2024-05-01", "2024-12-02"],
    ],
    [
      "German names",
      ["14. März 2024", "Di., 3. Dez. 2024"],
      "day d month yyyy",
      ["2024-03-14", "2024-12-03"],
    ],
    ["French names", ["14 février 2024", "1er août 2024"], "day d month yyyy", ["2024-02-14", "2024-08-01"]],
    [
      "Spanish names",
      ["14 de enero de 2024", "3 septiembre 2024"],
      "day d month yyyy",
      ["2024-01-14", "2024-09-03"],
    ],
    ["American names", ["March 14, 2024", "Sep 3rd 2024"], "day month d, yyyy", ["2024-03-14", "2024-09-03"]],
    ["year first names", ["2024-Mar-14"], "day yyyy-month-dd", ["2024-03-14"]],
    [
      "of HubSpot's kind",
      ["Mar 14, 2024 03:22 PM", "Mar 15, 2024 12:05 AM"],
      "moment month d, yyyy",
      ["2024-03-14T15:22:00", "2024-03-15T00:05:00"],
    ],
    [
      "of a browser",
      ["Thu Mar 14 2024 15:22:00 GMT+0800 (China Standard Time)"],
      "moment month d, yyyy",
      ["2024-03-14T15:22:00+08:00"],
    ],
    [
      "ISO moments",
      ["2024-03-05T01:02:03.5Z", "2024-03-05T01:02:03+0530"],
      "moment yyyy-mm-dd",
      ["2024-03-05T01:02:03.500Z", "2024-03-05T01:02:03+05:30"],
    ],
    ["midnights in a zone", ["2024-03-05T00:00:00Z"], "moment yyyy-mm-dd", ["2024-03-05T00:00:00Z"]],
    [
      "some with a time",
      ["05.03.2024", "05.03.2024 15:22 Uhr"],
      "moment dd.mm.yyyy",
      ["2024-03-05", "2024-03-05T15:22:00"],
    ],
    [
      "Chinese times",
      ["2024年3月5日 15时22分", "2024年3月5日 下午3:05"],
      "moment yyyy年m月d日",
      ["2024-03-05T15:22:00", "2024-03-05T15:05:00"],
    ],
    ["Shopify's", ["2024-03-05 10:11:12 -0500"], "moment yyyy-mm-dd", ["2024-03-05T10:11:12-05:00"]],
    ["UTC in words", ["2024-03-05 10:11:12 UTC"], "moment yyyy-mm-dd", ["2024-03-05T10:11:12Z"]],
  ])("is read as a whole: %s", (_, values, kindAndFormat, plain) => {
    const reading = read(values);
    expect(`${reading.kind} ${reading.format}`).toBe(kindAndFormat);
    expect(reading).toMatchObject({ ambiguous: [], strays: [], plain });
  });

  it("says where day and month can change places, and follows what is preferred", () => {
    const values = ["3/4/2024", "5/5/2024"];
    expect(read(values)).toMatchObject({
      format: "mm/dd/yyyy",
      ambiguous: ["dd/mm/yyyy"],
      example: "3/4/2024",
      plain: ["2024-03-04", "2024-05-05"],
    });
    expect(read(values, { prefer: ["dd/mm/yyyy"] }).plain).toEqual(["2024-04-03", "2024-05-05"]);
    expect(read(["5/5/2024"]).ambiguous).toEqual([]);
  });

  it("takes counts for dates only where they are said to be", () => {
    const [seconds, milliseconds, days] = [["1710430920"], ["1710430920000"], ["45365", "45365.5"]];
    expect([seconds, milliseconds, days].map((values) => read(values).kind)).toEqual([
      "number",
      "number",
      "number",
    ]);
    expect(read(seconds, { as: "date" })).toMatchObject({
      format: "epoch seconds",
      plain: ["2024-03-14T15:42:00.000Z"],
    });
    expect(read(milliseconds, { as: "date" })).toMatchObject({ format: "epoch milliseconds", zones: "all" });
    expect(read(days, { as: "date" })).toMatchObject({
      format: "spreadsheet days",
      zones: "none",
      plain: ["2024-03-14T00:00:00.000", "2024-03-14T12:00:00.000"],
    });
    expect(read(["12", "40"], { as: "date" }).kind).toBe("text");
  });

  it.each([
    "2024-02-30",
    "2023-02-29",
    "31/31/2024",
    "2024-13-01",
    "1.1.1850",
    "14 Foo 2024",
    "2024-03-05 25:00",
    "2024-03-05 13:00 PM",
    "2024-03-05 EST",
  ])("does not read %s", (text) => expect(readingOf([text]).kind).toBe("text"));

  it("gives moments, those without a zone as if in UTC", () => {
    expect(dateIn("yyyy-mm-dd", "2024-03-05 10:00+02:00")).toEqual(new Date("2024-03-05T08:00:00Z"));
    expect(dateIn("dd.mm.yyyy", "05.03.2024 10:00")).toEqual(new Date("2024-03-05T10:00:00Z"));
    expect(dateIn("yyyymmdd", "20240305")).toEqual(new Date("2024-03-05T00:00:00Z"));
    expect(dateIn("yyyymmdd", "soon")).toBeNull();
  });

  it("reads back what was printed, whatever the locale", () => {
    const days = Array.from({ length: 300 }, (_, n) => new Date(Date.UTC(1995, 0, 1 + n * 37)));
    for (const locale of ["en-US", "en-GB", "de-DE", "fr-FR", "es-ES", "zh-CN"])
      for (const dateStyle of ["short", "medium", "long"] as const) {
        const format = new Intl.DateTimeFormat(locale, { dateStyle, timeZone: "UTC" });
        const printed = days.map((day) => format.format(day));
        const { plain, strays, ambiguous } = read(printed);
        expect({ locale, dateStyle, strays, ambiguous }).toEqual({
          locale,
          dateStyle,
          strays: [],
          ambiguous: [],
        });
        expect(plain).toEqual(days.map((day) => day.toISOString().slice(0, 10)));
      }
  });

  it("reads back every kind of count and moment", () => {
    for (let n = 0; n < 200; n += 1) {
      const at = new Date(Date.UTC(2001, 0, 1) + n * 12_345_678_000);
      expect(dateIn("epoch milliseconds", String(at.getTime()))).toEqual(at);
      expect(dateIn("epoch seconds", String(at.getTime() / 1000))).toEqual(at);
      expect(dateIn("spreadsheet days", String(at.getTime() / 86_400_000 + 25_569))).toEqual(at);
      expect(dateIn("yyyy-mm-dd", at.toISOString())).toEqual(at);
    }
  });
});

describe("what is missing or strange in a column", () => {
  const numbers = Array.from({ length: 40 }, (_, n) => String(n));

  it.each([
    "#N/A",
    "#DIV/0!",
    "N/A",
    "\\N",
    "NULL",
    "-",
    "—",
    ".",
    "unknown",
    "inf",
    "暂无",
    "未知",
    "k.A.",
    "none",
    "ｎ／ａ",
  ])("counts %s as missing among numbers", (word) => {
    expect(read([...numbers, word, word, ""])).toMatchObject({
      kind: "number",
      missing: [{ text: word, rows: 2, row: 41 }],
      strays: [],
    });
    expect(read([word, "2024-03-05", "2024-03-06"])).toMatchObject({
      kind: "day",
      plain: [null, "2024-03-05", "2024-03-06"],
    });
  });

  it("keeps among words those that may be one of the values", () => {
    expect(read(["none", "gold", "#N/A", "NA", "未知"])).toMatchObject({
      kind: "text",
      missing: [{ text: "#N/A" }, { text: "未知" }],
      plain: ["none", "gold", null, "NA", null],
    });
  });

  it("names a stray word with its row instead of making words of the column", () => {
    expect(read([...numbers, "call back"])).toMatchObject({
      kind: "number",
      strays: [{ text: "call back", row: 41, rows: 1 }],
    });
  });

  it("takes one field in twenty for strays and no more, and says what the column mostly is", () => {
    const of = (count: number, word = "3+") =>
      read([...numbers.slice(0, 38), ...Array.from({ length: count }, () => word)]);
    expect(of(2)).toMatchObject({ kind: "number", strays: [{ text: "3+", rows: 2 }] });
    expect(of(3)).toMatchObject({
      kind: "text",
      mostly: "number",
      strays: [{ text: "3+", rows: 3, row: 39 }],
    });
    expect(read(["1", "2", "3+"])).toMatchObject({ kind: "text", mostly: "number" });
    expect(read(["1", "gold", "silver"])).toMatchObject({ kind: "text", mostly: null, strays: [] });
    expect(read([...numbers.slice(0, 9), "x"])).toMatchObject({ kind: "number" });
    expect(read(["2024-03-05", "2024-03-06", "soon"])).toMatchObject({ kind: "text", mostly: "date" });
  });

  it("is text where nothing is told", () => {
    expect(read(["", " "])).toMatchObject({ kind: "text", missing: [], format: null });
    expect(read(["", "-"])).toMatchObject({ kind: "text", missing: [{ text: "-" }] });
    expect(plainIn("1,234.50", "")).toBeNull();
  });
});
