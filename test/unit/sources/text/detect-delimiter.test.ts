import { describe, expect, it } from "vitest";
import { detectDelimiter, fieldsIn, statedDelimiter } from "../../../../src/sources/text/detect-delimiter.ts";

describe("the delimiter of a file", () => {
  it.each([
    [",", ["id,name,amount", "1,a,2.5"]],
    [";", ["id;name;amount", "1;a;2,5", "2;b;3,5"]],
    [";", ["Betrag;Steuer;Summe", "1,5;2,5;4,0", "2,5;3,5;6,0"]],
    ["\t", ["id\tname, first\tcity", "1\tA, B\tC"]],
    ["|", ["id|name", "1|a;b", "2|c"]],
    [",", ["id,text", '1,"a;b;c"', '2,"d;e;f"', '3,"x;y"']],
    [";", ['id;"a,b,c,d"', "1;x"]],
    [";", ["id;name, first", "1;A, b", "2;C, d"]],
    [";", ["", "  ", "id;text", '1;"one', "two, three", 'four"', "2;x"]],
    [",", ["name"]],
    [",", []],
  ])("is %j", (delimiter, lines) => {
    expect(detectDelimiter(lines)).toBe(delimiter);
  });

  it("is told by the first lines of a long file", () => {
    const rows = Array.from({ length: 1_000 }, () => "1,2");
    expect(detectDelimiter(["a;b", ...rows.slice(0, 300).map(() => "1;2"), ...rows])).toBe(";");
  });

  it.each([
    ["sep=;", ";"],
    ["SEP=,", ","],
    ['"sep=;"', ";"],
    ["sep=\t", "\t"],
    ["sep=", null],
    ["sep=;;", null],
    ["x sep=;", null],
    ["id;sep", null],
  ])("is stated by %j as %j", (line, delimiter) => {
    expect(statedDelimiter(line)).toBe(delimiter);
  });

  it("cuts no quoted text", () => {
    expect(fieldsIn('a,"b,c",d', ",")).toBe(3);
    expect(fieldsIn('a,"b ""c,"" d",e', ",")).toBe(3);
    expect(fieldsIn("", ",")).toBe(1);
  });
});
