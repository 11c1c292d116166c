import { owns } from "../access.ts";
import { MS_PER_DAY } from "../clock.ts";
import type { Customer, Member } from "../customer.ts";
import type { SentimentLabel } from "./sentiment.ts";

/** What somebody said of us in public, as a list or a message tells it. */
export type Mention = {
  readonly id: number;
  /** Null: of nobody we know. */
  readonly customer: { readonly id: number; readonly name: string } | null;
  readonly network: string;
  readonly author: string | null;
  readonly text: string;
  readonly url: string | null;
  readonly at: Date;
  /** How many people it may reach; null: not known. */
  readonly reach: number | null;
  /** −1 to 1. */
  readonly sentiment: number;
};

/** Older ones are no longer listed: nobody answers them. Chosen by the product. */
export const MENTION_DAYS = 90;
/** So long the author may wait before the owner is told. Chosen by the product. */
export const ALERT_AFTER_HOURS = 24;
/** With so many readers it is told at once. Chosen by the product. */
export const WIDE_REACH = 10_000;
/** An import of old mentions is no news: what was said before is on the list alone. Chosen by the product. */
export const ALERT_WITHIN_DAYS = 14;
/** Unanswered for so long, managers are told. Chosen by the product. */
export const ESCALATE_AFTER_DAYS = 3;
/** The owner has so long to answer after being told of it, also where it was imported late. */
export const ESCALATE_AFTER_ALERT_HOURS = 24;
/** Who praised us so often within so many days, and never complained in them, speaks for us. Chosen by the product. */
export const ADVOCATE_DAYS = 180;
export const ADVOCATE_LEAST = 2;

/** From then on waiting longer makes nothing more urgent: it doubles in a week and is three times as urgent after two. */
export const URGENCY_WAIT_DAYS = 14;
export const URGENCY_DOUBLES_IN_DAYS = 7;
/** Added to the reach, so that a mention nobody may have read still counts 1. */
export const URGENCY_REACH_FLOOR = 10;

/**
 * How urgent a complaint is: how bad × how far it reaches × how long it has waited. A tenfold reach adds 1 to the middle
 * factor, as ten times the readers are not ten times the harm. The store orders by the same (`urgencySql`).
 */
export function mentionUrgency(
  { sentiment, reach, at }: Pick<Mention, "sentiment" | "reach" | "at">,
  now: Date,
): number {
  const days = Math.min(Math.max(0, now.getTime() - at.getTime()) / MS_PER_DAY, URGENCY_WAIT_DAYS);
  const far = Math.log10(URGENCY_REACH_FLOOR + (reach ?? 0));
  return Math.max(0, -sentiment) * far * (1 + days / URGENCY_DOUBLES_IN_DAYS);
}

/** Whether a member may see a mention and act on it: of nobody we know everyone, of a customer their owner and managers. */
export function maySeeMention(
  member: Pick<Member, "role" | "email">,
  customer: Pick<Customer, "ownerEmail"> | null,
): boolean {
  return customer === null || member.role !== "rep" || owns(member, customer);
}

/** What a person says of a complaint. */
export type MentionDeed = "answered" | "not-negative";

/** What became of it; "already": somebody was faster, or it is no complaint any more. */
export type MentionSettlement = "done" | "already" | "gone" | "not-yours";

/** How many mentions of a time are judged as what; `unjudged`: in no language that can be, or too short. */
export type MentionCounts = Readonly<Record<SentimentLabel | "unjudged" | "waiting", number>>;

export type MentionList = {
  /** The most urgent first. */
  readonly items: readonly Mention[];
  readonly page: number;
  readonly pages: number;
  readonly inAll: number;
  /** Of the last `MENTION_DAYS`, as far as the reader may see them; `waiting`: not judged yet. */
  readonly counts: MentionCounts;
};

/** Who speaks for us. */
export type Advocate = {
  readonly author: string | null;
  readonly network: string | null;
  readonly customer: Mention["customer"];
  readonly positive: number;
  /** The widest of them; null: not known. */
  readonly reach: number | null;
  readonly lastAt: Date;
  readonly lastText: string;
};

export const MENTIONS_PER_PAGE = 8;
export const ADVOCATES_SHOWN = 15;
/** In one message; a burst of them is rolled up. */
export const MOST_TOLD_MENTIONS = 5;

/** The address of a mention as a link; null where it is none of the web. */
export function webAddress(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const { protocol, username, password, href } = new URL(url);
  return ["http:", "https:"].includes(protocol) && username === "" && password === "" ? href : null;
}
