import type { Clock } from "../../domain/clock.ts";
import { agentTokenState } from "../../domain/customers/agent-token.ts";
import type { AgentTokenStore } from "../../store/customers/agent-tokens.ts";

export type CheckAgentTokenDeps = {
  readonly agentTokens: Pick<AgentTokenStore, "find" | "used">;
  readonly clock: Clock;
};

export type CheckedAgentToken =
  | { readonly kind: "good"; readonly id: number; readonly memberId: string }
  | { readonly kind: "expired" | "revoked" | "unknown" };

/** Whose token it is, and whether it is still good. What its owner may is another question. */
export async function checkAgentToken(
  { agentTokens, clock }: CheckAgentTokenDeps,
  { tokenHash }: { readonly tokenHash: string },
): Promise<CheckedAgentToken> {
  const token = await agentTokens.find(tokenHash);
  if (token === null) return { kind: "unknown" };
  const now = clock();
  const state = agentTokenState(token, now);
  if (state !== "good") return { kind: state };
  await agentTokens.used(token.id, now);
  return { kind: "good", id: token.id, memberId: token.memberId };
}
