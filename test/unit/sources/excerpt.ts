import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import type { PresetName } from "../../../src/sources/presets.ts";

const SOURCES = join(import.meta.dirname, "../../../src/sources");

export type Excerpt = {
  readonly text: string;
  /** The first line, with its line end. */
  readonly header: string;
  /** The line below it, without. */
  readonly line: string;
  readonly records: readonly string[][];
};

/** The invented file beside the preset's definition. @throws where its source has none */
export function excerptOf(preset: PresetName): Excerpt {
  const names = readdirSync(SOURCES, { recursive: true, encoding: "utf8" });
  const name = names.find((path) => path.endsWith(join("test-data", `${preset}.csv`)));
  if (name === undefined) throw new Error(`No folder of src/sources has test-data/${preset}.csv`);
  const text = readFileSync(join(SOURCES, name), "utf8");
  const [header = "", line = ""] = text.split("\n");
  return { text, header: `${header}\n`, line, records: parse(text) };
}

/** Records as a file, every field in quotes. */
export function printRecords(records: readonly (readonly string[])[]): string {
  const quote = (field: string) => `"${field.replaceAll('"', '""')}"`;
  return records.map((fields) => `${fields.map(quote).join(",")}\n`).join("");
}
