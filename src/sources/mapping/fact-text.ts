import { MS_PER_MINUTE } from "../../domain/clock.ts";
import { type ColumnFormat, isNumberFormat, plainIn } from "../csv/column-readings.ts";
import { parseInstant } from "../csv/instant.ts";
import { dividedBy, timesDecimal } from "./decimals.ts";
import { AUTO, type FactSource } from "./mapping.ts";

/** Where a column of the file stands; −1 where it has none of that name. */
export type PositionOf = (column: string) => number;
type Fields = readonly string[];
type TextOf = (fields: Fields) => string;

/**
 * How a fact's text comes out of a row: days as ISO 8601, numbers as plain decimals, as the columns of a preset take
 * them. What cannot be read stays as it is written, so that whoever corrects it sees it.
 */
export function factText(fact: FactSource, positionOf: PositionOf): TextOf {
  const textOf = written(fact, positionOf);
  const inWords = translated(fact);
  const readable = read(fact);
  const steps = [multiplied(fact, positionOf), divided(fact, positionOf), later(fact, positionOf)];
  const reckon = steps.filter((step) => step !== null);
  const { suffix = "", if_empty = "" } = fact;
  return (fields) => {
    const text = textOf(fields);
    if (text === "") return if_empty;
    return reckon.reduce((found, step) => step(found, fields), readable(inWords(text))) + suffix;
  };
}

/**
 * Null where there is nothing to reckon. What cannot be reckoned with becomes a text that is no number, so that the row is
 * rejected: a price taken for a month's that is a year's would be wrong without a word.
 */
type Step = ((text: string, fields: Fields) => string) | null;

function written({ column, first_of, join, value, ...more }: FactSource, positionOf: PositionOf): TextOf {
  if (value !== undefined) return () => value;
  const places = (join ?? first_of ?? (column === undefined ? [] : [column])).map(positionOf);
  const textsOf = (fields: Fields) => places.map((place) => (fields[place] ?? "").trim());
  if (join !== undefined)
    return (fields) =>
      textsOf(fields)
        .filter((text) => text !== "")
        .join(more.with ?? "-");
  return (fields) => textsOf(fields).find((text) => text !== "") ?? "";
}

function translated({ words, otherwise }: FactSource): (text: string) => string {
  if (words === undefined) return (text) => text;
  const known = new Map(Object.entries(words).map(([from, to]) => [plain(from), to]));
  return (text) => known.get(plain(text)) ?? otherwise ?? text;
}

/** Words match whatever their case and the blanks around them. */
export const plain = (text: string): string => text.trim().toLowerCase();

function read({ number, date }: FactSource): (text: string) => string {
  const format = number ?? date;
  return format === undefined ? (text) => text : (text) => plainText(format, text) ?? text;
}

/** What a column says in its format. @throws Error where the format was never decided */
export function plainText(format: ColumnFormat | typeof AUTO, text: string): string | null {
  if (format === AUTO) throw new Error("A mapping is read before its formats are decided.");
  // A percentage is imported as it is written: 12 % of margin are 12.
  return plainIn(format, isNumberFormat(format) ? text.replace(/\s*[%％]\s*$/, "") : text);
}

function multiplied({ times, number }: FactSource, positionOf: PositionOf): Step {
  if (times === undefined) return null;
  const place = positionOf(times);
  const format = number ?? PLAIN_NUMBER;
  return (text, fields) => {
    // Nothing said, or no such column: once.
    const factor = (fields[place] ?? "").trim();
    if (factor === "") return text;
    return timesDecimal(text, plainText(format, factor) ?? "") ?? `${text} × ${factor}`;
  };
}

function divided({ divided_by }: FactSource, positionOf: PositionOf): Step {
  if (divided_by === undefined) return null;
  const place = positionOf(divided_by.column);
  const divisors = new Map(Object.entries(divided_by.words).map(([word, by]) => [plain(word), by]));
  return (text, fields) => {
    const word = (fields[place] ?? "").trim();
    const by = divisors.get(plain(word));
    const quotient = by === undefined ? null : dividedBy(text, by);
    return quotient ?? `${text} / ${word || "?"}`;
  };
}

function later({ plus_hours, date }: FactSource, positionOf: PositionOf): Step {
  if (plus_hours === undefined || date === undefined) return null;
  const place = positionOf(plus_hours);
  return (text, fields) => {
    const hours = plainText(PLAIN_NUMBER, fields[place] ?? "");
    const at = parseInstant(text);
    return hours === null || at === null
      ? ""
      : new Date(at.getTime() + Number(hours) * MS_PER_HOUR).toISOString();
  };
}

const PLAIN_NUMBER = "1,234.50";
const MS_PER_HOUR = 60 * MS_PER_MINUTE;
