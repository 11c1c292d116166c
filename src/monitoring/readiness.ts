import { MS_PER_HOUR } from "../domain/clock.ts";
import { type Phrase, phrase } from "../domain/phrase.ts";
import type { JobLag } from "../jobs/job-lag.ts";

/** What is known of the process at a moment. */
export type ProcessState = {
  readonly isStopping: boolean;
  /** Null where the database did not say in time. */
  readonly pendingMigrations: number | null;
  readonly lags: readonly JobLag[] | null;
  /** Why Slack does not take the token or does not answer; null: it answered well. */
  readonly slackRefusal: Phrase | null;
  /** How long the socket to Slack has been down, in ms; 0: it is up, or there is none. */
  readonly socketDownMs: number;
};

/** Why the process cannot do all of its work. The code is for programs, the phrase for people; neither holds a secret. */
export type NotReady = { readonly code: string; readonly says: Phrase };

/**
 * Well above the longest that a job waits for the others, which run one after the other: a training of a large company takes
 * under an hour. Chosen by the product.
 */
export const LATE_AFTER_MS = 2 * MS_PER_HOUR;
/** Slack renews a socket several times a day, which takes seconds. Chosen by the product. */
const SOCKET_DOWN_MS = 30_000;
/** What everybody reads stands on it: that it is late counts also once its hours are over. */
const SCORING = "score-daily";

/** Every reason at once; none: the process is ready. */
export function whyNotReady(state: ProcessState): readonly NotReady[] {
  const { isStopping, pendingMigrations, lags, slackRefusal, socketDownMs } = state;
  return [
    ...(isStopping ? [because("stopping", phrase("ready.stopping"))] : []),
    ...(pendingMigrations === null || lags === null ? [because("database", phrase("ready.database"))] : []),
    ...(pendingMigrations !== null && pendingMigrations > 0
      ? [because("migrations", phrase("ready.migrations", { pending: pendingMigrations }))]
      : []),
    ...(slackRefusal === null ? [] : [because("slack", slackRefusal)]),
    ...(socketDownMs > SOCKET_DOWN_MS
      ? [because("slack-socket", phrase("ready.slack-socket", { seconds: Math.floor(socketDownMs / 1000) }))]
      : []),
    ...(lags ?? [])
      .filter(isLate)
      .map(({ job, lagMs }) =>
        because("job-late", phrase("ready.job-late", { job, hours: Math.floor(lagMs / MS_PER_HOUR) })),
      ),
  ];
}

const because = (code: string, says: Phrase): NotReady => ({ code, says });

const isLate = ({ job, lagMs, isOpen }: JobLag): boolean =>
  lagMs > LATE_AFTER_MS && (isOpen || job === SCORING);
