import type { FeedbackAnswered } from "../../domain/messages/messages.ts";
import type { Facts } from "../../domain/outreach/facts.ts";
import { cleanComment, isTooLong } from "../../domain/outreach/feedback/feedback-answer.ts";
import { isScore, isUnhappy, SCALES } from "../../domain/outreach/feedback/feedback-kinds.ts";
import type { PageLanguage } from "../../domain/outreach/feedback/page-language.ts";
import { ownerGap } from "../../domain/outreach/owner-gap.ts";
import type { FactStore } from "../../store/facts/facts.ts";
import type { ChannelSettingStore } from "../../store/messages/channel-settings.ts";
import type { FeedbackAnswerStore } from "../../store/messages/feedback-answers.ts";
import type { NewOutboxMessage } from "../../store/messages/outbox.ts";
import type { FeedbackRequest } from "../../store/outreach/feedback-requests.ts";
import {
  type FeedbackPage,
  type OpenFeedbackPageDeps,
  openFeedbackPage,
} from "../outreach/open-feedback-page.ts";

export type AnswerFeedbackDeps = OpenFeedbackPageDeps & {
  readonly facts: FactStore;
  readonly channelSettings: Pick<ChannelSettingStore, "optedIn">;
  readonly feedbackAnswers: FeedbackAnswerStore;
};

export type AnsweredFeedback =
  | { readonly kind: "thanks"; readonly language: PageLanguage }
  /** To be mended by whoever answers. */
  | {
      readonly kind: "wrong";
      readonly because: "no-score" | "too-long";
      readonly page: Extract<FeedbackPage, { kind: "question" }>;
      readonly comment: string | null;
    }
  | Exclude<FeedbackPage, { kind: "question" }>;

/**
 * A customer answers by their link: the first answer is kept as feedback, and the owner is told, once.
 * @param given.score null: none was chosen
 */
export async function answerFeedback(
  deps: AnswerFeedbackDeps,
  given: { readonly token: string; readonly score: number | null; readonly comment: string },
): Promise<AnsweredFeedback> {
  const page = await openFeedbackPage(deps, given);
  if (page.kind !== "question") return page;
  const { kind, language } = page.question;
  const comment = cleanComment(given.comment);
  const { score } = given;
  if (score === null || !isScore(kind, score)) return { kind: "wrong", because: "no-score", page, comment };
  if (isTooLong(comment)) return { kind: "wrong", because: "too-long", page, comment };
  const { request, tokenHash } = page;
  const at = deps.clock();
  const notes = await notesAbout(deps, request, { score, comment, at });
  const answer = { tokenHash, score, scaleMax: SCALES[kind].to, comment, at };
  const isKept = await deps.feedbackAnswers.keep(answer, notes);
  return { kind: isKept ? "thanks" : "answered", language };
}

type Given = { readonly score: number; readonly comment: string | null; readonly at: Date };

async function notesAbout(
  deps: AnswerFeedbackDeps,
  request: FeedbackRequest,
  given: Given,
): Promise<NewOutboxMessage[]> {
  const facts = (await deps.facts.read(["owner", "contact"], [request.customerId], given.at)).get(
    request.customerId,
  );
  if (facts === undefined) return [];
  const answered = answeredBy(facts, request, given);
  const to = (recipient: string, kind: "feedback-note" | "feedback-alert"): NewOutboxMessage => ({
    key: `feedback:${request.id}:${recipient}`,
    recipient,
    message: { kind, ...answered },
    createdAt: given.at,
  });
  const { owner } = facts;
  if (owner?.account === "member") return [to(owner.slackUserId, "feedback-note")];
  const channels = await deps.channelSettings.optedIn("digest");
  return [
    ...(request.askedBy === null ? [] : [to(request.askedBy, "feedback-note")]),
    ...channels.map(({ channelId }) => to(channelId, "feedback-alert")),
  ];
}

function answeredBy(
  { customer, owner, contact }: Facts<"owner" | "contact">,
  request: FeedbackRequest,
  { score, comment, at }: Given,
): FeedbackAnswered {
  const { kind, ticket } = request;
  return {
    ...{ customerId: customer.id, name: customer.name, of: kind, score, scaleMax: SCALES[kind].to, comment },
    isUnhappy: isUnhappy(kind, score),
    contact: request.contact ?? contact,
    isAnswerers: request.contact !== null,
    ticket,
    at: at.toISOString(),
    ownerGap: ownerGap(customer.ownerEmail, owner),
  };
}
