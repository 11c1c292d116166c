import { daysAfter } from "../clock.ts";

/** By which a program asks on a member's behalf. */
export type AgentToken = {
  readonly id: number;
  /** Slack user id. */
  readonly memberId: string;
  /** Which program it is for, as whoever made it called it. */
  readonly name: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  /** To the minute; null: never used. */
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
};

/** Days for which a token is good unless stated otherwise. Chosen by the product: a quarter. */
export const AGENT_TOKEN_DAYS = 90;
/** A token that nobody renews within a year is one that nobody remembers. Chosen by the product. */
export const MOST_AGENT_TOKEN_DAYS = 365;

/** Whether a token may be used at `now`, and why not. */
export function agentTokenState(
  { expiresAt, revokedAt }: Pick<AgentToken, "expiresAt" | "revokedAt">,
  now: Date,
): "good" | "expired" | "revoked" {
  if (revokedAt !== null) return "revoked";
  return expiresAt <= now ? "expired" : "good";
}

/** @param days from 1 to `MOST_AGENT_TOKEN_DAYS` */
export const agentTokenEnd = (now: Date, days: number): Date => daysAfter(now, days);
