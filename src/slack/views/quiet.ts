import { LONGEST_QUIET_BECAUSE } from "../../domain/outreach/do-not-disturb.ts";
import { sayIn } from "../../words/say.ts";
import { escapeMrkdwn } from "../blocks/escape.ts";
import { noticeOf } from "../blocks/messages/notices.ts";
import { asReadBy } from "../blocks/outreach/customer-card.ts";
import { quietAlready } from "../blocks/outreach/do-not-disturb.ts";
import { decodeFeedbackForm } from "../frame/form-metadata.ts";
import type { SubmissionHandler } from "../frame/handler.ts";
import { readerLocale } from "../frame/reader-locale.ts";
import { FIELD } from "../ids.ts";

/** Do not disturb: keeps why, and says what follows. */
export const quietSubmission: SubmissionHandler = (request, { reader }) => {
  const { customerId, ...place } = decodeFeedbackForm(request.metadata);
  const because = request.fields.get(FIELD.quietBecause)?.trim() ?? "";
  const say = sayIn(readerLocale(reader));
  const wrong = (text: string) => ({ kind: "wrong" as const, errors: { [FIELD.quietBecause]: text } });
  if (because === "") return wrong(say("do-not-disturb.form.no-reason"));
  if (because.length > LONGEST_QUIET_BECAUSE)
    return wrong(say("override.form.too-long", { mostCharacters: LONGEST_QUIET_BECAUSE }));
  return {
    kind: "good",
    place,
    async handle({ flows, answer, reader: member, clock }) {
      const reading = { now: clock(), ...asReadBy(member) };
      const set = await flows.setDoNotDisturb({ customerId, memberId: member.slackUserId, because });
      if (set.kind === "gone") return answer.privately(noticeOf("notice.gone", reading.locale));
      if (set.kind === "before") return answer.privately(quietAlready(set.entry, reading));
      const customer = escapeMrkdwn(set.name, 200);
      await answer.privately(noticeOf("do-not-disturb.done", reading.locale, { customer }));
    },
  };
};
