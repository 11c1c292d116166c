import type { IncomingMessage } from "node:http";
import { SlackApiError } from "../api-error.ts";
import { isObject } from "../block-kit/checks.ts";
import type { ApiRequest } from "./call.ts";

/** Larger than any call Slack takes. */
const MAX_BODY_BYTES = 20 * 1024 * 1024;

/** @throws Error when it is larger than anything Slack takes */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    if (!Buffer.isBuffer(chunk)) continue;
    size += chunk.length;
    if (size > MAX_BODY_BYTES) throw new Error("The request is too large.");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** A call of the Web API: arguments in a form, JSON or the query; the token in a header or among them. */
export function apiRequestOf(request: IncomingMessage, url: URL, body: Buffer): ApiRequest {
  const method = url.pathname.replace(/^\/api\//, "");
  const args = argumentsOf(request, url, body.toString("utf8"));
  const bearer = /^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? "")?.[1] ?? null;
  if (args instanceof SlackApiError) return { method, token: bearer, args };
  const { token, ...rest } = args;
  return { method, token: bearer ?? (typeof token === "string" ? token : null), args: rest };
}

function argumentsOf(request: IncomingMessage, url: URL, text: string): ApiRequest["args"] {
  const query = Object.fromEntries(url.searchParams);
  if (request.method === "GET" || text === "") return query;
  const type = (request.headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase();
  if (type === "application/x-www-form-urlencoded")
    return { ...query, ...Object.fromEntries(new URLSearchParams(text)) };
  if (type === "application/json") return jsonArguments(text);
  return new SlackApiError(type ? "invalid_post_type" : "missing_post_type");
}

function jsonArguments(text: string): ApiRequest["args"] {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : new SlackApiError("json_not_object");
  } catch {
    return new SlackApiError("invalid_json");
  }
}
