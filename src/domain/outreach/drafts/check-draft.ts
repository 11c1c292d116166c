import { type Phrase, phrase } from "../../phrase.ts";
import { type DraftKey, placeholdersOf } from "./draft-keys.ts";
import { DRAFT_FIELDS, type DraftField, type DraftTexts, fillDraft, LONGEST_VALUE } from "./fill-draft.ts";

/** What a text area in Slack holds. */
export const LONGEST_TEXT = 3000;
/** Mail programs show some 78 characters of a subject (RFC 5322 2.1.1 asks for no more a line); nobody needs twice as many. */
export const LONGEST_SUBJECT = 150;

export type DraftProblem = { readonly field: DraftField; readonly problem: Phrase };

/** What is wrong with the texts of a draft: the first problem of each field; empty where it can be kept. */
export function draftProblems(key: DraftKey, texts: DraftTexts): DraftProblem[] {
  return DRAFT_FIELDS.flatMap((field) => {
    const problem = problemOf(key, texts[field], field);
    return problem === null ? [] : [{ field, problem }];
  });
}

function problemOf(key: DraftKey, text: string, field: DraftField): Phrase | null {
  if (text.trim() === "") return phrase("draft.wrong.empty");
  if (field === "subject" && /[\r\n]/.test(text)) return phrase("draft.wrong.lines");
  return braceProblem(text) ?? nameProblem(key, text) ?? lengthProblem(text, field) ?? leftProblem(text);
}

/** `{` and `}` stand around a name alone; `[` and `]` in pairs on one line, none within another. */
function braceProblem(text: string): Phrase | null {
  const rest = text.replace(/\{\w+\}/g, "");
  const brace = /[{}]/.exec(rest)?.[0];
  if (brace !== undefined) return phrase("draft.wrong.brace", { brace });
  const bracket = /[[\]]/.exec(rest.replace(/\[[^[\]\n]*\]/g, ""))?.[0];
  return bracket === undefined ? null : phrase("draft.wrong.bracket", { bracket });
}

function nameProblem(key: DraftKey, text: string): Phrase | null {
  const known: readonly string[] = placeholdersOf(key);
  const unknown = namesIn(text).find((name) => !known.includes(name));
  if (unknown === undefined) return null;
  return phrase("draft.wrong.unknown", {
    name: `{${unknown}}`,
    known: known.map((name) => `{${name}}`).join(", "),
  });
}

/** As long as it can become with every value at its longest. */
function lengthProblem(text: string, field: DraftField): Phrase | null {
  const most = field === "subject" ? LONGEST_SUBJECT : LONGEST_TEXT;
  const longest = field === "subject" ? text.length : text.length + LONGEST_VALUE * namesIn(text).length;
  return longest <= most ? null : phrase("draft.wrong.long", { most, characters: longest - most });
}

/** Something must be left where no more is known than who sends it. */
const leftProblem = (text: string): Phrase | null =>
  fillDraft(text, { sender: "–" }) === "" ? phrase("draft.wrong.nothing-left") : null;

const namesIn = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
