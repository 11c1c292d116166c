import { isUtf8 } from "node:buffer";
import { phrase } from "../../domain/phrase.ts";
import { type Rejection, rejection } from "../../domain/rejection.ts";

/** Longer lines are no rows of any preset; in characters. */
export const MAX_LINE_LENGTH = 65_536;
/** Enough bytes for that many characters of any script. */
export const MAX_LINE_BYTES = 4 * MAX_LINE_LENGTH;

/** A physical line without its line end; `fault` says why it cannot be part of a row. */
export type Line = { readonly number: number; readonly text: string; readonly fault: Rejection | null };

const INVALID_UTF8 = rejection("invalid_utf8", phrase("rejected.not-utf8"));
const NUL = rejection("control_character", phrase("rejected.nul"));
const TOO_LONG = rejection("too_long", phrase("rejected.line-too-long", { limit: MAX_LINE_LENGTH }));

/**
 * Cuts bytes of whole lines into lines.
 * @param firstNumber the number of the first line
 */
export function cutLines(bytes: Buffer, firstNumber: number): Line[] {
  const sound = isUtf8(bytes) && !bytes.includes(0);
  const texts = sound ? bytes.toString("utf8").split("\n") : null;
  const lines = texts
    ? texts.map((text, index) => lineOf(text, firstNumber + index, null))
    : cutUnsoundLines(bytes, firstNumber);
  if (bytes.at(-1) === 10) lines.pop();
  return lines;
}

function lineOf(text: string, number: number, fault: Rejection | null): Line {
  const bare = text.endsWith("\r") ? text.slice(0, -1) : text;
  return { number, text: bare, fault: fault ?? (bare.length > MAX_LINE_LENGTH ? TOO_LONG : null) };
}

function cutUnsoundLines(bytes: Buffer, firstNumber: number): Line[] {
  const lines: Line[] = [];
  for (let start = 0; start <= bytes.length; ) {
    const end = bytes.indexOf(10, start);
    const line = bytes.subarray(start, end < 0 ? bytes.length : end);
    lines.push(lineOf(line.toString("utf8"), firstNumber + lines.length, faultOf(line)));
    start = end < 0 ? bytes.length + 1 : end + 1;
  }
  return lines;
}

function faultOf(line: Buffer): Rejection | null {
  if (line.length > MAX_LINE_BYTES) return TOO_LONG;
  if (line.includes(0)) return NUL;
  return isUtf8(line) ? null : INVALID_UTF8;
}
