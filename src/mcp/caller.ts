import { z } from "zod";
import type { SlackFlows } from "../flows/bind-flows.ts";
import { hashOfAgentToken } from "./agent-token.ts";
import { isSignedBySlack } from "./slack-signature.ts";

/** Who a request is from. */
export type Caller =
  | {
      readonly kind: "member";
      /** Slack user id. */
      readonly memberId: string;
      /** "slackbot", or "token 3". */
      readonly by: string;
      /** What was shown to one caller, another cannot confirm; calls are counted by it. */
      readonly key: string;
    }
  /** Signed by Slack on nobody's behalf: it may learn which tools there are. */
  | { readonly kind: "slack" }
  | Refused;

export type Refused = {
  readonly kind: "refused";
  readonly status: 401 | 403 | 503;
  readonly because:
    | "no-credentials"
    | "no-signing-secret"
    | "bad-signature"
    | "unknown-token"
    | "expired-token"
    | "revoked-token"
    | "bad-identity"
    | "other-team"
    | "team-unknown";
};

export type CallerTools = {
  readonly flows: Pick<SlackFlows, "checkAgentToken">;
  /** Null: none is set, and no signature can be checked. */
  readonly signingSecret: string | null;
  /** The workspace the bot is installed in; null where Slack does not say just now. */
  team(): Promise<string | null>;
  /** ms since 1970, by this machine. */
  nowMs(): number;
};

type Asking = {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** The body, read. */
  readonly message: unknown;
};

/** Who asks: by Slack's signature and what Slack says in it, or by a token. A signature that is wrong is not made good by a token. */
export async function callerOf(asking: Asking, tools: CallerTools): Promise<Caller> {
  const { headers } = asking;
  if ("x-slack-signature" in headers) return slackCaller(asking, tools);
  const token = /^Bearer +(\S+)$/i.exec(headers.authorization ?? "")?.[1];
  return token === undefined ? refused(401, "no-credentials") : tokenCaller(token, tools);
}

async function tokenCaller(token: string, { flows }: CallerTools): Promise<Caller> {
  const tokenHash = hashOfAgentToken(token);
  if (tokenHash === null) return refused(401, "unknown-token");
  const checked = await flows.checkAgentToken({ tokenHash });
  if (checked.kind !== "good") return refused(401, `${checked.kind}-token`);
  const { id, memberId } = checked;
  return { kind: "member", memberId, by: `token ${id}`, key: `token:${id}` };
}

/** Where Slack says on whose behalf its request is; see docs/decisions/2026-11-29-agents.md. */
const identified = z.object({
  params: z.object({ _meta: z.object({ slack: z.object({}).loose() }) }),
});
const identity = z.object({ user_id: z.string().min(1), team_id: z.string().min(1) });

async function slackCaller({ headers, body, message }: Asking, tools: CallerTools): Promise<Caller> {
  const { signingSecret } = tools;
  if (signingSecret === null) return refused(401, "no-signing-secret");
  if (!isSignedBySlack(headers, body, { signingSecret, nowMs: tools.nowMs() }))
    return refused(401, "bad-signature");
  const told = identified.safeParse(message);
  if (!told.success) return { kind: "slack" };
  const who = identity.safeParse(told.data.params._meta.slack);
  if (!who.success) return refused(403, "bad-identity");
  const team = await tools.team();
  if (team === null) return refused(503, "team-unknown");
  if (who.data.team_id !== team) return refused(403, "other-team");
  const memberId = who.data.user_id;
  return { kind: "member", memberId, by: "slackbot", key: `slackbot:${memberId}` };
}

const refused = (status: Refused["status"], because: Refused["because"]): Refused => ({
  kind: "refused",
  status,
  because,
});
