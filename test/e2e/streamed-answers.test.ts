import { afterEach, beforeEach, expect, it } from "vitest";
import { addCustomer, addModel, addScore } from "../support/customer-rows.ts";
import { describeOnOneDatabase, ownDatabases } from "../support/databases.ts";
import type { SlackBot } from "../support/slack-bot.ts";
import { type SlackPeer, TEAM_ID } from "../support/slack-peer.ts";
import { withBotInSlack } from "../support/slack-suite.ts";

const NOW = new Date("2026-12-09T14:00:00Z");

describeOnOneDatabase("an answer that takes long", (database) => {
  let peer: SlackPeer;
  let bot: SlackBot;
  withBotInSlack(
    database,
    () => NOW,
    (startedPeer, startedBot) => {
      [peer, bot] = [startedPeer, startedBot];
    },
  );
  let messages = 0;
  const nextTs = () => `1796824800.${String(messages + 1).padStart(6, "0")}`;
  const write = async (event: object) => {
    const ts = nextTs();
    messages += 1;
    const body = { type: "event_callback", team_id: TEAM_ID, event_id: `EvL${messages}` };
    await bot.send.event({ ...body, event: { ts, user: peer.userId("mia"), channel: "D0MIA", ...event } });
    await expect.poll(() => bot.app.idle(5000), { interval: 5, timeout: 20_000 }).toBe(true);
  };
  const ask = (text: string) => write({ type: "message", text });
  const calls = () =>
    peer.sent
      .filter(({ method }) => method.startsWith("chat."))
      .map(({ method, body }) => ({ method: method.replace("chat.", ""), body }));
  const streamed = async () => {
    await ask("what is our retention rate?");
    await peer.waitFor(({ method }) => /stopStream|postMessage/.test(method));
    expect(await bot.app.idle(5000)).toBe(true);
    return calls();
  };

  beforeEach(async () => {
    peer.clear();
    peer.takeStreams(true);
    const acme = await addCustomer(database(), { name: "Acme", ownerEmail: "ana@example.com" });
    const modelId = await addModel(database());
    await addScore(database(), acme, { asOf: "2026-12-09T12:00:00Z", probability: 0.62, modelId });
  });
  afterEach(() => peer.takeStreams(false));

  it("shows a task while it is worked out, and itself in the same message", async () => {
    const [start, stop, ...more] = await streamed();
    expect(more).toEqual([]);
    expect(start).toMatchObject({
      method: "startStream",
      body: {
        channel: "D0MIA",
        chunks: [{ type: "task_update", title: "Looking it up", status: "in_progress" }],
      },
    });
    expect(stop).toMatchObject({
      method: "stopStream",
      body: { chunks: [{ title: "Done", status: "complete" }] },
    });
    expect(JSON.stringify(stop?.body.blocks)).toContain("Retention rate");
    expect((await database().pool.query("SELECT FROM answer_streams")).rowCount).toBe(0);
  });

  it("is a plain message where the workspace takes no streams, and where a stream has ended by itself", async () => {
    peer.takeStreams(false);
    expect((await streamed()).map(({ method }) => method)).toEqual(["postMessage"]);
    peer.clear();
    peer.takeStreams(true);
    peer.refuseNext("chat.stopStream", "message_not_in_streaming_state");
    const sent = await (async () => {
      await ask("what is our retention rate?");
      await peer.waitFor(({ method }) => method === "chat.postMessage");
      return calls();
    })();
    expect(sent.map(({ method }) => method)).toEqual(["startStream", "stopStream", "postMessage"]);
  });

  it("says of what a process left behind that it was broken off, and answers once", async () => {
    await database().pool.query("INSERT INTO answer_streams VALUES ($1, 'D0MIA', '1.5', $2)", [
      `message:D0MIA:${nextTs()}`,
      NOW,
    ]);
    await ask("what is our retention rate?");
    await peer.waitFor(({ body }) => JSON.stringify(body.blocks ?? "").includes("Retention rate"));
    expect(await bot.app.idle(5000)).toBe(true);
    const [broken, ...rest] = calls();
    expect(broken).toMatchObject({
      method: "stopStream",
      body: { ts: "1.5", chunks: [{ status: "error" }] },
    });
    expect(broken?.body.chunks[0].title).toContain("broken off");
    expect(rest.map(({ method }) => method)).toEqual(["startStream", "stopStream"]);
  });

  it("is no stream where it is short", async () => {
    await ask("how is Acme?");
    await peer.waitFor(({ method }) => method === "chat.postMessage");
    expect(await bot.app.idle(5000)).toBe(true);
    expect(calls().map(({ method }) => method)).toEqual(["postMessage"]);
  });

  const stopPressed = async (ts: string) => {
    const event = { type: "agent_session_stopped", channel: "D0MIA", streaming_message_ts: [ts] };
    const body = { type: "event_callback", team_id: TEAM_ID, event_id: `EvStop${ts}` };
    await bot.send.event({ ...body, event: { ...event, user: peer.userId("mia"), thread_ts: "1.1" } });
  };
  /** The message that is being streamed, as it is kept for whoever goes on where the process ends. */
  const keptStream = async (): Promise<string> => {
    await peer.waitFor(({ method }) => method === "chat.startStream");
    const kept = async () =>
      (await database().pool.query<{ ts: string }>("SELECT ts FROM answer_streams")).rows[0]?.ts;
    await expect.poll(kept, { interval: 20, timeout: 20_000 }).toBeDefined();
    return (await kept()) ?? "";
  };
  const isServer = ownDatabases().native !== null;
  it.runIf(isServer)(
    "ends what is asked of a server once its reader stops it, and says nothing more",
    async () => {
      const { pool } = database();
      const holder = await pool.connect();
      const waiting = async () => {
        const { rows } = await holder.query("SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock'");
        return rows.length;
      };
      try {
        await holder.query("BEGIN; LOCK TABLE activities IN ACCESS EXCLUSIVE MODE");
        const asked = ask("what is our retention rate?");
        const ts = await keptStream();
        await expect.poll(waiting, { interval: 20, timeout: 20_000 }).toBeGreaterThan(0);
        await stopPressed(ts);
        await asked;
        expect(await waiting()).toBe(0);
      } finally {
        await holder.query("ROLLBACK");
        holder.release();
      }
      expect(calls().map(({ method }) => method)).toEqual(["startStream"]);
      expect((await pool.query("SELECT FROM answer_streams")).rowCount).toBe(0);
    },
  );
});
