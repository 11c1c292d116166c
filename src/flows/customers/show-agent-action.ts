import type { Clock } from "../../domain/clock.ts";
import { type AgentAction, CONFIRM_WITHIN_MINUTES } from "../../domain/customers/agent-action.ts";
import type { AgentActionStore } from "../../store/customers/agent-actions.ts";

export type ShowAgentActionDeps = {
  readonly agentActions: Pick<AgentActionStore, "keep">;
  readonly clock: Clock;
};

/** Keeps what a program is told that it would do, for its caller to confirm. @returns until when */
export async function showAgentAction(
  { agentActions, clock }: ShowAgentActionDeps,
  shown: {
    readonly id: string;
    readonly caller: string;
    readonly customerId: number;
    readonly action: AgentAction;
  },
): Promise<{ readonly until: Date }> {
  const shownAt = clock();
  await agentActions.keep({ ...shown, shownAt });
  return { until: new Date(shownAt.getTime() + CONFIRM_WITHIN_MINUTES * 60_000) };
}
