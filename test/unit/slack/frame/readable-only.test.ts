import type { App, Receiver, ReceiverEvent } from "@slack/bolt";
import { expect, it } from "vitest";
import { readableOnly } from "../../../../src/slack/frame/readable-only.ts";

const command = {
  command: "/customer",
  ...{
    text: "acme",
    user_id: "U1",
    channel_id: "C1",
    trigger_id: "T1",
    response_url: "https://hooks.slack.com/x",
  },
};
const press = {
  type: "block_actions",
  ...{ user: { id: "U1" }, trigger_id: "T1", actions: [{ action_id: "a", action_ts: "1" }] },
};

/** What becomes of a body before a Bolt that does as it is told. */
async function deliver(body: unknown, bolt = async (event: ReceiverEvent) => event.ack()) {
  const happened: string[] = [];
  const reached: unknown[] = [];
  const processEvent = async (event: ReceiverEvent) => {
    happened.push("bolt");
    reached.push(event.body);
    await bolt(event);
  };
  let taken: Pick<App, "processEvent"> | null = null;
  const receiver: Receiver = {
    init: (app) => {
      taken = app;
    },
    start: async () => {},
    stop: async () => {},
  };
  readableOnly(receiver, async (_, error) => {
    happened.push(`said: ${error instanceof Error ? error.name : error}`);
  }).init({ processEvent } as App);
  const ack = async () => void happened.push("acknowledged");
  await (taken as Pick<App, "processEvent"> | null)?.processEvent({ body, ack } as ReceiverEvent);
  return { happened, reached };
}

it("hands on what can be read, with text that can be kept", async () => {
  const { happened, reached } = await deliver({ ...command, text: "a\u0000" });
  expect(happened).toEqual(["bolt", "acknowledged"]);
  expect(reached).toEqual([{ ...command, text: "a\uFFFD" }]);
});

it.each([
  ["actions that are no list", { ...press, actions: {} }],
  ["no action", { ...press, actions: [] }],
  ["an action without a name", { ...press, actions: [{ action_id: true, action_ts: "1" }] }],
  [
    "a form without an id",
    { type: "view_submission", user: { id: "U1" }, view: { id: "V1", state: { values: {} } } },
  ],
  ["nobody who pressed", { ...press, user: null }],
])("acknowledges %s, and says that it failed", async (_, body) => {
  expect((await deliver(body)).happened).toEqual(["acknowledged", "said: ZodError"]);
});

it.each([[null], [1], [[]], [{}], [{ type: "view_closed" }], [{ type: null }]])(
  "acknowledges at once what nobody waits for: %j",
  async (body) => {
    expect((await deliver(body)).happened).toEqual(["acknowledged"]);
  },
);

it("says of a command that is none of ours that it failed", async () => {
  for (const name of ["/other", "constructor", "__proto__"])
    expect((await deliver({ ...command, command: name })).happened).toEqual([
      "acknowledged",
      "said: UnreadableRequest",
    ]);
});

it("says so, too, where Bolt itself fails, and acknowledges once", async () => {
  const fails = () => Promise.reject(new TypeError("Cannot use 'in' operator"));
  expect((await deliver(press, fails)).happened).toEqual(["bolt", "acknowledged", "said: UnreadableRequest"]);
  const failsLate = async (event: ReceiverEvent) => {
    await event.ack();
    await fails();
  };
  expect((await deliver(press, failsLate)).happened).toEqual([
    "bolt",
    "acknowledged",
    "said: UnreadableRequest",
  ]);
});

it("does not acknowledge in place of whoever refused it: an event then comes again", async () => {
  expect((await deliver(command, async () => {})).happened).toEqual(["bolt"]);
});
