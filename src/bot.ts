import { setTimeout as sleep } from "node:timers/promises";
import { chartSupport } from "./charts/chart-support.ts";
import type { App } from "./compose.ts";
import type { SlackConnection } from "./config.ts";
import { deliverDue } from "./delivery/deliver.ts";
import { postingGate } from "./delivery/posting-gate.ts";
import { redrawDue } from "./delivery/redraw.ts";
import { slackPoster } from "./delivery/slack-poster.ts";
import { slackStepEnds } from "./delivery/slack-step-ends.ts";
import { tellSteps } from "./delivery/tell-steps.ts";
import { bindFlows, type SlackFlows } from "./flows/bind-flows.ts";
import { accountNoticesDaily } from "./jobs/account-notices-daily.ts";
import { channelNudgesDaily } from "./jobs/channel-nudges-daily.ts";
import { costSummaryMonthly } from "./jobs/cost-summary-monthly.ts";
import { digestTurnsHourly } from "./jobs/digest-turns-hourly.ts";
import { digestWeekly } from "./jobs/digest-weekly.ts";
import { findDuplicatesHourly, tellDuplicatesDaily } from "./jobs/duplicates.ts";
import { escalateNudgesHourly } from "./jobs/escalate-nudges-hourly.ts";
import { forgetDeliveriesDaily } from "./jobs/forget-deliveries-daily.ts";
import { forgetJobRunsDaily } from "./jobs/forget-job-runs-daily.ts";
import { forgetMoneyReadsDaily } from "./jobs/forget-money-reads-daily.ts";
import { forgetPlaybookCasesDaily } from "./jobs/forget-playbook-cases-daily.ts";
import { forgetReplaysDaily } from "./jobs/forget-replays-daily.ts";
import { forgetRequestsDaily } from "./jobs/forget-requests-daily.ts";
import { helpOthers } from "./jobs/help-others.ts";
import { impossibleDaily } from "./jobs/impossible-daily.ts";
import type { Job } from "./jobs/job.ts";
import { loyaltyDaily } from "./jobs/loyalty-daily.ts";
import { membersDaily } from "./jobs/members-daily.ts";
import { mentionsHourly } from "./jobs/mentions-hourly.ts";
import { namedContractsDaily } from "./jobs/named-contracts-daily.ts";
import { noteTableSizesDaily } from "./jobs/note-table-sizes-daily.ts";
import { nudgesWeekday } from "./jobs/nudges-weekday.ts";
import { pairProductsDaily } from "./jobs/pair-products-daily.ts";
import { postMortemsDaily } from "./jobs/post-mortems-daily.ts";
import { pullSourcesHourly } from "./jobs/pull-sources-hourly.ts";
import { recurringCostsDaily } from "./jobs/recurring-costs-daily.ts";
import { runAtStart, runDueJobs } from "./jobs/run-due-jobs.ts";
import {
  EVERY_MINUTE,
  EVERY_TEN_SECONDS_MS,
  EVERY_TWO_SECONDS_MS,
  startScheduler,
} from "./jobs/scheduler.ts";
import { scoreDaily } from "./jobs/score-daily.ts";
import { scoreOverridesDaily } from "./jobs/score-overrides-daily.ts";
import { suggestDoNotDisturbDaily } from "./jobs/suggest-do-not-disturb-daily.ts";
import { thinScoresDaily } from "./jobs/thin-scores-daily.ts";
import { trainWeekly } from "./jobs/train-weekly.ts";
import { watchModelWeekly } from "./jobs/watch-model-weekly.ts";
import { weighPlaybooksDaily } from "./jobs/weigh-playbooks-daily.ts";
import { whilePosting } from "./jobs/while-posting.ts";
import { writeBackHourly } from "./jobs/write-back-hourly.ts";
import { mcpRoutes } from "./mcp/mcp-route.ts";
import { createMetrics } from "./monitoring/metrics.ts";
import { createMonitor, type Monitor } from "./monitoring/monitor.ts";
import {
  botInSlack,
  createSlackApp,
  installedTeam,
  type SlackApp,
  slackDirectory,
} from "./slack/frame/bolt-app.ts";
import { slackRefusalNow } from "./slack/frame/check-slack.ts";
import { workspaceBlocks } from "./slack/frame/new-blocks.ts";
import { NOBODYS_WORKSPACE } from "./slack/frame/nobody.ts";
import { within } from "./slack/frame/within.ts";
import { usesOf } from "./slack/scopes.ts";
import { warmUp } from "./slack/warm-up.ts";
import { keepingNothing, NOBODY } from "./store/keeping-nothing.ts";
import { healthRoute } from "./web/health-route.ts";
import { watchRoutes, webRoutes } from "./web/routes.ts";
import type { WebRoute } from "./web/web-route.ts";
import { servedRoutes, startHealthServer, startWebServer } from "./web/web-server.ts";
import { commandLineText } from "./words/command-line.ts";

