import { daysAfter, MS_PER_DAY } from "../../clock.ts";
import type { AskedKind } from "./feedback-kinds.ts";
import type { PageLanguage } from "./page-language.ts";

/** How long a link can be answered: past a holiday, and not so long that the answer is about another time. Chosen by us. */
export const LINK_DAYS = 30;
/** Somebody who was asked within so many days is not asked the same again without a word: a quarter, as surveys go. */
export const ASKED_LATELY_DAYS = 90;
/** Of a comment, in UTF-16 units, as the page's form counts them. */
export const LONGEST_COMMENT = 2000;
/** The source of answers given by a link; their external id is the request's. */
export const LINK_SOURCE = "feedback-link";

export const expiryOf = (askedAt: Date): Date => daysAfter(askedAt, LINK_DAYS);

/** What a link asks whom. */
export type FeedbackQuestion = {
  readonly kind: AskedKind;
  readonly language: PageLanguage;
  /** The ticket it is about; null: the whole relationship. */
  readonly ticket: string | null;
};

/** A request of a customer's, as a reader sees it. */
export type AskedBefore = {
  readonly id: number;
  readonly kind: AskedKind;
  readonly contactName: string | null;
  readonly ticket: string | null;
  /** Slack user id; null: asked from the command line. */
  readonly askedBy: string | null;
  readonly askedByName: string | null;
  readonly askedAt: Date;
  readonly expiresAt: Date;
  readonly answeredAt: Date | null;
};

/** Whether its link can still be answered. */
export const isWaiting = ({ answeredAt, expiresAt }: AskedBefore, now: Date): boolean =>
  answeredAt === null && expiresAt > now;

/** The last time somebody at the customer was asked the same; null: not within `ASKED_LATELY_DAYS`. */
export function askedLately(asked: readonly AskedBefore[], kind: AskedKind, now: Date): AskedBefore | null {
  const since = daysAfter(now, -ASKED_LATELY_DAYS);
  const same = asked.filter((one) => one.kind === kind && one.askedAt > since);
  return same.toSorted((a, b) => b.askedAt.getTime() - a.askedAt.getTime())[0] ?? null;
}

/** Whole days from one moment to a later one. */
export const daysBetween = (from: Date, to: Date): number =>
  Math.max(0, Math.floor((to.getTime() - from.getTime()) / MS_PER_DAY));

/** Somebody at a customer who can be asked. */
export type AskedContact = {
  readonly id: number;
  readonly name: string;
  readonly role: string | null;
  readonly language: string | null;
};

/** A ticket that can be asked about. */
export type SolvedTicket = { readonly id: number; readonly reference: string; readonly subject: string };
