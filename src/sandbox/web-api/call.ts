import { SlackApiError } from "../api-error.ts";
import type { SandboxContext } from "../context.ts";
import { APP_METHODS } from "./app-methods.ts";
import { CHAT_METHODS, RateLimitedError } from "./chat.ts";
import { CONVERSATION_METHODS } from "./conversations.ts";
import { FILE_METHODS } from "./files.ts";
import { type ApiMethod, requireScope } from "./method.ts";
import { STREAM_METHODS } from "./streams.ts";
import { USER_METHODS } from "./users.ts";
import { VIEW_METHODS } from "./views.ts";
import { WORK_OBJECT_METHODS } from "./work-objects.ts";

export const METHODS: Readonly<Record<string, ApiMethod>> = {
  ...APP_METHODS,
  ...CHAT_METHODS,
  ...CONVERSATION_METHODS,
  ...FILE_METHODS,
  ...USER_METHODS,
  ...VIEW_METHODS,
  ...STREAM_METHODS,
  ...WORK_OBJECT_METHODS,
};

export type ApiRequest = {
  readonly method: string;
  readonly token: string | null;
  /** The parsed body, or why it could not be parsed. */
  readonly args: Readonly<Record<string, unknown>> | SlackApiError;
};

export type ApiResponse = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>>;
};

/** Runs one call of the app and says what Slack would say; never throws for what the app did wrong. */
export function callMethod(context: SandboxContext, request: ApiRequest): ApiResponse {
  const definition = Object.hasOwn(METHODS, request.method) ? METHODS[request.method] : undefined;
  const headers = {
    "x-oauth-scopes": context.scopes.join(","),
    "x-accepted-oauth-scopes": definition?.scopes.join(",") ?? "",
  };
  try {
    return { status: 200, headers, body: { ok: true, ...run(context, request, definition) } };
  } catch (error) {
    if (error instanceof RateLimitedError) return rateLimited(error.retryAfterSeconds);
    if (!(error instanceof SlackApiError)) throw error;
    return { status: 200, headers, body: { ok: false, error: error.code, ...error.details } };
  }
}

export const rateLimited = (retryAfterSeconds: number): ApiResponse => ({
  status: 429,
  headers: { "retry-after": String(retryAfterSeconds) },
  body: { ok: false, error: "ratelimited" },
});

function run(context: SandboxContext, request: ApiRequest, definition: ApiMethod | undefined) {
  if (!definition) throw new SlackApiError("unknown_method", { req_method: request.method });
  checkToken(context, request.token, definition.token);
  requireScope(context, definition.scopes);
  if (request.args instanceof SlackApiError) throw request.args;
  const waitSeconds = context.limits.method(request.method, definition.tier);
  if (waitSeconds > 0) throw new RateLimitedError(waitSeconds);
  return definition.run(context, request.args);
}

function checkToken({ tokens }: SandboxContext, token: string | null, kind: "bot" | "app"): void {
  if (token === null || token === "") throw new SlackApiError("not_authed");
  if (token !== tokens.bot && token !== tokens.app) throw new SlackApiError("invalid_auth");
  if (token !== tokens[kind]) throw new SlackApiError("not_allowed_token_type");
}
