import { isUtf8 } from "node:buffer";
import { phrase } from "../../domain/phrase.ts";
import { type Rejection, rejection } from "../../domain/rejection.ts";

/** Longer lines are no rows of any file: a cell may hold a megabyte in any script, and a letter or two; in characters. */
export const MAX_LINE_LENGTH = 2_097_152;
/** Enough bytes for that many characters of any script. */
export const MAX_LINE_BYTES = 4 * MAX_LINE_LENGTH;

/** A physical line without its line end; `fault` says why it cannot be part of a row. */
export type Line = { readonly number: number; readonly text: string; readonly fault: Rejection | null };

const INVALID_UTF8 = rejection("invalid_utf8", phrase("rejected.not-utf8"));
const UTF8 = "utf-8";
const NUL = rejection("control_character", phrase("rejected.nul"));
const TOO_LONG = rejection("too_long", phrase("rejected.line-too-long", { limit: MAX_LINE_LENGTH }));

/**
 * Cuts UTF-8 of whole lines into lines.
 * @param firstNumber the number of the first line
 * @param encoding what the file was written in: read from another one than UTF-8, U+FFFD stands for what could not be read
 */
export function cutLines(bytes: Buffer, firstNumber: number, encoding = UTF8): Line[] {
  const sound = isUtf8(bytes) && !bytes.includes(0) && (encoding === UTF8 || !bytes.includes(UNREADABLE));
  const texts = sound ? bytes.toString("utf8").split("\n") : null;
  const lines = texts
    ? texts.map((text, index) => lineOf(text, firstNumber + index, null))
    : cutUnsoundLines(bytes, firstNumber, encoding);
  if (bytes.at(-1) === 10) lines.pop();
  return lines;
}

const UNREADABLE = Buffer.from("\ufffd");

function lineOf(text: string, number: number, fault: Rejection | null): Line {
  const bare = text.endsWith("\r") ? text.slice(0, -1) : text;
  return { number, text: bare, fault: fault ?? (bare.length > MAX_LINE_LENGTH ? TOO_LONG : null) };
}

function cutUnsoundLines(bytes: Buffer, firstNumber: number, encoding: string): Line[] {
  const lines: Line[] = [];
  for (let start = 0; start <= bytes.length; ) {
    const end = bytes.indexOf(10, start);
    const line = bytes.subarray(start, end < 0 ? bytes.length : end);
    lines.push(lineOf(line.toString("utf8"), firstNumber + lines.length, faultOf(line, encoding)));
    start = end < 0 ? bytes.length + 1 : end + 1;
  }
  return lines;
}

function faultOf(line: Buffer, encoding: string): Rejection | null {
  if (line.length > MAX_LINE_BYTES) return TOO_LONG;
  if (line.includes(0)) return NUL;
  if (encoding === UTF8) return isUtf8(line) ? null : INVALID_UTF8;
  return line.includes(UNREADABLE)
    ? rejection("bad_encoding", phrase("rejected.not-encoded", { encoding }))
    : null;
}
