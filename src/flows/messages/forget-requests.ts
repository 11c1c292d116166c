import { type Clock, daysAfter } from "../../domain/clock.ts";
import { TRACE_KEPT_DAYS } from "../../domain/messages/traced-request.ts";
import type { HandledRequestStore } from "../../store/messages/handled-requests.ts";
import type { ReceiptStore } from "../../store/messages/receipts.ts";
import type { RequestTraceStore } from "../../store/messages/request-traces.ts";

export type ForgetRequestsDeps = {
  readonly handledRequests: Pick<HandledRequestStore, "forgetOld">;
  readonly requestTraces: Pick<RequestTraceStore, "forgetFailures">;
  readonly receipts: Pick<ReceiptStore, "forgetAttempts">;
  readonly clock: Clock;
};

/**
 * Forgets which of Slack's deliveries were handled, once Slack will not send them again; and how attempts and requests
 * ended, once nobody asks any more. @returns how many deliveries
 */
export async function forgetRequests(deps: ForgetRequestsDeps): Promise<number> {
  const now = deps.clock();
  const before = daysAfter(now, -TRACE_KEPT_DAYS);
  await deps.requestTraces.forgetFailures(before);
  await deps.receipts.forgetAttempts(before);
  return deps.handledRequests.forgetOld(now);
}
