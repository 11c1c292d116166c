import type { Activity } from "./activity.ts";
import type { Day } from "./calendar.ts";
import type { CustomerProfile } from "./customer.ts";

/** A person at the customer. */
export type ContactRecord = {
  readonly source: string;
  readonly externalId: string;
  readonly name: string;
  readonly role: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly preferredChannel: TouchChannel | null;
  readonly language: string | null;
  readonly birthday: Day | null;
  /** The day they left the customer; null: still there, as far as we know. */
  readonly leftOn: Day | null;
};

export type TicketSeverity = "low" | "normal" | "high" | "urgent";

export type TicketRecord = {
  readonly source: string;
  readonly externalId: string;
  readonly subject: string;
  readonly severity: TicketSeverity;
  readonly openedAt: Date;
  readonly firstReplyAt: Date | null;
  /** null: still open. */
  readonly solvedAt: Date | null;
};

export type FeedbackRecord = {
  readonly source: string;
  readonly externalId: string;
  readonly kind: "csat" | "ces" | "nps" | "thumbs";
  /** From 0 (nps, thumbs) or 1 (csat, ces) up to `scaleMax`. */
  readonly score: number;
  readonly scaleMax: number;
  readonly comment: string | null;
  readonly at: Date;
};

export type TouchChannel = "phone" | "email" | "chat" | "meeting" | "visit" | "sms" | "social" | "other";
export type TouchOutcome = "reached" | "no_answer" | "promised" | "resolved" | "declined" | "other";

export type TouchRecord = {
  readonly source: string;
  readonly externalId: string;
  /** Slack user id of the member who made the contact; null when not known. */
  readonly memberId: string | null;
  readonly channel: TouchChannel;
  readonly outcome: TouchOutcome;
  readonly note: string | null;
  readonly minutesSpent: number;
  readonly at: Date;
};

/** What somebody said of us in public: a post, a review, an article. */
export type MentionRecord = {
  readonly source: string;
  readonly externalId: string;
  /** Where it stands, e.g. "X" or "Trustpilot". */
  readonly network: string;
  readonly author: string | null;
  readonly text: string;
  readonly url: string | null;
  readonly at: Date;
  /** People it may have reached; null: not known. */
  readonly reach: number | null;
  /** When we answered in public; null: not yet, as far as we were told. */
  readonly answeredAt: Date | null;
};

/** Something we sell. */
export type ProductRecord = {
  readonly source: string;
  readonly externalId: string;
  readonly name: string;
  readonly category: string | null;
  /** Of one piece; null with its currency where it has no list price. */
  readonly priceMinor: number | null;
  readonly currency: string | null;
  /** Whether it is on sale. */
  readonly active: boolean;
};

/** Everything one source knows of one customer. */
export type CustomerFile = {
  readonly profile: CustomerProfile;
  readonly contacts: readonly ContactRecord[];
  readonly activities: readonly Activity[];
  readonly tickets: readonly TicketRecord[];
  readonly feedback: readonly FeedbackRecord[];
  readonly touches: readonly TouchRecord[];
};

/** Money spent to keep customers over the days it covers, both inclusive. */
export type CostRecord = {
  readonly source: string;
  readonly externalId: string;
  readonly category: "labour" | "tools" | "activities" | "marketing" | "goods";
  /** Of labour; null elsewhere, and where it was not told. */
  readonly subcategory: "pay" | "bonus" | "benefits" | "training" | null;
  readonly kind: "direct" | "indirect";
  /** Above zero, except in a correction. */
  readonly amountMinor: number;
  readonly currency: string;
  readonly fromDay: Day;
  readonly toDay: Day;
  /** What it is for, as `printAppliesTo` writes it: `all`, `segment:NAME`, `customer:EXTERNAL_ID`, …, joined by `|`. */
  readonly appliesTo: string;
  /** What the amount is shared out by. */
  readonly driver: "equal" | "revenue" | "orders" | "tickets" | "touches" | "minutes";
  readonly note: string | null;
};
