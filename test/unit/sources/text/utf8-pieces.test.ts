import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Utf8Pieces } from "../../../../src/sources/text/utf8-pieces.ts";
import { ENCODED } from "./encoded.ts";

/** The text that comes of bytes which arrive in pieces of these lengths, over and over. */
function inPieces(
  bytes: Buffer,
  lengths: readonly number[],
  encoding: string,
  lineEnds: "lf" | "any",
): string {
  const pieces = new Utf8Pieces(encoding, lineEnds);
  const out: Buffer[] = [];
  for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
    const length = lengths[turn % lengths.length] ?? 1;
    out.push(Buffer.from(pieces.add(Buffer.from(bytes.subarray(at, at + length)))));
    at += length;
  }
  return Buffer.concat([...out, pieces.end()]).toString("utf8");
}

const UTF16 = Buffer.from("id,名\r\n1,上海\r2,𠀀\n", "utf16le");
const SAMPLES = [
  ...ENCODED.map(({ encoding, hex, text }) => ({ encoding, bytes: Buffer.from(hex, "hex"), text })),
  { encoding: "gb18030", bytes: Buffer.from("612c953282360d622c0a", "hex"), text: "a,𠀀\rb,\n" },
  { encoding: "utf-16le", bytes: UTF16, text: UTF16.toString("utf16le") },
  { encoding: "utf-16be", bytes: Buffer.from(UTF16).swap16(), text: UTF16.toString("utf16le") },
  {
    encoding: "utf-8",
    bytes: Buffer.from("a,é\r1,名\r\n\r\r2,𠀀\n\n3\r"),
    text: "a,é\r1,名\r\n\r\r2,𠀀\n\n3\r",
  },
];
const LENGTHS = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 });

describe("a text in pieces", () => {
  it("is the same in UTF-8 wherever its bytes are cut, in every encoding", () => {
    fc.assert(
      fc.property(fc.constantFrom(...SAMPLES), LENGTHS, ({ encoding, bytes, text }, lengths) => {
        expect(inPieces(bytes, lengths, encoding, "lf")).toBe(text);
      }),
    );
  });

  it("has the same lines wherever its bytes are cut, where a CR alone ends one", () => {
    fc.assert(
      fc.property(fc.constantFrom(...SAMPLES), LENGTHS, ({ encoding, bytes, text }, lengths) => {
        const lines = inPieces(bytes, lengths, encoding, "any").split(/\r?\n/);
        expect(lines).toEqual(text.split(/\r\n|\r|\n/));
      }),
    );
  });

  it("passes UTF-8 with line feeds on as it is", () => {
    const piece = Buffer.from("a\rb\r\nc");
    expect(new Utf8Pieces("utf-8", "lf").add(piece)).toBe(piece);
  });

  it("has U+FFFD for what cannot be read, and keeps the line end behind it", () => {
    expect(inPieces(Buffer.from("412cb10a42", "hex"), [1], "gb18030", "lf")).toBe("A,\ufffd\nB");
    expect(inPieces(Buffer.from("412cb1", "hex"), [2], "gb18030", "lf")).toBe("A,\ufffd");
    expect(inPieces(Buffer.from("410042", "hex"), [3], "utf-16le", "any")).toBe("A\ufffd");
  });
});
