import type { App, Receiver, ReceiverEvent } from "@slack/bolt";
import { describe, expect, it, vi } from "vitest";
import type { GivenUpRequest } from "../../../../src/flows/messages/tell-given-up.ts";
import { type InboxDeps, inbox, type RequestStore } from "../../../../src/slack/frame/inbox.ts";
import { NOBODY_TIMES, type RequestTimings } from "../../../../src/slack/frame/request-timings.ts";

const NOW = new Date("2026-12-09T14:00:00Z");
const command = {
  command: "/customer",
  text: "acme",
  user_id: "U1",
  channel_id: "C1",
  trigger_id: "T1",
  response_url: "https://hooks.slack.com/x",
};
const ID = "command:T1";

/** An inbox before a Bolt that does as it is told, with a store that keeps or fails. */
function world(
  told: {
    store?: Partial<RequestStore>;
    bolt?: (event: ReceiverEvent) => Promise<void>;
    givenUp?: (given: GivenUpRequest) => Promise<void>;
    timings?: RequestTimings;
    serve?: InboxDeps["serve"];
  } = {},
) {
  const happened: string[] = [];
  const known = new Set<string>();
  const requests: RequestStore = {
    keep: async (id) => {
      happened.push("kept");
      const isNew = !known.has(id);
      known.add(id);
      return isNew;
    },
    done: async () => void happened.push("done"),
    release: async (id) => {
      known.delete(id);
      happened.push("released");
    },
    stillAtWork: async () => {},
    takeLeft: async () => [],
    takeGivenUp: async () => [],
    gaveUp: async () => void happened.push("noted"),
    ...told.store,
  };
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  const kept = inbox({
    ...{ requests, log, clock: () => NOW, timings: told.timings ?? NOBODY_TIMES },
    serve: told.serve ?? ((work) => work()),
    refuse: async () => void happened.push("refused"),
    interrupted: async () => false,
    givenUp: told.givenUp ?? (async () => void happened.push("told")),
  });
  const bolt = {
    processEvent: async (event: ReceiverEvent) => {
      await (told.bolt ?? (() => event.ack()))(event);
      happened.push("worked");
    },
  };
  let taken: Pick<App, "processEvent"> | null = null;
  const receiver: Receiver = {
    init(app) {
      taken = app;
    },
    start: async () => {},
    stop: async () => {},
  };
  kept.before(receiver).init(bolt as App);
  const ack = async () => void happened.push("acknowledged");
  return {
    ...{ happened, kept },
    deliver: async (body: object) => taken?.processEvent({ body: { ...body }, ack }),
  };
}

describe("a request", () => {
  it("is kept before it is acknowledged, and noted when it is done", async () => {
    const { happened, deliver } = world();
    await deliver(command);
    expect(happened).toEqual(["kept", "acknowledged", "worked", "done"]);
  });

  it("is served from its arrival until it is done", async () => {
    const { happened, deliver } = world({
      serve: async (work) => {
        happened.push("served");
        await work();
        happened.push("over");
      },
    });
    await deliver(command);
    expect(happened).toEqual(["served", "kept", "acknowledged", "worked", "done", "over"]);
  });

  it("is acknowledged and not done again when it comes a second time", async () => {
    const { happened, deliver } = world();
    await deliver(command);
    happened.length = 0;
    await deliver(command);
    expect(happened).toEqual(["kept", "acknowledged"]);
  });

  it("is refused, not acknowledged, where it cannot be kept", async () => {
    const { happened, deliver } = world({ store: { keep: () => Promise.reject(new Error("gone")) } });
    await deliver(command);
    expect(happened).toEqual(["refused"]);
  });

  it("is refused where keeping it takes too long, and forgotten should it be kept after all", async () => {
    vi.useFakeTimers();
    let keep = (_isNew: boolean) => {};
    const { happened, deliver } = world({
      store: { keep: () => new Promise((resolve) => (keep = resolve)) },
    });
    const delivered = deliver(command);
    await vi.advanceTimersByTimeAsync(2_000);
    await delivered;
    expect(happened).toEqual(["refused"]);
    keep(true);
    await vi.advanceTimersByTimeAsync(0);
    expect(happened).toEqual(["refused", "released"]);
    vi.useRealTimers();
  });

  it("is done although nobody can note that: it would be done again", async () => {
    const { happened, deliver } = world({ store: { done: () => Promise.reject(new Error("gone")) } });
    await deliver(command);
    expect(happened).toEqual(["kept", "acknowledged", "worked"]);
  });

  it("may come again under the same id where a form was wrong", async () => {
    const bolt = (event: ReceiverEvent) => event.ack({ response_action: "errors", errors: { a: "no" } });
    const { happened, deliver } = world({ bolt });
    const form = {
      type: "view_submission",
      user: { id: "U1" },
      view: { id: "V1", callback_id: "log_touch", state: { values: {} } },
    };
    await deliver(form);
    expect(happened).toEqual(["kept", "acknowledged", "worked", "released"]);
  });

  it.each([
    ["nobody can read", { command: "/customer" }],
    [
      "nobody waits for",
      {
        type: "event_callback",
        event_id: "E1",
        event: { type: "message", channel: "C1", ts: "1", bot_id: "B1" },
      },
    ],
  ])("is handed on and not kept where it is one that %s", async (_what, body) => {
    const { happened, deliver } = world();
    await deliver(body);
    expect(happened).toEqual(["acknowledged", "worked"]);
  });

  it("that was begun and not finished is done, but never what this process is still at", async () => {
    let end = () => {};
    const left = [
      { id: ID, body: command },
      { id: "command:T2", body: { ...command, trigger_id: "T2" } },
    ];
    const bolt = vi.fn(({ body }: ReceiverEvent) =>
      body.trigger_id === "T1" ? new Promise<void>((resolve) => (end = resolve)) : Promise.resolve(),
    );
    const { kept, deliver } = world({ store: { takeLeft: async () => left }, bolt });
    const running = deliver(command);
    await new Promise(setImmediate);
    await kept.resume();
    expect(bolt.mock.calls.map(([{ body }]) => body.trigger_id)).toEqual(["T1", "T2"]);
    end();
    await running;
  });

  it("that nobody ever finishes is told of before that is noted, with who sent what", async () => {
    const takeGivenUp = async () => [{ id: ID, body: command, handledAt: NOW }];
    const givenUp = vi.fn(async () => {});
    const told = world({ store: { takeGivenUp }, givenUp });
    await told.kept.resume();
    const request = { how: "command", label: "acme" };
    expect(givenUp).toHaveBeenCalledWith({ id: ID, sentAt: NOW, request, senderId: "U1" });
    expect(told.happened).toEqual(["noted"]);
    const ordered = world({ store: { takeGivenUp } });
    await ordered.kept.resume();
    expect(ordered.happened).toEqual(["told", "noted"]);
  });

  it("that nobody could be told of is not noted: it is told another time", async () => {
    const takeGivenUp = async () => [{ id: ID, body: command, handledAt: NOW }];
    const { kept, happened } = world({
      store: { takeGivenUp },
      givenUp: () => Promise.reject(new Error("gone")),
    });
    await kept.resume();
    expect(happened).toEqual([]);
  });
});
