import { type DeliverDeps, deliverDue } from "../delivery/deliver.ts";

/** Not bound to a period: every tick posts what is due, and the outbox lets each message go once. */
export const deliverTick = (deps: DeliverDeps) => async (): Promise<void> => {
  await deliverDue(deps);
};
