import { describe, expect, it } from "vitest";
import { phrase } from "../../../src/domain/phrase.ts";
import { channelNudgesDaily } from "../../../src/jobs/channel-nudges-daily.ts";
import { costSummaryMonthly } from "../../../src/jobs/cost-summary-monthly.ts";
import { digestTurnsHourly } from "../../../src/jobs/digest-turns-hourly.ts";
import { digestWeekly } from "../../../src/jobs/digest-weekly.ts";
import type { DuePeriod } from "../../../src/jobs/due.ts";
import { escalateNudgesHourly } from "../../../src/jobs/escalate-nudges-hourly.ts";
import { forgetDeliveriesDaily } from "../../../src/jobs/forget-deliveries-daily.ts";
import { forgetJobRunsDaily } from "../../../src/jobs/forget-job-runs-daily.ts";
import { forgetMoneyReadsDaily } from "../../../src/jobs/forget-money-reads-daily.ts";
import { forgetPlaybookCasesDaily } from "../../../src/jobs/forget-playbook-cases-daily.ts";
import { forgetReplaysDaily } from "../../../src/jobs/forget-replays-daily.ts";
import { forgetRequestsDaily } from "../../../src/jobs/forget-requests-daily.ts";
import type { Job } from "../../../src/jobs/job.ts";
import { loyaltyDaily } from "../../../src/jobs/loyalty-daily.ts";
import { membersDaily } from "../../../src/jobs/members-daily.ts";
import { namedContractsDaily } from "../../../src/jobs/named-contracts-daily.ts";
import { noteTableSizesDaily } from "../../../src/jobs/note-table-sizes-daily.ts";
import { nudgesWeekday } from "../../../src/jobs/nudges-weekday.ts";
import { pairProductsDaily } from "../../../src/jobs/pair-products-daily.ts";
import { postMortemsDaily } from "../../../src/jobs/post-mortems-daily.ts";
import { pullSourcesHourly } from "../../../src/jobs/pull-sources-hourly.ts";
import { recurringCostsDaily } from "../../../src/jobs/recurring-costs-daily.ts";
import { scoreDaily } from "../../../src/jobs/score-daily.ts";
import { scoreOverridesDaily } from "../../../src/jobs/score-overrides-daily.ts";
import { suggestDoNotDisturbDaily } from "../../../src/jobs/suggest-do-not-disturb-daily.ts";
import { thinScoresDaily } from "../../../src/jobs/thin-scores-daily.ts";
import { trainWeekly } from "../../../src/jobs/train-weekly.ts";
import { watchModelWeekly } from "../../../src/jobs/watch-model-weekly.ts";
import { weighPlaybooksDaily } from "../../../src/jobs/weigh-playbooks-daily.ts";
import { writeBackHourly } from "../../../src/jobs/write-back-hourly.ts";

const ZONE = "Asia/Taipei";
const SETTINGS = { timeZone: ZONE, horizonDays: 60, seed: 11 };
const SCORING = new Date("2026-11-30T00:00:00Z");
const TRAINING = new Date("2026-11-29T16:00:00Z");
const DUE: DuePeriod = { period: "the period", day: "2026-11-30", timeZone: ZONE };

/** Flows that answer what they are told to and keep what they were asked. */
function flows(answers: Record<string, unknown>) {
  const asked: Array<[flow: string, input: unknown]> = [];
  const flow =
    ([name, answer]: [string, unknown]) =>
    async (input: unknown) => {
      asked.push([name, input]);
      return answer;
    };
  const bound = Object.fromEntries(Object.entries(answers).map((entry) => [entry[0], flow(entry)]));
  return { bound: bound as never, asked };
}
const AS_OF = { readAsOf: { scoring: SCORING, training: TRAINING } };

