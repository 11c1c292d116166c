import { describe, expect, it } from "vitest";
import { decodeText, encodingNamed } from "../../../../src/sources/text/decode.ts";
import { detectEncoding } from "../../../../src/sources/text/detect-encoding.ts";
import { ENCODED } from "./encoded.ts";

/** As a file of these bytes would be sampled. */
function detect(bytes: Buffer) {
  const lines = bytes
    .toString("latin1")
    .split(/[\r\n]+/)
    .filter((line) => /[\x80-\xff]/.test(line))
    .map((line) => Buffer.from(line, "latin1"));
  return detectEncoding({ head: bytes, notAscii: lines });
}
const concat = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((part) => Buffer.from(part as string)));

describe("the encoding of a file", () => {
  it.each(ENCODED)("is told by a few names: $encoding", ({ encoding, hex, text }) => {
    expect(detect(Buffer.from(hex, "hex"))).toEqual({ name: encoding, knownBy: "content" });
    expect(decodeText(Buffer.from(hex, "hex"), encoding)).toBe(text);
  });

  it.each([
    ["utf-8", "efbbbf61"],
    ["utf-16le", "fffe6100"],
    ["utf-16be", "feff0061"],
    ["gb18030", "8431953361"],
  ])("is told by its mark: %s", (name, hex) => {
    expect(detect(Buffer.from(hex, "hex"))).toEqual({ name, knownBy: "mark" });
  });

  it("is UTF-16 where every other byte is zero, whatever the script", () => {
    for (const text of ["id,name\r\n1,Acme\r\n", "编号,名称\r\n1,北京示例科技有限公司\r\n2,上海\r\n"]) {
      const bytes = Buffer.from(text, "utf16le");
      expect(detect(bytes).name).toBe("utf-16le");
      expect(detect(Buffer.from(bytes).swap16()).name).toBe("utf-16be");
    }
    expect(detect(Buffer.from("id,name\nA,a\0b\0\0c\nB,x\n")).name).toBe("utf-8");
    expect(detect(Buffer.from("id\nA\0\nB\n")).name).toBe("utf-8");
  });

  it("is UTF-8 for ASCII and for a file with one bad line", () => {
    expect(detect(Buffer.from("id,name\nA,Acme\n")).name).toBe("utf-8");
    expect(detect(concat("A,Müller\nB,Jäger\nC,K", [0xf6], "nig\n")).name).toBe("utf-8");
    expect(detect(concat("A,K", [0xf6], "nig\nB,名前\n")).name).toBe("utf-8");
  });

  it("is not UTF-8 where as many lines are valid by chance as not", () => {
    // 0xCD 0xA8 is a valid pair of UTF-8 and a Chinese character of GB18030 alike.
    const bytes = Buffer.from("412ccda80a422cb1b1bea90a", "hex");
    expect(detect(bytes).name).toBe("gb18030");
  });

  it("is Windows-1252 where nothing fits, for it can read any byte", () => {
    expect(detect(Buffer.from("412c900a", "hex")).name).toBe("windows-1252");
  });

  it("is told in linear time of a long text of letters", () => {
    const bytes = Buffer.concat([Buffer.alloc(200_000, "x"), Buffer.from([0xe9, 0x0a])]);
    expect(detect(bytes).name).toBe("windows-1252");
  });
});

describe("names of encodings", () => {
  it.each([
    ["GB2312", "gbk"],
    ["latin1", "windows-1252"],
    [" UTF-16 ", "utf-16le"],
    ["Shift-JIS", "shift_jis"],
    ["ebcdic", null],
    ["", null],
  ])("%j is %j", (name, encoding) => {
    expect(encodingNamed(name)).toBe(encoding);
  });

  it("has the euro sign and typographic quotes where Windows-1252 has them, and keeps its holes", () => {
    expect(decodeText(Buffer.from([0x80, 0x93, 0x94, 0x9f, 0x81, 0xe9, 0x41]), "windows-1252")).toBe(
      "€“”Ÿ\u0081éA",
    );
  });
});
