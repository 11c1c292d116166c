import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { openImportSource } from "../../../src/sources/import-source.ts";
import { outline, readText } from "./read-text.ts";

const CUSTOMERS = "external_id,name,note\nC1,Acme,a\nC2,名前,b\n";
const BOTH = [
  [2, "C1"],
  [3, "C2"],
];

describe("shapes of files", () => {
  it.each([
    ["plain", CUSTOMERS],
    ["gzipped", gzipSync(CUSTOMERS)],
    ["with a byte order mark", `\ufeff${CUSTOMERS}`],
    ["gzipped with a byte order mark", gzipSync(`\ufeff${CUSTOMERS}`)],
    ["with CRLF", CUSTOMERS.replaceAll("\n", "\r\n")],
    ["without a last line end", CUSTOMERS.trimEnd()],
    ["with semicolons", CUSTOMERS.replaceAll(",", ";")],
    ["with tabs", CUSTOMERS.replaceAll(",", "\t")],
    ["with quoted headers", CUSTOMERS.replace("external_id,name", '"External ID","Name"')],
    ["with empty lines and lines of delimiters below", `${CUSTOMERS}\n  \n,,\n , ,\n`],
  ])("reads a file %s", async (_, content) => {
    expect(outline(await readText(content, "mainstay-customers"))).toEqual(BOTH);
  });

  it("counts lines from the top, whatever stands above the header", async () => {
    const rows = await readText(`\nsep=;\n${CUSTOMERS.replaceAll(",", ";")}`, "mainstay-customers");
    expect(outline(rows)).toEqual([
      [4, "C1"],
      [5, "C2"],
    ]);
  });

  it("finds no rows below a header alone", async () => {
    expect(await readText("external_id,name\n", "mainstay-customers")).toEqual([]);
  });

  it.each([
    ["empty", "", "empty"],
    ["blank", "\n \n", "empty"],
    ["a workbook", Buffer.from("504b030414000600", "hex"), "not_csv"],
    ["UTF-32", Buffer.from("fffe000061000000", "hex"), "not_csv"],
    ["with a column twice", "external_id,name,Name\n", "repeated_columns"],
  ])("refuses a file that is %s", async (_, content, because) => {
    expect(await readText(content, "mainstay-customers")).toMatchObject({ kind: "refused", because });
  });

  it("refuses a file without the needed columns, naming them, what it found and the preset", async () => {
    const refusal = await readText("id;name;country\n1;a;b\n", "mainstay-customers");
    expect(refusal).toMatchObject({
      because: "missing_columns",
      missing: ["external_id"],
      found: ["id", "name", "country"],
    });
    expect(refusal).toHaveProperty(
      "problem.parameters",
      expect.objectContaining({
        preset: "mainstay-customers",
        missing: "external_id",
        found: "id, name, country",
      }),
    );
  });

  it("refuses a path that is no file", async () => {
    expect(await openImportSource("/nowhere/x.csv", "mainstay-customers", { timeZone: "UTC" })).toMatchObject(
      {
        because: "not_a_file",
      },
    );
    expect(await openImportSource("/", "mainstay-customers", { timeZone: "UTC" })).toMatchObject({
      because: "not_a_file",
    });
  });

  it("rejects only the line that is not UTF-8, has a NUL byte, or is endless", async () => {
    const content = Buffer.concat([
      Buffer.from("external_id,name\nC1,Acme\nC2,M"),
      Buffer.from([0xfc]),
      Buffer.from("ller\nC3,a\0b\nC4,"),
      Buffer.alloc(3_000_000, "x"),
      Buffer.from("\nC5,名前\n"),
    ]);
    const rows = await readText(content, "mainstay-customers");
    expect(outline(rows)).toEqual([
      [2, "C1"],
      [3, "invalid_utf8"],
      [4, "control_character"],
      [5, "too_long"],
      [6, "C5"],
    ]);
    expect(rows).toHaveProperty("2.raw", "C3,a␀b");
    expect(rows).toHaveProperty("3.raw.length", 2_000);
  });

  it("says so when a compressed file is cut off", async () => {
    const random = Array.from({ length: 5_000 }, (_, i) => `C${i},${Math.imul(i, 2_654_435_761)}\n`).join("");
    const cut = gzipSync(`external_id,name\n${random}`).subarray(0, 20_000);
    await expect(readText(cut, "mainstay-customers")).rejects.toThrow(/cut off/);
  });
});
