import { MS_PER_MINUTE } from "../clock.ts";

/**
 * After which moment a share of the same card in the same channel is one that whoever shares it now does not know of: two forms
 * opened from one card, or two people at once. Within a minute it is hardly meant. Chosen by the product.
 * @param seenShareAt the newest share there that they were told of; null: none
 */
export function sharedAgainAfter(seenShareAt: Date | null, now: Date): Date {
  const aMinuteAgo = new Date(now.getTime() - MS_PER_MINUTE);
  return seenShareAt !== null && seenShareAt > aMinuteAgo ? seenShareAt : aMinuteAgo;
}
