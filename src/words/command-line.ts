import type { Parameter, Phrase } from "../domain/phrase.ts";
import { en } from "./en/en.ts";
import { textOf } from "./text.ts";

/** Words for the command line alone: they may name its commands and options, which mean nothing in Slack. */
const OWN = ".cli";

/** The text of a phrase on the command line: in English, with days as its options take them ("2026-07-31"). */
export function commandLineText(phrase: Phrase): string {
  return textOf(forCommandLine(phrase), "en");
}

function forCommandLine({ code, parameters }: Phrase): Phrase {
  const values = Object.entries(parameters).map(([name, value]) => [name, shownAs(value)] as const);
  const own = `${code}${OWN}`;
  return { code: own in en ? own : code, parameters: Object.fromEntries(values) };
}

function shownAs(value: Parameter): Parameter {
  if (typeof value !== "object") return value;
  if ("day" in value) return value.day;
  return "code" in value ? forCommandLine(value) : value;
}
