import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import {
  hashFile,
  openCsvFile,
  openTextFile,
  readLineBytes,
  SourceReadError,
  type TextFile,
} from "../../../../src/sources/csv/csv-file.ts";
import { fileWith } from "../read-text.ts";

async function opened(path: string): Promise<TextFile> {
  const file = await openTextFile(path);
  if ("because" in file) throw new Error(file.because);
  return file;
}

/** The pieces of a file of this content, as text, and how far into it each ends. */
const piecesOf = (content: string | Buffer, maxLineBytes = 1_000_000) =>
  fileWith(content, async (path) => {
    const pieces: { text: string; bytesRead: number }[] = [];
    for await (const { bytes, bytesRead } of readLineBytes(await opened(path), maxLineBytes)) {
      pieces.push({ text: bytes.toString("latin1"), bytesRead });
    }
    return pieces;
  });
const textOf = (pieces: Awaited<ReturnType<typeof piecesOf>>) => pieces.map(({ text }) => text).join("");

describe("a file", () => {
  it.each([
    ["plain", "a,b\n", false],
    ["shorter than any signature", "a", false],
    ["gzipped", gzipSync("a,b\n"), true],
    ["that only begins like an archive", Buffer.from([0x1f, 0x8c, 0x0a]), false],
    ["with the second byte of one", Buffer.from([0x20, 0x8b, 0x0a]), false],
  ])("is opened: one %s", async (_, content, gzipped) => {
    await fileWith(content, async (path) => {
      expect(await openCsvFile(path)).toEqual({ path, bytes: Buffer.from(content).length, gzipped });
    });
  });

  it.each([
    ["empty", "import.empty", ""],
    ["not_csv", "import.workbook", Buffer.from("504b030414000600", "hex")],
    ["not_csv", "import.old-workbook", Buffer.from("d0cf11e0a1b11ae1", "hex")],
    ["not_csv", "import.utf-32", Buffer.from("fffe000061000000", "hex")],
    ["not_csv", "import.utf-32", Buffer.from("0000feff00000061", "hex")],
  ])("is refused as %s, with %s", async (because, code, content) => {
    await fileWith(content, async (path) => {
      expect(await openCsvFile(path)).toEqual({ because, problem: { code, parameters: { path } } });
    });
  });

  it("is refused where there is none, or something else", async () => {
    const refusal = (code: string, path: string) => ({
      because: "not_a_file",
      problem: { code, parameters: { path } },
    });
    expect(await openCsvFile("/nowhere/x.csv")).toEqual(refusal("import.no-file", "/nowhere/x.csv"));
    expect(await openCsvFile("/")).toEqual(refusal("import.not-a-file", "/"));
  });

  it("is known by the SHA-256 of its bytes on the disk", async () => {
    const content = gzipSync("a,b\n".repeat(100_000));
    await fileWith(content, async (path) => {
      expect(await hashFile(path)).toBe(createHash("sha256").update(content).digest("hex"));
    });
  });
});

describe("the lines of a file", () => {
  const LONG = Array.from({ length: 20_000 }, (_, i) => `${i},${"x".repeat(i % 37)}\n`).join("");

  it.each([
    ["plain", LONG],
    ["gzipped", gzipSync(LONG)],
    ["without a last line end", LONG.trimEnd()],
  ])("arrive whole, in pieces that end at line ends: %s", async (_, content) => {
    const pieces = await piecesOf(content);
    expect(textOf(pieces).trimEnd()).toBe(LONG.trimEnd());
    expect(pieces.length).toBeGreaterThan(3);
    expect(pieces.filter(({ text }) => text === "")).toEqual([]);
    for (const { text } of pieces.slice(0, -1)) expect(text.endsWith("\n")).toBe(true);
  });

  it("come with how much of the file on the disk is read, at last all of it", async () => {
    const content = gzipSync(LONG);
    const read = (await piecesOf(content)).map(({ bytesRead }) => bytesRead);
    expect(read).toEqual([...read].sort((a, b) => a - b));
    expect(read.at(-1)).toBe(content.length);
    const [plain] = await piecesOf("a\nb");
    expect(plain).toEqual({ text: "a\n", bytesRead: 3 });
  });

  it("leave out a byte order mark at the start, and nothing else", async () => {
    const mark = "\u00ef\u00bb\u00bf";
    const bytes = (text: string) => Buffer.from(text, "latin1");
    expect(textOf(await piecesOf(bytes(`${mark}a\n${mark}b\n`)))).toBe(`a\n${mark}b\n`);
    expect(textOf(await piecesOf(bytes(`x${mark}a\n`)))).toBe(`x${mark}a\n`);
    const second = `${"x".repeat(64 * 1024 - 1)}\n${mark}b\n`;
    expect(textOf(await piecesOf(bytes(second)))).toBe(second);
  });

  it("are cut to one byte more than their limit, so that no file fills the memory", async () => {
    const endless = "y".repeat(300_000);
    const cut = `${"y".repeat(100_001)}\n`;
    expect(textOf(await piecesOf(`a\n${endless}\nb\n`, 100_000))).toBe(`a\n${cut}b\n`);
    expect(textOf(await piecesOf(`a\n${endless}`, 100_000))).toBe(`a\n${cut.trimEnd()}`);
    const whole = `a\n${"y".repeat(100_000)}\nb\n`;
    expect(textOf(await piecesOf(whole, 100_000))).toBe(whole);
  });

  it("end with an error that says what to do where the archive is damaged or cut off", async () => {
    const archive = gzipSync(LONG);
    const damaged = Buffer.from(archive).fill(0xff, 5_000, 5_100);
    for (const content of [archive.subarray(0, archive.length - 10), damaged]) {
      const broken = await piecesOf(content).catch((error: unknown) => error);
      expect(broken).toBeInstanceOf(SourceReadError);
      expect(broken).toMatchObject({
        name: "SourceReadError",
        message: expect.stringMatching(
          /file\.csv cannot be read to its end: .* Copy it again and rerun; what was imported stays\.$/,
        ),
        cause: expect.any(Error),
      });
    }
  });

  it("end with that error too where the file is gone when it is read", async () => {
    const encoding = { name: "utf-8", knownBy: "content" } as const;
    const gone: TextFile = { path: "/nowhere/x.csv.gz", bytes: 9, gzipped: true, encoding, lineEnds: "lf" };
    const lines = readLineBytes(gone, 100);
    await expect(lines.next()).rejects.toMatchObject({
      name: "SourceReadError",
      cause: expect.objectContaining({ code: "ENOENT" }),
    });
  });
});
