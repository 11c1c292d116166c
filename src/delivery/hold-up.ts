import { MS_PER_MINUTE } from "../domain/clock.ts";
import type { ClaimedMessage } from "../store/messages/outbox-claims.ts";

/**
 * From its first failure on, a message that waits for its next attempt holds up later ones for the same recipient so
 * long. Chosen by the product: five attempts and the usual hiccup of Slack's fit into it, and a message that cannot be
 * posted does not keep a warning from a channel for hours.
 */
const HOLDS_UP_MS = 10 * MS_PER_MINUTE;

/**
 * Until when later messages for the same recipient wait for one that is given back.
 * @param toldUntil until when Slack told to wait, which holds for the later ones as well; null: it did not
 */
export function holdsUpUntil(claim: ClaimedMessage, now: Date, toldUntil: Date | null): Date | null {
  const isFirst = claim.attempt - claim.uncounted <= 1 || claim.holdsUpUntil === null;
  const usual = isFirst ? new Date(now.getTime() + HOLDS_UP_MS) : claim.holdsUpUntil;
  if (toldUntil === null) return usual;
  return claim.holdsUpUntil !== null && claim.holdsUpUntil > toldUntil ? claim.holdsUpUntil : toldUntil;
}
