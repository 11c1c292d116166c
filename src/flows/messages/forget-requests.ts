import type { Clock } from "../../domain/clock.ts";
import type { HandledRequestStore } from "../../store/messages/handled-requests.ts";

export type ForgetRequestsDeps = {
  readonly handledRequests: Pick<HandledRequestStore, "forgetOld">;
  readonly clock: Clock;
};

/** Forgets which of Slack's deliveries were handled, once Slack will not send them again. @returns how many */
export function forgetRequests({ handledRequests, clock }: ForgetRequestsDeps): Promise<number> {
  return handledRequests.forgetOld(clock());
}