/** Runs recorded under another name would be made again, and reports would look for the wrong ones. */
it.each([
  [channelNudgesDaily, "channel-nudges-daily"],
  [costSummaryMonthly, "cost-summary-monthly"],
  [digestWeekly, "digest-weekly"],
  [digestTurnsHourly, "digest-turns-hourly"],
  [forgetJobRunsDaily, "forget-job-runs-daily"],
  [forgetMoneyReadsDaily, "forget-money-reads-daily"],
  [forgetPlaybookCasesDaily, "forget-playbook-cases-daily"],
  [forgetReplaysDaily, "forget-replays-daily"],
  [forgetRequestsDaily, "forget-requests-daily"],
  [noteTableSizesDaily, "note-table-sizes-daily"],
  [thinScoresDaily, "thin-scores-daily"],
  [loyaltyDaily, "loyalty-daily"],
  [escalateNudgesHourly, "escalate-nudges-hourly"],
  [scoreOverridesDaily, "score-overrides-daily"],
  [suggestDoNotDisturbDaily, "suggest-do-not-disturb-daily"],
  [forgetDeliveriesDaily, "forget-deliveries-daily"],
  [membersDaily, "members-daily"],
  [namedContractsDaily, "named-contracts-daily"],
  [nudgesWeekday, "nudges-weekday"],
  [pairProductsDaily, "pair-products-daily"],
  [postMortemsDaily, "post-mortems-daily"],
  [pullSourcesHourly, "pull-sources-hourly"],
  [recurringCostsDaily, "recurring-costs-daily"],
  [scoreDaily, "score-daily"],
  [trainWeekly, "train-weekly"],
  [watchModelWeekly, "watch-model-weekly"],
  [weighPlaybooksDaily, "weigh-playbooks-daily"],
  [writeBackHourly, "write-back-hourly"],
] as ReadonlyArray<[(flows: never, settings: never) => Job, string]>)("keeps the name %#", (job, name) => {
  expect(job({} as never, { timeZone: ZONE } as never).name).toBe(name);
});

describe("the clock a job hangs on", () => {
  it("is the team's own where the job concerns the team", async () => {
    const none = {} as never;
    const jobs = [
      forgetJobRunsDaily(none, ZONE),
      forgetReplaysDaily(none, ZONE),
      forgetMoneyReadsDaily(none, ZONE),
      noteTableSizesDaily(none, ZONE),
      thinScoresDaily(none, { timeZone: ZONE, scoresKeptDays: 400 }),
      postMortemsDaily(none, ZONE),
      forgetRequestsDaily(none, ZONE),
      forgetDeliveriesDaily(none, ZONE),
      namedContractsDaily(none, ZONE),
      pairProductsDaily(none, ZONE),
      recurringCostsDaily(none, ZONE),
      loyaltyDaily(none, ZONE),
      watchModelWeekly(none, ZONE),
      weighPlaybooksDaily(none, ZONE),
      scoreDaily(none, SETTINGS),
      trainWeekly(none, SETTINGS),
    ];
    for (const job of jobs) expect(await job.timeZones()).toEqual([ZONE]);
  });

  it("is that of the channels that asked for the message, or of the owners whose turn it is", async () => {
    const zones = ["Europe/Berlin", "UTC"];
    const { bound, asked } = flows({ listChannelTimeZones: zones, listTurnTimeZones: zones });
    for (const job of [costSummaryMonthly, digestWeekly, nudgesWeekday, channelNudgesDaily])
      expect(await job(bound).timeZones()).toEqual(zones);
    expect(asked).toEqual([
      ["listChannelTimeZones", "costSummary"],
      ["listChannelTimeZones", "digest"],
      ["listTurnTimeZones", { scoring: "met" }],
      ["listChannelTimeZones", "nudges"],
    ]);
  });
});

