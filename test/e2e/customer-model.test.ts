import { beforeEach, expect, it } from "vitest";
import { deliverDue } from "../../src/delivery/deliver.ts";
import { slackPoster } from "../../src/delivery/slack-poster.ts";
import { phrase } from "../../src/domain/phrase.ts";
import { WATCH_JOB } from "../../src/domain/risk/versions/model-watch.ts";
import { bindFlows } from "../../src/flows/bind-flows.ts";
import { createStore } from "../../src/store/store.ts";
import { describeOnOneDatabase } from "../support/databases.ts";
import { newModelVersion } from "../support/model-versions.ts";
import type { SlackBot } from "../support/slack-bot.ts";
import { BOT_TOKEN, type Sent, type SlackPeer } from "../support/slack-peer.ts";
import { withBotInSlack } from "../support/slack-suite.ts";

const now = new Date("2026-11-23T09:00:00Z");
const silence = { info: () => {}, warn: () => {}, error: () => {} };

describeOnOneDatabase("/customer model and alerts", (database) => {
  let peer: SlackPeer;
  let bot: SlackBot;
  const store = () => createStore(database());
  const shown = (message: Sent) => JSON.stringify(message.body);

  withBotInSlack(
    database,
    () => now,
    (...both) => {
      [peer, bot] = both;
    },
  );
  beforeEach(() => peer.clear());

  it("says what to do while there is no model", async () => {
    const { text } = (await bot.type("ana", "model")).body;
    expect(text).toContain("Ask whoever runs the bot to train one");
    expect(text).not.toContain("npm run");
  });

  it("shows a rep which version serves, how good it was, why, and whether it still fits", async () => {
    await store().modelVersions.save(newModelVersion(), "train-weekly");
    const reason = phrase("compared.not-better", {
      champion: 1,
      customers: 410,
      day: { day: "2026-08-24" },
      difference: 0.001,
      low: -0.001,
      high: 0.003,
    });
    await store().modelVersions.save(
      newModelVersion({
        trainedAt: new Date("2026-11-22T02:00:00Z"),
        promotedAt: null,
        decision: {
          kind: "not-better",
          reason,
          championId: 1,
          difference: 0.001,
          interval: null,
          slice: null,
        },
      }),
      "train-weekly",
    );
    const period = { job: WATCH_JOB, period: "2026-W47 UTC" };
    const claim = await store().jobRuns.claim(period, now, new Date(now.getTime() + 60_000), 3);
    const findings = {
      modelVersionId: 1,
      watchedAt: now.toISOString(),
      customers: 420,
      inputsWatched: 30,
      movedInputs: [],
      scores: null,
      calibration: null,
      ageDays: 22,
    };
    await store().jobRuns.finish(claim!, "done", { kind: "done", figures: { findings, alerts: 0 } }, now);

    const answer = await bot.type("ana", "Model");
    expect(answer.body).toMatchObject({ response_type: "ephemeral", replace_original: false });
    const text = shown(answer);
    expect(text).toContain("Model version 1 serves");
    expect(text).toContain("Of 181 customers it rated at 60–70 %, 116 left.");
    expect(text).toContain("data_visualization");
    expect(text).toContain("*Version 2*, trained 22 Nov, does not serve. Not better than version 1");
    expect(text).toContain("of 30 figures about customers, none has moved far since it was trained");
  });

  it("lets managers send alerts to an internal channel alone, and posts them there once", async () => {
    expect((await bot.type("ana", "channel on alerts")).body.text).toContain("Only managers");
    expect((await bot.type("mia", "channel on alerts", "partners")).body.text).toContain(
      "Another organisation reads this channel",
    );
    expect((await bot.type("mia", "channel on alerts")).body.text).toContain(
      "alerts about the model and about jobs that fail",
    );
    const failure = { job: "score-daily", period: "2026-11-23 UTC", error: "the disk is full", attempts: 3 };
    const { alertJobFailure } = bindFlows({ ...store(), clock: () => now });
    expect(await alertJobFailure(failure)).toBe(1);
    expect(await alertJobFailure(failure)).toBe(0);
    const poster = slackPoster({ token: BOT_TOKEN, slackApiUrl: peer.apiUrl });
    const deliver = () =>
      deliverDue({ ...store(), poster, whyNotPost: async () => null, clock: () => now, log: silence });
    expect(await deliver()).toEqual({ posted: 1 });
    expect(await deliver()).toEqual({});
    const posted = await peer.waitFor(({ method }) => method === "chat.postMessage");
    expect(shown(posted)).toContain("failed after 3 attempts and will not be tried again");

    expect((await bot.type("mia", "channel off alerts")).body.text).toContain("nothing from me any more");
    expect(await alertJobFailure({ ...failure, period: "2026-11-24 UTC" })).toBe(0);
  });
});
