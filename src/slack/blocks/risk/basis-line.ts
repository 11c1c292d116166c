import type { ScoreBasis } from "../../../domain/risk/scores/score-basis.ts";
import type { Locale } from "../../../words/locale.ts";
import { sayIn } from "../../../words/say.ts";
import { dateToken } from "../report-parts.ts";
import { servesNote } from "./risk-words.ts";

/** The same where the night's scoring may not be through: then that comes first. */
export function basisLines(
  { basis, isScoringLate }: { readonly basis: ScoreBasis | null; readonly isScoringLate?: true },
  locale: Locale,
): string[] {
  if (!isScoringLate) return [basisLine(basis, locale)];
  const late = sayIn(locale)("risk.scoring-late", { risks: basis === null ? "none" : "older" });
  return basis === null ? [late] : [late, basisLine(basis, locale)];
}

/** How fresh the scores of a message are and which model made them. */
export function basisLine(basis: ScoreBasis | null, locale: Locale): string {
  const say = sayIn(locale);
  if (basis === null) return say("risk.basis.none");
  const line = say("risk.basis", { scored: dateToken(basis.scoredAt, locale), days: basis.horizonDays });
  const note = servesNote(basis.serves, locale);
  return note === null ? line : `${line} ${note}`;
}
