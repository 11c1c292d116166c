import type { Placeholder } from "./draft-keys.ts";

/** What a draft consists of: an e-mail's subject and body, and a short form for a chat. */
export type DraftTexts = { readonly subject: string; readonly body: string; readonly chat: string };
export const DRAFT_FIELDS = ["subject", "body", "chat"] as const;
export type DraftField = (typeof DRAFT_FIELDS)[number];

/** By placeholder; left out: not known. */
export type DraftValues = Readonly<Partial<Record<Placeholder, string>>>;

/** Longer names are cut, so that a filled draft keeps within what a form can hold. Chosen by the product. */
export const LONGEST_VALUE = 100;

/**
 * A text with its placeholders filled in. It is read once, and never executed: what a value says is not looked into.
 * A sentence with a placeholder that is not known is left out; of `[…]` around a placeholder only that is. A line of which
 * nothing is left goes, too. `[…]` without a placeholder stands as it is.
 */
export function fillDraft(template: string, values: DraftValues): string {
  const lines = template.split(/\r?\n/).flatMap((line) => {
    const filled = fillLine(line, values);
    return filled === "" && line.trim() !== "" ? [] : [filled];
  });
  return lines
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

function fillLine(line: string, values: DraftValues): string {
  const kept = sentencesIn(line).map((sentence) => fillSentence(sentence, values) ?? "");
  return kept
    .join("")
    .replace(/[^\S\n]{2,}/g, " ")
    .trim();
}

/** Null where something in it is not known. */
function fillSentence(sentence: string, values: DraftValues): string | null {
  let isKnown = true;
  const known = (name: string): string | undefined => cleanValue(valueNamed(values, name));
  const filled = sentence.replace(/\[([^[\]]*)\]|\{(\w+)\}/g, (whole, inner?: string, name?: string) => {
    if (inner !== undefined) return fillBracket(whole, inner, known);
    const value = known(name ?? "");
    if (value === undefined) isKnown = false;
    return value ?? "";
  });
  return isKnown ? filled : null;
}

function fillBracket(whole: string, inner: string, known: (name: string) => string | undefined): string {
  const names = [...inner.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
  if (names.length === 0) return whole;
  if (names.some((name) => known(name) === undefined)) return "";
  return inner.replace(/\{(\w+)\}/g, (_whole, name: string) => known(name) ?? "");
}

const valueNamed = (values: DraftValues, name: string): string | undefined =>
  Object.entries(values).find(([known]) => known === name)?.[1];

/** One line of at most `LONGEST_VALUE` characters; undefined where nothing is left. */
function cleanValue(value: string | undefined): string | undefined {
  const line = (value ?? "").replace(/[\p{Cc}\p{Cs}\u2028\u2029\u202A-\u202E\u2066-\u2069\s]+/gu, " ").trim();
  const characters = Array.from(line);
  const short =
    characters.length > LONGEST_VALUE ? `${characters.slice(0, LONGEST_VALUE - 1).join("")}…` : line;
  return short === "" ? undefined : short;
}

/** Brackets as a whole, the end of a sentence before a space, or the end of one in Chinese. */
const ENDS = /\[[^[\]]*\]|[.!?…]+["”»)]*(?=\s|$)\s*|[。！？]+[”」』）]*\s*/gu;
/** "z. B.", "Dr.", "No.": a full stop after one or two letters, the first of them alone or a capital, ends no sentence. */
const ABBREVIATION = /(?:^|[^\p{L}])(?:\p{L}|\p{Lu}\p{Ll})$/u;

/** The sentences of a line, each with the space behind it. */
function sentencesIn(line: string): string[] {
  const ends = [...line.matchAll(ENDS)].flatMap(({ 0: end, index }) => {
    const isInside = end.startsWith("[");
    const isShort = end.startsWith(".") && ABBREVIATION.test(line.slice(0, index));
    return isInside || isShort ? [] : [index + end.length];
  });
  const cuts = [0, ...ends, line.length];
  return cuts.slice(1).map((end, place) => line.slice(cuts[place], end));
}
