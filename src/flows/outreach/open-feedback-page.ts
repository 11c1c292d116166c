import type { Clock } from "../../domain/clock.ts";
import type { FeedbackQuestion } from "../../domain/outreach/feedback/feedback-request.ts";
import type { FeedbackSettings } from "../../domain/outreach/feedback/feedback-settings.ts";
import type { PageLanguage } from "../../domain/outreach/feedback/page-language.ts";
import type { FeedbackRequest, FeedbackRequestStore } from "../../store/outreach/feedback-requests.ts";

export type OpenFeedbackPageDeps = {
  readonly feedbackRequests: Pick<FeedbackRequestStore, "find">;
  readonly feedbackSettings: Pick<FeedbackSettings, "companyName" | "links">;
  readonly clock: Clock;
};

export type FeedbackPage =
  | {
      readonly kind: "question";
      readonly question: FeedbackQuestion;
      readonly companyName: string | null;
      readonly request: FeedbackRequest;
      readonly tokenHash: string;
    }
  | { readonly kind: "answered"; readonly language: PageLanguage }
  | { readonly kind: "expired" }
  /** Nothing that we made: mistyped, cut off, guessed; or the customer is in the file no more. */
  | { readonly kind: "unknown" };

/** What whoever follows a link is shown. Reading changes nothing: scanners of mail follow every link. */
export async function openFeedbackPage(
  { feedbackRequests, feedbackSettings, clock }: OpenFeedbackPageDeps,
  { token }: { readonly token: string },
): Promise<FeedbackPage> {
  const { links, companyName } = feedbackSettings;
  const tokenHash = links?.hashOf(token) ?? null;
  const request = tokenHash === null ? null : await feedbackRequests.find(tokenHash);
  if (tokenHash === null || request === null) return { kind: "unknown" };
  const { kind, language, ticket } = request;
  if (request.answeredAt !== null) return { kind: "answered", language };
  if (request.expiresAt <= clock()) return { kind: "expired" };
  return { kind: "question", question: { kind, language, ticket }, companyName, request, tokenHash };
}