describe("what is sent", () => {
  it("is the digest of channels with a time of their own, where their turn has come", async () => {
    const { bound, asked } = flows({ listDigestTurnZones: [ZONE], sendDueDigests: { messages: 1 } });
    const job = digestTurnsHourly(bound);
    expect(job.isByTurns).toBe(true);
    expect(await job.timeZones()).toEqual([ZONE]);
    expect(await job.run(DUE)).toEqual({ kind: "done", figures: { messages: 1 } });
    expect(asked.at(-1)).toEqual(["sendDueDigests", { timeZone: ZONE }]);
  });

  it("is the digest of the week and the nudges of the day, with what became of them", async () => {
    const { bound, asked } = flows({ sendDigest: { sent: 2 }, takeNudgeTurns: { members: 3 } });
    expect(await digestWeekly(bound).run({ ...DUE, period: "2026-W48" })).toEqual({
      kind: "done",
      figures: { sent: 2 },
    });
    expect(await nudgesWeekday(bound).run(DUE)).toEqual({ kind: "done", figures: { members: 3 } });
    const channels = flows({ planChannelNudges: { channels: 1 } });
    expect(await channelNudgesDaily(channels.bound).run(DUE)).toEqual({
      kind: "done",
      figures: { channels: 1 },
    });
    expect(channels.asked).toEqual([["planChannelNudges", { day: "2026-11-30", timeZone: ZONE }]]);
    expect(asked).toEqual([
      ["sendDigest", { week: "2026-W48", timeZone: ZONE }],
      ["takeNudgeTurns", { timeZone: ZONE, scoring: "met" }],
    ]);
  });

  it("is the month's cost summary, to each channel that asked and has not had it", async () => {
    const sent = { kind: "sent", channelId: "C1" };
    const again = { kind: "already-sent", channelId: "C3" };
    const run = async (...channels: object[]) => {
      const { bound, asked } = flows({ sendCostSummary: channels });
      const outcome = await costSummaryMonthly(bound).run({ ...DUE, period: "2026-10" });
      expect(asked).toEqual([["sendCostSummary", { month: "2026-10", timeZone: ZONE }]]);
      return outcome;
    };
    expect(await run(again, sent)).toEqual({ kind: "done", figures: { channels: [again, sent] } });
    expect(await run(again, again)).toEqual({ kind: "skipped", because: "already sent" });
    expect(await run()).toEqual({ kind: "skipped", because: "no channel asked for it" });
  });
});

it("counts what is forgotten, shown and made, and who was seen, in the job's name", async () => {
  const seen = { seen: 9, added: 1, changed: 0, deactivated: 2 };
  const { bound, asked } = flows({
    forgetRequests: 4,
    forgetMoneyReads: 3,
    forgetJobRuns: 8,
    forgetReplays: { drawings: 2, inputs: 1 },
    tellPostMortems: { customers: 1, messages: 2 },
    makeRecurringCosts: 5,
    forgetPlaybookCases: 6,
    syncMembers: seen,
    showNamedContracts: 7,
  });
  expect(await forgetPlaybookCasesDaily(bound, ZONE).run(DUE)).toEqual({
    kind: "done",
    figures: { forgotten: 6 },
  });
  expect(await membersDaily(bound, ZONE).run(DUE)).toEqual({ kind: "done", figures: seen });
  expect(await forgetRequestsDaily(bound, ZONE).run(DUE)).toEqual({
    kind: "done",
    figures: { forgotten: 4 },
  });
  expect(await forgetMoneyReadsDaily(bound, ZONE).run(DUE)).toEqual({
    kind: "done",
    figures: { forgotten: 3 },
  });
  expect(await recurringCostsDaily(bound, ZONE).run(DUE)).toEqual({ kind: "done", figures: { made: 5 } });
  expect(await namedContractsDaily(bound, ZONE).run(DUE)).toEqual({ kind: "done", figures: { changed: 7 } });
  expect(await forgetReplaysDaily(bound, ZONE).run(DUE)).toEqual({
    kind: "done",
    figures: { drawings: 2, inputs: 1 },
  });
  expect(await postMortemsDaily(bound, ZONE).run(DUE)).toEqual({
    kind: "done",
    figures: { customers: 1, messages: 2 },
  });
  expect(await forgetJobRunsDaily(bound, ZONE).run(DUE)).toEqual({ kind: "done", figures: { forgotten: 8 } });
  expect(asked[4]).toEqual(["makeRecurringCosts", { day: "2026-11-30", by: "recurring-costs-daily" }]);
});

