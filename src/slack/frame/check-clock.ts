import type { HealthCheck } from "../../domain/health-check.ts";
import { phrase } from "../../domain/phrase.ts";

const NAME = "clock";
const TIMEOUT_MS = 10_000;
const SLACK_API = "https://slack.com/api/";
/** Slack's Date has whole seconds and comes over a line; times people read are off by as much. Chosen by the product. */
const OFF_SECONDS = 60;
/** Slack signs requests with its time, and what is five minutes off is refused; a minute before, nothing may get through. */
const REFUSED_SECONDS = 240;

/** How far this machine's clock is from Slack's, by the date of an answer. Says nothing where Slack does not answer: that is another check's. */
export async function checkClock(slackApiUrl: string | null, now: () => number): Promise<HealthCheck[]> {
  const slackAt = await slackTime(slackApiUrl ?? SLACK_API);
  if (slackAt === null) return [];
  const seconds = Math.round((now() - slackAt) / 1000);
  const off = { seconds: Math.abs(seconds), way: seconds < 0 ? "behind" : "ahead" };
  if (off.seconds <= OFF_SECONDS)
    return [{ name: NAME, status: "ok", finding: [phrase("health.clock")], advice: null }];
  const status = off.seconds > REFUSED_SECONDS ? "failed" : "warning";
  const advice = phrase("health.clock.advice");
  return [{ name: NAME, status, finding: [phrase("health.clock.off", off)], advice }];
}

/** Slack's time in ms since 1970; null where it does not answer, or not with a date. Needs no token. */
async function slackTime(apiUrl: string): Promise<number | null> {
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const answered = await fetch(new URL("api.test", apiUrl), { method: "POST", signal });
    await answered.arrayBuffer();
    const at = Date.parse(answered.headers.get("date") ?? "");
    return Number.isNaN(at) ? null : at;
  } catch {
    return null;
  }
}
