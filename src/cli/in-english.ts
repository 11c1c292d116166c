import type { Phrase } from "../domain/phrase.ts";
import { commandLineText } from "../words/command-line.ts";

/** A value as `--json` prints it: the same, with the text of every phrase in place of its code. */
export function inEnglish<Value extends object>(value: Value): object {
  return JSON.parse(JSON.stringify(value, (_, part) => (isPhrase(part) ? commandLineText(part) : part)));
}

function isPhrase(part: unknown): part is Phrase {
  return typeof part === "object" && part !== null && "code" in part && "parameters" in part;
}