it("counts what was written into each system, and says in a code why not all of it was", async () => {
  const because = phrase("source.write-back.stale");
  const { bound, asked } = flows({
    sendWriteBacks: [{ source: "crm", written: 3, notThere: 1, left: 2, because }],
    forgetDeliveries: { contents: 4, deliveries: 5 },
  });
  expect(await writeBackHourly(bound).run(DUE)).toEqual({
    kind: "done",
    figures: { crm: { written: 3, notThere: 1, left: 2, because: "source.write-back.stale" } },
  });
  expect(asked).toEqual([["sendWriteBacks", { mostMs: 600_000 }]]);
  expect(await forgetDeliveriesDaily(bound, ZONE).run(DUE)).toMatchObject({ figures: { deliveries: 5 } });
});

const NO_MODEL = { kind: "no-model", reason: { code: "refusal.no-model", parameters: {} } };
const UNUSABLE = { kind: "unusable-model", reason: { code: "artifact.other-version", parameters: {} } };

describe("the night's scores", () => {
  const TIERS = { ranked: 7, notValued: 0, withoutRate: 0 };
  const run = async (answer: object) => {
    const { bound, asked } = flows({ ...AS_OF, scoreOrRetrain: answer, rankByValue: TIERS });
    return { outcome: await scoreDaily(bound, SETTINGS).run(DUE), asked };
  };

  it("are as of the data's end, with what a retraining on the way would need", async () => {
    const { outcome, asked } = await run({ kind: "scored", version: { id: 3 }, customers: 7, durationMs: 9 });
    expect(outcome).toEqual({ kind: "done", figures: { customers: 7, durationMs: 9, tiers: TIERS } });
    expect(asked[2]).toEqual(["rankByValue", { asOf: SCORING }]);
    expect(asked[1]).toEqual([
      "scoreOrRetrain",
      {
        scoring: { asOf: SCORING },
        training: { asOf: TRAINING, horizonDays: 60, seed: 11, timeZone: ZONE },
      },
    ]);
  });

  it("wait for a first model, but a model that cannot be used is a failure", async () => {
    const { outcome, asked } = await run(NO_MODEL);
    expect(outcome).toEqual({ kind: "skipped", because: "refusal.no-model" });
    // What customers are worth is known before any model is.
    expect(asked.map(([flow]) => flow)).toContain("rankByValue");
    await expect(run(UNUSABLE)).rejects.toMatchObject({ reason: UNUSABLE.reason });
  });
});

it("weighs what playbooks save, and counts those that were measured", async () => {
  const figures = { playbooks: 20, measured: 3 };
  const { bound, asked } = flows({ weighPlaybooks: figures });
  expect(await weighPlaybooksDaily(bound, ZONE).run(DUE)).toEqual({ kind: "done", figures });
  expect(asked).toEqual([["weighPlaybooks", undefined]]);
});

it("reckons products as of the data's end, and counts what it found", async () => {
  const PAIRED = { customers: 7, products: 3, pairs: 9 };
  const { bound, asked } = flows({ ...AS_OF, pairProducts: PAIRED });
  expect(await pairProductsDaily(bound, ZONE).run(DUE)).toEqual({ kind: "done", figures: PAIRED });
  expect(asked[1]).toEqual(["pairProducts", { asOf: SCORING }]);
});

describe("the weekly training", () => {
  const run = async (answer: object) => {
    const { bound, asked } = flows({ ...AS_OF, retrainAndAlert: answer });
    return { outcome: await trainWeekly(bound, SETTINGS).run(DUE), asked };
  };

  it("tells the version made, and whether it takes over", async () => {
    const version = { id: 3, serves: "baseline", decision: [], durationMs: 9, customers: 70 };
    const { outcome, asked } = await run({ kind: "trained", serves: true, version });
    expect(outcome).toEqual({
      kind: "done",
      figures: { version: 3, takesOver: true, serves: "baseline", decision: [], durationMs: 9 },
    });
    expect(asked[1]).toEqual([
      "retrainAndAlert",
      { asOf: TRAINING, horizonDays: 60, seed: 11, timeZone: ZONE },
    ]);
  });

  it("is skipped where there is too little to learn from", async () => {
    const { outcome } = await run({ kind: "refused", reason: { code: "refusal.too-few", parameters: {} } });
    expect(outcome).toEqual({ kind: "skipped", because: "refusal.too-few" });
  });
});

