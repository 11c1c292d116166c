import type { OpenLoop } from "../../../domain/outreach/feedback/feedback-answer.ts";
import { daysBetween } from "../../../domain/outreach/feedback/feedback-request.ts";
import { phrase } from "../../../domain/phrase.ts";
import type { Say } from "../../../words/say.ts";
import { escapeMrkdwn } from "../escape.ts";

/** "Recommendation (NPS): 3 of 10 by Jane, open since 3 days – “Slow”". */
export function unhappyText(answer: OpenLoop, now: Date, say: Say): string {
  const { kind, score, scaleMax, at, contactName, comment } = answer;
  return say("feedback.loop", {
    ...{ kind: phrase(`feedback.kind.${kind}`), score, most: scaleMax },
    who: contactName === null ? "" : say("feedback.loop.by", { name: escapeMrkdwn(contactName, 100) }),
    open: phrase("feedback.loop.open", { days: daysBetween(at, now) }),
    comment: comment === null ? "" : say("feedback.comment", { comment: escapeMrkdwn(comment, 200) }),
  });
}
