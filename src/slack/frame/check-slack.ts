import { WebAPIPlatformError, WebClient } from "@slack/web-api";
import type { SlackConnection } from "../../config.ts";
import { asWritten, type Phrase, phrase } from "../../domain/phrase.ts";
import type { HealthCheck } from "../../flows/messages/check-health.ts";

const NAME = "slack";
const TIMEOUT_MS = 10_000;

/** Whether the tokens work, asked of Slack itself. */
export async function checkSlack(
  connection: SlackConnection | null,
  slackApiUrl: string | null,
): Promise<HealthCheck> {
  if (!connection) {
    return {
      name: NAME,
      status: "warning",
      finding: [phrase("health.slack.no-tokens")],
      advice: phrase("health.slack.connect"),
    };
  }
  const options = {
    timeout: TIMEOUT_MS,
    retryConfig: { retries: 0 },
    ...(slackApiUrl ? { slackApiUrl } : {}),
  };
  try {
    const { team, user } = await new WebClient(connection.botToken, options).auth.test();
    if (connection.mode === "socket")
      await new WebClient(connection.appToken, options).apps.connections.open({});
    return {
      name: NAME,
      status: "ok",
      finding: [phrase("health.slack", { team: team ?? "", user: user ?? "", mode: connection.mode })],
      advice: null,
    };
  } catch (error) {
    return { name: NAME, status: "failed", finding: [asWritten(findingOf(error))], advice: adviceOn(error) };
  }
}

function findingOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function adviceOn(error: unknown): Phrase {
  const isRefused = error instanceof WebAPIPlatformError;
  return phrase(isRefused ? "health.slack.refused" : "health.slack.unreachable");
}
