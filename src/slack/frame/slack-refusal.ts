import { WebAPIPlatformError } from "@slack/web-api";
import type { SlackConnection } from "../../config.ts";
import { type Phrase, phrase } from "../../domain/phrase.ts";
import { FILE_SCOPE, GROUPS_SCOPE, type OptionalUses, scopesOf } from "../scopes.ts";

/** Which of the two tokens a call was made with. */
export type TokenKind = "bot" | "app";

/** Slack's errors about a token that waiting does not mend, and `src/words` has advice for. */
const ADVISED = [
  "account_inactive",
  "invalid_auth",
  "missing_scope",
  "not_allowed_token_type",
  "not_authed",
  "token_expired",
  "token_revoked",
];

/** Slack's errors about itself: no token is to blame. */
const AILING = ["fatal_error", "internal_error", "ratelimited", "request_timeout", "service_unavailable"];

/** Why a first call failed, and what to do: Slack refused the token, or was not reached at all. */
export function slackRefusal(error: unknown, token: TokenKind): Phrase {
  const refused = error instanceof WebAPIPlatformError ? error.data.error : null;
  if (refused === null || AILING.includes(refused))
    return phrase("slack.unreachable", { error: refused ?? messageOf(error) });
  const advice = ADVISED.includes(refused) ? `slack.refused.${refused}` : "slack.refused.other";
  return phrase("slack.refused", { error: refused, token, advice: phrase(advice, { token }) });
}

/**
 * Null where the token may do all that the bot does, or Slack does not say what it may.
 * @param granted as Slack lists them with its answer
 * @param uses what is switched on of what takes a scope more
 */
export function missingScopes(granted: readonly string[] | undefined, uses: OptionalUses): Phrase | null {
  if (granted === undefined) return null;
  const missing = scopesOf(uses).filter((scope) => !granted.includes(scope));
  if (missing.length === 0) return null;
  // The manifest does not ask for these.
  const optional = [FILE_SCOPE, GROUPS_SCOPE];
  if (missing.every((scope) => optional.includes(scope)))
    return phrase(missing[0] === FILE_SCOPE ? "slack.missing-file-scope" : "slack.missing-groups-scope");
  return phrase("slack.missing-scopes", { scopes: missing.join(", ") });
}

/** The tokens a connection has, in the order they are tried. */
export const tokensOf = (connection: SlackConnection): ReadonlyArray<readonly [TokenKind, string]> =>
  connection.mode === "socket"
    ? [
        ["bot", connection.botToken],
        ["app", connection.appToken],
      ]
    : [["bot", connection.botToken]];

/** What a network error says of itself lies in what caused it: "connect ECONNREFUSED 127.0.0.1:443". */
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause ?? ("original" in error ? error.original : null);
  if (cause instanceof Error) return messageOf(cause);
  const inner = error instanceof AggregateError ? error.errors[0] : null;
  return inner instanceof Error ? messageOf(inner) : error.message;
}
