import type { SentRequest } from "../../domain/messages/given-up-messages.ts";

/** Who wants to know how long requests of Slack's take; seconds from their arrival. */
export type RequestTimings = {
  acknowledged(kind: SentRequest["how"], seconds: number): void;
  /** Answered, and done. */
  done(kind: SentRequest["how"], seconds: number): void;
  notTaken(kind: SentRequest["how"]): void;
};

export const NOBODY_TIMES: RequestTimings = { acknowledged: () => {}, done: () => {}, notTaken: () => {} };
