import type { App } from "./compose.ts";
import type { SlackConnection } from "./config.ts";
import { deliverDue } from "./delivery/deliver.ts";
import { slackPoster } from "./delivery/slack-poster.ts";
import { alertJobFailure, type JobFailure } from "./flows/messages/alert-job-failure.ts";
import { alertLostSignal } from "./flows/messages/alert-lost-signal.ts";
import type { WatchModelResult } from "./flows/risk/watch-model.ts";
import { costSummaryMonthly } from "./jobs/cost-summary-monthly.ts";
import { digestWeekly } from "./jobs/digest-weekly.ts";
import { forgetRequestsDaily } from "./jobs/forget-requests-daily.ts";
import type { Job, JobOutcome } from "./jobs/job.ts";
import { nudgesWeekday } from "./jobs/nudges-weekday.ts";
import { recurringCostsDaily } from "./jobs/recurring-costs-daily.ts";
import { runDueJobs } from "./jobs/run-due-jobs.ts";
import { EVERY_MINUTE, EVERY_TWO_SECONDS, startScheduler } from "./jobs/scheduler.ts";
import { scoreDaily } from "./jobs/score-daily.ts";
import { trainWeekly } from "./jobs/train-weekly.ts";
import { watchModelWeekly } from "./jobs/watch-model-weekly.ts";
import { createSlackApp } from "./slack/frame/bolt-app.ts";
import { slackFlows } from "./slack/frame/flows.ts";

export type Bot = {
  /** Where signed requests arrive; null in Socket Mode. */
  readonly port: number | null;
  /** Takes nothing new and waits for what is under way. @returns whether all of it was done in time */
  stop(): Promise<boolean>;
  /** Runs what is due and posts what is waiting, without waiting for the next tick. */
  runDue(): Promise<void>;
};

/** Slack waits 3 s for an acknowledgement and process managers commonly 10 s for an end; this lies between. */
const DRAIN_MS = 8_000;

/** Connects the app to Slack: answers people, posts what the outbox holds, and runs what is due. */
export async function startBot(app: App, connection: SlackConnection): Promise<Bot> {
  const { store, clock, log, config } = app;
  const valueQuestion = { currency: null, timeZone: config.timeZone, clv: config.clv };
  const slack = createSlackApp(
    { connection, apiUrl: config.slackApiUrl },
    {
      clock,
      log,
      flows: (workspace) => slackFlows({ ...store, model: app.model, workspace, clock, valueQuestion }),
      claim: store.handledRequests.claim,
      health: () => app.health(),
    },
  );
  const port = await slack.start();
  const { botToken: token } = connection;
  const poster = slackPoster({ token, ...(config.slackApiUrl ? { slackApiUrl: config.slackApiUrl } : {}) });
  const alert = (failure: JobFailure) => alertJobFailure(store, failure, clock());
  const runJobs = () => runDueJobs({ ...store, jobs: jobsOf(app), clock, log, alert });
  const deliver = () => deliverDue({ ...store, poster, clock, log });
  const scheduler = startScheduler(
    [
      { name: "jobs", cron: EVERY_MINUTE, work: runJobs },
      { name: "deliver", cron: EVERY_TWO_SECONDS, work: deliver },
    ],
    log,
  );
  return {
    port,
    async stop() {
      await scheduler.stop();
      return slack.stop(DRAIN_MS);
    },
    async runDue() {
      await runJobs();
      while (Object.keys(await deliver()).length > 0);
    },
  };
}

/**
 * Every job, in the order in which those due together run: scores want the newest model, nudges and digests fresh
 * scores.
 */
export function jobsOf(app: App): readonly Job[] {
  const { store, model, config } = app;
  return [
    trainWeekly({ timeZone: config.timeZone, train: () => trainAgain(app) }),
    scoreDaily({ timeZone: config.timeZone, score: () => scoreAll(app) }),
    watchModelWeekly({ ...store, timeZone: config.timeZone, watch: () => watch(app) }),
    nudgesWeekday({ ...store, model, clv: config.clv }),
    digestWeekly({ ...store, model, clv: config.clv }),
    recurringCostsDaily({ ...store, timeZone: config.timeZone }),
    costSummaryMonthly(store),
    forgetRequestsDaily({ ...store, timeZone: config.timeZone }),
  ];
}

async function trainAgain(app: App): Promise<JobOutcome> {
  const { horizonDays, seed } = app.config;
  const result = await app.flows.retrainModel({ asOf: (await app.asOf()).training, horizonDays, seed });
  if (result.kind !== "trained") return { kind: "skipped", because: result.reason };
  await alertLostSignal(app.store, result, { now: app.clock(), timeZone: app.config.timeZone });
  const { id, serves, decision, durationMs } = result.version;
  return { kind: "done", figures: { version: id, takesOver: result.serves, serves, decision, durationMs } };
}

async function watch(app: App): Promise<WatchModelResult> {
  const { training: endOfData, scoring: scoringAt } = await app.asOf();
  return app.flows.watchModel({ endOfData, scoringAt });
}

async function scoreAll(app: App): Promise<JobOutcome> {
  const score = async () => app.flows.scoreCustomers({ asOf: (await app.asOf()).scoring });
  let result = await score();
  // An upgrade can leave a model behind that only the earlier version could read.
  if (result.kind === "unusable-model" && (await trainAgain(app)).kind === "done") result = await score();
  if (result.kind === "no-model") return { kind: "skipped", because: result.reason };
  if (result.kind === "unusable-model") throw new Error(result.reason);
  const { kind: _kind, version: _version, ...figures } = result;
  return { kind: "done", figures };
}
