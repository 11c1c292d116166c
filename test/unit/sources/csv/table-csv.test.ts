import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { readTable } from "../../../../src/sources/csv/table-csv.ts";
import { fileWith } from "../read-text.ts";

const read = (content: string | Buffer) => fileWith(content, readTable);
const TABLE = {
  notes: [],
  rows: 2,
  columns: new Map([
    ["id", ["1", "2"]],
    ["a name", ["x, y", " "]],
  ]),
};

describe("a table", () => {
  const TEXT = 'id, a name \n1,"x, y"\n2, \n';

  it.each([
    ["plain", TEXT],
    ["gzipped", gzipSync(TEXT)],
    ["with a byte order mark", `\ufeff${TEXT}`],
    ["with a byte order mark before a quote", `\ufeff${TEXT.replace("id", '"id"')}`],
    ["with CRLF", TEXT.replaceAll("\n", "\r\n")],
    ["with CR", TEXT.replaceAll("\n", "\r")],
    ["with semicolons", 'id; a name \n1;"x, y"\n2; \n'],
    ["with tabs", "id\t a name \n1\tx, y\n2\t \n"],
    ["with bars", 'id|a name\n1|"x, y"\n2| \n'],
  ])("is read column by column from a file %s", async (_, content) => {
    expect(await read(content)).toEqual(TABLE);
  });

  it.each([
    ["table.empty-file", ""],
    ["table.empty", "id,name\n"],
    ["table.not-csv", Buffer.from("504b030414000600", "hex")],
    ["table.bad-line", "id,name\n1\n"],
    ["table.bad-line", 'id,name\n1,"x\n'],
    ["table.unreadable", gzipSync(TEXT).subarray(0, 20)],
  ])("is refused as %s, with the file's name", async (code, content) => {
    expect(await read(content)).toMatchObject({
      kind: "refused",
      reason: { code, parameters: { path: expect.stringMatching(/file\.csv$/) } },
    });
  });

  it("is refused with the line at fault, or what the archive lacks", async () => {
    expect(await read("id,name\n1\n")).toHaveProperty("reason.parameters.line", 2);
    expect(await read(gzipSync(TEXT).subarray(0, 20))).toHaveProperty(
      "reason.parameters.cause",
      expect.stringMatching(/unexpected end/),
    );
  });

  it("is cut where every line has as many fields", async () => {
    expect(await read("a;b\n1,5;2,5\n3;4\n")).toMatchObject({
      columns: new Map([
        ["a", ["1,5", "3"]],
        ["b", ["2,5", "4"]],
      ]),
    });
    expect(await read("a,b\n1,x;y\n2,z\n")).toMatchObject({ rows: 2, columns: { size: 2 } });
    expect(await read("only\n1\n2\n")).toMatchObject({ rows: 2, columns: { size: 1 } });
  });

  it("is decoded, which is told where only the content says how", async () => {
    const columns = new Map([["città", ["Forlì", "Città"]]]);
    expect(await read(Buffer.from("\ufeffcittà\nForlì\nCittà\n", "utf16le"))).toEqual({
      rows: 2,
      columns,
      notes: [],
    });
    const guessed = await read(Buffer.from("città\nForlì\nCittà\n", "latin1"));
    expect(guessed).toMatchObject({ columns, notes: [{ code: "table.note.encoding" }] });
    expect(
      await fileWith(Buffer.from("citt\xe0\nForl\xec\nCitt\xe0\n", "latin1"), (path) =>
        readTable(path, "latin1"),
      ),
    ).toEqual({ rows: 2, columns, notes: [] });
    expect(await fileWith(TEXT, (path) => readTable(path, "klingon"))).toMatchObject({
      reason: { code: "import.unknown-encoding" },
    });
  });

  it("leaves out what is no row, and says so", async () => {
    const text = `id,amount\n${Array.from({ length: 9 }, (_, n) => `c${n},${n}`).join("\n")}\nid,amount\n`;
    expect(await read(text)).toMatchObject({
      rows: 9,
      notes: [{ code: "table.note.skipped", parameters: { lines: 1 } }],
    });
  });

  it("is read from JSON as well", async () => {
    expect(await read('[{"id": "1", "calls": 2}, {"id": "2"}]')).toMatchObject({
      rows: 2,
      columns: new Map([
        ["id", ["1", "2"]],
        ["calls", ["2", ""]],
      ]),
    });
  });

  it("is refused with the line that is no UTF-8", async () => {
    const [good, bad] = [Buffer.from("id,name\n1,ä\n3,ö\n2,"), Buffer.from([0xe4, 10])];
    expect(await read(Buffer.concat([good, bad]))).toMatchObject({
      reason: { code: "table.bad-line", parameters: { line: 4, problem: { code: "rejected.not-utf8" } } },
    });
  });

  it("is refused for the first column that stands twice", async () => {
    expect(await read("a,b, b ,a\n1,2,3,4\n")).toMatchObject({
      kind: "refused",
      reason: { code: "table.repeated-column", parameters: { column: "b" } },
    });
  });

  it("is refused where there is no file", async () => {
    expect(await readTable("/nowhere/x.csv")).toEqual({
      kind: "refused",
      reason: { code: "table.not-a-file", parameters: { path: "/nowhere/x.csv" } },
    });
  });
});
