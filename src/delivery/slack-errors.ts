import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from "@slack/web-api";
import type { Refusal } from "./poster.ts";

/**
 * Errors after which the same call fails again until a person acts, with what they can do.
 * Source: the error tables of chat.postMessage, conversations.open and conversations.history.
 */
const REFUSALS: Readonly<Record<string, string>> = {
  channel_not_found:
    "The channel is gone, or private without the bot in it: invite the bot, or choose another.",
  not_in_channel: "The bot is not in the channel: invite it with /invite.",
  is_archived: "The channel is archived: unarchive it, or choose another.",
  user_not_found: "That member does not exist in this workspace: check who owns the account.",
  user_disabled: "That member's account is deactivated: give their customers another owner.",
  cannot_dm_bot: "The recipient is a bot: give their customers another owner.",
  user_not_visible: "The bot may not see that member: check the app's access.",
  restricted_action: "A workspace setting forbids posting there: ask an admin.",
  restricted_action_read_only_channel:
    "Only some may post in that channel: allow the bot, or choose another.",
  msg_too_long: "The message is too long for Slack: please report this as a defect.",
  msg_blocks_too_long: "The message is too long for Slack: please report this as a defect.",
  invalid_blocks: "Slack does not accept the message's blocks: please report this as a defect.",
  invalid_blocks_format: "Slack does not accept the message's blocks: please report this as a defect.",
  no_text: "The message is empty: please report this as a defect.",
  missing_scope: "The app lacks a permission: install it again from manifest.yml.",
};

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
    return { kind: "later", error: "ratelimited", afterSeconds: error.retryAfter };
  }
  if (error instanceof WebAPIPlatformError) return platformRefusal(error.data.error);
  if (error instanceof WebAPIHTTPError) return { kind: "unknown", error: `HTTP ${error.statusCode}` };
  if (error instanceof WebAPIRequestError) return { kind: "unknown", error: error.original.message };
  return { kind: "unknown", error: error instanceof Error ? error.message : String(error) };
}

function platformRefusal(code: string): Refusal {
  const advice = REFUSALS[code];
  if (advice !== undefined) return { kind: "refused", error: `${code}: ${advice}` };
  if (LOST_ANSWERS.has(code)) return { kind: "unknown", error: code };
  // Rate limits in disguise, a token being rotated, an outage of a part: nothing happened, and time may help.
  return { kind: "later", error: code, afterSeconds: null };
}
