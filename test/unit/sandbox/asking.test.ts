import { describe, expect, it } from "vitest";
import { lookAt } from "../../../src/sandbox/interactions/context.ts";
import { postAs } from "../../../src/sandbox/interactions/messages.ts";
import { stopAgent } from "../../../src/sandbox/interactions/stop-agent.ts";
import { openHome } from "../../../src/sandbox/interactions/views.ts";
import { IDENTITY } from "../../../src/sandbox/seed.ts";
import { NOON, workspaceByHand } from "./by-hand.ts";

const SALES = "C0SALES";
const inSales = { as: "U0ANNA", conversationId: SALES } as const;
const from = (event: { bodies: () => { event: { type: string; context?: unknown } }[] }, type: string) =>
  event.bodies().filter((body) => body.event.type === type);

describe("what is open beside the app", () => {
  const channel = [{ type: "slack#/types/channel_id", value: SALES, team_id: IDENTITY.teamId }];

  it("comes with the visit to the Messages tab and with what is written there", () => {
    const hand = workspaceByHand();
    const direct = hand.workspace.directMessage("U0ANNA", IDENTITY.botUserId).id;
    lookAt(hand.context, inSales);
    lookAt(hand.context, { as: "U0ANNA", conversationId: direct });
    void openHome(hand.context, "U0ANNA", "messages");
    postAs(hand.context, {
      as: "U0ANNA",
      conversationId: direct,
      text: "how is this customer?",
      threadTs: null,
    });
    expect(from(hand, "app_context_changed")[0]?.event).toMatchObject({ context: { entities: channel } });
    expect(from(hand, "message")[0]?.event).toMatchObject({ app_context: { entities: channel } });
    postAs(hand.context, { ...inSales, text: "hello", threadTs: null });
    expect(from(hand, "message")[1]?.event).not.toHaveProperty("app_context");
  });

  it("is nothing for who opened no channel, or has left it", () => {
    const hand = workspaceByHand();
    void openHome(hand.context, "U0ANNA", "messages");
    lookAt(hand.context, inSales);
    const sales = hand.workspace.conversation(SALES);
    if (sales) hand.workspace.putConversation({ ...sales, memberIds: ["U0MEI"] });
    void openHome(hand.context, "U0ANNA", "messages");
    expect(from(hand, "app_context_changed").map(({ event }) => event.context)).toEqual([{}, {}]);
    void openHome(hand.context, "U0ANNA", "home");
    expect(from(hand, "app_context_changed")).toHaveLength(2);
    expect(() => lookAt(hand.context, inSales)).toThrow("You are not in this conversation.");
  });
});

describe("a mention", () => {
  it("in a channel the app is not in is said to reach nobody", () => {
    const hand = workspaceByHand();
    const text = `<@${IDENTITY.botUserId}> how is Acme?`;
    postAs(hand.context, { as: "U0ANNA", conversationId: "C0QUIET", text, threadTs: null });
    expect(hand.bodies()).toEqual([]);
    expect(hand.workspace.messagesIn("C0QUIET").at(-1)).toMatchObject({
      ephemeralFor: "U0ANNA",
      text: expect.stringContaining("Mainstay is not in this channel"),
    });
    postAs(hand.context, { as: "U0ANNA", conversationId: "C0QUIET", text: "hello", threadTs: null });
    expect(hand.workspace.messagesIn("C0QUIET")).toHaveLength(3);
  });
});

describe("the app's work", () => {
  const write = (hand: ReturnType<typeof workspaceByHand>, threadTs: string | null, isStreaming = true) =>
    hand.workspace.post(NOON, {
      ...{ conversationId: SALES, authorId: IDENTITY.botUserId, text: "So far", threadTs, isStreaming },
    });

  it("is stopped in one thread, and the app hears which streams have ended", () => {
    const hand = workspaceByHand();
    const asked = postAs(hand.context, { ...inSales, text: "why?", threadTs: null });
    const [stopped, finished] = [write(hand, asked.ts), write(hand, asked.ts, false)];
    const other = write(hand, null);
    stopAgent(hand.context, { ...inSales, threadTs: asked.ts });
    expect(from(hand, "agent_session_stopped")[0]?.event).toMatchObject({
      channel: SALES,
      thread_ts: asked.ts,
      streaming_message_ts: [stopped.ts],
      user: "U0ANNA",
    });
    const isStreaming = (ts: string) => hand.workspace.findMessage(SALES, ts)?.isStreaming;
    expect([stopped.ts, finished.ts, other.ts].map(isStreaming)).toEqual([false, false, true]);
  });

  it("is stopped by nobody outside the conversation, and also where no stream runs", () => {
    const hand = workspaceByHand();
    expect(() => stopAgent(hand.context, { ...inSales, as: "U0NOBODY", threadTs: "1.0" })).toThrow(
      "You are not in this conversation.",
    );
    stopAgent(hand.context, { ...inSales, threadTs: "1.0" });
    expect(from(hand, "agent_session_stopped")[0]?.event).toMatchObject({ streaming_message_ts: [] });
  });

  it("is no more said once the app has answered in the thread", () => {
    const hand = workspaceByHand();
    const asked = postAs(hand.context, { ...inSales, text: "why?", threadTs: null });
    const place = { conversationId: SALES, threadTs: asked.ts };
    hand.workspace.setStatus(place, { text: "is looking it up…", canStop: false });
    hand.workspace.setStatus({ ...place, threadTs: "1.0" }, { text: "", canStop: true });
    hand.workspace.setStatus(place, { text: "is reading…", canStop: false });
    expect(hand.workspace.state().statuses.map(({ text }) => text)).toEqual(["", "is reading…"]);
    write(hand, asked.ts, false);
    expect(hand.workspace.state().statuses.map(({ threadTs }) => threadTs)).toEqual(["1.0"]);
  });
});
