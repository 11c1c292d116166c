import { afterAll, beforeAll, expect, it } from "vitest";
import { deliverDue } from "../../src/delivery/deliver.ts";
import { slackPoster } from "../../src/delivery/slack-poster.ts";
import { bindFlows } from "../../src/flows/bind-flows.ts";
import { publicHolidays } from "../../src/holidays/public-holidays.ts";
import { nudgesWeekday } from "../../src/jobs/nudges-weekday.ts";
import { runDueJobs } from "../../src/jobs/run-due-jobs.ts";
import { ACTION } from "../../src/slack/ids.ts";
import { jobRunStore } from "../../src/store/jobs/job-runs.ts";
import { drawingStore } from "../../src/store/messages/drawings.ts";
import { outboxStore } from "../../src/store/messages/outbox.ts";
import { suggestionStore } from "../../src/store/outreach/suggestions.ts";
import { createStore } from "../../src/store/store.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { fileRows } from "../support/file-rows.ts";
import { NO_MODEL } from "../support/no-model.ts";
import { startSlackBot } from "../support/slack-bot.ts";
import { BOT_TOKEN, type SlackPeer, startSlackPeer } from "../support/slack-peer.ts";

const quietLog = { info: () => {}, warn: () => {}, error: () => {} };
// Monday, ten in the morning in Berlin.
const now = new Date("2026-11-23T09:00:00Z");

describeOnEachDatabase("from a risk to an answered nudge", (database) => {
  let peer: SlackPeer;
  beforeAll(async () => {
    peer = await startSlackPeer({
      people: { ann: { name: "Ann", email: "ann@us.example", timeZone: "Europe/Berlin" } },
      channels: { sales: {} },
    });
  });
  afterAll(() => peer.close());

  const tick = () =>
    runDueJobs({
      jobs: [
        nudgesWeekday(
          bindFlows({
            ...createStore(database()),
            model: NO_MODEL,
            clock: () => now,
            clv: { years: 3, discountRatePercent: 10, marginPercentIfUnknown: null },
            timeZone: "UTC",
            holidays: publicHolidays(),
          }),
        ),
      ],
      jobRuns: jobRunStore(database()),
      clock: () => now,
      log: quietLog,
    });
  const deliver = () =>
    deliverDue({
      suggestions: suggestionStore(database()),
      drawings: drawingStore(database()),
      outbox: outboxStore(database()),
      poster: slackPoster({ token: BOT_TOKEN, slackApiUrl: peer.apiUrl }),
      whyNotPost: async () => null,
      clock: () => now,
      log: quietLog,
    });

  it("the job writes to the owner once, and the click on it settles the suggestion", async () => {
    peer.clear();
    const rows = fileRows(database());
    await rows.member(peer.userId("ann"), "ann@us.example", "Europe/Berlin");
    const acme = await rows.customer("Acme <有限公司>", {
      owner_email: "ann@us.example",
      currency: "EUR",
    });
    await rows.order(acme, "2026-10-06T10:00:00Z");
    await rows.score(acme, "2026-11-23T03:00:00Z", 0.87, await rows.model(), [
      {
        ...{ feature: "daysSinceLastPurchase", value: 48, typical: 20, contribution: 1.5 },
        companions: { meanGapDays: 21 },
      },
    ]);

    await Promise.all([tick(), tick()]);
    await deliver();
    await tick();
    await deliver();
    const posts = peer.sent.filter(({ method }) => method === "chat.postMessage");
    expect(posts).toHaveLength(1);
    const [post] = posts;
    expect(post?.body.channel).toMatch(/^D/);
    expect(post?.body.text).toContain("Acme &lt;有限公司&gt;");
    expect(JSON.stringify(post?.body.blocks)).toMatch(/87 %.*Silent for 48 days, usually buys every 21 days/);
    expect(peer.problems).toEqual([]);

    const bot = await startSlackBot(database(), peer, () => now);
    try {
      const click = await bot.click("ann", post!, ACTION.nudgeReachedOut);
      expect(click.status).toBe(200);
      await click.answer();
      const suggestion = await suggestionStore(database()).find(`nudge:${acme}:2026-11-23`);
      expect(suggestion).toMatchObject({ status: "reached_out", settledBy: peer.userId("ann") });
    } finally {
      await bot.app.stop(5_000);
    }
  });
});
