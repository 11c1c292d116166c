import { createHmac } from "node:crypto";

/** Headers as Slack signs them (v0): HMAC-SHA-256 over version, timestamp and body. */
export function signatureHeaders(secret: string, body: string, at: Date): Record<string, string> {
  const seconds = String(Math.floor(at.getTime() / 1000));
  const digest = createHmac("sha256", secret).update(`v0:${seconds}:${body}`).digest("hex");
  return { "x-slack-request-timestamp": seconds, "x-slack-signature": `v0=${digest}` };
}

/** Sends what Slack would send to the bot's request URL. */
export function slackSender(url: string, secret: string) {
  const post = (body: string, type: string, headers = signatureHeaders(secret, body, new Date())) =>
    fetch(url, { method: "POST", body, headers: { "content-type": type, ...headers } });
  const form = (values: Record<string, string>, headers?: Record<string, string>) =>
    post(new URLSearchParams(values).toString(), "application/x-www-form-urlencoded", headers);
  return {
    form,
    interaction: (payload: object) => form({ payload: JSON.stringify(payload) }),
    event: (body: object) => post(JSON.stringify(body), "application/json"),
  };
}
