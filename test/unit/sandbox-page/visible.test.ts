import { describe, expect, it } from "vitest";
import {
  announcement,
  conversationTitle,
  messagesOf,
  navigationOf,
  threadOf,
  unreadOf,
} from "../../../src/sandbox/page/state/visible.ts";
import { BOT, DANA, message, WEI, workspace } from "./workspace-fixture.ts";

const ts = (list: readonly { ts: string }[]) => list.map((each) => each.ts);

describe("what a person sees", () => {
  it("lists the channels they are in, not archived ones, and everybody they could write to", () => {
    const { channels, direct, apps } = navigationOf(workspace(), DANA);
    expect(channels.map(({ id }) => id)).toEqual(["C1"]);
    expect(direct.map(({ person, conversation }) => [person.id, conversation])).toEqual([[WEI, null]]);
    expect(apps.map(({ person, conversation }) => [person.id, conversation?.id])).toEqual([[BOT, "D1"]]);
  });

  it("hides what is only visible to somebody else", () => {
    const snapshot = workspace([
      message({ ts: "1.1", ephemeralFor: DANA }),
      message({ ts: "1.2", ephemeralFor: WEI }),
      message({ ts: "1.3" }),
    ]);
    expect(ts(messagesOf(snapshot, DANA, "C1"))).toEqual(["1.1", "1.3"]);
  });

  it("shows nothing of a conversation that does not list them, whatever the snapshot holds", () => {
    const snapshot = { ...workspace(), messages: { C2: [message({ ts: "1.1", conversationId: "C2" })] } };
    expect(messagesOf(snapshot, DANA, "C2")).toEqual([]);
    expect(unreadOf(snapshot, DANA, "C2")).toEqual([]);
    expect(messagesOf(snapshot, WEI, "C2")).toHaveLength(1);
  });

  it("keeps replies in their thread unless they were sent to the channel too", () => {
    const snapshot = workspace([
      message({ ts: "1.1", replyCount: 2 }),
      message({ ts: "1.2", threadTs: "1.1" }),
      message({ ts: "1.3", threadTs: "1.1", isBroadcast: true }),
      message({ ts: "1.4", threadTs: "1.0" }),
    ]);
    expect(ts(messagesOf(snapshot, DANA, "C1"))).toEqual(["1.1", "1.3"]);
    expect(ts(threadOf(snapshot, DANA, "C1", "1.1"))).toEqual(["1.1", "1.2", "1.3"]);
  });

  it("counts as unread what others wrote after the last reading, and all of it where nothing was read", () => {
    const messages = [
      message({ ts: "1.1" }),
      message({ ts: "1.2" }),
      message({ ts: "1.3", authorId: DANA }),
      message({ ts: "1.4", threadTs: "1.1" }),
    ];
    const snapshot = workspace(messages);
    expect(ts(unreadOf(snapshot, DANA, "C1"))).toEqual(["1.1", "1.2"]);
    const read = { ...snapshot, lastRead: { [DANA]: { C1: "1.1" } } };
    expect(ts(unreadOf(read, DANA, "C1"))).toEqual(["1.2"]);
  });

  it("names a direct conversation after the other one", () => {
    const snapshot = workspace();
    const titles = snapshot.conversations.slice(0, 3).map((each) => conversationTitle(snapshot, each, DANA));
    expect(titles).toEqual(["#c1", "#c2", "MAINSTAY"]);
  });

  it("announces new messages for them, never their own, old, or somebody else's", () => {
    const old = message({ ts: "1.1" });
    const before = workspace([old]);
    expect(announcement(before, message({ ts: "1.2", text: "Acme" }), DANA)).toBe("MAINSTAY in #c1: Acme");
    expect(announcement(before, message({ ts: "1.2", conversationId: "D1" }), DANA)).toBe("MAINSTAY: hello");
    expect(announcement(before, old, DANA)).toBeNull();
    expect(announcement(before, message({ ts: "1.2", authorId: DANA }), DANA)).toBeNull();
    expect(announcement(before, message({ ts: "1.2", ephemeralFor: WEI }), DANA)).toBeNull();
    expect(announcement(before, message({ ts: "1.2", conversationId: "C2" }), DANA)).toBeNull();
  });
});
