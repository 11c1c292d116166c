import { beforeEach, expect, it } from "vitest";
import { phrase } from "../../src/domain/phrase.ts";
import { ACTION } from "../../src/slack/ids.ts";
import { createStore } from "../../src/store/store.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import type { SlackBot } from "../support/slack-bot.ts";
import type { Sent, SlackPeer } from "../support/slack-peer.ts";
import { withBotInSlack } from "../support/slack-suite.ts";

const NOW = new Date("2026-12-09T14:00:00Z");
const KEY = "digest:C1:2026-W49";

describeOnEachDatabase("a failed message that is sent again from Home", (database) => {
  let peer: SlackPeer;
  let bot: SlackBot;
  withBotInSlack(
    database,
    () => NOW,
    (startedPeer, startedBot) => {
      [peer, bot] = [startedPeer, startedBot];
    },
  );
  const receipts = () => createStore(database()).receipts;
  const shown = ({ body }: Sent) => JSON.stringify(body);
  const told = (text: string) => peer.waitFor(({ body }) => body.text?.includes(text));
  let events = 0;
  async function home(person: string): Promise<Sent> {
    peer.clear();
    await bot.send.event({
      type: "event_callback",
      team_id: "T000000001",
      event_id: `EvR${++events}`,
      event: { type: "app_home_opened", user: peer.userId(person), tab: "home", channel: "D1" },
    });
    return peer.waitFor(({ body }) => body.user_id === peer.userId(person));
  }

  beforeEach(async () => {
    await database().pool.query(
      `INSERT INTO outbox (key, kind, recipient, message, status, last_error, attempts, next_attempt_at, created_at, settled_at)
       VALUES ($1, 'digest', 'C1', '{}', 'failed', $2, 1, $3, $3, $3)`,
      [KEY, phrase("undelivered.slack.is_archived"), NOW],
    );
  });

  it("goes once, with who pressed noted; whoever presses the same button later is told so", async () => {
    const mias = await home("mia");
    await bot.clickOnHome("mia", mias, ACTION.resendMessage);
    await told("The message goes again within seconds.");
    expect(await receipts().find(KEY)).toMatchObject({ state: "pending" });
    expect(await receipts().retriesOf(KEY)).toEqual([{ at: NOW, by: peer.userId("mia") }]);
    expect(shown(await home("mia"))).not.toContain(ACTION.resendMessage);
    await bot.clickOnHome("mia", mias, ACTION.resendMessage);
    await told("somebody sent it again before you");
    expect(await receipts().retriesOf(KEY)).toHaveLength(1);
  });

  it("is nothing for a rep", async () => {
    const mias = await home("mia");
    expect(shown(await home("ana"))).not.toContain(ACTION.resendMessage);
    await bot.clickOnHome("ana", mias, ACTION.resendMessage);
    expect(await bot.app.idle(5000)).toBe(true);
    expect(await receipts().find(KEY)).toMatchObject({ state: "failed" });
  });
});
