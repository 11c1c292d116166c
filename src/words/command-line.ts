import type { Money } from "../domain/money.ts";
import { type Parameter, type Phrase, phrase } from "../domain/phrase.ts";
import { en } from "./en/en.ts";
import type { Locale } from "./locale.ts";
import { moneyText } from "./money.ts";
import type { Say } from "./say.ts";
import { textOf } from "./text.ts";

/** The command line is English for everybody, as are its options. */
export const COMMAND_LINE_LOCALE: Locale = "en";

/** Words for the command line alone: they may name its commands and options, which mean nothing in Slack. */
const OWN = ".cli";

/** The text of a phrase on the command line: in English, with days as its options take them ("2026-07-31"). */
export function commandLineText(given: Phrase): string {
  return textOf(forCommandLine(given), COMMAND_LINE_LOCALE);
}

/** A command's own words. */
export const say: Say = (code, parameters = {}) => commandLineText(phrase(code, parameters));

/** "€1,234.50"; without decimals from 1,000 on when `brief`. */
export const moneyOnCommandLine = (money: Money, style: "exact" | "brief" = "exact"): string =>
  moneyText(money, COMMAND_LINE_LOCALE, style);

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
