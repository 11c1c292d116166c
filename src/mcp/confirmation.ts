import { z } from "zod";
import { type AgentAction, CONFIRM_WITHIN_MINUTES } from "../domain/customers/agent-action.ts";
import { candidates, customerShown, shownCustomer } from "./named-customer.ts";
import { type Answered, type Asked, message } from "./tool.ts";

/** What a tool that changes something is called with the second time, alone. */
export const confirmationInput = z
  .string()
  .max(100)
  .optional()
  .describe("From the first call, once the member has said yes; give nothing else with it.");

/** What such a tool answers: the first time what it would do, the second time that it is done. */
export const confirmationOutput = z.object({
  message,
  status: z.enum(["to confirm", "done", "done before", "not done"]).optional(),
  customer: customerShown.optional(),
  confirmation_id: z.string().optional(),
  valid_until: z.string().optional(),
  candidates,
});

type Confirming = Answered<z.input<typeof confirmationOutput>>;

/** Says what would be done, and keeps it for its caller to confirm. @param would in our words alone */
export async function toConfirm(
  customerId: number,
  action: AgentAction,
  would: string,
  asked: Asked,
): Promise<Confirming> {
  const { flows, say, caller } = asked;
  const id = asked.newId();
  const { until } = await flows.showAgentAction({ id, caller, customerId, action });
  return {
    outcome: "shown",
    customerId,
    body: {
      message: `${would} ${say("mcp.confirm", { minutes: CONFIRM_WITHIN_MINUTES })}`,
      status: "to confirm",
      ...(await shownCustomer(customerId, asked)),
      confirmation_id: id,
      valid_until: until.toISOString(),
    },
  };
}

/** What was done: whether it was, and the words for it. */
export type Done = { readonly isDone: boolean; readonly told: string };

type Taken<Kind extends AgentAction["kind"]> = {
  readonly customerId: number;
  readonly action: Extract<AgentAction, { kind: Kind }>;
  readonly shownAt: Date;
};

/**
 * Does what was confirmed, once: a second confirmation of the same does nothing.
 * @param work does it; it may come again after a crash, so that doing it twice has to come to the same
 */
export async function confirmed<Kind extends AgentAction["kind"]>(
  given: { readonly id: string; readonly kind: Kind },
  asked: Asked,
  work: (taken: Taken<Kind>) => Promise<Done>,
): Promise<Confirming> {
  const { flows, say, caller } = asked;
  const { id, kind } = given;
  const taken = await flows.takeAgentAction({ id, kind, caller });
  if (taken.kind === "done") {
    const named = await shownCustomer(taken.customerId, asked);
    const body = { message: say("mcp.confirm.done-before"), status: "done before" as const, ...named };
    return { outcome: "done before", customerId: taken.customerId, body };
  }
  if (taken.kind !== "taken") return notDone(taken.kind, null, say(`mcp.confirm.${taken.kind}`));
  const { customerId, shownAt } = taken;
  const action = taken.action as Taken<Kind>["action"];
  const { isDone, told } = await orGivenBack(id, asked, () => work({ customerId, action, shownAt }));
  await flows.settleAgentAction({ id, isDone });
  if (!isDone) return notDone("not done", customerId, told);
  const body = { message: told, status: "done" as const, ...(await shownCustomer(customerId, asked)) };
  return { outcome: "done", customerId, body };
}

/** What fails may be confirmed again at once. */
async function orGivenBack<Result>(
  id: string,
  { flows }: Asked,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    await flows.settleAgentAction({ id, isDone: false });
    throw error;
  }
}

const notDone = (outcome: string, customerId: number | null, message: string): Confirming => ({
  outcome,
  customerId,
  isRefused: true,
  body: { message, status: "not done" },
});

/** Neither a confirmation nor what is needed to show what would be done. */
export const notEnough = (needs: string, { say }: Asked): Confirming =>
  notDone("wrong input", null, say("mcp.confirm.needs", { needs }));
