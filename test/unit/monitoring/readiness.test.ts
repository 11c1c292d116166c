import { describe, expect, it } from "vitest";
import { phrase } from "../../../src/domain/phrase.ts";
import { type ProcessState, whyNotReady } from "../../../src/monitoring/readiness.ts";
import { commandLineText } from "../../../src/words/command-line.ts";

const HOUR = 3_600_000;
const fine: ProcessState = {
  ...{ isStopping: false, pendingMigrations: 0, lags: [], slackRefusal: null, socketDownMs: 0 },
};
const codes = (state: Partial<ProcessState>) => whyNotReady({ ...fine, ...state }).map(({ code }) => code);
const late = (job: string, lagMs: number, isOpen: boolean) => [{ job, lagMs, isOpen }];

describe("a process is ready", () => {
  it("where nothing is wrong", () => {
    expect(codes({})).toEqual([]);
  });

  it("while jobs are a little late, while a socket is renewed, and although a digest's hours are over", () => {
    const lags = [...late("digest-weekly", 90 * HOUR, false), ...late("score-daily", 2 * HOUR, true)];
    expect(codes({ lags, socketDownMs: 30_000 })).toEqual([]);
  });
});

describe("a process is not ready", () => {
  it.each<[string, Partial<ProcessState>, string[]]>([
    ["once it was told to stop", { isStopping: true }, ["stopping"]],
    ["where the database does not say", { lags: null }, ["database"]],
    ["where it does not say what is applied", { pendingMigrations: null }, ["database"]],
    ["where a migration is missing", { pendingMigrations: 1 }, ["migrations"]],
    ["where Slack refuses the token", { slackRefusal: phrase("ready.slack-unknown") }, ["slack"]],
    ["where the socket stays down", { socketDownMs: 30_001 }, ["slack-socket"]],
    [
      "where a job is late that could run",
      { lags: late("nudges-weekday", 2 * HOUR + 1, true) },
      ["job-late"],
    ],
    [
      "where scores are late, whatever the hour",
      { lags: late("score-daily", 9 * HOUR, false) },
      ["job-late"],
    ],
  ])("%s", (_what, state, expected) => {
    expect(codes(state)).toEqual(expected);
  });

  it("for every reason at once, each in a sentence", () => {
    const reasons = whyNotReady({
      ...{ isStopping: true, pendingMigrations: 2, lags: late("score-daily", 3.5 * HOUR, true) },
      ...{ slackRefusal: phrase("ready.slack-unknown"), socketDownMs: 61_500 },
    });
    expect(reasons.map(({ says }) => commandLineText(says))).toEqual([
      "The process was told to stop and takes nothing new.",
      "2 migrations are not applied to the database.",
      "Slack has not answered yet.",
      "The connection to Slack has been down for 61 seconds.",
      "score-daily has been due for 3 hours and is not done. The log says why.",
    ]);
  });
});
