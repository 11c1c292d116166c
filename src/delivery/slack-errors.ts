import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from "@slack/web-api";
import { TOKEN_REFUSED } from "../domain/messages/receipt.ts";
import { type Phrase, phrase } from "../domain/phrase.ts";
import type { Refusal } from "./poster.ts";

/**
 * Errors after which the same call fails again until a person acts; what they can do stands in the words.
 * Source: the error tables of chat.postMessage, conversations.open, conversations.history and conversations.replies.
 */
const REFUSALS: ReadonlySet<string> = new Set([
  "channel_not_found",
  "not_in_channel",
  "is_archived",
  "user_not_found",
  "user_disabled",
  "cannot_dm_bot",
  "user_not_visible",
  "restricted_action",
  "restricted_action_read_only_channel",
  "msg_too_long",
  "msg_blocks_too_long",
  "cannot_reply_to_message",
  "thread_not_found",
  "invalid_blocks",
  "invalid_blocks_format",
  "no_text",
  "missing_scope",
]);

/**
 * Errors about the bot's token, after which every other call fails as well until a person gives it another.
 * Source: the errors that every Web API method lists.
 */
const TOKEN_REFUSALS: ReadonlySet<string> = new Set([
  "account_inactive",
  "invalid_auth",
  "not_authed",
  "token_expired",
  "token_revoked",
]);

/** Errors of Slack's own, after which part of the call may have happened. */
const LOST_ANSWERS: ReadonlySet<string> = new Set([
  "fatal_error",
  "internal_error",
  "service_unavailable",
  "request_timeout",
]);

/** Sorts what a Web API call threw. Anything that is not surely a refusal counts as a lost answer. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof WebAPIRateLimitedError) {
    return { kind: "later", error: slackSaid("ratelimited"), afterSeconds: error.retryAfter };
  }
  if (error instanceof WebAPIPlatformError) return platformRefusal(error.data.error);
  if (error instanceof WebAPIHTTPError)
    return { kind: "unknown", error: phrase("undelivered.http", { status: String(error.statusCode) }) };
  if (error instanceof WebAPIRequestError)
    return { kind: "unknown", error: phrase("undelivered.line", { error: error.original.message }) };
  const what = error instanceof Error ? error.message : String(error);
  return { kind: "unknown", error: phrase("undelivered.line", { error: what }) };
}

function platformRefusal(code: string): Refusal {
  if (REFUSALS.has(code)) return { kind: "refused", error: phrase(`undelivered.slack.${code}`) };
  if (TOKEN_REFUSALS.has(code)) return { kind: "stopped", error: phrase(TOKEN_REFUSED, { error: code }) };
  if (LOST_ANSWERS.has(code)) return { kind: "unknown", error: slackSaid(code) };
  // Rate limits in disguise, an outage of a part: nothing happened, and time may help.
  return { kind: "later", error: slackSaid(code), afterSeconds: null };
}

/** An answer of Slack's that says nothing to do. */
export const slackSaid = (error: string): Phrase => phrase("undelivered.slack-said", { error });
