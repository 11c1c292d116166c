import { cancelQuery } from "../database/cancel-query.ts";
import { StoppedError, untilStopped } from "../database/stoppable.ts";

export type QueryStopStore = typeof queryStop;

/** Ends queries whose answer nobody waits for any more. */
export const queryStop = {
  /** Work whose queries end with the signal. @throws what `isStop` knows where one was ended */
  until: <Result>(signal: AbortSignal, work: () => Promise<Result>): Promise<Result> =>
    untilStopped({ signal, cancel: cancelQuery }, work),

  /** Also of an error that says what could not be done for it. */
  isStop: (error: unknown): boolean => wasStopped(error),
};

const wasStopped = (error: unknown): boolean =>
  error instanceof StoppedError || (error instanceof Error && wasStopped(error.cause));
