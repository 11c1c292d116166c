import { describe, expect, it } from "vitest";
import { actOnEntity, fillFlexpane, openEntity } from "../../../src/sandbox/interactions/entities.ts";
import { CARD } from "../../support/crm-card.ts";
import { workspaceByHand } from "./by-hand.ts";

const SALES = "C0SALES";

function withUnfurl(options = {}) {
  const hand = workspaceByHand(options);
  const message = hand.workspace.post(hand.context.clock.now(), {
    conversationId: SALES,
    authorId: "U0ANNA",
    text: "<https://crm.example/c/7?from=slack>",
    entities: [CARD],
  });
  const open = (as = "U0ANNA", url = CARD.url) =>
    openEntity(hand.context, { as, conversationId: SALES, ts: message.ts, url });
  const triggerOf = (as = "U0ANNA") => hand.workspace.flexpaneOf(as)?.triggerId ?? "";
  const fill = (given: object) =>
    fillFlexpane(hand.context, {
      ...{ triggerId: triggerOf(), entity: CARD, message: null, signInUrl: null },
      ...given,
    });
  return { ...hand, message, open, fill, triggerOf };
}
const shownTo = ({ workspace }: ReturnType<typeof withUnfurl>, as = "U0ANNA") =>
  workspace.snapshot({
    clock: { now: "", offsetMs: 0 },
    connection: { mode: "http", isConnected: true },
    log: [],
  }).flexpanes[as];

describe("a flexpane", () => {
  it("asks the app for whoever clicked, in their language, and waits", () => {
    const hand = withUnfurl();
    hand.open("U0MEI");
    expect(hand.bodies()[0].event).toMatchObject({
      type: "entity_details_requested",
      user: "U0MEI",
      user_locale: "zh-TW",
      external_ref: { id: "7", type: "customer" },
      entity_url: CARD.url,
      app_unfurl_url: CARD.app_unfurl_url,
      link: { url: CARD.app_unfurl_url, domain: "crm.example" },
      channel: SALES,
      message_ts: hand.message.ts,
      trigger_id: hand.triggerOf("U0MEI"),
    });
    expect(shownTo(hand, "U0MEI")).toMatchObject({ kind: "loading", entity: null });
    expect(shownTo(hand)).toBeUndefined();
  });

  it("shows what the app presents, to that reader alone, and keeps the trigger from the page", () => {
    const hand = withUnfurl();
    hand.open();
    hand.open("U0MEI");
    hand.fill({});
    expect(shownTo(hand)).toMatchObject({ kind: "shown", entity: CARD });
    expect(shownTo(hand)).not.toHaveProperty("triggerId");
    expect(shownTo(hand, "U0MEI")).toMatchObject({ kind: "loading" });
  });

  it("takes no other entity, and no trigger twice", () => {
    const hand = withUnfurl();
    hand.open();
    const triggerId = hand.triggerOf();
    const other = { ...CARD, external_ref: { id: "8" } };
    expect(() => hand.fill({ entity: other })).toThrow("entity_metadata_does_not_match_trigger");
    expect(() => hand.fill({ triggerId: "1.2.3" })).toThrow("invalid_trigger_id");
    expect(shownTo(hand)).toMatchObject({ kind: "loading" });
    hand.fill({ triggerId });
    expect(() => hand.fill({ triggerId, entity: null, message: "Gone." })).toThrow("exchanged_trigger_id");
    expect(shownTo(hand)).toMatchObject({ kind: "shown" });
  });

  it("stays closed for an answer that comes after it was closed, or opened anew", () => {
    const hand = withUnfurl();
    hand.open();
    const triggerId = hand.triggerOf();
    hand.open();
    hand.fill({ triggerId });
    expect(shownTo(hand)).toMatchObject({ kind: "loading" });
    const second = hand.triggerOf();
    hand.workspace.setFlexpane("U0ANNA", null);
    hand.fill({ triggerId: second });
    expect(shownTo(hand)).toBeUndefined();
  });

  it("says why it is empty: the app refuses, asks to sign in, is late, does not answer, or never asked for it", async () => {
    const refused = withUnfurl();
    refused.open();
    refused.fill({ entity: null, message: "You may not see Acme.", signInUrl: "https://crm.example/in" });
    expect(shownTo(refused)).toMatchObject({ kind: "refused", message: "You may not see Acme." });

    const late = withUnfurl();
    late.open();
    expect(late.timers.map(({ ms }) => ms)).toEqual([3_000]);
    late.timers[0]?.run();
    expect(shownTo(late)).toMatchObject({ kind: "refused", message: "The app gave no details in time." });

    const filled = withUnfurl();
    filled.open();
    filled.fill({});
    filled.timers[0]?.run();
    expect(shownTo(filled)).toMatchObject({ kind: "shown" });

    for (const [options, words] of [
      [{ answer: "timed_out" }, "operation_timeout"],
      [{ events: [] }, "did not ask for the event"],
    ] as const) {
      const silent = withUnfurl(options);
      silent.open();
      await Promise.resolve().then(() => undefined);
      await Promise.resolve();
      expect(shownTo(silent)?.message).toContain(words);
    }
  });

  it("opens only what stands on a message the person sees", () => {
    const hand = withUnfurl();
    expect(() => hand.open("U0ANNA", "https://crm.example/c/8")).toThrow("That preview is gone.");
    expect(() => hand.open("U0NOBODY")).toThrow("You are not in this conversation.");
  });
});

describe("a button of a Work Object", () => {
  it("names the message on an unfurl, and the entity in the flexpane", async () => {
    const hand = withUnfurl();
    const place = { kind: "unfurl", conversationId: SALES, ts: hand.message.ts, url: CARD.url } as const;
    await actOnEntity(hand.context, { as: "U0MEI", place, actionId: "log" });
    hand.open();
    hand.fill({});
    await actOnEntity(hand.context, { as: "U0ANNA", place: { kind: "flexpane" }, actionId: "log" });
    const [unfurl, , pane] = hand.bodies();
    expect(unfurl).toMatchObject({
      type: "block_actions",
      user: { id: "U0MEI" },
      container: { type: "message_attachment", message_ts: hand.message.ts, is_app_unfurl: true },
      channel: { id: SALES },
      actions: [{ type: "button", action_id: "log", value: "7" }],
    });
    expect(pane).toMatchObject({
      container: { type: "entity_detail", entity_url: CARD.url, external_ref: { id: "7" } },
      actions: [{ action_id: "log" }],
    });
  });

  it("is refused once it is gone", () => {
    const hand = withUnfurl();
    const press = (actionId: string) =>
      actOnEntity(hand.context, { as: "U0ANNA", place: { kind: "flexpane" }, actionId });
    expect(() => press("log")).toThrow("These details have been closed.");
    hand.open();
    hand.fill({});
    expect(() => press("none")).toThrow("There is no such button any more.");
  });
});