export type Bot = {
  /** Where signed requests, pages and hooks arrive; null in Socket Mode without an address of ours. */
  readonly port: number | null;
  /** Where health and figures can be asked for; null: nowhere. */
  readonly healthPort: number | null;
  /** Takes nothing new and waits for what is under way. @returns whether all of it was done in time */
  stop(): Promise<boolean>;
  /** Runs what is due and posts what is waiting, without waiting for the next tick. */
  runDue(): Promise<void>;
};

export type BotOptions = {
  /** Done each time before it is asked what is due; where it fails, no job runs until it works. */
  readonly beforeJobs?: () => Promise<unknown>;
  /** How long after the start jobs are asked for first; at once unless given. */
  readonly jobsAfterMs?: number;
  /** How long after the start nobody asks for what people will ask for first; left out: they find it cold. */
  readonly warmUpAfterMs?: number;
  /** How long a stop waits for what is under way. */
  readonly finishMs?: number;
  /** How long whoever watches the process waits for the database and for Slack. */
  readonly patienceMs?: number;
};

/** A person's request is over by then, or hangs. Slack waits 3 s for an acknowledgement. */
const DRAIN_MS = 8_000;
/** What is under way, a job or a post, gets so long to be done before it is left for the next start. */
const FINISH_MS = 18_000;
/** Whoever holds a connection to the health server open is cut off with the process. */
const HEALTH_CLOSE_MS = 1_000;
/** For telling the database which jobs are free again. */
const GIVE_BACK_MS = 2_000;

/**
 * Connects the app to Slack: answers people, posts what the outbox holds, and runs what is due.
 */
