import type { Clock } from "../../domain/clock.ts";
import type { AgentTokenStore } from "../../store/customers/agent-tokens.ts";

export type RevokeAgentTokenDeps = {
  readonly agentTokens: Pick<AgentTokenStore, "revoke" | "list">;
  readonly clock: Clock;
};

/** Ends a token: its next request is refused. "unchanged": it was revoked before. */
export async function revokeAgentToken(
  { agentTokens, clock }: RevokeAgentTokenDeps,
  { id, by }: { readonly id: number; readonly by: string },
): Promise<{ kind: "revoked" | "unchanged" | "unknown" }> {
  if (await agentTokens.revoke(id, by, clock())) return { kind: "revoked" };
  const isThere = (await agentTokens.list()).some((token) => token.id === id);
  return { kind: isThere ? "unchanged" : "unknown" };
}
