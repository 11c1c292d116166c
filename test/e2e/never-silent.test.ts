import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { encodeButton } from "../../src/slack/blocks/button-value.ts";
import { ACTION, CALLBACK } from "../../src/slack/ids.ts";
import { addCustomer } from "../support/customer-rows.ts";
import { describeOnOneDatabase } from "../support/databases.ts";
import { startFaultySlack } from "../support/faulty-slack.ts";
import { type SlackBot, startSlackBot } from "../support/slack-bot.ts";
import { type SlackPeer, startSlackPeer, TEAM_ID } from "../support/slack-peer.ts";

const NOW = new Date("2026-12-09T14:00:00Z");

describeOnOneDatabase("whoever asks hears what became of it", (database) => {
  let peer: SlackPeer;
  let faulty: Awaited<ReturnType<typeof startFaultySlack>>;
  let bot: SlackBot;
  let acme: number;

  beforeAll(async () => {
    peer = await startSlackPeer({
      people: { ana: { name: "Ana", email: "ana@example.com" } },
      channels: { sales: {} },
    });
    faulty = await startFaultySlack(peer.apiUrl);
    bot = await startSlackBot(database(), { ...peer, apiUrl: faulty.apiUrl }, () => NOW);
  });
  afterAll(async () => {
    await bot.app.stop(5000);
    await faulty.close();
    await peer.close();
  });
  beforeEach(async () => {
    peer.clear();
    bot.logged.length = 0;
    acme = await addCustomer(database(), { name: "Acme" });
  });

  const user = () => ({ id: peer.userId("ana"), team_id: TEAM_ID });
  const why = (responseUrl: string) => ({
    type: "block_actions",
    user: user(),
    channel: { id: peer.channelId("sales") },
    trigger_id: `T${Math.random()}`,
    response_url: responseUrl,
    actions: [
      {
        type: "button",
        action_id: ACTION.cost,
        value: encodeButton({ customerId: acme, suggestionKey: null, shownAt: NOW }),
        action_ts: "1",
      },
    ],
  });
  const referenceIn = (message: object) => /reference ([0-9a-f]{8})/.exec(JSON.stringify(message))?.[1];
  const logged = (reference: string | undefined) =>
    bot.logged.filter(({ fields }) => fields.reference === reference).map(({ message }) => message);

  describe.each([
    ["answers 500", 500, "no"],
    ["answers 429", 429, "ratelimited"],
    ["takes a message and refuses it in the body", 200, JSON.stringify({ ok: false })],
  ])("where the response_url %s", (_, status, body) => {
    let server: Server;
    beforeAll(async () => {
      server = createServer((_request, response) => response.writeHead(status).end(body));
      await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
    });
    afterAll(() => new Promise((closed) => server.close(closed)));

    it("by a message only they see", async () => {
      await bot.send.interaction(why(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`));
      const told = await peer.waitFor(({ method }) => method === "chat.postEphemeral");
      expect(told.body.user).toBe(peer.userId("ana"));
      expect(await bot.app.idle(5000)).toBe(true);
      expect(bot.logged).toEqual([]);
    });
  });

  it("where nobody listens at the response_url any more", async () => {
    await bot.send.interaction(why("http://127.0.0.1:9/"));
    await peer.waitFor(({ method }) => method === "chat.postEphemeral");
  });

  it.each([
    [
      "a button without its trigger",
      { type: "block_actions", actions: [{ action_id: "customer.why", action_ts: "1" }] },
    ],
    [
      "a form without its view's id",
      { type: "view_submission", view: { callback_id: CALLBACK.snooze, state: {} } },
    ],
  ])("with a reference, where nobody can read %s", async (_, payload) => {
    const responseUrl = peer.responseUrl();
    await bot.send.interaction({ ...payload, user: user(), response_url: responseUrl });
    const told = await peer.waitFor(({ body }) => referenceIn(body) !== undefined);
    expect(logged(referenceIn(told.body))).toEqual(["A Slack request failed"]);
  });

  it.each(["expired_trigger_id", "exchanged_trigger_id"])(
    "what to do, where a form comes too late (%s)",
    async (error) => {
      faulty.next("views.open", { kind: "refusal", error });
      const pressed = why(peer.responseUrl());
      const [action] = pressed.actions;
      await bot.send.interaction({ ...pressed, actions: [{ ...action, action_id: ACTION.logTouch }] });
      const told = await peer.waitFor(({ body }) => referenceIn(body) !== undefined);
      expect(told.body.text).toContain("Press the button again");
      expect(logged(referenceIn(told.body))).toEqual(["A Slack request failed"]);
    },
  );

  it("where a form is of another version of the bot", async () => {
    const view = { id: "V1", callback_id: "gone.with_an_older_version", state: { values: {} } };
    const { status } = await bot.send.interaction({ type: "view_submission", user: user(), view });
    expect(status).toBe(200);
    const told = await peer.waitFor(({ method }) => method === "chat.postMessage");
    expect(told.body.text).toContain("from an older version");
  });
});
