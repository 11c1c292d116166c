import type { DigestMessage } from "../../../domain/messages/messages.ts";
import type { Say } from "../../../words/say.ts";

/** A week has seven days: more spans than this tell of nothing new. */
const MOST_SPANS = 5;

/** The days on which nobody was scored, and why, as sentences without a full stop. */
export function notScoredLines({ notScored = [] }: Pick<DigestMessage, "notScored">, say: Say): string[] {
  return notScored.slice(-MOST_SPANS).map(({ fromDay, toDay, because }) => {
    const days = { one: fromDay === toDay ? "one" : "more", from: { day: fromDay }, to: { day: toDay } };
    return say(`digest.not-scored.${because}`, days);
  });
}

/** One text for the top of a digest; none where everybody was scored every night. */
export function notScoredText(message: Pick<DigestMessage, "notScored">, say: Say): string[] {
  const lines = notScoredLines(message, say);
  return lines.length === 0 ? [] : [lines.map((line) => `*${line}.*`).join("\n")];
}
