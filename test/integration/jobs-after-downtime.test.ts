import { expect, it } from "vitest";
import type { DigestMessage, NudgeMessage } from "../../src/domain/messages/messages.ts";
import { defaultPreferences } from "../../src/domain/outreach/turns/nudge-preferences.ts";
import { bindFlows } from "../../src/flows/bind-flows.ts";
import { publicHolidays } from "../../src/holidays/public-holidays.ts";
import { digestWeekly } from "../../src/jobs/digest-weekly.ts";
import type { Job } from "../../src/jobs/job.ts";
import { nudgesWeekday } from "../../src/jobs/nudges-weekday.ts";
import { runDueJobs } from "../../src/jobs/run-due-jobs.ts";
import { digestBlocks, digestText } from "../../src/slack/blocks/messages/digest.ts";
import { nudgeBlocks } from "../../src/slack/blocks/messages/nudge.ts";
import { createStore } from "../../src/store/store.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { fileRows } from "../support/file-rows.ts";
import { NO_MODEL } from "../support/no-model.ts";
import { mainstayIn } from "../support/run-mainstay.ts";

const MINUTE = 60_000;
const at = (moment: string) => new Date(`${moment}Z`);

describeOnEachDatabase("jobs after a downtime", (database) => {
  const { run } = mainstayIn(database);
  const store = () => createStore(database());
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  const flowsAt = (now: Date) =>
    bindFlows({
      ...{ ...store(), model: NO_MODEL, clock: () => now, timeZone: "UTC", holidays: publicHolidays() },
      clv: { years: 3, discountRatePercent: 10, marginPercentIfUnknown: null },
    });
  type Ending = "done" | "fails" | "hangs";
  /** The night's scoring, which ends as told; `hangs`: its process dies. */
  const scoring = (ending: Ending = "done"): Job => ({
    name: "score-daily",
    schedule: { every: "day", hour: 4, openHours: 20 },
    catchUp: { kind: "skip" },
    timeZones: async () => ["UTC"],
    run: async () => {
      if (ending === "fails") throw new Error("the disk is full");
      return { kind: "done", figures: {} };
    },
  });
  const training = (runs: string[]): Job => ({
    name: "train-weekly",
    schedule: { every: "week", weekday: 7, hour: 2, openHours: 48 },
    catchUp: { kind: "run", withinDays: 7 },
    timeZones: async () => ["UTC"],
    run: async ({ period }) => {
      runs.push(period);
      return { kind: "done", figures: {} };
    },
  });
  const tick = (moment: string, ...jobs: Job[]) => {
    const now = at(moment);
    const { alertJobFailure: alert } = flowsAt(now);
    return runDueJobs({ jobs, jobRuns: store().jobRuns, clock: () => now, log, alert });
  };
  const morning = (moment: string, ending: Ending = "done") => {
    const flows = flowsAt(at(moment));
    return tick(moment, scoring(ending), nudgesWeekday(flows), digestWeekly(flows));
  };
  const keys = async () =>
    (await database().pool.query<{ key: string }>("SELECT key FROM outbox ORDER BY key")).rows.map(
      ({ key }) => key,
    );
  const channel = (topic: "digest" | "alerts") =>
    store().channelSettings.save({
      ...{ channelId: "C1", digest: topic === "digest", alerts: topic === "alerts", costSummary: false },
      ...{
        escalations: false,
        timeZone: "UTC",
        locale: "en",
        setBy: "U1",
        updatedAt: at("2026-11-01T00:00"),
      },
    });
  async function owner(scoredAt: string) {
    const rows = fileRows(database());
    await rows.member("U1", "u1@us.example", "UTC");
    const customer = await rows.customer("Acme", { owner_email: "u1@us.example" });
    await rows.order(customer, at("2026-10-20T00:00"));
    await rows.score(customer, at(scoredAt), 0.8, await rows.model());
  }
  const isDone = async (moment: string) => {
    const claim = { job: "score-daily", period: `${moment.slice(0, 10)} UTC` };
    const taken = await store().jobRuns.claim(claim, at(moment), at(moment), 3);
    await store().jobRuns.finish(taken!, "done", {}, at(moment));
  };

  it("are caught up or noted as missed, each once, and the list says so", async () => {
    const runs: string[] = [];
    const jobs = [training(runs), scoring()];
    await tick("2026-11-21T05:00", ...jobs);
    // Off from Saturday to Wednesday morning.
    await Promise.all([tick("2026-11-25T06:00", ...jobs), tick("2026-11-25T06:00", ...jobs)]);
    await tick("2026-11-25T07:00", ...jobs);
    expect(runs).toEqual(["2026-W46"]);
    const [missed, ...more] = await store().jobRuns.missedSince(at("2026-11-01T00:00"));
    expect(missed).toMatchObject({
      ...{ job: "score-daily", timeZone: "UTC", firstDay: "2026-11-22", lastDay: "2026-11-24", periods: 3 },
    });
    expect(more).toEqual([]);
  });

  it("are told in the digest: that nobody was scored, from when to when, and why", async () => {
    await channel("digest");
    await tick("2026-11-17T05:00", scoring());
    await morning("2026-11-21T05:00");
    await morning("2026-11-22T04:00", "fails");
    await morning("2026-11-22T04:05", "fails");
    await morning("2026-11-22T04:15", "fails");
    await morning("2026-11-23T09:00");
    expect(await keys()).toEqual(["digest:C1:2026-W47"]);
    const message = (await store().outbox.find("digest:C1:2026-W47")) as DigestMessage;
    expect(message.notScored).toEqual([
      { fromDay: "2026-11-18", toDay: "2026-11-20", because: "off" },
      { fromDay: "2026-11-22", toDay: "2026-11-22", because: "failed" },
    ]);
    const shown = JSON.stringify(digestBlocks(message, "en"));
    expect(shown).toContain(
      "*No scoring from 18 Nov 2026 to 20 Nov 2026: Mainstay was off, and few or no nudges went out.*",
    );
    expect(shown).toContain("*No scoring on 22 Nov 2026: it failed, so risks stayed as they were.*");
    expect(digestText(message, "en")).toContain("No scoring from 18 Nov 2026 to 20 Nov 2026");
  });

  it("let no nudge or digest overtake the scoring, on another machine or after a failure", async () => {
    await channel("digest");
    await owner("2026-11-23T04:00");
    await isDone("2026-11-22T04:00");
    // Another machine is at it since four.
    const elsewhere = { job: "score-daily", period: "2026-11-23 UTC" };
    const claim = await store().jobRuns.claim(elsewhere, at("2026-11-23T08:59"), at("2026-11-23T09:01"), 3);
    await morning("2026-11-23T09:00");
    expect(await keys()).toEqual([]);
    // That one fails; the retry is due in a while.
    const failing = { error: "the disk is full", isLast: false };
    await store().jobRuns.fail(claim!, failing, at("2026-11-23T09:01"), at("2026-11-23T09:06"));
    await morning("2026-11-23T09:02");
    expect(await keys()).toEqual([]);
    await morning("2026-11-23T09:06");
    expect(await keys()).toEqual(["digest:C1:2026-W47", "nudges:U1:2026-11-23"]);
    const nudge = (await store().outbox.find("nudges:U1:2026-11-23")) as NudgeMessage;
    expect(nudge.isScoringLate).toBeUndefined();
  });

  it("let nudges go when the scores before are too old to wait on, and those say so", async () => {
    await owner("2026-11-23T04:00");
    await isDone("2026-11-23T04:00");
    for (const minute of ["04:00", "04:05", "04:15"]) await morning(`2026-11-24T${minute}`, "fails");
    for (const hour of ["09:00", "12:00", "15:59"]) await morning(`2026-11-24T${hour}`, "fails");
    expect(await keys()).toEqual([]);
    await morning("2026-11-24T16:00", "fails");
    expect(await keys()).toEqual(["nudges:U1:2026-11-24"]);
    const nudge = (await store().outbox.find("nudges:U1:2026-11-24")) as NudgeMessage;
    expect(nudge.isScoringLate).toBe(true);
    expect(JSON.stringify(nudgeBlocks(nudge, "en"))).toContain("The scoring of last night is not done.");
  });

  it("let nobody's turn be lost by waiting", async () => {
    await owner("2026-11-23T04:00");
    await isDone("2026-11-23T04:00");
    await store().nudgePreferences.save(
      "U1",
      { ...defaultPreferences(null), hour: 6 },
      at("2026-11-01T00:00"),
    );
    for (const minute of ["04:00", "04:05", "04:15"]) await morning(`2026-11-24T${minute}`, "fails");
    await morning("2026-11-24T12:59", "fails");
    expect(await keys()).toEqual([]);
    await morning("2026-11-24T13:00", "fails");
    expect(await keys()).toEqual(["nudges:U1:2026-11-24"]);
  });

  it("take over from a process that died within two minutes, and tell of one that nobody could", async () => {
    await channel("alerts");
    const claim = { job: "score-daily", period: "2026-11-23 UTC" };
    const { jobRuns } = store();
    await jobRuns.claim(
      claim,
      at("2026-11-23T05:00"),
      new Date(at("2026-11-23T05:00").getTime() + 1.5 * MINUTE),
      3,
    );
    expect(await tick("2026-11-23T05:01", scoring())).toEqual([]);
    expect(await tick("2026-11-23T05:02", scoring())).toMatchObject([{ status: "done" }]);
    await jobRuns.claim(
      { ...claim, period: "2026-11-24 UTC" },
      at("2026-11-24T23:00"),
      at("2026-11-24T23:01"),
      3,
    );
    await Promise.all([tick("2026-11-25T00:01", scoring()), tick("2026-11-25T00:01", scoring())]);
    expect(await keys()).toEqual(["job-alert:C1:score-daily:2026-11-24 UTC"]);
    expect(await jobRuns.recent(1)).toMatchObject([{ status: "failed", outcome: { isLast: true } }]);
    await tick("2026-11-25T00:02", scoring());
    expect(await keys()).toHaveLength(1);
  });

  it("are listed, and what failed is tried again when somebody asks", async () => {
    for (const minute of ["04:00", "04:05", "04:15"]) await tick(`2026-11-24T${minute}`, scoring("fails"));
    const { out } = await run("jobs", "list");
    expect(out).toMatch(
      /score-daily +every day at 04:00, \S+ +failed 2026-11-24 04:15: the disk is full \(given up\)/,
    );
    expect(out).toMatch(/train-weekly +every Sunday at 02:00, \S+ +never/);
    expect(out).toContain("jobs retry JOB");
    expect((await run("jobs", "retry", "score-weekly")).err).toContain("There is no job score-weekly");
    expect((await run("jobs", "retry", "train-weekly")).err).toContain("did not fail");
    expect((await run("jobs", "retry", "score-daily", "--json")).json).toMatchObject({
      period: "2026-11-24 UTC",
    });
    expect(await tick("2026-11-24T10:00", scoring())).toMatchObject([{ status: "done" }]);
  });
});
