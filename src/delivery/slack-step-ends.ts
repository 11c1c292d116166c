import { LogLevel, WebAPIPlatformError, WebClient } from "@slack/web-api";
import type { StepEnd, StepEnds } from "./tell-steps.ts";

/** Slack no longer waits for the end of such an execution. */
const OVER = ["execution_not_in_running_state", "function_execution_not_found"];
/** It does not take what was told of one. */
const REFUSED = ["parameter_validation_failed", "invalid_arguments"];

const TIMEOUT_MS = 10_000;

/** Tells Slack through its Web API how steps of workflows ended; the bot's own token is enough. */
export function slackStepEnds({ token, slackApiUrl }: { token: string; slackApiUrl?: string }): StepEnds {
  const web = new WebClient(token, {
    timeout: TIMEOUT_MS,
    // What fails is told again, and said by whoever tells.
    logLevel: LogLevel.ERROR,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    ...(slackApiUrl ? { slackApiUrl } : {}),
  });
  return {
    succeeded: (executionId, outputs) =>
      endOf(() => web.functions.completeSuccess({ function_execution_id: executionId, outputs })),
    failed: (executionId, error) =>
      endOf(() => web.functions.completeError({ function_execution_id: executionId, error })),
  };
}

async function endOf(call: () => Promise<unknown>): Promise<StepEnd> {
  try {
    await call();
    return { kind: "taken" };
  } catch (error) {
    const code = error instanceof WebAPIPlatformError ? error.data.error : "";
    if (OVER.includes(code)) return { kind: "over" };
    return REFUSED.includes(code) ? { kind: "refused", error: code } : { kind: "lost" };
  }
}
