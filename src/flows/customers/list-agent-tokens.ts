import type { Clock } from "../../domain/clock.ts";
import { agentTokenState } from "../../domain/customers/agent-token.ts";
import type { AgentTokenStore, ListedAgentToken } from "../../store/customers/agent-tokens.ts";

export type ListAgentTokensDeps = {
  readonly agentTokens: Pick<AgentTokenStore, "list">;
  readonly clock: Clock;
};

/** Every token, the newest first, and whether it may be used. */
export async function listAgentTokens({
  agentTokens,
  clock,
}: ListAgentTokensDeps): Promise<
  Array<ListedAgentToken & { readonly state: ReturnType<typeof agentTokenState> }>
> {
  const now = clock();
  return (await agentTokens.list()).map((token) => ({ ...token, state: agentTokenState(token, now) }));
}
