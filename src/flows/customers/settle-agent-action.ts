import type { Clock } from "../../domain/clock.ts";
import type { AgentActionStore } from "../../store/customers/agent-actions.ts";

export type SettleAgentActionDeps = {
  readonly agentActions: Pick<AgentActionStore, "done" | "release">;
  readonly clock: Clock;
};

/** Notes that what was taken was done, or gives it back. */
export async function settleAgentAction(
  { agentActions, clock }: SettleAgentActionDeps,
  { id, isDone }: { readonly id: string; readonly isDone: boolean },
): Promise<void> {
  await (isDone ? agentActions.done(id, clock()) : agentActions.release(id));
}
