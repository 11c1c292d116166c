import { expect, it } from "vitest";
import { sampleBytes } from "../../../../src/sources/text/byte-sample.ts";

async function* piecesOf(bytes: Buffer, length = 65_536) {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}
const texts = (buffers: readonly Buffer[]) => buffers.map((buffer) => buffer.toString("latin1"));
const ROW = "1,plain text of a row\n";

it("finds the one line that is not ASCII, wherever it stands and however it is cut", async () => {
  for (const length of [3, 7, 65_536]) {
    const rows = ROW.repeat(length === 3 ? 1_000 : 40_000);
    const bytes = Buffer.from(`${rows}2,M\u00fcller\r${rows}3,\u00e9nd`, "latin1");
    const { head, notAscii } = await sampleBytes(piecesOf(bytes, length));
    expect(texts(notAscii)).toEqual(["2,M\u00fcller", "3,\u00e9nd"]);
    expect(head.length).toBe(Math.min(bytes.length, 256 * 1024));
  }
});

it("stops once it has enough, and takes no more than a part of an endless line", async () => {
  let read = 0;
  async function* endless() {
    for (;;) {
      read += 65_536;
      yield Buffer.from("4,Jos\u00e9\n".repeat(8_192), "latin1");
    }
  }
  await sampleBytes(endless());
  expect(read).toBeLessThan(2_000_000);
  const { notAscii } = await sampleBytes(
    piecesOf(Buffer.from(`${"\u00e9, ".repeat(100_000)}\n5,\u00fc\n`, "latin1")),
  );
  expect(notAscii.map(({ length }) => length)).toEqual([expect.any(Number), 3]);
  expect(notAscii[0]?.length).toBeLessThanOrEqual(16 * 1024);
});

it("is what came before the break of a damaged file", async () => {
  async function* broken() {
    yield Buffer.from("1,\u00e9\n", "latin1");
    throw new Error("cut off");
  }
  expect(texts((await sampleBytes(broken())).notAscii)).toEqual(["1,\u00e9"]);
});
