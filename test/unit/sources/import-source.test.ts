import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { openImportSource } from "../../../src/sources/import-source.ts";
import { fileWith } from "./read-text.ts";

const CUSTOMERS = "external_id,name\nC1,Acme\nC2,名前\n";

describe("a file to import", () => {
  it("belongs to the preset's source unless another is named", async () => {
    await fileWith(CUSTOMERS, async (path) => {
      const own = await openImportSource(path, "mainstay-customers", { timeZone: "UTC" });
      expect(own).toMatchObject({
        kind: "open",
        path,
        bytes: Buffer.byteLength(CUSTOMERS),
        source: "mainstay",
      });
      const named = await openImportSource(path, "mainstay-customers", { timeZone: "UTC", source: "crm" });
      if (named.kind === "refused") throw new Error(named.because);
      expect(named.source).toBe("crm");
      for await (const { rows } of named.rows()) {
        for (const row of rows) expect(row).toMatchObject({ profile: { source: "crm" } });
      }
    });
  });

  it("is read as often as asked, and tells how much of it is read, at last all", async () => {
    const lines = Array.from({ length: 20_000 }, (_, i) => `C${i},Customer ${i}\n`).join("");
    const content = gzipSync(`external_id,name\n${lines}`);
    await fileWith(content, async (path) => {
      const source = await openImportSource(path, "mainstay-customers", { timeZone: "UTC" });
      if (source.kind === "refused") throw new Error(source.because);
      for (const _ of ["once", "again"]) {
        const places: number[] = [];
        let lineOfNext = 2;
        for await (const { rows, bytesRead } of source.rows()) {
          places.push(bytesRead);
          for (const row of rows) expect(row.line).toBe(lineOfNext++);
        }
        expect(lineOfNext).toBe(20_002);
        expect(places.length).toBeGreaterThan(2);
        expect(places).toEqual([...places].sort((a, b) => a - b));
        expect(places.at(-1)).toBe(content.length);
      }
    });
  });

  it("keeps the last text that runs over lines, and rejects one that does not end", async () => {
    const rowsOf = (content: string) =>
      fileWith(content, async (path) => {
        const source = await openImportSource(path, "mainstay-customers", { timeZone: "UTC" });
        if (source.kind === "refused") throw new Error(source.because);
        const rows = [];
        for await (const block of source.rows()) rows.push(...block.rows);
        return rows;
      });
    expect(await rowsOf('external_id,name\nC1,"Acme\nInc"')).toMatchObject([
      { kind: "customer", line: 2, profile: { name: "Acme\nInc" } },
    ]);
    expect(await rowsOf('external_id,name\nC1,"Acme\nInc')).toMatchObject([
      { kind: "rejected", line: 2, reason: "stray_quote", raw: 'C1,"Acme' },
      { kind: "rejected", line: 3, reason: "wrong_column_count" },
    ]);
  });

  it.each(["sep=;", "SEP=,", "sep=|"])("has its names below blank lines and %j", async (line) => {
    await fileWith(`\n  \n${line}\n${CUSTOMERS}`, async (path) => {
      const source = await openImportSource(path, "mainstay-customers", { timeZone: "UTC" });
      expect(source).toMatchObject({ kind: "open" });
    });
  });

  it("has its names however many blank lines stand above them", async () => {
    await fileWith("\n".repeat(70_000) + CUSTOMERS, async (path) => {
      expect(await openImportSource(path, "mainstay-customers", { timeZone: "UTC" })).toMatchObject({
        kind: "open",
      });
    });
  });

  it.each(["sep=", "sep=;;", "x sep=;"])("takes %j for its names", async (line) => {
    await fileWith(`${line}\n${CUSTOMERS}`, async (path) => {
      const source = await openImportSource(path, "mainstay-customers", { timeZone: "UTC" });
      expect(source).toMatchObject({ kind: "refused", because: "missing_columns" });
    });
  });

  it("is refused with the names it has, at most 2,000 characters of them", async () => {
    const many = Array.from({ length: 400 }, (_, i) => `column ${i}`);
    await fileWith(`${many.join(",")}\n`, async (path) => {
      expect(await openImportSource(path, "mainstay-customers", { timeZone: "UTC" })).toEqual({
        kind: "refused",
        because: "missing_columns",
        missing: ["external_id", "name"],
        found: many,
        problem: {
          code: "import.missing-columns",
          parameters: {
            path,
            preset: "mainstay-customers",
            missing: "external_id, name",
            found: many.join(", ").slice(0, 2_000),
          },
        },
      });
    });
    const twice = ["external_id", "name", ...many, ...many];
    await fileWith(`${twice.join(",")}\n`, async (path) => {
      expect(await openImportSource(path, "mainstay-customers", { timeZone: "UTC" })).toMatchObject({
        because: "repeated_columns",
        missing: [],
        problem: {
          code: "import.repeated-columns",
          parameters: { path, columns: many.join(", ").slice(0, 2_000) },
        },
      });
    });
  });

  it("is refused with the reason of whoever could not open it", async () => {
    expect(await openImportSource("/nowhere/x.csv", "mainstay-costs", { timeZone: "UTC" })).toEqual({
      kind: "refused",
      because: "not_a_file",
      problem: { code: "import.no-file", parameters: { path: "/nowhere/x.csv" } },
      missing: [],
      found: [],
    });
  });
});
