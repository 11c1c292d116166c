import { describe, expect, it } from "vitest";
import { applyServerMessage } from "../../../src/sandbox/page/state/snapshot.ts";
import type { LogEntry, Person, ServerMessage, Snapshot } from "../../../src/sandbox/page-protocol.ts";
import { BOT, conversation, DANA, message, WEI, workspace } from "./workspace-fixture.ts";

const apply = (before: Snapshot, ...updates: ServerMessage[]): Snapshot =>
  updates.reduce((state, update) => applyServerMessage(state, update) ?? state, before);
const order = (state: Snapshot) => state.messages.C1?.map(({ ts }) => ts);

const entry = (id: number, status: number | null): LogEntry => ({
  id,
  at: "2026-11-22T09:00:00.000Z",
  direction: "to_app",
  name: "/customer",
  transport: "socket",
  status,
  ms: null,
  ok: null,
  error: null,
  retryNumber: 0,
  request: {},
  response: null,
});

describe("the workspace on the page", () => {
  it("starts with the snapshot and drops what comes before it", () => {
    const early: ServerMessage = { type: "message", message: message({ ts: "1.000100" }) };
    expect(applyServerMessage(null, early)).toBeNull();
    expect(applyServerMessage(null, { type: "snapshot", snapshot: workspace() })).toEqual(workspace());
  });

  it("keeps messages in the order of their ts, wherever a late one belongs", () => {
    const state = apply(
      workspace([message({ ts: "1.000100" }), message({ ts: "3.000100" })]),
      { type: "message", message: message({ ts: "2.000100" }) },
      { type: "message", message: message({ ts: "4.000100" }) },
    );
    expect(order(state)).toEqual(["1.000100", "2.000100", "3.000100", "4.000100"]);
  });

  it("replaces a message of the same ts, and applying it twice changes nothing more", () => {
    const edited: ServerMessage = { type: "message", message: message({ ts: "1.000100", text: "edited" }) };
    const once = apply(workspace([message({ ts: "1.000100" }), message({ ts: "2.000100" })]), edited);
    expect(once.messages.C1?.[0]?.text).toBe("edited");
    expect(apply(once, edited)).toEqual(once);
  });

  it("opens a list for a conversation that had no message", () => {
    const state = apply(workspace(), {
      type: "message",
      message: message({ ts: "1.000100", conversationId: "D7" }),
    });
    expect(state.messages.D7).toHaveLength(1);
  });

  it("takes a message away without touching the same ts elsewhere", () => {
    const before = apply(workspace([message({ ts: "1.000100" })]), {
      type: "message",
      message: message({ ts: "1.000100", conversationId: "D1" }),
    });
    const state = apply(before, { type: "message_gone", conversationId: "C1", ts: "1.000100" });
    expect(state.messages.C1).toEqual([]);
    expect(state.messages.D1).toHaveLength(1);
  });

  it("replaces a changed conversation in its place and appends a new one", () => {
    const state = apply(
      workspace(),
      { type: "conversation", conversation: conversation({ id: "C1", topic: "new" }) },
      { type: "conversation", conversation: conversation({ id: "C77" }) },
    );
    expect(state.conversations[0]?.topic).toBe("new");
    expect(state.conversations.at(-1)?.id).toBe("C77");
    expect(state.conversations).toHaveLength(workspace().conversations.length + 1);
  });

  it("replaces a changed person in their place, and puts a new one before the bots", () => {
    const dana = workspace().people[0] as Person;
    const state = apply(
      workspace(),
      { type: "person", person: { ...dana, account: "deactivated" } },
      { type: "person", person: { ...dana, id: "U3" } },
    );
    expect(state.people.map(({ id, account }) => [id, account])).toEqual([
      [DANA, "deactivated"],
      [WEI, "member"],
      ["U3", "member"],
      [BOT, "member"],
    ]);
  });

  it("marks one conversation of one person as read and keeps the others", () => {
    const read = (personId: string, conversationId: string, lastRead: string): ServerMessage => ({
      type: "read",
      personId,
      conversationId,
      lastRead,
    });
    const state = apply(workspace(), read(DANA, "C1", "1"), read(DANA, "D1", "2"), read("U2", "C1", "3"));
    expect(state.lastRead).toEqual({ U1: { C1: "1", D1: "2" }, U2: { C1: "3" } });
  });

  it("shows a request once, with its answer when that has come, and the newest 500 at most", () => {
    const running = apply(workspace(), { type: "log", entry: entry(1, null) });
    const answered = apply(running, { type: "log", entry: entry(1, 200) });
    expect(answered.log).toEqual([entry(1, 200)]);
    const many = Array.from(
      { length: 600 },
      (_, place): ServerMessage => ({ type: "log", entry: entry(place + 2, 200) }),
    );
    const full = apply(answered, ...many);
    expect(full.log).toHaveLength(500);
    expect(full.log.at(-1)?.id).toBe(601);
  });

  it("keeps what is offered, worked on and open apart by place and person, and forgets it when it ends", () => {
    const prompts = { title: null, prompts: [{ title: "At risk?", message: "Who is at risk?" }] };
    const flexpane = {
      conversationId: "C1",
      messageTs: "1.0",
      url: "https://a.example",
      kind: "loading",
    } as const;
    const open = { ...flexpane, entity: null, message: null, signInUrl: null };
    const status = { conversationId: "C1", threadTs: "1.0", text: "is reading…", canStop: true };
    const state = apply(
      workspace(),
      { type: "prompts", conversationId: "D1", prompts },
      { type: "prompts", conversationId: "D2", prompts },
      { type: "prompts", conversationId: "D2", prompts: null },
      { type: "statuses", statuses: [status] },
      { type: "open_channel", personId: DANA, conversationId: "C1" },
      { type: "flexpane", personId: DANA, flexpane: open },
      { type: "flexpane", personId: WEI, flexpane: open },
      { type: "flexpane", personId: WEI, flexpane: null },
    );
    expect(state.prompts).toEqual({ D1: prompts });
    expect(state.statuses).toEqual([status]);
    expect(state.openChannels).toEqual({ [DANA]: "C1" });
    expect(state.flexpanes).toEqual({ [DANA]: open });
  });

  it("replaces the modals of one person as a whole", () => {
    const state = apply(workspace(), { type: "modals", personId: DANA, stack: [] });
    expect(state.modals).toEqual({ [DANA]: [] });
  });
});
