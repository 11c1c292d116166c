import { type Phrase, phrase } from "../../domain/phrase.ts";
import { rejection } from "../../domain/rejection.ts";
import { readUtf8, type TextFile } from "../csv/csv-file.ts";
import type { CsvRecord } from "../csv/csv-records.ts";
import type { Line } from "../csv/lines.ts";
import { readLines } from "../csv/read-lines.ts";
import { flatRecord, isRecord, parseWritten, type WrittenJson } from "./flat-record.ts";
import { readJsonList } from "./json-list.ts";

/** "list": one JSON value. "lines": a record a line. */
export type JsonKind = "list" | "lines";

/** One JSON value is held in memory, about eight times over; a record a line may be of any size. Chosen. */
export const MAX_JSON_BYTES = 50 * 1024 * 1024;
/** More columns than any database holds: a record whose keys are data, not names. Chosen. */
const MAX_NAMES = 2_000;

/** Rows of a JSON file under the columns that occur in any of them. */
export type JsonFile = {
  readonly kind: "json";
  readonly names: readonly string[];
  records(): AsyncGenerator<{ readonly records: readonly CsvRecord[]; readonly bytesRead: number }>;
};

export type UnreadableJson = { readonly because: "bad_json"; readonly problem: Phrase };

/** Whether lines from a file's start are JSON: a list, or records each on a line of its own; null for other text. */
export function jsonKindOf(lines: readonly Line[]): JsonKind | null {
  const [first, second] = lines.filter(({ text }) => text.trim() !== "").map(({ text }) => text.trim());
  if (first === undefined || !/^(?:\[\s*(?:[[{\]]|$)|\{\s*(?:["}]|$))/.test(first)) return null;
  if (first.startsWith("[")) return "list";
  const record = parsedRecord(first);
  if (second !== undefined) return record ? "lines" : "list";
  return record && readJsonList(first).kind !== "list" ? "lines" : "list";
}

/** Opens a file that `jsonKindOf` knows: finds its columns, for a record a line by reading the file once. */
export async function openJson(file: TextFile, kind: JsonKind): Promise<JsonFile | UnreadableJson> {
  const { path } = file;
  const opened = kind === "list" ? await openList(file) : await openLines(file);
  if ("because" in opened || opened.names.length <= MAX_NAMES) return opened;
  return unreadable("import.json-too-many-names", { path, limit: MAX_NAMES });
}

async function openList(file: TextFile): Promise<JsonFile | UnreadableJson> {
  const { path } = file;
  const text = await wholeText(file);
  if (text === null)
    return unreadable("import.json-too-large", { path, megabytes: MAX_JSON_BYTES / 1024 / 1024 });
  const list = readJsonList(text);
  if (list.kind === "broken") return brokenJson(path, list.line);
  if (list.kind === "no-list") {
    const lists = list.lists.join(", ");
    return unreadable(lists === "" ? "import.json-no-list" : "import.json-several-lists", { path, lists });
  }
  const { elements } = list;
  const found = new Set<string>();
  for (const { value } of elements) addNames(found, value);
  const names = [...found];
  return {
    kind: "json",
    names,
    async *records() {
      for (let from = 0; from < elements.length; from += ELEMENTS_PER_BLOCK) {
        const block = elements.slice(from, from + ELEMENTS_PER_BLOCK);
        const records = block.map(({ line, raw, value }) => recordOf(line, raw, value, names));
        yield { records, bytesRead: Math.floor((file.bytes * from) / elements.length) };
      }
      yield { records: [], bytesRead: file.bytes };
    },
  };
}

const ELEMENTS_PER_BLOCK = 500;

async function openLines(file: TextFile): Promise<JsonFile> {
  const names = await namesInLines(file);
  return {
    kind: "json",
    names,
    async *records() {
      for await (const { lines, bytesRead } of readLines(file)) {
        const filled = lines.filter(({ text }) => text.trim() !== "");
        yield { records: filled.map((line) => recordOfLine(line, names)), bytesRead };
      }
      yield { records: [], bytesRead: file.bytes };
    },
  };
}

async function namesInLines(file: TextFile): Promise<string[]> {
  const names = new Set<string>();
  try {
    for await (const { lines } of readLines(file)) {
      for (const { text, fault } of lines) if (!fault) addNames(names, parsedRecord(text));
      if (names.size > MAX_NAMES) break;
    }
  } catch {
    // A damaged archive: whoever reads the records up to there says so.
  }
  return [...names];
}

function recordOfLine({ number, text, fault }: Line, names: readonly string[]): CsvRecord {
  return fault ? { line: number, raw: text, fault } : recordOf(number, text, parsedRecord(text), names);
}

function parsedRecord(text: string): WrittenJson {
  try {
    const value = parseWritten(text);
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}

function addNames(names: Set<string>, value: WrittenJson): void {
  if (!isRecord(value)) return;
  for (const name of flatRecord(value).keys()) names.add(name);
}

const NO_RECORD = rejection("bad_json", phrase("rejected.no-json-record"));
const NUL = rejection("control_character", phrase("rejected.nul"));

function recordOf(line: number, raw: string, value: WrittenJson, names: readonly string[]): CsvRecord {
  if (!isRecord(value)) return { line, raw, fault: NO_RECORD };
  const texts = flatRecord(value);
  const fields = names.map((name) => texts.get(name) ?? "");
  if (fields.some((field) => field.includes("\0"))) return { line, raw, fault: NUL };
  return { line, raw, fields: fields.map((field) => field.replace(HALF_CHARACTER, "\ufffd")), fault: null };
}

/** JSON can escape half a character, which the database cannot hold. */
const HALF_CHARACTER = /\p{Cs}/gu;

/** The file's text; null where it is more than is held at once. */
async function wholeText(file: TextFile): Promise<string | null> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const { bytes } of readUtf8(file)) {
    size += bytes.length;
    if (size > MAX_JSON_BYTES) return null;
    pieces.push(bytes);
  }
  return Buffer.concat(pieces)
    .toString("utf8")
    .replace(/^\ufeff/, "");
}

function brokenJson(path: string, line: number | null): UnreadableJson {
  return line === null
    ? unreadable("import.json-broken", { path })
    : unreadable("import.json-broken-at", { path, line });
}

function unreadable(code: string, facts: Phrase["parameters"]): UnreadableJson {
  return { because: "bad_json", problem: phrase(code, facts) };
}
