import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { namedColumns } from "../../../src/sources/csv/columns.ts";
import { readHeader } from "../../../src/sources/csv/header.ts";
import { mainstay } from "../../../src/sources/mainstay/mainstay.ts";
import { onlineRetailII } from "../../../src/sources/online-retail-ii/online-retail-ii.ts";
import { PRESET_NAMES, PRESETS, type PresetName } from "../../../src/sources/presets.ts";
import { excerptOf, printRecords } from "./excerpt.ts";
import { readText, rowsOf } from "./read-text.ts";

const README = readFileSync(join(import.meta.dirname, "../../../README.md"), "utf8");

const KINDS_OF_ROWS = new Map([
  ["activities", "activity"],
  ["customers", "customer"],
  ["contracts", "contract"],
  ["costs", "cost"],
]);

const columnsOf = (preset: PresetName) => namedColumns(PRESETS[preset].columns).map(([, column]) => column);
const neededBy = (preset: PresetName) => columnsOf(preset).filter(({ needed }) => needed);

/** The preset's excerpt, lacking the columns of these names. */
function excerptWithout(preset: PresetName, names: readonly string[]): string {
  const { records } = excerptOf(preset);
  return printRecords(
    records.map((fields) => fields.filter((_, at) => !names.includes(records[0]?.[at] ?? ""))),
  );
}

it("gives every preset of every source a name of its own", () => {
  expect([...PRESET_NAMES].sort()).toEqual([...Object.keys(mainstay), ...Object.keys(onlineRetailII)].sort());
});

describe.each(PRESET_NAMES)("%s", (name) => {
  const preset = PRESETS[name];

  it("reads its excerpt, in which every column it knows occurs, to the last row", async () => {
    const { text, records } = excerptOf(name);
    expect(records[0]).toEqual(expect.arrayContaining(columnsOf(name).map((column) => column.name)));
    const rows = await rowsOf(text, name);
    expect(rows).toHaveLength(records.length - 1);
    expect(new Set(rows.map(({ kind }) => kind))).toEqual(
      new Set([KINDS_OF_ROWS.get(preset.makes) ?? "record"]),
    );
  });

  it("refuses a file that lacks a needed column, and names it", async () => {
    for (const column of neededBy(name)) {
      expect(await readText(excerptWithout(name, [column.name]), name)).toMatchObject({
        because: "missing_columns",
        missing: [column.name],
      });
    }
  });

  it("names all needed columns of an empty file", async () => {
    expect(await readText("\n", name)).toMatchObject({
      because: "empty",
      missing: neededBy(name).map((column) => column.name),
      found: [],
      problem: { code: "import.no-header", parameters: { path: expect.stringMatching(/file\.csv$/) } },
    });
  });

  it("reads a file that lacks what may be left out", async () => {
    const optional = columnsOf(name).filter(({ needed }) => !needed);
    const rows = await rowsOf(
      excerptWithout(
        name,
        optional.map((column) => column.name),
      ),
      name,
    );
    expect(rows.filter(({ kind }) => kind === "rejected")).toEqual([]);
    for (const column of optional) {
      expect(Array.isArray(await readText(excerptWithout(name, [column.name]), name))).toBe(true);
    }
  });

  it("tells good fields by themselves, as often as asked, and reads what it called good", () => {
    const { header: headerLine, records } = excerptOf(name);
    const header = readHeader({ number: 1, text: headerLine.trimEnd(), fault: null }, preset.columns);
    if ("because" in header) throw new Error(header.because);
    const rows = () => {
      const reader = preset.reader(header, { source: "crm", timeZone: "UTC" });
      return records.map((fields, at) => reader.read(fields, { line: at + 1, raw: "" }));
    };
    const asked = preset.reader(header, { source: "crm", timeZone: "UTC" });
    for (const fields of [...records, ...records]) asked.isRow(fields);
    const verdicts = records.map((fields) => asked.isRow(fields));
    expect(verdicts).toEqual([false, ...records.slice(1).map(() => true)]);
    expect(records.map((fields, at) => asked.read(fields, { line: at + 1, raw: "" }))).toEqual(rows());
  });

  it("has its columns named in the README", () => {
    const [, header = ""] = README.match(new RegExp(`^\\| \`${name}\` \\| \`([^\`]+)\``, "m")) ?? [];
    expect(header.split(",").sort()).toEqual(
      columnsOf(name)
        .map((column) => column.name)
        .sort(),
    );
  });
});
