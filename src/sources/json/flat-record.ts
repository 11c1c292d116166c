/** A JSON value whose numbers are texts, as they were written: an id of eighteen digits is none that a double can hold. */
export type WrittenJson =
  | string
  | boolean
  | null
  | readonly WrittenJson[]
  | { readonly [name: string]: WrittenJson };

const STRING_OR_NUMBER = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** @throws SyntaxError for what is no JSON */
export function parseWritten(text: string): WrittenJson {
  return JSON.parse(
    text.replace(STRING_OR_NUMBER, (token) => (token.startsWith('"') ? token : quotedNumber(token))),
  );
}

/** Plain digits stay as they are; "1e3" is written out. */
function quotedNumber(token: string): string {
  return `"${/[eE]/.test(token) ? String(Number(token)) : token}"`;
}

export function isRecord(value: WrittenJson | undefined): value is { readonly [name: string]: WrittenJson } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * The texts of a record by dotted names ("via.channel"). A list of plain values is joined by ", "; a list of records
 * stays as JSON in one text, since one row has no place for several.
 */
export function flatRecord(record: { readonly [name: string]: WrittenJson }): Map<string, string> {
  const texts = new Map<string, string>();
  addTo(texts, "", record);
  return texts;
}

/** Deeper than any export nests; below it a record stays as JSON. */
const DEEPEST = 8;

function addTo(
  texts: Map<string, string>,
  prefix: string,
  record: { readonly [name: string]: WrittenJson },
  depth = 1,
): void {
  for (const [key, value] of Object.entries(record)) {
    const name = prefix + key;
    if (isRecord(value) && depth < DEEPEST && Object.keys(value).length > 0)
      addTo(texts, `${name}.`, value, depth + 1);
    else texts.set(name, textOf(value));
  }
}

function textOf(value: WrittenJson): string {
  if (value === null) return "";
  if (typeof value !== "object") return String(value);
  if (Array.isArray(value) && value.every((each) => typeof each !== "object" || each === null)) {
    return value.filter((each) => each !== null).join(", ");
  }
  return isRecord(value) && Object.keys(value).length === 0 ? "" : JSON.stringify(value);
}
