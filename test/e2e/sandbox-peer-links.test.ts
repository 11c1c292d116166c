import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import { ANNA, GENERAL, MEI, MODES, type Peer, SEED, startPeer } from "./sandbox-peer-app.ts";

const LINK = "https://us.example/c/7";
const ENTITY = {
  entity_type: "slack#/entities/item",
  url: LINK,
  app_unfurl_url: LINK,
  external_ref: { id: "7", type: "customer" },
  entity_payload: {
    attributes: { title: { text: "Acme <b>" } },
    custom_fields: [{ key: "risk", label: "Risk", type: "string", value: "62 %" }],
    actions: { primary_actions: [{ text: "Snooze", action_id: "snooze", value: "v" }] },
  },
};
const eventBody = z.looseObject({ type: z.string(), trigger_id: z.string().optional() });

const errorOf = async (call: Promise<unknown>) =>
  call.then(
    () => null,
    (error) => error.data?.error ?? error,
  );

describe.each(MODES)("links to what the app knows, by %s", (mode) => {
  let peer: Peer;
  let sandbox: Sandbox;
  let heard: z.output<typeof eventBody>[];
  let answerPane: (trigger: string) => Promise<unknown>;
  let pressed: unknown[];

  beforeEach(async () => {
    heard = [];
    pressed = [];
    answerPane = (trigger_id) => peer.client.entity.presentDetails({ trigger_id, metadata: ENTITY });
    const listen: Parameters<typeof startPeer>[1] = (app) => {
      app.event("link_shared", async ({ event }) => void heard.push(eventBody.parse(event)));
      app.event("entity_details_requested", async ({ event }) => {
        heard.push(eventBody.parse(event));
        await answerPane(event.trigger_id);
      });
      app.action("snooze", async ({ ack, body }) => {
        await ack();
        pressed.push(body);
      });
    };
    const workspace = { ...SEED, unfurlDomains: ["us.example"] };
    peer = await startPeer(mode, listen, { workspace });
    ({ sandbox } = peer);
  });
  afterEach(() => peer.stop());

  const post = async (text: string, channel = GENERAL) => {
    const message = sandbox.post({ user: ANNA, channel, text });
    await sandbox.idle();
    return message;
  };
  const unfurl = (ts: string, entity: object = ENTITY, channel = GENERAL) =>
    peer.client.chat.unfurl({ channel, ts, metadata: { entities: [entity as typeof ENTITY] } });

  it("tells of those of its domains alone, also where it is not in the channel", async () => {
    await post(`See ${LINK} and https://other.example/x and https://crm.us.example/1`);
    await post("https://other.example/x");
    await post(LINK, "C0OTHER");
    expect(heard).toMatchObject([
      {
        ...{ type: "link_shared", user: ANNA, channel: GENERAL, is_bot_user_member: true },
        links: [
          { url: LINK, domain: "us.example" },
          { url: "https://crm.us.example/1", domain: "crm.us.example" },
        ],
      },
      { channel: "C0OTHER", is_bot_user_member: false },
    ]);
  });

  it("shows them below the message, once each, with text from outside as text", async () => {
    const { ts } = await post(LINK);
    await unfurl(ts);
    await unfurl(ts);
    expect(sandbox.messagesIn(GENERAL).find((one) => one.ts === ts)?.entities).toEqual([ENTITY]);
  });

  it("refuses what Slack refuses", async () => {
    const { ts } = await post(LINK);
    const other = { ...ENTITY, app_unfurl_url: "https://us.example/c/8" };
    expect(await errorOf(unfurl(ts, other))).toBe("cannot_unfurl_url");
    expect(await errorOf(unfurl("1.1"))).toBe("cannot_find_message");
    expect(await errorOf(unfurl(ts, ENTITY, "C0NONE"))).toBe("cannot_find_channel");
    const pane = { trigger_id: "x", metadata: ENTITY };
    expect(await errorOf(peer.client.entity.presentDetails(pane))).toBe("invalid_trigger_id");
  });

  it("takes an entity that it cannot read, shows nothing, and says so in a warning", async () => {
    const { ts } = await post(LINK);
    const answer = await unfurl(ts, { ...ENTITY, entity_type: "customer" });
    expect(answer).toMatchObject({ ok: true, warning: "invalid_metadata_format" });
    expect(sandbox.messagesIn(GENERAL).find((one) => one.ts === ts)?.entities).toEqual([]);
  });

  it("opens a pane for one person, whose buttons reach the app", async () => {
    const on = await post(LINK);
    await unfurl(on.ts);
    const pane = await sandbox.openPane({ user: MEI, on, link: LINK });
    expect(pane).toMatchObject({ kind: "shown", entity: { external_ref: { id: "7" } } });
    expect(heard.at(-1)).toMatchObject({ user: MEI, external_ref: { id: "7" }, app_unfurl_url: LINK });
    await sandbox.clickInPane({ user: MEI, actionId: "snooze" });
    expect(pressed).toMatchObject([
      { container: { type: "entity_detail", channel_id: GENERAL }, actions: [{ value: "v" }] },
    ]);
  });

  it("shows why there is nothing in a pane, and takes no other customer in it", async () => {
    const on = await post(LINK);
    await unfurl(on.ts);
    const errors: unknown[] = [];
    answerPane = async (trigger_id) => {
      const other = { ...ENTITY, external_ref: { id: "8" } };
      errors.push(await errorOf(peer.client.entity.presentDetails({ trigger_id, metadata: other })));
      const error = { status: "custom", custom_title: "Not shown", custom_message: "Guests see nothing." };
      await peer.client.entity.presentDetails({ trigger_id, error });
      errors.push(await errorOf(peer.client.entity.presentDetails({ trigger_id, error })));
    };
    const pane = await sandbox.openPane({ user: MEI, on, link: LINK });
    expect(pane).toMatchObject({ kind: "refused", message: "Not shown\nGuests see nothing." });
    await sandbox.idle();
    expect(errors[0]).toBe("entity_metadata_does_not_match_trigger");
  });
});
