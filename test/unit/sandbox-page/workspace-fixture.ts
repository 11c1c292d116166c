import type { Conversation, Message, Person, Snapshot } from "../../../src/sandbox/page-protocol.ts";
import { plainMessage } from "../../../src/sandbox/state.ts";

export const DANA = "U1";
export const WEI = "U2";
export const BOT = "UBOT";

const person = (id: string, name: string, isBot = false): Person => ({
  id,
  name,
  realName: name.toUpperCase(),
  email: null,
  roleLabel: null,
  timeZone: "Asia/Shanghai",
  locale: "en-US",
  isBot,
  isAdmin: false,
  account: "member",
  company: null,
  initials: name.slice(0, 2),
});

export const conversation = (given: Partial<Conversation> & { id: string }): Conversation => ({
  kind: "channel",
  name: given.id.toLowerCase(),
  topic: "",
  memberIds: [DANA, WEI, BOT],
  isArchived: false,
  isShared: false,
  isPendingShared: false,
  ...given,
});

export const message = (given: Partial<Message> & { ts: string }): Message =>
  plainMessage({ conversationId: "C1", authorId: BOT, text: "hello", ...given });

export function workspace(messages: readonly Message[] = []): Snapshot {
  const inC1 = messages.filter(({ conversationId }) => conversationId === "C1");
  return {
    workspace: {
      id: "T1",
      name: "Test",
      appId: "A1",
      botUserId: BOT,
      commands: [
        { command: "/customer", description: "Look up", usageHint: "[name]" },
        { command: "/costs", description: "Costs", usageHint: "" },
      ],
      shortcuts: [],
      suggestions: [],
      hearsStops: true,
      notice: "A stand-in.",
    },
    people: [person(DANA, "dana"), person(WEI, "wei"), person(BOT, "mainstay", true)],
    conversations: [
      conversation({ id: "C1" }),
      conversation({ id: "C2", memberIds: [WEI] }),
      conversation({ id: "D1", kind: "im", name: "", memberIds: [DANA, BOT] }),
      conversation({ id: "C9", isArchived: true }),
    ],
    messages: { C1: inC1 },
    lastRead: {},
    modals: {},
    homes: {},
    prompts: {},
    statuses: [],
    openChannels: {},
    flexpanes: {},
    files: {},
    clock: { now: "2026-11-22T09:00:00.000Z", offsetMs: 0 },
    connection: { mode: "socket", isConnected: true },
    log: [],
    actingAs: DANA,
  };
}
