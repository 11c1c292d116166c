import { isRecord, parseWritten, type WrittenJson } from "./flat-record.ts";

/** One element of a list: its text, the line it begins at, and its value. */
export type JsonElement = { readonly line: number; readonly raw: string; readonly value: WrittenJson };

export type JsonList =
  | { readonly kind: "list"; readonly elements: readonly JsonElement[] }
  /** `line` is where the text stops being JSON; null where that is not known. */
  | { readonly kind: "broken"; readonly line: number | null }
  /** The names of lists of records in it; none or several, so that it is open which are the rows. */
  | { readonly kind: "no-list"; readonly lists: readonly string[] };

/** Reads a list of records, or an object that has one list of records under some name (`{"tickets": [...]}`). */
export function readJsonList(text: string): JsonList {
  let value: WrittenJson;
  try {
    value = parseWritten(text);
  } catch {
    return { kind: "broken", line: lineOfFault(text) };
  }
  if (Array.isArray(value)) return { kind: "list", elements: elementsOf(text, value, 0) };
  const lists = isRecord(value) ? Object.entries(value).filter(([, each]) => isListOfRecords(each)) : [];
  const [only] = lists;
  if (!only || lists.length > 1 || !isRecord(value))
    return { kind: "no-list", lists: lists.map(([name]) => name) };
  const before = Object.values(value)
    .slice(0, Object.keys(value).indexOf(only[0]))
    .filter(Array.isArray).length;
  return { kind: "list", elements: elementsOf(text, only[1] as readonly WrittenJson[], 1, before) };
}

const isListOfRecords = (value: WrittenJson) =>
  Array.isArray(value) && value.length > 0 && value.every(isRecord);

/** What the parser says of its place, as far as it does. */
function lineOfFault(text: string): number | null {
  try {
    JSON.parse(text);
    return null;
  } catch (error) {
    const position = /position (\d+)/.exec(String(error))?.[1];
    return position === undefined ? null : text.slice(0, Number(position)).split("\n").length;
  }
}

/** @param depth how deep the list stands; `lists` how many other lists stand before it at that depth */
function elementsOf(text: string, values: readonly WrittenJson[], depth: number, lists = 0): JsonElement[] {
  const places = placesOfRecords(text, depth, lists);
  let at = 0;
  return values.map((value) => {
    const place = isRecord(value) ? places[at++] : places[Math.max(0, at - 1)];
    const raw = place && isRecord(value) ? text.slice(place.start, place.end) : JSON.stringify(value);
    return { line: place?.line ?? 1, raw, value };
  });
}

type Place = { readonly line: number; readonly start: number; end: number };

const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|[[\]{}\n]/g;

/** Where the records of a list stand in a text that is JSON. */
function placesOfRecords(text: string, depth: number, lists: number): Place[] {
  const places: Place[] = [];
  let line = 1;
  let deep = 0;
  let list = -1;
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    if (token === "\n") line += 1;
    if (token === "[" && deep === depth) list += 1;
    if (token === "{" && deep === depth + 1 && list === lists)
      places.push({ line, start: index, end: index });
    if (token === "[" || token === "{") deep += 1;
    if (token === "]" || token === "}") deep -= 1;
    const last = places.at(-1);
    if (last && token === "}" && deep === depth + 1 && last.end === last.start) last.end = index + 1;
    if (token === "]" && deep === depth && list === lists) break;
  }
  return places;
}
