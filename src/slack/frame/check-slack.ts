import { LogLevel, WebClient, type WebClientOptions } from "@slack/web-api";
import type { SlackConnection } from "../../config.ts";
import type { HealthCheck } from "../../domain/health-check.ts";
import { type Phrase, phrase } from "../../domain/phrase.ts";
import { PhrasedError } from "../../domain/phrased-error.ts";
import type { OptionalUses } from "../scopes.ts";
import { missingScopes, slackRefusal, type TokenKind, tokensOf } from "./slack-refusal.ts";

const NAME = "slack";
const TIMEOUT_MS = 10_000;

type Asked =
  | { readonly kind: "accepted"; readonly team: string; readonly user: string }
  | { readonly kind: "refused"; readonly because: Phrase };

/** Whether the tokens work, asked of Slack itself, all at once: every one that does not is told. */
export async function checkSlack(
  connection: SlackConnection | null,
  slackApiUrl: string | null,
  uses: OptionalUses = {},
): Promise<HealthCheck> {
  if (!connection) {
    const finding = [phrase("health.slack.no-tokens")];
    return { name: NAME, status: "warning", finding, advice: phrase("health.slack.connect") };
  }
  const options = optionsOf(slackApiUrl);
  const asked = await Promise.all(
    tokensOf(connection).map(([kind, token]) => askWith(kind, token, options, uses)),
  );
  const refused = asked.flatMap((answer) => (answer.kind === "refused" ? [answer.because] : []));
  if (refused.length > 0) return { name: NAME, status: "failed", finding: eachOnce(refused), advice: null };
  const { team, user } = asked.find(isOfBot) ?? NOBODY;
  const finding = [phrase("health.slack", { team, user, mode: connection.mode })];
  return { name: NAME, status: "ok", finding, advice: null };
}

/** Why Slack does not take the bot's token or does not answer; null: it does. Asks one harmless question. */
export async function slackRefusalNow(
  { botToken }: Pick<SlackConnection, "botToken">,
  slackApiUrl: string | null,
  uses: OptionalUses = {},
): Promise<Phrase | null> {
  const asked = await askWith("bot", botToken, optionsOf(slackApiUrl), uses);
  return asked.kind === "refused" ? asked.because : null;
}

/**
 * Slack takes every token there is. Asked before anything starts: what connects by itself afterwards would try a token
 * that is refused again and again.
 * @throws PhrasedError that says what to do
 */
export async function assertSlackAccepts(
  connection: SlackConnection,
  slackApiUrl: string | null,
  uses: OptionalUses = {},
): Promise<void> {
  const asked = await askSlack(connection, slackApiUrl, uses);
  if (asked.kind === "refused") throw new PhrasedError(asked.because);
}

async function askSlack(
  connection: SlackConnection,
  slackApiUrl: string | null,
  uses: OptionalUses,
): Promise<Asked> {
  const options = optionsOf(slackApiUrl);
  let accepted: Asked = { kind: "accepted", team: "", user: "" };
  for (const [kind, token] of tokensOf(connection)) {
    const asked = await askWith(kind, token, options, uses);
    if (asked.kind === "refused") return asked;
    if (kind === "bot") accepted = asked;
  }
  return accepted;
}

const NOBODY = { team: "", user: "" };
type Accepted = Extract<Asked, { kind: "accepted" }>;
/** The app token says of nobody. */
const isOfBot = (asked: Asked): asked is Accepted => asked.kind === "accepted" && asked.user !== "";

/** Where Slack is not reached, both tokens say the same. */
function eachOnce(phrases: readonly Phrase[]): Phrase[] {
  return [...new Map(phrases.map((one) => [JSON.stringify(one), one])).values()];
}

const optionsOf = (slackApiUrl: string | null): WebClientOptions => ({
  timeout: TIMEOUT_MS,
  // What failed is said by whoever asked.
  logLevel: LogLevel.ERROR,
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
  ...(slackApiUrl ? { slackApiUrl } : {}),
});

async function askWith(
  kind: TokenKind,
  token: string,
  options: WebClientOptions,
  uses: OptionalUses,
): Promise<Asked> {
  const web = new WebClient(token, options);
  try {
    if (kind === "app") {
      await web.apps.connections.open({});
      return { kind: "accepted", team: "", user: "" };
    }
    const { team = "", user = "", response_metadata } = await web.auth.test();
    const missing = missingScopes(response_metadata?.scopes, uses);
    return missing === null ? { kind: "accepted", team, user } : { kind: "refused", because: missing };
  } catch (error) {
    return { kind: "refused", because: slackRefusal(error, kind) };
  }
}
