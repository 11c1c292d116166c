import { afterAll, beforeAll, expect, it } from "vitest";
import { describeOnOneDatabase } from "../support/databases.ts";
import { signatureHeaders } from "../support/signed-requests.ts";
import { SIGNING_SECRET, type SlackBot, startSlackBot } from "../support/slack-bot.ts";
import { type SlackPeer, startSlackPeer } from "../support/slack-peer.ts";

const NOW = new Date("2026-12-09T14:00:00Z");
const MINUTE = 60_000;

describeOnOneDatabase("what arrives at the address of Slack's requests", (database) => {
  let peer: SlackPeer;
  let bot: SlackBot;
  beforeAll(async () => {
    peer = await startSlackPeer({ people: {}, channels: {} });
    bot = await startSlackBot(database(), peer, () => NOW);
  });
  afterAll(async () => {
    await bot.app.stop(5000);
    await peer.close();
  });

  const post = (body: string, type: string, at = new Date()) =>
    fetch(`${bot.url}/slack/events`, {
      method: "POST",
      body,
      headers: { "content-type": type, ...signatureHeaders(SIGNING_SECRET, body, at) },
    });
  const FORM = "application/x-www-form-urlencoded";
  const JSON_TYPE = "application/json";
  const challenge = JSON.stringify({ type: "url_verification", challenge: "c" });

  it.each([
    ["null", "null", JSON_TYPE],
    ["a number", "7", JSON_TYPE],
    ["a list", "[]", JSON_TYPE],
    ["no JSON", "{", JSON_TYPE],
    ["nothing", "", JSON_TYPE],
    ["a form whose payload is null", "payload=null", FORM],
    ["a form whose payload is no JSON", "payload=%7B", FORM],
  ])("is refused where it is signed and says %s, and the bot goes on", async (_what, body, type) => {
    expect((await post(body, type)).status).toBe(400);
    expect((await post(challenge, JSON_TYPE)).status).toBe(200);
  });

  it("is refused where its timestamp lies ahead of every clock", async () => {
    const at = new Date(Date.now() + 10 * MINUTE);
    expect((await post(challenge, JSON_TYPE, at)).status).toBe(401);
  });

  it("is taken from a clock that runs a little ahead", async () => {
    const at = new Date(Date.now() + MINUTE);
    expect((await post(challenge, JSON_TYPE, at)).status).toBe(200);
  });

  it("is refused where it is too long, and the connection is not used again", async () => {
    const answer = await post(JSON.stringify({ type: "x".repeat(5_000_000) }), JSON_TYPE);
    expect([answer.status, answer.headers.get("connection")]).toEqual([413, "close"]);
    expect((await post(challenge, JSON_TYPE)).status).toBe(200);
  });
});
