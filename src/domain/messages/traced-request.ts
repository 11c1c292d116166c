/** So long it is kept how attempts and requests ended. Chosen by the product: long after anybody asks about an error. */
export const TRACE_KEPT_DAYS = 90;

/** What Slack delivered, once it was worked on. */
export type EndedRequest = {
  /** As it is kept, such as `command:…`. */
  readonly id: string;
  /** The command, action, form or event. */
  readonly what: string;
  /** Slack id of whoever sent it; null: nobody waits for an answer. */
  readonly userId: string | null;
};

/** What is kept of a request from Slack. */
export type TracedRequest = {
  readonly id: string;
  /** Null: it was not worked on yet, or by an older version. */
  readonly what: string | null;
  readonly userId: string | null;
  /** Null: somebody who is no member any more. */
  readonly userName: string | null;
  readonly arrivedAt: Date;
  /** When its work was over, well or badly; null: not yet, or nobody noted it. */
  readonly doneAt: Date | null;
  /** It is worked on, or waits to be taken over. */
  readonly isUnderWay: boolean;
  /** How often it was begun. */
  readonly attempts: number;
};

/** A request that failed, under the reference that the person was given and that stands in the log. */
export type RequestFailure = {
  readonly reference: string;
  readonly requestId: string;
  readonly what: string;
  readonly userId: string | null;
  readonly at: Date;
};
