import { WHY_NOT, type WhyNot } from "../../domain/outreach/nudge-answer.ts";
import { sayIn } from "../../words/say.ts";
import { showSettled } from "../actions/nudge-buttons.ts";
import { redrawNudge } from "../actions/redraw-nudge.ts";
import { redrawOwnNudges } from "../actions/redraw-own-nudges.ts";
import { LONGEST_WHY_NOT_NOTE } from "../blocks/outreach/why-not-form.ts";
import { decodeWhyNot } from "../frame/form-metadata.ts";
import type { SubmissionHandler } from "../frame/handler.ts";
import { readerLocale } from "../frame/reader-locale.ts";
import { FIELD } from "../ids.ts";

/** Not useful: keeps why, and shows the nudge as it stands now. */
export const whyNotSubmission: SubmissionHandler = (request, { reader }) => {
  const { suggestionKey: key, responseUrl, channelId, home, isInList } = decodeWhyNot(request.metadata);
  const chosen = request.fields.get(FIELD.whyNot) ?? "";
  const whyNotNote = request.fields.get(FIELD.whyNotNote)?.trim() || null;
  const say = sayIn(readerLocale(reader));
  if (!isWhyNot(chosen)) return { kind: "wrong", errors: { [FIELD.whyNot]: say("why-not.choose") } };
  if ((whyNotNote ?? "").length > LONGEST_WHY_NOT_NOTE) {
    const tooLong = say("why-not.note-too-long", { mostCharacters: LONGEST_WHY_NOT_NOTE });
    return { kind: "wrong", errors: { [FIELD.whyNotNote]: tooLong } };
  }
  return {
    kind: "good",
    place: { channelId, responseUrl, home },
    async handle(tools) {
      const memberId = tools.reader.slackUserId;
      const answer = { key, status: "not_useful" as const, memberId, whyNot: chosen, whyNotNote };
      const redraw = isInList ? redrawOwnNudges : redrawNudge;
      await showSettled(await tools.flows.settleSuggestion(answer), tools, redraw);
    },
  };
};

const isWhyNot = (text: string): text is WhyNot => WHY_NOT.some((one) => one === text);
