import type { Clock } from "../../domain/clock.ts";
import type { Customer } from "../../domain/customer.ts";
import {
  type LatestAnswer,
  latestAnswers,
  type OpenLoop,
} from "../../domain/outreach/feedback/feedback-answer.ts";
import type { AskedBefore } from "../../domain/outreach/feedback/feedback-request.ts";
import type { FeedbackSettings } from "../../domain/outreach/feedback/feedback-settings.ts";
import type { CustomerStore } from "../../store/customers/customers.ts";
import type { FeedbackRequestStore } from "../../store/outreach/feedback-requests.ts";

export type LoadFeedbackDeps = {
  readonly customers: Pick<CustomerStore, "find">;
  readonly feedbackRequests: Pick<FeedbackRequestStore, "answers" | "asked" | "openLoops">;
  readonly feedbackSettings: Pick<FeedbackSettings, "missing">;
  readonly clock: Clock;
};

export type LoadedFeedback =
  | {
      readonly kind: "feedback";
      readonly customer: Customer;
      readonly latest: readonly LatestAnswer[];
      readonly openLoops: readonly OpenLoop[];
      /** Within the last quarter, newest first. */
      readonly asked: readonly AskedBefore[];
      /** Variables that operations have to set before anybody can be asked. */
      readonly missing: readonly string[];
      readonly now: Date;
    }
  | { readonly kind: "gone" };

/** What a customer answered, what they are asked, and which unhappy answers nobody has followed up. */
export async function loadFeedback(
  deps: LoadFeedbackDeps,
  { customerId }: { readonly customerId: number },
): Promise<LoadedFeedback> {
  const now = deps.clock();
  const { feedbackRequests: store } = deps;
  const [customer, answers, openLoops, asked] = await Promise.all([
    deps.customers.find(customerId),
    store.answers(customerId, now),
    store.openLoops(customerId, now),
    store.asked(customerId, now),
  ]);
  if (customer === null) return { kind: "gone" };
  const { missing } = deps.feedbackSettings;
  return { kind: "feedback", customer, latest: latestAnswers(answers), openLoops, asked, missing, now };
}
