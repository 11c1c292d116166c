import { afterAll, afterEach, beforeAll, expect } from "vitest";
import type { Clock } from "../../src/domain/clock.ts";
import type { Database } from "../../src/store/database/database.ts";
import { type SlackBot, startSlackBot } from "./slack-bot.ts";
import { type SlackPeer, startSlackPeer } from "./slack-peer.ts";

/** Ana looks after customers, Mia steers; partners read along in one of the two channels. */
const TEAM: Parameters<typeof startSlackPeer>[0] = {
  people: {
    ana: { name: "Ana", email: "ana@example.com" },
    mia: { name: "Mia", email: "mia@example.com", admin: true },
  },
  channels: { sales: {}, partners: { shared: true } },
};

/**
 * Starts Slack's stand-in and the bot for all tests of a suite, handed over by `ready`. After each test nothing may be
 * under way, and neither side may have met a problem.
 */
export function withBotInSlack(
  database: () => Database,
  clock: Clock,
  ready: (peer: SlackPeer, bot: SlackBot) => void,
): void {
  let peer: SlackPeer;
  let bot: SlackBot;
  beforeAll(async () => {
    peer = await startSlackPeer(TEAM);
    bot = await startSlackBot(database(), peer, clock);
    ready(peer, bot);
  });
  afterEach(async () => {
    expect(await bot.app.idle(5000)).toBe(true);
    expect(peer.problems).toEqual([]);
    expect(bot.logged).toEqual([]);
  });
  afterAll(async () => {
    await bot.app.stop(5000);
    await peer.close();
  });
}
