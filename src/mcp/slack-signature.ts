import { createHmac, timingSafeEqual } from "node:crypto";

/** As old as Slack's own libraries take a request to be fresh, and as far as a clock may be ahead of ours. */
const MOST_SECONDS_OFF = 5 * 60;

/**
 * Whether Slack signed a request, a moment ago: HMAC-SHA-256 over version, timestamp and the body as it came (v0, as for
 * events and commands: https://docs.slack.dev/authentication/verifying-requests-from-slack).
 * @param nowMs since 1970, by this machine: whatever day the bot takes it to be
 */
export function isSignedBySlack(
  headers: Readonly<Record<string, string>>,
  body: Buffer,
  { signingSecret, nowMs }: { readonly signingSecret: string; readonly nowMs: number },
): boolean {
  const timestamp = headers["x-slack-request-timestamp"] ?? "";
  if (!/^\d{1,12}$/.test(timestamp)) return false;
  if (Math.abs(nowMs / 1000 - Number(timestamp)) > MOST_SECONDS_OFF) return false;
  const digest = createHmac("sha256", signingSecret).update(`v0:${timestamp}:`).update(body).digest("hex");
  const [given, expected] = [headers["x-slack-signature"] ?? "", `v0=${digest}`].map((text) =>
    Buffer.from(text),
  );
  return (
    given !== undefined &&
    expected !== undefined &&
    given.length === expected.length &&
    timingSafeEqual(given, expected)
  );
}
