import { describe, expect, it } from "vitest";
import { asWritten } from "../../../../src/sources/csv/column-kinds.ts";
import { needed, optional } from "../../../../src/sources/csv/columns.ts";
import { type Header, neededNames, readHeader } from "../../../../src/sources/csv/header.ts";
import { cutLines } from "../../../../src/sources/csv/lines.ts";

const COLUMNS = {
  externalId: needed("external_id", asWritten),
  name: needed("name", asWritten),
  ownerEmail: optional("Owner E-mail", asWritten),
};

const lineOf = (text: string) => ({ number: 1, text, fault: null });
const read = (text: string) => readHeader(lineOf(text), COLUMNS);

function header(text: string): Header {
  const found = read(text);
  if ("because" in found) throw new Error(found.because);
  return found;
}

describe("a header", () => {
  it("tells where each column stands, by the fact it fills, and which others there are", () => {
    expect(header("name, Region ,external_id,,owner_email,Notes")).toEqual({
      delimiter: ",",
      names: ["name", "Region", "external_id", "", "owner_email", "Notes"],
      positions: new Map([
        ["externalId", 2],
        ["name", 0],
        ["ownerEmail", 4],
      ]),
      further: [
        { name: "Region", position: 1 },
        { name: "Notes", position: 5 },
      ],
    });
  });

  it("needs no column that a file may lack", () => {
    expect(header("external_id,name").positions).toEqual(
      new Map([
        ["externalId", 0],
        ["name", 1],
      ]),
    );
  });

  it.each([",", ";", "\t", "|"])("is cut at %j without being told so", (delimiter) => {
    expect(header(["external_id", "name", "a note"].join(delimiter))).toMatchObject({
      delimiter,
      names: ["external_id", "name", "a note"],
    });
  });

  it("is cut where most needed columns come out, not where most delimiters stand", () => {
    expect(header("external_id;name;a,b,c,d")).toMatchObject({
      delimiter: ";",
      names: ["external_id", "name", "a,b,c,d"],
    });
  });

  it.each(["EXTERNAL_ID", "External ID", "external-id", " externalid ", "External\tId"])(
    "knows external_id when it is written %j",
    (name) => {
      expect(header(`${name},name`).positions.get("externalId")).toBe(0);
    },
  );

  it("takes names out of their quotes, and one with a stray quote as it stands", () => {
    expect(header('"external_id","name","a, ""b"""').names).toEqual(["external_id", "name", 'a, "b"']);
    expect(header('external_id,name,5" tray').names).toEqual(["external_id", "name", '5" tray']);
  });

  it("is refused without a needed column: these in the preset's order, and what was found", () => {
    expect(read("id;Name;country")).toEqual({
      because: "missing_columns",
      missing: ["external_id"],
      found: ["id", "Name", "country"],
    });
    expect(read("x,y")).toEqual({
      because: "missing_columns",
      missing: ["external_id", "name"],
      found: ["x", "y"],
    });
  });

  it("is refused where a column stands twice, but not for columns without a name", () => {
    expect(read("external_id,name,Name,NAME,x")).toEqual({
      because: "repeated_columns",
      missing: [],
      found: ["Name", "NAME"],
    });
    expect(read("external_id,name,,")).toHaveProperty("names", ["external_id", "name", "", ""]);
  });

  it("is refused where it is no text at all", () => {
    const [line] = cutLines(Buffer.from([0xff, 0x2c, 0x0a]), 1);
    expect(line && readHeader(line, COLUMNS)).toEqual({
      because: "missing_columns",
      missing: ["external_id", "name"],
      found: [],
    });
    expect(neededNames(COLUMNS)).toEqual(["external_id", "name"]);
  });
});
