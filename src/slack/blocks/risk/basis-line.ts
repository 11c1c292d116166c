import type { ScoreBasis } from "../../../domain/risk/scores/score-basis.ts";
import { dateToken } from "../report-parts.ts";
import { servesNote } from "./risk-words.ts";
/** How fresh the scores of a message are and which model made them. */
export function basisLine(basis: ScoreBasis | null): string {
  if (basis === null) return "No scores yet: they come with the first training.";
  const note = servesNote(basis.serves);
  return `Scored as of ${dateToken(basis.scoredAt)}, for the ${basis.horizonDays} days after.${note === null ? "" : ` ${note}`}`;
}
