import type { IncomingMessage, ServerResponse } from "node:http";
import { SlackApiError } from "./api-error.ts";
import type { SandboxContext } from "./context.ts";
import type { Fault } from "./faults.ts";
import { postToResponseUrl } from "./responses.ts";
import { type ApiResponse, callMethod, rateLimited } from "./web-api/call.ts";
import { PRIVATE_FILES } from "./web-api/files.ts";
import { apiRequestOf, readBody } from "./web-api/request.ts";

const JSON_TYPE = "application/json; charset=utf-8";

export type ApiServer = {
  /** Answers what the app sends: Web API, response_url, uploads, and what it fetches. False when the path is none of these. */
  readonly handle: (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<boolean>;
};

export function apiServer(context: SandboxContext): ApiServer {
  return {
    async handle(request, response, url) {
      const [, area, ...rest] = url.pathname.split("/");
      if (area === "api") await callApi(context, request, response, url);
      else if (area === "response") await answerResponseUrl(context, request, response, rest.at(-1) ?? "");
      else if (area === "upload") await takeUpload(context, request, response, rest[0] ?? "");
      else if (area === PRIVATE_FILES) handOut(context, request, response, rest[0] ?? "");
      else return false;
      return true;
    },
  };
}

async function callApi(
  context: SandboxContext,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const call = apiRequestOf(request, url, await readBody(request));
  const log = call.args instanceof SlackApiError ? { error: call.args.code } : decoded(call.args);
  await answer(context, { name: call.method, log, response }, () => callMethod(context, call));
}

/** Forms carry JSON as text; the inspector shows what it says. */
function decoded(args: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(args).map(([name, value]) => [name, decodedValue(value)]));
}

function decodedValue(value: unknown): unknown {
  if (typeof value !== "string" || !/^[[{]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

async function answerResponseUrl(
  context: SandboxContext,
  request: IncomingMessage,
  response: ServerResponse,
  id: string,
): Promise<void> {
  const body = decodedValue((await readBody(request)).toString("utf8"));
  await answer(context, { name: "response_url", log: body, response }, () => {
    try {
      postToResponseUrl(context, id, body);
      return { status: 200, headers: {}, body: { ok: true } };
    } catch (error) {
      if (!(error instanceof SlackApiError)) throw error;
      const status = error.code === "expired_url" || error.code === "used_url" ? 404 : 400;
      return { status, headers: {}, body: { ok: false, error: error.code, ...error.details } };
    }
  });
}

type Exchange = { readonly name: string; readonly log: unknown; readonly response: ServerResponse };

/** Runs a call of the app with whatever fault is planned for it, and logs it. */
async function answer(context: SandboxContext, exchange: Exchange, run: () => ApiResponse): Promise<void> {
  const { name, response } = exchange;
  const end = context.inspector.begin({
    direction: "from_app",
    name,
    transport: "http",
    request: exchange.log,
  });
  const fault = context.faults.take(name);
  const result = withFault(fault, run);
  if (fault?.kind === "slow") await new Promise<void>((resolve) => context.clock.after(fault.ms, resolve));
  if (result === "cut") {
    end({ status: null, ok: false, error: "connection_cut", response: null });
    response.destroy();
    return;
  }
  const error = typeof result.body.error === "string" ? result.body.error : null;
  end({ status: result.status, ok: result.body.ok === true, error, response: result.body });
  // Whoever asks tells the time of day by it, and what is posted is stamped by the same clock.
  const date = context.clock.now().toUTCString();
  response.writeHead(result.status, { "content-type": JSON_TYPE, date, ...result.headers });
  response.end(JSON.stringify(result.body));
}

const SERVER_ERROR: ApiResponse = { status: 500, headers: {}, body: { ok: false, error: "internal_error" } };

function withFault(fault: Fault | null, run: () => ApiResponse): ApiResponse | "cut" {
  switch (fault?.kind) {
    case "rate_limited":
      return rateLimited(fault.retryAfterSeconds);
    case "error":
      return { status: 200, headers: {}, body: { ok: false, error: fault.error } };
    case "server_error":
      if (fault.when === "after") run();
      return SERVER_ERROR;
    case "cut":
      if (fault.when === "after") run();
      return "cut";
    default:
      return run();
  }
}

async function takeUpload(
  context: SandboxContext,
  request: IncomingMessage,
  response: ServerResponse,
  id: string,
): Promise<void> {
  const file = context.workspace.file(id);
  const body = await readBody(request);
  const end = context.inspector.begin({
    direction: "from_app",
    name: "upload",
    transport: "http",
    request: { file: id, bytes: body.length },
  });
  const content = file ? uploadedBytes(request.headers["content-type"] ?? "", body) : null;
  const isTaken = file !== null && content !== null && content.length === file.sizeBytes;
  if (isTaken) context.workspace.putFile({ ...file, content: content.toString("base64") });
  const status = isTaken ? 200 : file ? 400 : 404;
  end({ status, ok: isTaken, error: isTaken ? null : "upload_failed", response: null });
  response.writeHead(status, { "content-type": "text/plain" });
  response.end(isTaken ? `OK - ${file.sizeBytes}` : "The file or its announced length is not right.");
}

/** A file for the app. Whoever may not have it gets a page to log in on, with status 200, as from Slack. */
function handOut(
  context: SandboxContext,
  request: IncomingMessage,
  response: ServerResponse,
  id: string,
): void {
  const end = context.inspector.begin({
    direction: "from_app",
    name: "file",
    transport: "http",
    request: { file: id },
  });
  const file = context.workspace.file(id);
  const isAllowed =
    request.headers.authorization === `Bearer ${context.tokens.bot}` && context.scopes.includes("files:read");
  if (!isAllowed || !file?.content) {
    const status = isAllowed ? 404 : 200;
    end({ status, ok: false, error: isAllowed ? "file_not_found" : "not_authed", response: null });
    response.writeHead(status, { "content-type": "text/html; charset=utf-8" });
    response.end("<!doctype html><title>Sign in</title>");
    return;
  }
  end({ status: 200, ok: true, error: null, response: { bytes: file.sizeBytes } });
  response.writeHead(200, { "content-type": file.mimeType });
  response.end(Buffer.from(file.content, "base64"));
}

/** The bytes of the file: the whole body, or the one file part of a form. */
function uploadedBytes(contentType: string, body: Buffer): Buffer | null {
  const boundary = /boundary="?([^";]+)"?/.exec(contentType)?.[1];
  if (!contentType.startsWith("multipart/form-data") || !boundary) return body;
  const filePart = body.indexOf("filename=");
  const start = body.indexOf("\r\n\r\n", filePart);
  const end = body.indexOf(`\r\n--${boundary}`, start);
  return filePart < 0 || start < 0 || end < 0 ? null : body.subarray(start + 4, end);
}
