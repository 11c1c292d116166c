import type { FeedbackRecord, TicketRecord } from "../domain/customer-records.ts";
import type { Calendar } from "./calendar.ts";
import { type Course, presentWeeks, strainAt } from "./course.ts";
import { DEMO_SOURCE } from "./demo-data.ts";
import type { CustomerPlan } from "./plan.ts";
import type { RandomStream } from "./random.ts";

type Comments = Readonly<Record<"good" | "fair" | "bad", readonly [string, ...string[]]>>;

const ENGLISH_COMMENTS: Comments = {
  good: ["Quick and friendly.", "As always: reliable.", "Solved on the first call."],
  fair: ["Took a while, but fine.", "Mostly all right."],
  bad: ["Had to ask three times.", "We expected better.", "Nobody calls back."],
};
const COMMENTS: Readonly<Record<string, Comments>> = {
  de: {
    good: ["Alles bestens, danke!", "Schnell und freundlich."],
    fair: ["In Ordnung."],
    bad: ["Zu langsam."],
  },
  fr: { good: ["Très bon suivi."], fair: ["Correct, sans plus."], bad: ["Personne ne rappelle."] },
  zh: { good: ["服务很好。"], fair: ["还可以。"], bad: ["等了太久。"] },
  ja: { good: ["対応が早くて助かりました。"], fair: ["普通です。"], bad: ["返事が遅いです。"] },
};

type Answer = { readonly kind: "csat" | "nps"; readonly daysAgo: number; readonly key: string };

/** CSAT (1–5) after tickets and from surveys, NPS (0–10) now and then; both sink with strain. */
export function feedbackOf(
  random: RandomStream,
  plan: CustomerPlan,
  course: Course,
  tickets: readonly TicketRecord[],
  calendar: Calendar,
): FeedbackRecord[] {
  const feedback: FeedbackRecord[] = [];
  for (const { solvedAt } of tickets) {
    if (!solvedAt || !random.chance(ASKED_AFTER_TICKETS)) continue;
    const daysAgo = calendar.daysAgo(solvedAt) - random.between(0.1, 2);
    const answer = { kind: "csat", daysAgo, key: `${feedback.length + 1}` } as const;
    feedback.push(answerOf(random, plan, course, answer, calendar));
  }
  return [...feedback, ...surveysOf(random, plan, course, calendar, { first: feedback.length + 1 })];
}

/** Chosen: so many tickets' senders say afterwards how it went. */
export const ASKED_AFTER_TICKETS = 0.6;

/** Answers to surveys, week by week. */
export function surveysOf(
  random: RandomStream,
  plan: CustomerPlan,
  course: Course,
  calendar: Calendar,
  { first, series = "" }: { readonly first: number; readonly series?: string },
): FeedbackRecord[] {
  const answers: FeedbackRecord[] = [];
  const answer = (kind: "csat" | "nps", daysAgo: number) => {
    const key = `${series}${first + answers.length}`;
    answers.push(answerOf(random, plan, course, { kind, daysAgo, key }, calendar));
  };
  for (const daysAgo of presentWeeks(random, course)) {
    if (random.chance(0.05)) answer("csat", daysAgo);
    if (random.chance(0.015)) answer("nps", daysAgo);
  }
  return answers;
}

/** What they say then, as the course has it. */
export function answerOf(
  random: RandomStream,
  plan: CustomerPlan,
  course: Course,
  { kind, daysAgo, key }: Answer,
  calendar: Calendar,
): FeedbackRecord {
  const mood = 0.86 - 0.55 * strainAt(course, daysAgo) + 0.14 * random.normal();
  return feedbackRow(random, plan, { key, kind, mood, at: calendar.moment(daysAgo) });
}

/** @param given.mood 0 (furious) to 1 (delighted) */
export function feedbackRow(
  random: RandomStream,
  { externalId, language }: CustomerPlan,
  {
    key,
    kind,
    mood,
    at,
  }: { readonly key: string; readonly kind: "csat" | "nps"; readonly mood: number; readonly at: Date },
): FeedbackRecord {
  const share = Math.min(1, Math.max(0, mood));
  const score = kind === "csat" ? 1 + Math.round(4 * share) : Math.round(10 * share);
  const band = share > 0.7 ? "good" : share > 0.45 ? "fair" : "bad";
  const comment = random.chance(0.4) ? random.pick((COMMENTS[language] ?? ENGLISH_COMMENTS)[band]) : null;
  return {
    source: DEMO_SOURCE,
    externalId: `${externalId}-F${key}`,
    kind,
    score,
    scaleMax: kind === "csat" ? 5 : 10,
    comment,
    at,
  };
}
