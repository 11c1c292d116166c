import { MS_PER_HOUR } from "../clock.ts";
import type { Part } from "../part.ts";
import type { PageOf } from "./at-risk.ts";
import type { DueFollowUps } from "./due-follow-ups.ts";
import type { OpenLoop } from "./feedback/feedback-answer.ts";
import type { Mention } from "./mentions.ts";
import type { OpenNudge } from "./turns/open-nudge.ts";

/** An unhappy answer that nobody has followed up, and whose it is. */
export type OpenAnswer = OpenLoop & { readonly customerId: number; readonly customer: string };

/** What waits for a member. */
export type MyDay = {
  /** Nudges that wait for the reader's answer, newest first. */
  readonly nudges: Part<PageOf<OpenNudge>>;
  /** Whether the reader owns customers: nobody else is nudged. Tells nothing where the nudges could not be read. */
  readonly ownsCustomers: boolean;
  /** Customers of the reader's to get back to, of whom no nudge waits. */
  readonly due: Part<DueFollowUps>;
  /** Unhappy answers of customers the reader answers for, oldest first. */
  readonly answers: Part<PageOf<OpenAnswer>>;
  /** Complaints in public that nobody answered, the most urgent first. */
  readonly mentions: Part<PageOf<Mention>>;
};

/** Lines of each list of the day: more is no plan for a day. Chosen by the product. */
export const LISTED_ON_HOME = 5;

/** How fresh the risks on Home are. */
export type Freshness =
  | { readonly kind: "never" }
  | { readonly kind: "fresh" | "old"; readonly scoredAt: Date };

/** Scored every night: whoever is two nights behind reads yesterday's news. Chosen by the product. */
export const OLD_AFTER_HOURS = 48;

/** @param scoredAt of the newest scoring; null: nobody was scored yet */
export function freshnessOf(scoredAt: Date | null, now: Date): Freshness {
  if (scoredAt === null) return { kind: "never" };
  const hours = (now.getTime() - scoredAt.getTime()) / MS_PER_HOUR;
  return { kind: hours > OLD_AFTER_HOURS ? "old" : "fresh", scoredAt };
}
