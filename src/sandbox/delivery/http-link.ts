import { createHmac } from "node:crypto";
import { request as httpRequest } from "node:http";
import type { Answer, AppLink, AppRequest } from "./app-link.ts";

/** The v0 signature over timestamp and raw body. */
export function signatureOf(signingSecret: string, timestamp: string, body: string): string {
  return `v0=${createHmac("sha256", signingSecret).update(`v0:${timestamp}:${body}`).digest("hex")}`;
}

const form = (fields: Readonly<Record<string, unknown>>) =>
  new URLSearchParams(
    Object.entries(fields).map(([name, value]) => [name, String(value)] as [string, string]),
  ).toString();

function encode({ kind, body }: AppRequest): { readonly contentType: string; readonly text: string } {
  if (kind === "events_api") return { contentType: "application/json", text: JSON.stringify(body) };
  const fields = kind === "interactive" ? { payload: JSON.stringify(body) } : body;
  return { contentType: "application/x-www-form-urlencoded", text: form(fields) };
}

/**
 * Sends requests to the app's own URL, signed.
 * @param appUrl asked for each request: the app may start after the workspace; null while it is unknown
 */
export function httpLink(options: {
  readonly appUrl: () => string | null;
  readonly signingSecret: string;
  readonly onChange: () => void;
}): AppLink {
  let isConnected = true;
  const remember = (answer: Answer): Answer => {
    const reached = answer.kind === "acknowledged" || answer.reason === "http_error";
    if (reached !== isConnected) {
      isConnected = reached;
      options.onChange();
    }
    return answer;
  };
  return {
    mode: "http",
    isConnected: () => isConnected,
    async send(request, signal) {
      const url = options.appUrl();
      return remember(
        url === null
          ? UNREACHABLE
          : await post(url, request, { signingSecret: options.signingSecret, signal }),
      );
    },
    close: async () => {},
  };
}

const UNREACHABLE: Answer = {
  kind: "failed",
  status: null,
  reason: "connection_failed",
  noRetry: false,
};

function post(
  url: string,
  request: AppRequest,
  { signingSecret, signal }: { readonly signingSecret: string; readonly signal: AbortSignal },
): Promise<Answer> {
  const { contentType, text } = encode(request);
  // The app compares this with the machine's clock, whatever time the workspace has been moved to.
  const timestamp = String(Math.floor(Date.now() / 1000));
  const headers = {
    "Content-Type": contentType,
    "Content-Length": Buffer.byteLength(text),
    "User-Agent": "Slackbot 1.0 (local stand-in)",
    "X-Slack-Request-Timestamp": timestamp,
    "X-Slack-Signature": signatureOf(signingSecret, timestamp, text),
    ...(request.retry && {
      "X-Slack-Retry-Num": String(request.retry.number),
      "X-Slack-Retry-Reason": request.retry.reason,
    }),
  };
  return new Promise((resolve) => {
    // A connection of its own for each request: a kept one would hold up the app's stop.
    const outgoing = httpRequest(url, { method: "POST", headers, agent: false, signal }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", () => resolve(UNREACHABLE));
      response.on("end", () =>
        resolve(
          answerOf(response.statusCode ?? 0, Buffer.concat(chunks).toString("utf8"), {
            noRetry: response.headers["x-slack-no-retry"] === "1",
          }),
        ),
      );
    });
    outgoing.on("error", () => resolve(UNREACHABLE));
    outgoing.end(text);
  });
}

function answerOf(status: number, text: string, { noRetry }: { noRetry: boolean }): Answer {
  if (status < 200 || status > 299) return { kind: "failed", status, reason: "http_error", noRetry };
  return { kind: "acknowledged", status, payload: parse(text), noRetry };
}

function parse(text: string): unknown {
  if (text.trim() === "") return null;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