export async function startBot(
  app: App,
  connection: SlackConnection,
  {
    beforeJobs = async () => {},
    jobsAfterMs = 0,
    warmUpAfterMs,
    finishMs = FINISH_MS,
    patienceMs,
  }: BotOptions = {},
): Promise<Bot> {
  const { store, clock, log, config } = app;
  const { publicUrl } = config;
  const watch = watchOver(app, () => monitor.look());
  // Nobody in Slack waits for these: a client of their own, so that a rate limit met there holds up no reply to a person.
  const settings = { connection, apiUrl: config.slackApiUrl };
  const workspace = slackDirectory(settings, log);
  const unattended = bindFlows({ ...app.deps, workspace });
  const { signingSecret } = config;
  const charts = chartSupport();
  const blocks = workspaceBlocks(connection, config.slackApiUrl, log);
  const programs = { flows: unattended, clock, log, publicUrl, signingSecret };
  const routes = [
    ...webRoutes({
      ...{ log, flows: app.flows, publicUrl, health: () => app.health() },
      botInSlack: botInSlack(settings, log),
    }),
    ...mcpRoutes({ ...programs, team: installedTeam(settings, log), nowMs: Date.now }),
    ...watch.routes(config.metrics.atPort),
  ];
  const slack = createSlackApp(
    { connection, apiUrl: config.slackApiUrl, ...usesOf(config) },
    {
      clock,
      log,
      flows: (workspace) => bindFlows({ ...app.deps, workspace }),
      requests: store.handledRequests,
      traces: store.requestTraces,
      timings: watch.timings,
      serve: store.people.serve,
      charts,
      routes: servedRoutes(routes, log),
    },
  );
  const { botToken: token } = connection;
  const api = { token, ...(config.slackApiUrl ? { slackApiUrl: config.slackApiUrl } : {}) };
  const poster = slackPoster({ ...api, charts });
  const alert = app.flows.alertJobFailure;
  const [asked, cutOff] = [new AbortController(), new AbortController()];
  const stop = { asked: asked.signal, cutOff: cutOff.signal };
  const tools = { ...store, clock, log, alert, stop };
  const jobs = jobsOf(app, unattended);
  const monitor = createMonitor({
    ...{ clock, log, jobs, readFigures: app.readFigures, pendingMigrations: app.pendingMigrations },
    askSlack: () => slackRefusalNow(connection, config.slackApiUrl, usesOf(config)),
    socketDownSince: () => slack.socketDownSince(),
    patienceMs,
  });
  const runJobs = async () => {
    await beforeJobs();
    await runDueJobs({ ...tools, jobs });
  };
  const runFirst = once(() => runAtStart(tools, membersDaily(unattended, config.timeZone)));
  const { whyNotPost, quietUntil } = unattended;
  const alertUndelivered = app.flows.alertUndelivered;
  const gate = postingGate(log);
  const delivery = { alert: alertUndelivered, ...store, poster, whyNotPost, quietUntil, gate, clock, log };
  const deliver = () => deliverDue(delivery);
  const ends = slackStepEnds(api);
  const tell = () => tellSteps({ ...store, ends, clock, log });
  const redraw = () => redrawDue(delivery);
  const help = helpOthers({ flows: unattended, log, stop: stop.asked });
  const { port, web, health } = await listen(slack, routes, watch.routes(config.metrics.atHealth), app);
  // Nobody waits for it: until Slack has told, whoever posts a new block finds out.
  void blocks.ask().then(({ data_visualization: said }) => {
    if (said !== "unknown") charts.learn(said === "taken");
  });
  const scheduler = startScheduler(
    [
      { name: "jobs", cron: EVERY_MINUTE, firstAfterMs: jobsAfterMs, work: () => runFirst().then(runJobs) },
      { name: "deliver", everyMs: EVERY_TWO_SECONDS_MS, work: deliver },
      // A tick of its own: what hinders the one does not keep the other waiting.
      { name: "redraw", everyMs: EVERY_TWO_SECONDS_MS, work: redraw },
      { name: "inbox", everyMs: EVERY_TEN_SECONDS_MS, work: () => slack.resume() },
      { name: "steps", everyMs: EVERY_TWO_SECONDS_MS, work: tell },
      { name: "waits", everyMs: EVERY_TEN_SECONDS_MS, work: () => app.flows.endWaits() },
      { name: "deliveries", everyMs: EVERY_TWO_SECONDS_MS, work: () => app.flows.workDeliveries() },
      ...(app.database.kind === "server"
        ? [{ name: "help", everyMs: EVERY_TWO_SECONDS_MS, work: help }]
        : []),
    ],
    log,
  );
  const warm = warmUpAfterMs === undefined ? null : warmUpSoon(app, warmUpAfterMs, stop.asked);
  return {
    port,
    healthPort: health?.port ?? null,
    async stop() {
      asked.abort();
      monitor.stopping();
      const all = Promise.all([slack.stop(DRAIN_MS), scheduler.stop(), web?.close(), warm]);
      const done = await within(
        finishMs,
        all.then(([isDrained]) => isDrained),
      );
      // To the last, so that it can be seen that the process is stopping.
      if (health) await within(HEALTH_CLOSE_MS, health.close());
      if (done !== null) return done;
      cutOff.abort();
      await sleep(GIVE_BACK_MS);
      return false;
    },
    async runDue() {
      await runFirst();
      await runJobs();
      while (Object.keys(await deliver()).length > 0);
      while (Object.keys(await redraw()).length > 0);
      await app.flows.endWaits();
      while ((await tell()) > 0);
    },
  };
}

/** Connects to Slack and opens the ports. What cannot be opened leaves nothing connected. */
async function listen(
  slack: SlackApp,
  routes: readonly WebRoute[],
  watched: readonly WebRoute[],
  app: Pick<App, "config" | "log" | "health">,
) {
  const { config, log } = app;
  const slackPort = await slack.start();
  try {
    const isNeeded = slackPort === null && config.publicUrl !== null;
    const web = isNeeded ? await startWebServer(routes, config, log) : null;
    const asked = [healthRoute(() => app.health(), log), ...watched];
    const health = await startHealthServer(asked, config.health, log);
    return { port: slackPort ?? web?.port ?? null, web, health };
  } catch (error) {
    await slack.stop(0);
    throw error;
  }
}

