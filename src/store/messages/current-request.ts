import { AsyncLocalStorage } from "node:async_hooks";

const current = new AsyncLocalStorage<string>();

/** What is decided while `work` runs was asked for by that request. @param id as `handled_requests` has it */
export const duringRequest = <T>(id: string, work: () => Promise<T>): Promise<T> => current.run(id, work);

/** The request of Slack's that is worked on; null: a job's or the command line's doing. */
export const currentRequest = (): string | null => current.getStore() ?? null;
