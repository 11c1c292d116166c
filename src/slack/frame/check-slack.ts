import { WebAPIPlatformError, WebClient } from "@slack/web-api";
import type { SlackConnection } from "../../config.ts";
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
      finding: "no tokens, so `npm start` shows the demo",
      advice: "To connect: see “Connect Slack” in README.md.",
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
      finding: `connected to ${team} as ${user}, ${connection.mode} mode`,
      advice: null,
    };
  } catch (error) {
    return { name: NAME, status: "failed", finding: findingOf(error), advice: adviceOn(error) };
  }
}

function findingOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function adviceOn(error: unknown): string {
  return error instanceof WebAPIPlatformError
    ? "Slack refused a token: install the app again from manifest.yml and copy both tokens into .env."
    : "Slack could not be reached: check the network and any proxy.";
}