/** Leaves no one waiting: what fails stands in the log, and the first who ask find it cold. */
async function warmUpSoon(
  { deps, store, clock, log }: Pick<App, "deps" | "store" | "clock" | "log">,
  afterMs: number,
  stop: AbortSignal,
): Promise<void> {
  try {
    await sleep(afterMs, undefined, { signal: stop });
    const startedAt = performance.now();
    await store.handledRequests.keepNone();
    const flows = bindFlows({ ...keepingNothing(deps), workspace: NOBODYS_WORKSPACE });
    await warmUp({ flows, clock, log, nobody: NOBODY, quiet: () => untilQuiet(store, stop), stop });
    if (!stop.aborted) log.info({ ms: Math.round(performance.now() - startedAt) }, "warmed up");
  } catch (error) {
    if (!stop.aborted) log.warn({ err: error }, "The bot did not warm up: the first answers take longer");
  }
}

/** Chosen: short beside a card, and nobody notices who looks so often. */
const LOOK_MS = 250;

/** Where people go on asking, what they ask for is warm soon. @throws AbortError where it is to stop before */
async function untilQuiet({ people }: Pick<App["store"], "people">, signal: AbortSignal): Promise<void> {
  while (people.isAnybodyServed()) await sleep(LOOK_MS, undefined, { signal });
}

/** What is told to whoever watches the process: with the figures, or without. */
function watchOver({ config }: Pick<App, "config">, look: Monitor["look"]) {
  const metrics = createMetrics();
  const readiness = async () =>
    (await look()).notReady.map(({ code, says }) => ({ code, text: commandLineText(says) }));
  const print = async () => metrics.print(await look());
  const figures = { contentType: metrics.contentType, print, token: config.metrics.token };
  return {
    timings: metrics.timings,
    routes: (withFigures: boolean) => watchRoutes({ readiness, metrics: withFigures ? figures : null }),
  };
}

/** The same work for everybody who asks; what fails is begun again by the next one. */
function once<T>(work: () => Promise<T>): () => Promise<T> {
  let begun: Promise<T> | null = null;
  return () => {
    begun ??= work().catch((error: unknown) => {
      begun = null;
      throw error;
    });
    return begun;
  };
}

/**
 * Every job, in the order in which those due together run: scores want the newest model, nudges and digests fresh
 * scores and know who there is.
 * @param inSlack what needs the workspace to ask
 */
export function jobsOf(
  { flows, config }: Pick<App, "flows" | "config">,
  inSlack: Pick<SlackFlows, "syncMembers" | "postAccountNotices">,
): readonly Job[] {
  const { timeZone } = config;
  return [
    membersDaily(inSlack, timeZone),
    trainWeekly(flows, config),
    namedContractsDaily(flows, timeZone),
    scoreDaily(flows, config),
    pairProductsDaily(flows, timeZone),
    weighPlaybooksDaily(flows, timeZone),
    watchModelWeekly(flows, timeZone),
    whilePosting(nudgesWeekday(flows), flows),
    // After the owners', so that whoever has one is told first.
    whilePosting(channelNudgesDaily(flows), flows),
    // After both: what they told is not said again.
    whilePosting(accountNoticesDaily(flows, inSlack), flows),
    whilePosting(digestWeekly(flows), flows),
    whilePosting(digestTurnsHourly(flows), flows),
    whilePosting(postMortemsDaily(flows, timeZone), flows),
    recurringCostsDaily(flows, timeZone),
    loyaltyDaily(flows, timeZone),
    whilePosting(costSummaryMonthly(flows), flows),
    scoreOverridesDaily(flows, timeZone),
    suggestDoNotDisturbDaily(flows, timeZone),
    impossibleDaily(flows, timeZone),
    forgetRequestsDaily(flows, timeZone),
    forgetPlaybookCasesDaily(flows, timeZone),
    forgetJobRunsDaily(flows, timeZone),
    forgetReplaysDaily(flows, timeZone),
    forgetMoneyReadsDaily(flows, timeZone),
    noteTableSizesDaily(flows, timeZone),
    thinScoresDaily(flows, config),
    // Takes minutes where much is new, so that nobody's morning waits for it.
    pullSourcesHourly(flows),
    // What was pulled may be customers whom another system has.
    findDuplicatesHourly(flows),
    whilePosting(tellDuplicatesDaily(flows, timeZone), flows),
    // After the pull, which brings new ones.
    mentionsHourly(flows),
    whilePosting(escalateNudgesHourly(flows), flows),
    writeBackHourly(flows),
    forgetDeliveriesDaily(flows, timeZone),
  ];
}
