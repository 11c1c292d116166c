import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import { hashOfAgentToken, makeAgentToken } from "../../src/mcp/agent-token.ts";
import type { Database } from "../../src/store/database/database.ts";
import { createStore } from "../../src/store/store.ts";
import { signatureHeaders } from "./signed-requests.ts";

/** A token as `mainstay mcp token add` makes it. */
export async function addToken(
  database: Database,
  memberId: string,
  { createdAt, days = 90 }: { readonly createdAt: Date; readonly days?: number },
): Promise<{ readonly token: string; readonly id: number }> {
  const token = makeAgentToken();
  const expiresAt = new Date(createdAt.getTime() + days * 86_400_000);
  const kept = { memberId, name: "a program", createdAt, expiresAt, by: "test" };
  const tokenHash = hashOfAgentToken(token) ?? "";
  return { token, id: await createStore(database).agentTokens.add({ ...kept, tokenHash }) };
}

export type McpAnswer = {
  readonly isError: boolean;
  // biome-ignore lint/suspicious/noExplicitAny: what arrives is what the test looks at
  readonly data: any;
  /** Everything the program got, as text. */
  readonly all: string;
};

/** The SDK's own client, with a token. */
export async function connect(url: string, token: string) {
  const headers = { authorization: `Bearer ${token}` };
  const transport = new StreamableHTTPClientTransport(new URL(url), { requestInit: { headers } });
  const client = new Client({ name: "a program", version: "1.0.0" });
  await client.connect(transport);
  // It checks answers against the tools' output schemas from here on.
  await client.listTools();
  return {
    client,
    async call(name: string, given: Record<string, unknown> = {}): Promise<McpAnswer> {
      const result = await client.callTool({ name, arguments: given });
      return {
        isError: result.isError === true,
        data: result.structuredContent,
        all: JSON.stringify(result),
      };
    },
    close: () => client.close(),
  };
}

/** What Slack's documentation and examples say its Slackbot sends: signed, with who asks in `_meta.slack`. */
export function slackbot(url: string, secret: string, now: () => Date) {
  return async (
    message: object,
    { at = now(), headers = {} }: { readonly at?: Date; readonly headers?: Record<string, string> } = {},
  ) => {
    const body = JSON.stringify({ jsonrpc: "2.0", id: 1, ...message });
    const response = await fetch(url, {
      method: "POST",
      body,
      headers: {
        "content-type": "application/json",
        accept: "application/json, text/event-stream",
        ...signatureHeaders(secret, body, at),
        ...headers,
      },
    });
    const text = await response.text();
    // biome-ignore lint/suspicious/noExplicitAny: what arrives is what the test looks at
    const told: any = text === "" ? null : JSON.parse(text);
    return { status: response.status, headers: response.headers, told };
  };
}

/** A call of a tool on a user's behalf. */
export const calledBy = (
  who: { readonly user_id?: string; readonly team_id?: string | null },
  name: string,
  given: object = {},
) => ({ method: "tools/call", params: { name, arguments: given, _meta: { slack: who } } });
