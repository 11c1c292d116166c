import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { type FileSample, sampleFile } from "../../../src/sources/sample-file.ts";
import { fileWith } from "./read-text.ts";
import { ENCODED } from "./text/encoded.ts";

const sample = (content: string | Buffer, rows = 10, encoding?: string) =>
  fileWith(content, (path) => sampleFile(path, { rows, encoding }));

async function read(content: string | Buffer, rows = 10, encoding?: string): Promise<FileSample> {
  const found = await sample(content, rows, encoding);
  if (found.kind === "refused") throw new Error(found.problem.code);
  return found;
}

describe("a sample of a file", () => {
  it("tells encoding, delimiter, names, the first records with their lines, and what was skipped", async () => {
    const text = "\nsep=;\nid;Betrag\nA1;1,50\nA2;2,50\nA3;3,50\nid;Betrag\nA4;4,50\n";
    expect(await read(text, 4)).toEqual({
      kind: "sample",
      encoding: { name: "utf-8", knownBy: "content" },
      delimiter: ";",
      names: ["id", "Betrag"],
      headerLine: 3,
      records: [
        { line: 4, raw: "A1;1,50", fields: ["A1", "1,50"], fault: null },
        { line: 5, raw: "A2;2,50", fields: ["A2", "2,50"], fault: null },
        { line: 6, raw: "A3;3,50", fields: ["A3", "3,50"], fault: null },
        { line: 8, raw: "A4;4,50", fields: ["A4", "4,50"], fault: null },
      ],
      skipped: [{ line: 7, as: "header", raw: "id;Betrag" }],
      isAll: true,
    });
    expect(await read(text, 2)).toMatchObject({
      records: [{ line: 4 }, { line: 5 }],
      skipped: [],
      isAll: false,
    });
  });

  it.each(ENCODED)(
    "has the characters of a file in $encoding, also gzipped",
    async ({ encoding, hex, text }) => {
      const bytes = Buffer.from(hex, "hex");
      for (const content of [bytes, gzipSync(bytes)]) {
        const { encoding: found, records } = await read(content);
        expect(found.name).toBe(encoding);
        expect(records.map(({ raw }) => raw)).toEqual(text.trimEnd().split(/\r?\n/).slice(1));
      }
    },
  );

  it("reads UTF-16 with and without its mark", async () => {
    for (const mark of ["\ufeff", ""]) {
      const { encoding, names, records } = await read(
        Buffer.from(`${mark}编号\t名称\r\n1\t上海\r\n`, "utf16le"),
      );
      expect(encoding).toEqual({ name: "utf-16le", knownBy: mark === "" ? "content" : "mark" });
      expect(names).toEqual(["编号", "名称"]);
      expect(records).toMatchObject([{ line: 2, fields: ["1", "上海"] }]);
    }
  });

  it("takes a stated encoding, and refuses one that nobody knows", async () => {
    const bytes = Buffer.from("id,name\nA,M\u00fcller\n", "latin1");
    expect((await read(bytes, 1, "iso-8859-2")).encoding).toEqual({ name: "iso-8859-2", knownBy: "stated" });
    expect(await sample(bytes, 1, "ebcdic")).toMatchObject({
      kind: "refused",
      problem: { code: "import.unknown-encoding", parameters: { encoding: "ebcdic" } },
    });
  });

  it("stays UTF-8 with one bad line in thousands, which alone is at fault", async () => {
    const rows = Array.from({ length: 3_000 }, (_, i) => `C${i},Jäger ${i}\n`);
    const bytes = Buffer.concat([
      Buffer.from(`id,name\n${rows.slice(0, 20).join("")}`),
      Buffer.from("X,K\u00f6nig\n", "latin1"),
      Buffer.from(rows.slice(20).join("")),
    ]);
    const { encoding, records } = await read(bytes, 5_000);
    expect(encoding.name).toBe("utf-8");
    expect(records).toHaveLength(3_001);
    expect(records.filter(({ fault }) => fault)).toMatchObject([
      { line: 22, fault: { reason: "invalid_utf8" } },
    ]);
  });

  it("rejects the one line that cannot be read in another encoding, too", async () => {
    const { hex } = ENCODED[0];
    const { records } = await read(
      Buffer.concat([Buffer.from(hex, "hex"), Buffer.from("X,\u00b1\r\nY,z", "latin1")]),
    );
    expect(records).toMatchObject([
      { line: 2, fault: null },
      { line: 3, fault: null },
      { line: 4, fault: { reason: "bad_encoding", problems: [{ parameters: { encoding: "gb18030" } }] } },
      { line: 5, fault: null },
    ]);
  });

  it.each([
    ["CR", (text: string) => text.replaceAll("\n", "\r")],
    ["CR CR LF", (text: string) => text.replaceAll("\n", "\r\r\n")],
    ["LF and CR", (text: string) => text.replace("\nB", "\rB")],
  ])("has the same records with %s", async (_, written) => {
    const { names, records } = await read(written("id,name\nA,Acme\nB,Beta\nC,Gamma\n"));
    expect(names).toEqual(["id", "name"]);
    expect(records.map((record) => record.fault ?? record.fields[1])).toEqual(["Acme", "Beta", "Gamma"]);
  });

  it("has names that run over lines", async () => {
    const { names, records } = await read('id,"Betrag\n(EUR)",x\nA,1,2\n');
    expect(names).toEqual(["id", "Betrag (EUR)", "x"]);
    expect(records).toMatchObject([{ line: 3, fields: ["A", "1", "2"] }]);
  });

  it("reads JSON: a list, a list under a name, and a record a line", async () => {
    const records = ['{"id":1,"via":{"channel":"mail"}}', '{"id":2,"tags":["a","b"]}'];
    for (const content of [
      `[${records.join(",\n")}]`,
      `{"tickets":[${records.join(",\n")}],"next_page":null}`,
      records.join("\n"),
      gzipSync(`\ufeff${records.join("\r\n")}\r\n`),
    ]) {
      expect(await read(content)).toMatchObject({
        delimiter: null,
        headerLine: 0,
        names: ["id", "via.channel", "tags"],
        records: [
          { line: 1, fields: ["1", "mail", ""], raw: records[0] },
          { line: 2, fields: ["2", "", "a, b"], raw: records[1] },
        ],
        isAll: true,
      });
    }
  });

  it("loses one record of JSON to one bad line, half a character, or a NUL", async () => {
    const { records } = await read('{"id":1}\n{"id":2\n{"id":"a\\u0000"}\n\n{"id":"\\ud800"}\n7\n');
    expect(records.map((record) => record.fault?.reason ?? record)).toMatchObject([
      { line: 1, fields: ["1"] },
      "bad_json",
      "control_character",
      { line: 5, fields: ["\ufffd"] },
      "bad_json",
    ]);
  });

  it.each([
    ["import.json-broken-at", '[{"id":1},\n{"id":1 "x"}]'],
    ["import.json-broken", '[{"id":1},\n{"id":]'],
    ["import.json-no-list", '{"id":1,\n"tags":["a"]}'],
    ["import.json-several-lists", '{"a":[{"x":1}],\n"b":[{"y":1}]}'],
    ["import.json-too-large", `[${'{"id":1},'.repeat(10)}${" ".repeat(50 * 1024 * 1024)}{}]`],
    ["import.json-too-many-names", `[{${Array.from({ length: 2_001 }, (_, i) => `"k${i}":1`).join()}}]`],
    ["import.no-header", "\n \n"],
    ["import.empty", ""],
  ])("is refused as %s", async (code, content) => {
    expect(await sample(content)).toMatchObject({ kind: "refused", problem: { code } });
  });

  it("takes a header that only begins like JSON for one", async () => {
    expect((await read("[id],{name}\n1,a\n")).names).toEqual(["[id]", "{name}"]);
    expect((await read("{id},name\n1,a\n")).names).toEqual(["{id}", "name"]);
  });
});
