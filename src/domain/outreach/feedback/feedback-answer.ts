import type { AskedKind } from "./feedback-kinds.ts";
import { LONGEST_COMMENT } from "./feedback-request.ts";

/** One answer of a customer's, from wherever it came. */
export type GivenAnswer = {
  readonly kind: AskedKind;
  readonly score: number;
  readonly scaleMax: number;
  readonly comment: string | null;
  readonly at: Date;
};

/** The newest answer of a kind, and what was answered before it on the same scale. */
export type LatestAnswer = GivenAnswer & { readonly before: Pick<GivenAnswer, "score" | "at"> | null };

/** An unhappy answer that came by a link, and nobody has reached the customer since. */
export type OpenLoop = GivenAnswer & { readonly contactName: string | null };

/** Of each kind the newest answer. @param answers newest first */
export function latestAnswers(answers: readonly GivenAnswer[]): LatestAnswer[] {
  const kinds = [...new Set(answers.map(({ kind }) => kind))];
  return kinds.flatMap((kind) => {
    const [newest, before] = answers.filter((one) => one.kind === kind);
    if (newest === undefined) return [];
    // A 4 of 5 and an 8 of 10 are no trend.
    const isComparable = before !== undefined && before.scaleMax === newest.scaleMax;
    return [{ ...newest, before: isComparable ? { score: before.score, at: before.at } : null }];
  });
}

/** Control characters, without line ends and tabs: none is meant, and the database takes no NUL. */
const UNPRINTABLE = /[^\P{Cc}\n\t]+/gu;

/** A comment as it is kept: line ends as one character, nothing unprintable; null where nothing is left. */
export function cleanComment(text: string): string | null {
  const clean = text.replace(/\r\n?/g, "\n").replace(UNPRINTABLE, "").trim();
  return clean === "" ? null : clean;
}

export const isTooLong = (comment: string | null): boolean => (comment?.length ?? 0) > LONGEST_COMMENT;
