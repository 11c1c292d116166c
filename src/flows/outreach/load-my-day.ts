import type { Member } from "../../domain/customer.ts";
import type { HomeList } from "../../domain/outreach/home-state.ts";
import { LISTED_ON_HOME, type MyDay } from "../../domain/outreach/my-day.ts";
import { nudgesOverSince } from "../../domain/outreach/nudge-answer.ts";
import { pageOfFirst } from "../../domain/outreach/page-of-first.ts";
import { isUnread } from "../../domain/part.ts";
import type { FeedbackLoopStore } from "../../store/outreach/feedback-loops.ts";
import type { NudgePreferenceStore } from "../../store/outreach/nudge-preferences.ts";
import type { OpenNudgeStore } from "../../store/outreach/open-nudges.ts";
import { type ListDueFollowUpsDeps, listDueFollowUps } from "./list-due-follow-ups.ts";
import { type ListMentionsDeps, listMentions, mentionScope } from "./list-mentions.ts";
import { type ReadPartDeps, readPart } from "./read-part.ts";

export type LoadMyDayDeps = ListDueFollowUpsDeps &
  ListMentionsDeps &
  ReadPartDeps & {
    readonly openNudges: Pick<OpenNudgeStore, "of">;
    readonly nudgePreferences: Pick<NudgePreferenceStore, "owns">;
    readonly feedbackLoops: Pick<FeedbackLoopStore, "openFor">;
  };

type Wanted = { readonly member: Member; readonly pageOf: (list: HomeList) => number };

/** What waits for a member: their open nudges, due follow-ups, unhappy answers and complaints, of each list the page that is wanted. */
export async function loadMyDay(deps: LoadMyDayDeps, wanted: Wanted, now: Date): Promise<MyDay> {
  const { member, pageOf } = wanted;
  const mentions = { reader: member, page: pageOf("mentions"), perPage: LISTED_ON_HOME };
  const due = { member, page: pageOf("due"), perPage: LISTED_ON_HOME };
  const nudges = await readPart(deps, "nudges", () => readNudges(deps, wanted, now));
  return {
    ...(isUnread(nudges) ? { nudges, ownsCustomers: true } : nudges),
    due: await readPart(deps, "due", () => listDueFollowUps(deps, due, now)),
    answers: await readPart(deps, "answers", () => readAnswers(deps, wanted, now)),
    mentions: await readPart(
      deps,
      "mentions",
      async () => (await listMentions({ ...deps, clock: () => now }, mentions)).list,
    ),
  };
}

async function readNudges(
  { openNudges, nudgePreferences }: LoadMyDayDeps,
  { member: { slackUserId }, pageOf }: Wanted,
  now: Date,
) {
  const page = pageOf("nudges");
  const found = await openNudges.of(slackUserId, nudgesOverSince(now), upTo(page));
  return {
    nudges: pageOfFirst(found, page, LISTED_ON_HOME),
    ownsCustomers: await nudgePreferences.owns(slackUserId),
  };
}

async function readAnswers({ feedbackLoops }: LoadMyDayDeps, { member, pageOf }: Wanted, now: Date) {
  const page = pageOf("answers");
  const found = await feedbackLoops.openFor(mentionScope(member), upTo(page), now);
  return pageOfFirst(found, page, LISTED_ON_HOME);
}

/** Rows up to the end of a page. */
const upTo = (page: number) => (page + 1) * LISTED_ON_HOME;
