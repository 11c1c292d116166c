import type { FilePlace, RejectedRow } from "../../domain/imports/imports.ts";
import type { Parameter, Phrase } from "../../domain/phrase.ts";
import type { Rejection } from "../../domain/rejection.ts";

/** A longer line is kept cut to so many characters. */
export const MAX_RAW_LENGTH = 2_000;

/** A row that is kept for correction; its text shortened, and without what the database cannot hold. */
export function rejectedRow({ line, raw }: FilePlace, { reason, problems }: Rejection): RejectedRow {
  const kept = raw.length > MAX_RAW_LENGTH ? copied(raw.slice(0, MAX_RAW_LENGTH)) : raw;
  const [first, ...more] = problems;
  return {
    kind: "rejected",
    line,
    raw: storable(kept),
    reason,
    problems: [storablePhrase(first), ...more.map(storablePhrase)],
  };
}

/** A part of a text holds the whole of it in memory, which may be megabytes. */
const copied = (part: string): string => Buffer.from(part, "utf16le").toString("utf16le");

function storablePhrase({ code, parameters }: Phrase): Phrase {
  const entries = Object.entries(parameters).map(
    ([name, value]) => [name, storableParameter(value)] as const,
  );
  return { code, parameters: Object.fromEntries(entries) };
}

function storableParameter(value: Parameter): Parameter {
  if (typeof value === "string") return storable(value);
  return typeof value === "object" && "code" in value ? storablePhrase(value) : value;
}

/** NUL and half a character (where a text was cut): PostgreSQL takes neither in JSON, and one would stop the import. */
const NOT_STORABLE = /\0|\p{Cs}/gu;

function storable(text: string): string {
  return text.replace(NOT_STORABLE, (found) => (found === "\0" ? "␀" : "\uFFFD"));
}
