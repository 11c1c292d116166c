import { plainCharacters } from "./plain-characters.ts";

/** What no system writes for something that is known: these count as missing in every column. */
const ALWAYS = [
  ...["#n/a", "#na", "#div/0!", "#ref!", "#value!", "#name?", "#num!", "#null!", "#nv", "#wert!"],
  ...["n/a", "n.a.", "<na>", "nan", "null", "(null)", "<null>", "\\n", "undefined", "?", "??"],
  ...["-", "--", "---", "–", "—", "——", ".", "..", "...", "…", "/", "unknown", "(blank)", "not available"],
  ...["k.a.", "k. a.", "keine angabe", "unbekannt", "n.d.", "n. d.", "s/d", "inconnu", "desconocido"],
  ...["暂无", "暫無", "未知", "不详", "不詳", "未填写", "未填寫", "缺失"],
];

/** Among numbers and dates these are missing, too; among words each may be one of the values ("none", "NA" for a region). */
const AMONG_FIGURES = [
  ...["na", "none", "nil", "inf", "+inf", "-inf", "infinity", "-infinity", "∞", "tbd", "missing", "empty"],
  ...["never", "no data", "keine", "nie", "néant", "aucun", "ninguno", "nunca", "无", "無", "空"],
];

/** What databases write for no day. */
const NO_DAY = ["0000-00-00", "0000-00-00 00:00:00", "00.00.0000", "00/00/0000", "00000000"];

const everywhere = spellings(ALWAYS);
const amongFigures = spellings([...ALWAYS, ...AMONG_FIGURES, ...NO_DAY]);

/** Whether the field is empty or says in words that nothing is known, in a column of words. */
export function isMissingWord(text: string): boolean {
  return everywhere.has(spelling(text));
}

/** The same in a column of numbers or dates, where more words can mean nothing else. */
export function isMissingFigure(text: string): boolean {
  return amongFigures.has(spelling(text));
}

function spellings(words: readonly string[]): ReadonlySet<string> {
  return new Set(["", ...words.map(spelling)]);
}

function spelling(text: string): string {
  return plainCharacters(text).toLowerCase();
}
