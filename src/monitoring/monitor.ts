import type { Clock } from "../domain/clock.ts";
import { type Phrase, phrase } from "../domain/phrase.ts";
import type { Job } from "../jobs/job.ts";
import { type JobLag, jobLags } from "../jobs/job-lag.ts";
import type { Log } from "../log.ts";
import { within } from "../slack/frame/within.ts";
import type { ProcessFigures } from "../store/jobs/process-figures.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import { type NotReady, type ProcessState, whyNotReady } from "./readiness.ts";

export type MonitorDeps = {
  readFigures(now: Date): Promise<ProcessFigures>;
  pendingMigrations(): Promise<number>;
  readonly jobs: readonly Job[];
  /** Why Slack does not take the bot's token or does not answer; null: it does. */
  askSlack(): Promise<Phrase | null>;
  /** Since when the socket to Slack is down; null: it is up, or there is none. */
  socketDownSince(): Date | null;
  readonly clock: Clock;
  readonly log: Log;
  /** How long a look waits for the database and for Slack, each; 800 ms unless given. */
  readonly patienceMs?: number | undefined;
};

/** What is known at a moment; null: the database did not say in time. */
export type Seen = {
  readonly figures: ProcessFigures | null;
  readonly lags: readonly JobLag[] | null;
  readonly state: ProcessState;
  readonly notReady: readonly NotReady[];
  readonly now: Date;
};

export type Monitor = ReturnType<typeof createMonitor>;

/** Whoever watches the process waits for a second. */
const PATIENCE_MS = 800;
/** Slack is asked no more often, however often it is looked. Chosen by the product: a token is refused for hours. */
const ASK_SLACK_EVERY_MS = 60_000;

/**
 * Looks at the process for whoever watches it: answers within a second whatever hangs, and begins what hangs once only, so that
 * watching never makes it worse.
 */
export function createMonitor(deps: MonitorDeps) {
  const { jobs, clock, log, patienceMs = PATIENCE_MS } = deps;
  const startedAt = clock();
  let isStopping = false;
  const inTime = async <T>(what: string, work: () => Promise<T>): Promise<T | null> => {
    try {
      return await within(patienceMs, work());
    } catch (error) {
      log.warn({ err: error, what }, "The state of the process could not be read");
      return null;
    }
  };
  const figures = oneAtATime(() => deps.readFigures(clock()));
  const pending = oneAtATime(deps.pendingMigrations);
  const zoned = oneAtATime(() => Promise.all(jobs.map(withZones)));
  const slack = askedNowAndThen(deps);

  return {
    /** From now on the process takes nothing new, and says that it is not ready. */
    stopping(): void {
      isStopping = true;
    },

    async look(): Promise<Seen> {
      const [read, pendingMigrations, zonedJobs, slackRefusal] = await Promise.all([
        inTime("figures", figures),
        inTime("migrations", pending),
        inTime("time zones", zoned),
        slack(),
      ]);
      const now = clock();
      const lags = read && zonedJobs && jobLags(zonedJobs, read.jobs, { startedAt, now });
      const downSince = deps.socketDownSince();
      const socketDownMs = downSince === null ? 0 : Math.max(0, now.getTime() - downSince.getTime());
      const state = { isStopping, pendingMigrations, lags, slackRefusal, socketDownMs };
      return { figures: read, lags, state, notReady: whyNotReady(state), now };
    },
  };
}

async function withZones({ name, schedule, timeZones }: Job) {
  return { name, schedule, timeZones: await timeZones() };
}

/** The newest answer of Slack, asked for anew where it is old; one that does not come leaves the one before. */
function askedNowAndThen({
  askSlack,
  clock,
  patienceMs = PATIENCE_MS,
}: MonitorDeps): () => Promise<Phrase | null> {
  let known: { readonly refusal: Phrase | null; readonly at: Date } | null = null;
  const ask = oneAtATime(async () => {
    const refusal = await askSlack();
    known = { refusal, at: clock() };
  });
  return async () => {
    const isOld = known === null || Math.abs(clock().getTime() - known.at.getTime()) >= ASK_SLACK_EVERY_MS;
    if (isOld) await within(patienceMs, ask());
    return known === null ? phrase("ready.slack-unknown") : known.refusal;
  };
}
