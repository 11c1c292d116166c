import type { Clock } from "../../domain/clock.ts";
import type { Customer } from "../../domain/customer.ts";
import type {
  AskedBefore,
  AskedContact,
  SolvedTicket,
} from "../../domain/outreach/feedback/feedback-request.ts";
import type { FeedbackSettings } from "../../domain/outreach/feedback/feedback-settings.ts";
import type { CustomerStore } from "../../store/customers/customers.ts";
import type { FeedbackRequestStore } from "../../store/outreach/feedback-requests.ts";

export type OpenFeedbackFormDeps = {
  readonly customers: Pick<CustomerStore, "find">;
  readonly feedbackRequests: Pick<FeedbackRequestStore, "asked" | "contacts" | "solvedTickets">;
  readonly feedbackSettings: Pick<FeedbackSettings, "missing">;
  readonly clock: Clock;
};

export type FeedbackFormOpened =
  | {
      readonly kind: "form";
      readonly customer: Customer;
      readonly contacts: readonly AskedContact[];
      readonly tickets: readonly SolvedTicket[];
      readonly asked: readonly AskedBefore[];
      readonly now: Date;
    }
  | { readonly kind: "not-set-up"; readonly missing: readonly string[] }
  | { readonly kind: "gone" };

/** What can be chosen where somebody asks a customer for feedback. */
export async function openFeedbackForm(
  deps: OpenFeedbackFormDeps,
  { customerId }: { readonly customerId: number },
): Promise<FeedbackFormOpened> {
  const { missing } = deps.feedbackSettings;
  if (missing.length > 0) return { kind: "not-set-up", missing };
  const now = deps.clock();
  const [customer, contacts, tickets, asked] = await Promise.all([
    deps.customers.find(customerId),
    deps.feedbackRequests.contacts(customerId, now),
    deps.feedbackRequests.solvedTickets(customerId, now),
    deps.feedbackRequests.asked(customerId, now),
  ]);
  if (customer === null) return { kind: "gone" };
  return { kind: "form", customer, contacts, tickets, asked, now };
}
