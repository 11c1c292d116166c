import type { Member } from "../../domain/customer.ts";
import type { HomeList } from "../../domain/outreach/home-state.ts";
import { LISTED_ON_HOME, type MyDay } from "../../domain/outreach/my-day.ts";
import { nudgesOverSince } from "../../domain/outreach/nudge-answer.ts";
import { pageOfFirst } from "../../domain/outreach/page-of-first.ts";
import type { FeedbackLoopStore } from "../../store/outreach/feedback-loops.ts";
import type { NudgePreferenceStore } from "../../store/outreach/nudge-preferences.ts";
import type { OpenNudgeStore } from "../../store/outreach/open-nudges.ts";
import { type ListMentionsDeps, listMentions, mentionScope } from "./list-mentions.ts";

export type LoadMyDayDeps = ListMentionsDeps & {
  readonly openNudges: Pick<OpenNudgeStore, "of">;
  readonly nudgePreferences: Pick<NudgePreferenceStore, "owns">;
  readonly feedbackLoops: Pick<FeedbackLoopStore, "openFor">;
};

/** What waits for a member: their open nudges, unhappy answers and complaints, of each list the page that is wanted. */
export async function loadMyDay(
  deps: LoadMyDayDeps,
  { member, pageOf }: { readonly member: Member; readonly pageOf: (list: HomeList) => number },
  now: Date,
): Promise<MyDay> {
  const perPage = LISTED_ON_HOME;
  const upTo = (list: HomeList) => (pageOf(list) + 1) * perPage;
  const whose = mentionScope(member);
  const [nudges, ownsCustomers, answers, { list: mentions }] = await Promise.all([
    deps.openNudges.of(member.slackUserId, nudgesOverSince(now), upTo("nudges")),
    deps.nudgePreferences.owns(member.slackUserId),
    deps.feedbackLoops.openFor(whose, upTo("answers"), now),
    listMentions({ ...deps, clock: () => now }, { reader: member, page: pageOf("mentions"), perPage }),
  ]);
  return {
    nudges: pageOfFirst(nudges, pageOf("nudges"), perPage),
    ownsCustomers,
    answers: pageOfFirst(answers, pageOf("answers"), perPage),
    mentions,
  };
}
