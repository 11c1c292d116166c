import { describe, expect, it } from "vitest";
import { sentRequestOf } from "../../../../src/slack/frame/sent-request.ts";

type Case = readonly [what: string, body: unknown, how: string, label: string, senderId: string | null];

describe("what somebody sent", () => {
  it.each<Case>([
    [
      "a command, as it was typed",
      { command: "/customer", text: "a &amp; b", user_id: "U1" },
      "command",
      "a & b",
      "U1",
    ],
    [
      "a button, by its label",
      {
        type: "block_actions",
        user: { id: "U1" },
        actions: [{ text: { type: "plain_text", text: "Snooze" } }],
      },
      "button",
      "Snooze",
      "U1",
    ],
    [
      "a choice in a list, which has no label",
      { type: "block_actions", user: { id: "U1" }, actions: [{ type: "static_select" }] },
      "button",
      "",
      "U1",
    ],
    [
      "a form, by its title",
      {
        type: "view_submission",
        user: { id: "U1" },
        view: { title: { type: "plain_text", text: "Log a touch" } },
      },
      "form",
      "Log a touch",
      "U1",
    ],
    [
      "a message, without what it says",
      { type: "event_callback", event: { type: "message", user: "U1", text: "北京科技" } },
      "message",
      "",
      "U1",
    ],
    [
      "an event, which nobody waits for",
      { type: "event_callback", event: { type: "user_change", user: { id: "U1" } } },
      "event",
      "",
      null,
    ],
    ["what nobody can read", null, "event", "", null],
  ])("is %s", (_what, body, how, label, senderId) => {
    expect(sentRequestOf(body)).toEqual({ request: { how, label }, senderId });
  });
});
