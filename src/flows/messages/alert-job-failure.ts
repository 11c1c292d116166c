import type { Clock } from "../../domain/clock.ts";
import type { Phrase } from "../../domain/phrase.ts";
import { type SendAlertDeps, sendAlert } from "./send-alert.ts";

/** A job that will not be tried again for its period. */
export type JobFailure = {
  readonly job: string;
  readonly period: string;
  /** A phrase, where the error is one of ours. */
  readonly error: string | Phrase;
  readonly attempts: number;
};

export type AlertJobFailureDeps = SendAlertDeps & { readonly clock: Clock };

/** The log keeps all of it. */
const ERROR_LENGTH = 300;

/** Warns the operators' channels, once for each job and period. @returns messages kept */
export function alertJobFailure(deps: AlertJobFailureDeps, failure: JobFailure): Promise<number> {
  const now = deps.clock();
  const { job, period, error, attempts } = failure;
  const message = {
    kind: "job-alert" as const,
    job,
    period,
    error: typeof error === "string" ? error.slice(0, ERROR_LENGTH) : error,
    attempts,
    failedAt: now.toISOString(),
  };
  return sendAlert(deps, { keyOf: (channelId) => `job-alert:${channelId}:${job}:${period}`, message, now });
}
