import { ASKED_KEPT_DAYS } from "../../domain/asking/follow-up.ts";
import { type Clock, daysAfter } from "../../domain/clock.ts";
import { TRACE_KEPT_DAYS } from "../../domain/messages/traced-request.ts";
import type { AskedBeforeStore } from "../../store/asking/asked-before.ts";
import type { AgentActionStore } from "../../store/customers/agent-actions.ts";
import type { HandledRequestStore } from "../../store/messages/handled-requests.ts";
import type { ReceiptStore } from "../../store/messages/receipts.ts";
import type { RequestTraceStore } from "../../store/messages/request-traces.ts";

export type ForgetRequestsDeps = {
  readonly handledRequests: Pick<HandledRequestStore, "forgetOld">;
  readonly requestTraces: Pick<RequestTraceStore, "forgetFailures">;
  readonly receipts: Pick<ReceiptStore, "forgetAttempts">;
  readonly askedBefore: Pick<AskedBeforeStore, "forgetOld">;
  readonly agentActions: Pick<AgentActionStore, "forgetOld">;
  readonly clock: Clock;
};

/**
 * Forgets which of Slack's deliveries were handled, once Slack will not send them again; and how attempts and requests
 * ended, what was asked, and what programs were shown before it was done, once nobody goes on from it any more.
 * @returns how many deliveries
 */
export async function forgetRequests(deps: ForgetRequestsDeps): Promise<number> {
  const now = deps.clock();
  const before = daysAfter(now, -TRACE_KEPT_DAYS);
  await deps.askedBefore.forgetOld(daysAfter(now, -ASKED_KEPT_DAYS));
  await deps.requestTraces.forgetFailures(before);
  await deps.receipts.forgetAttempts(before);
  await deps.agentActions.forgetOld(daysAfter(now, -1));
  return deps.handledRequests.forgetOld(now);
}
