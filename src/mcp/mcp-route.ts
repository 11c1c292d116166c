import { z } from "zod";
import type { Clock } from "../domain/clock.ts";
import type { SlackFlows } from "../flows/bind-flows.ts";
import type { Log } from "../log.ts";
import type { WebRequest, WebResponse, WebRoute } from "../web/web-route.ts";
import { localeOf } from "../words/locale.ts";
import { sayIn } from "../words/say.ts";
import { callLimit } from "./call-limit.ts";
import { callTool } from "./call-tool.ts";
import { type Caller, type CallerTools, callerOf, type Refused } from "./caller.ts";
import { answerMessage, type McpMessage } from "./mcp-server.ts";

export type McpTools = Omit<CallerTools, "flows"> & {
  readonly flows: SlackFlows;
  readonly clock: Clock;
  readonly log: Log;
  /** The bot's address as others know it; null: it has none, and no web page may ask. */
  readonly publicUrl: string | null;
};

export const MCP_PATH = "/mcp";

/** A note of 3,000 characters takes some 20 kB as JSON may write it. Chosen. */
const MOST_BYTES = 64_000;

/** More than a conversation needs, little enough that a program that runs wild is stopped. Chosen by the product. */
const CALLS = { most: 60, windowMs: 60_000 };

/**
 * `/mcp`: what programs ask on a member's behalf over the Model Context Protocol (2025-06-18, streamable HTTP). There is no
 * stream of news to listen to, so that only POST is answered.
 */
export function mcpRoutes(tools: McpTools): readonly WebRoute[] {
  const limit = callLimit(CALLS, tools.nowMs);
  return [
    {
      method: "POST",
      path: MCP_PATH,
      bodyLimit: MOST_BYTES,
      handle: (request) => answer(request, tools, limit),
    },
    {
      method: "GET",
      path: MCP_PATH,
      bodyLimit: 0,
      handle: async () => ({ status: 405, headers: { allow: "POST" } }),
    },
  ];
}

type Limit = ReturnType<typeof callLimit>;

async function answer(request: WebRequest, tools: McpTools, limit: Limit): Promise<WebResponse> {
  const { headers, body } = request;
  if (!isOwnOrigin(headers.origin, tools.publicUrl)) return refusal(403, "mcp.refused.origin", null);
  const read = readMessage(body);
  const caller = await callerOf({ headers, body, message: read }, tools);
  if (caller.kind === "refused") return refusedCaller(caller, read, tools);
  const seconds = limit(caller.kind === "member" ? caller.key : "slack");
  if (seconds !== null) return tooMany(seconds, read);
  if (!isOneMessage(read)) return refusal(400, "mcp.refused.message", read);
  const message = { headers, read };
  return caller.kind === "slack" ? answerMessage(message, null) : answerMember(message, caller, tools);
}

/**
 * A web page asks with its origin; programs and Slack ask without. Another page than our own is refused, under whatever name
 * it reached us (DNS rebinding).
 */
function isOwnOrigin(origin: string | undefined, publicUrl: string | null): boolean {
  if (origin === undefined) return true;
  return publicUrl !== null && origin === new URL(publicUrl).origin;
}

async function answerMember(
  message: McpMessage,
  caller: Extract<Caller, { kind: "member" }>,
  tools: McpTools,
): Promise<WebResponse> {
  const { flows } = tools;
  const member = await flows.admit(caller.memberId);
  const { account } = member;
  if (account !== "member") {
    const { memberId, by } = caller;
    const noted = { memberId, by, customerId: null, tool: methodOf(message.read) };
    await flows.noteAgentCall({ ...noted, outcome: `refused: ${account}` });
    return refusal(403, `access.${account}`, message.read);
  }
  return answerMessage(message, (name, given) => callTool({ name, given }, { member, caller }, tools));
}

const jsonRpc = z.object({ jsonrpc: z.literal("2.0"), method: z.string().max(100) });
const withId = z.object({ id: z.union([z.string().max(200), z.number()]) });

/** Null where it cannot be read. */
function readMessage(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    return null;
  }
}

/** One message of a request: several at once, or an answer to us, have no place here. */
const isOneMessage = (read: unknown): boolean => jsonRpc.safeParse(read).success;

const METHODS = ["initialize", "ping", "tools/list", "tools/call"];
/** What a program made up is no name of ours. */
const methodOf = (read: unknown): string => {
  const method = jsonRpc.safeParse(read).data?.method ?? "";
  return METHODS.includes(method) ? method : "other";
};

function refusedCaller(
  { status, because }: Refused,
  read: unknown,
  { log }: Pick<McpTools, "log">,
): WebResponse {
  log.warn({ because }, "A request over MCP was refused");
  const answered = refusal(status, `mcp.refused.${because}`, read);
  if (status !== 401) return answered;
  const isToken = because.endsWith("-token");
  const challenge = `Bearer realm="mainstay"${isToken ? ', error="invalid_token"' : ""}`;
  return { ...answered, headers: { ...answered.headers, "www-authenticate": challenge } };
}

function tooMany(seconds: number, read: unknown): WebResponse {
  const answered = refusal(429, "mcp.refused.too-many", read, { calls: CALLS.most, seconds });
  return { ...answered, headers: { ...answered.headers, "retry-after": String(seconds) } };
}

/** JSON-RPC leaves these numbers to servers. */
const REFUSED = -32_001;

/** An answer of the protocol that says why, in the language of whoever has told none. */
function refusal(
  status: number,
  code: string,
  read: unknown,
  parameters: Record<string, number> = {},
): WebResponse {
  const id = withId.safeParse(read).data?.id ?? null;
  const message = sayIn(localeOf(null))(code, parameters);
  return {
    status,
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ jsonrpc: "2.0", id, error: { code: REFUSED, message } }),
  };
}
