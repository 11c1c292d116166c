import type { Clock } from "../../domain/clock.ts";
import { type AgentAction, type TakenAction, takenAction } from "../../domain/customers/agent-action.ts";
import type { AgentActionStore } from "../../store/customers/agent-actions.ts";

export type TakeAgentActionDeps = {
  readonly agentActions: Pick<AgentActionStore, "find" | "claim">;
  readonly clock: Clock;
};

/** What was shown, taken to be done now; whoever gets it says so with `settleAgentAction`. Of two at once one gets it. */
export async function takeAgentAction(
  { agentActions, clock }: TakeAgentActionDeps,
  asked: {
    readonly id: string;
    readonly caller: string;
    /** What is to be done; another action under that id counts as none. */
    readonly kind: AgentAction["kind"];
  },
): Promise<TakenAction> {
  const now = clock();
  const told = takenAction(await shown(agentActions, asked), true, now);
  if (told.kind !== "taken" || (await agentActions.claim(asked.id, now))) return told;
  // Somebody was faster: done meanwhile, or still at it.
  return takenAction(await shown(agentActions, asked), false, now);
}

async function shown(
  agentActions: Pick<AgentActionStore, "find">,
  { id, caller, kind }: { readonly id: string; readonly caller: string; readonly kind: AgentAction["kind"] },
) {
  const kept = await agentActions.find(id, caller);
  return kept?.action.kind === kind ? kept : null;
}