describe("the weekly look at the model", () => {
  const run = async (answer: object) => {
    const { bound, asked } = flows({ ...AS_OF, watchAndAlert: answer });
    return { outcome: await watchModelWeekly(bound, ZONE).run({ ...DUE, period: "2026-W48" }), asked };
  };

  it("records what it found, and how many were told", async () => {
    const { outcome, asked } = await run({ kind: "watched", findings: { drift: [] }, alerts: 2, version: 3 });
    expect(outcome).toEqual({ kind: "done", figures: { findings: { drift: [] }, alerts: 2 } });
    expect(asked[1]).toEqual([
      "watchAndAlert",
      { endOfData: TRAINING, scoringAt: SCORING, week: "2026-W48" },
    ]);
  });

  it("waits for a first model, but a model that cannot be used is a failure", async () => {
    expect((await run(NO_MODEL)).outcome).toEqual({ kind: "skipped", because: "refusal.no-model" });
    await expect(run(UNUSABLE)).rejects.toMatchObject({ reason: UNUSABLE.reason });
  });
});

describe("the pull of other systems", () => {
  const failure = phrase("source.failed.limited", { detail: "429" });
  const at = (hour: number, ...streams: object[]) => ({
    period: `2026-11-30T${String(hour).padStart(2, "0")}`,
    bound: (minutes: number, givesNothing = true) =>
      ({
        listSources: async () => [
          { name: "desk", streams: [] },
          { name: "shop", streams },
        ],
        pullSource: async ({ name }: { name: string }) =>
          name === "desk"
            ? {
                kind: "pulled",
                streams: [{ added: 2, changed: 1, unchanged: 5, rejected: 1, deleted: 0, failure: null }],
              }
            : {
                kind: "pulled",
                streams:
                  streams.length > 0
                    ? [{ added: 1, changed: 0, unchanged: 0, rejected: 0, deleted: 0, failure }]
                    : [],
              },
        listFailing: async () =>
          streams.length > 0 ? [{ source: "shop", failure, minutes, givesNothing }] : [],
      }) as never,
  });

  it("brings each of them, and counts what came", async () => {
    const { bound, period } = at(5);
    expect(await pullSourcesHourly(bound(0)).run({ ...DUE, period })).toEqual({
      kind: "done",
      figures: {
        desk: { added: 2, changed: 1, rejected: 1, deleted: 0 },
        shop: { added: 0, changed: 0, rejected: 0, deleted: 0 },
      },
    });
  });

  it("fails where one of them gives nothing, after all of them were asked: at first, then once a day", async () => {
    for (const [hour, minutes, isTold] of [
      [5, 0, true],
      [5, 59, true],
      [6, 61, false],
      [8, 400, true],
      [9, 460, false],
    ] as const) {
      const { bound, period } = at(hour, {});
      const run = pullSourcesHourly(bound(minutes)).run({ ...DUE, period });
      if (isTold) await expect(run).rejects.toMatchObject({ reason: { code: "source.pull-failed" } });
      else expect(await run).toMatchObject({ kind: "done" });
    }
  });

  it("says otherwise that something else than its lists is wrong", async () => {
    const { bound, period } = at(5, {});
    const run = pullSourcesHourly(bound(0, false)).run({ ...DUE, period });
    await expect(run).rejects.toMatchObject({ reason: { code: "source.trouble" } });
  });
});

it("books points in the job's name, and is skipped where there is no programme", async () => {
  const figures = { customers: 3, entries: 5, withoutPoints: ["USD"] };
  const { bound, asked } = flows({ settlePoints: { kind: "settled", ...figures } });
  expect(await loyaltyDaily(bound, ZONE).run(DUE)).toEqual({ kind: "done", figures });
  expect(asked).toEqual([["settlePoints", { by: "loyalty-daily" }]]);
  const none = flows({ settlePoints: { kind: "no-programme" } }).bound;
  expect(await loyaltyDaily(none, ZONE).run(DUE)).toEqual({ kind: "skipped", because: "no-programme" });
});
