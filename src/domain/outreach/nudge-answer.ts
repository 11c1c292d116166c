import { MS_PER_DAY } from "../clock.ts";
import type { MorePressing } from "./open-nudge.ts";
import type { SuggestionStatus } from "./suggestion.ts";

/** Why somebody had no use for a nudge, in the order they are offered. */
export const WHY_NOT = ["wrong-customer", "wrong-time", "wrong-advice", "already-handled"] as const;
export type WhyNot = (typeof WHY_NOT)[number];

/** What became of one customer's part of a nudge; `open`: it can still be answered, but something presses more by now. */
export type NudgeAnswer = {
  readonly suggestionKey: string;
  /** `taken`: somebody who reads the channel sees to it, and has not answered yet. */
  readonly status: SuggestionStatus | "taken";
  /** What came to press more than what it said; left out: nothing did. */
  readonly morePressing?: MorePressing;
  /** Of one that was not useful; null where nobody said. */
  readonly whyNot: WhyNot | null;
  /** Of one that nobody answered. */
  readonly closedBecause: ClosedBecause | null;
  /** Who has it now, of one that was handed over. */
  readonly handedTo?: { readonly id: string; readonly name: string | null };
  /** Slack user id; null: the bot closed it. */
  readonly by: string | null;
  readonly byName: string | null;
  readonly at: Date;
};

/** What became of it is known. */
export type SettledAnswer = NudgeAnswer & { readonly status: Exclude<NudgeAnswer["status"], "open"> };

/** Whether something became of it; null: nobody answered, and nothing came to press more. */
export const isSettled = (answer: NudgeAnswer | null): answer is SettledAnswer =>
  answer !== null && answer.status !== "open";

/**
 * `age`: nobody answered in time; `newer`: a later nudge speaks of the same customer; `do-not-disturb`: they are to be left
 * alone by now.
 */
export type ClosedBecause = "age" | "newer" | "do-not-disturb";

/**
 * Chosen by the product: as long as the bot keeps quiet about a customer after a nudge. From then on it may raise them
 * anew, by what is true then; what the old one said need not be.
 */
export const NUDGE_OPEN_DAYS = 7;

/** Nudges made at this moment or before are over at `now`. */
export const nudgesOverSince = (now: Date): Date => new Date(now.getTime() - NUDGE_OPEN_DAYS * MS_PER_DAY);
