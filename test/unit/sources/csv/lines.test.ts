import { describe, expect, it } from "vitest";
import { phrase } from "../../../../src/domain/phrase.ts";
import { cutLines, MAX_LINE_BYTES, MAX_LINE_LENGTH } from "../../../../src/sources/csv/lines.ts";

const cut = (...parts: (string | number[])[]) =>
  cutLines(Buffer.concat(parts.map((part) => Buffer.from(part as string))), 5).map(
    ({ number, text, fault }) => [number, text, fault?.reason ?? null],
  );
const BAD_BYTE = [0xfc];

describe("lines", () => {
  it("are numbered from the first, without their line ends, also where the last has none", () => {
    const lines = [
      [5, "a", null],
      [6, "b\rc", null],
      [7, "", null],
      [8, "d", null],
    ];
    expect(cut("a\nb\rc\r\n\nd\n")).toEqual(lines);
    expect(cut("a\nb\rc\r\n\nd")).toEqual(lines);
  });

  it("are as many where one of them is no UTF-8 or has a NUL byte, and only that is at fault", () => {
    const lines = [
      [5, "a", null],
      [6, "b\ufffdb", "invalid_utf8"],
      [7, "c\0c", "control_character"],
      [8, "名前", null],
    ];
    expect(cut("a\r\nb", BAD_BYTE, "b\nc\0c\n名前\n")).toEqual(lines);
    expect(cut("a\r\nb", BAD_BYTE, "b\nc\0c\n名前")).toEqual(lines);
    expect(cut("\n\n\0")).toEqual([
      [5, "", null],
      [6, "", null],
      [7, "\0", "control_character"],
    ]);
  });

  it("say what is wrong with them", () => {
    const problems = [...cutLines(Buffer.from([0x61, 0xfc, 0x0a, 0]), 1)].map(({ fault }) => fault?.problems);
    expect(problems).toEqual([[phrase("rejected.not-utf8")], [phrase("rejected.nul")]]);
    const [long] = cutLines(Buffer.alloc(MAX_LINE_LENGTH + 1, "x"), 1);
    expect(long?.fault?.problems).toEqual([phrase("rejected.line-too-long", { limit: MAX_LINE_LENGTH })]);
  });

  it("may have two million characters of any script, and no more", () => {
    const reasons = (text: string) => cut(text).map(([, , reason]) => reason);
    expect(MAX_LINE_LENGTH).toBe(2_097_152);
    expect(reasons(`${"x".repeat(MAX_LINE_LENGTH)}\n${"名".repeat(MAX_LINE_LENGTH)}`)).toEqual([null, null]);
    expect(reasons(`${"x".repeat(MAX_LINE_LENGTH + 1)}\n`)).toEqual(["too_long"]);
  });

  it("are too long rather than damaged where they were cut in the middle of a character", () => {
    const start = "x".repeat(MAX_LINE_BYTES - 1);
    expect(cut(start, [0xe5, 0x90]).map(([, , reason]) => reason)).toEqual(["too_long"]);
    expect(cut("a", BAD_BYTE, "x".repeat(MAX_LINE_BYTES - 2)).map(([, , reason]) => reason)).toEqual([
      "invalid_utf8",
    ]);
  });
});
