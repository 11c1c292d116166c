const FIRST_RETRY_SECONDS = 30;
const LONGEST_RETRY_SECONDS = 3600;

/**
 * Attempts before a message counts as failed: with the waits between them some three hours, which outlasts the usual
 * outage and still ends on the day the message speaks of.
 */
export const MOST_ATTEMPTS = 10;

/** Seconds to wait after an attempt, from 1 up: 30, 60, 120 … at most an hour. */
export function retryDelaySeconds(attempt: number): number {
  return Math.min(LONGEST_RETRY_SECONDS, FIRST_RETRY_SECONDS * 2 ** (attempt - 1));
}
