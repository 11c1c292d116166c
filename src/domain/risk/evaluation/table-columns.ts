import { type Phrase, phrase } from "../../phrase.ts";
import { type Column, inferColumn } from "../dataset.ts";

/** Ways in which tables write "missing" among numbers; among words they stay words. */
const MISSING = new Set(["na", "n/a", "nan", "null", "none", "-", "?"]);
/** 1,234.50 and 1'234 and 1 234; also 12,5, which could be meant either way. */
const WITH_SEPARATOR = /^[-+]?\d{1,3}([,' \u00a0\u202f’]\d{3})+(\.\d+)?$|^[-+]?\d+,\d+$/;

export type ReadColumn = Column | { readonly kind: "unclear"; readonly reason: Phrase };

/**
 * A column read as text, as numbers or categories (see `inferColumn`). Words for "missing" count as such where
 * everything else is a number. Numbers with separators are refused: taken for words, every one of them would be a
 * category of its own, and nobody would notice.
 */
export function readColumn(name: string, texts: readonly string[]): ReadColumn {
  const told = texts.map((text) => text.trim());
  const words = told.filter((text) => text !== "" && !isNumber(text));
  if (words.length === 0) return inferColumn(name, texts);
  if (words.every((word) => MISSING.has(word.toLowerCase())) && words.length < told.length) {
    return inferColumn(
      name,
      told.map((text) => (isNumber(text) ? text : "")),
    );
  }
  const separated = words.filter((word) => WITH_SEPARATOR.test(word));
  if (separated.length === 0 || words.some((word) => !WITH_SEPARATOR.test(word) && !isMissing(word)))
    return inferColumn(name, texts);
  const [example = ""] = separated;
  const line = told.indexOf(example) + 1;
  return {
    kind: "unclear",
    reason: phrase("table.separators", { column: name, example, row: line }),
  };
}

const isNumber = (text: string) => text !== "" && Number.isFinite(Number(text));
const isMissing = (text: string) => MISSING.has(text.toLowerCase());
