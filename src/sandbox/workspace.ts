import type {
  AgentStatus,
  Conversation,
  Message,
  Person,
  ServerMessage,
  Snapshot,
  SuggestedPrompts,
} from "./page-protocol.ts";
import { peopleOf } from "./people.ts";
import { ALL_EVENTS, IDENTITY, type WorkspaceSeed } from "./seed.ts";
import {
  initialState,
  nextId,
  nextTs,
  openFlexpaneOf,
  openViewOf,
  plainMessage,
  type StoredFile,
  type StoredFlexpane,
  type StoredView,
  type WorkspaceState,
} from "./state.ts";

export type Change = Exclude<ServerMessage, { type: "reply" } | { type: "snapshot" }>;

/** What the snapshot holds besides the workspace's own state. */
export type Surroundings = Pick<Snapshot, "clock" | "connection" | "log">;

export type Workspace = ReturnType<typeof createWorkspace>;

/**
 * The one place that changes what is in the workspace; every change is published.
 * @param saved the state of an earlier run, or null to start from the seed
 */
export function createWorkspace(seed: WorkspaceSeed, saved: WorkspaceState | null, startsAt: Date) {
  let state = saved ? continued(saved, initialState(seed, startsAt)) : initialState(seed, startsAt);
  const seeded = peopleOf(seed);
  const people = () => {
    const fromSeed = seeded.map((person) => state.people[person.id] ?? person);
    const added = Object.values(state.people).filter(({ id }) => !seeded.some((person) => person.id === id));
    return [...fromSeed, ...added].sort((a, b) => Number(a.isBot) - Number(b.isBot));
  };
  const listeners = new Set<(change: Change) => void>();
  const publish = (change: Change) => {
    for (const listener of [...listeners]) listener(change);
  };

  const messagesIn = (conversationId: string): readonly Message[] => state.messages[conversationId] ?? [];
  const findMessage = (conversationId: string, ts: string) =>
    messagesIn(conversationId).find((message) => message.ts === ts) ?? null;
  const putMessage = (message: Message) => {
    const others = messagesIn(message.conversationId).filter((other) => other.ts !== message.ts);
    state.messages[message.conversationId] = [...others, message].sort((a, b) => (a.ts < b.ts ? -1 : 1));
    publish({ type: "message", message });
  };
  const countReplies = (conversationId: string, threadTs: string) => {
    const parent = findMessage(conversationId, threadTs);
    const replyCount = messagesIn(conversationId).filter(
      (message) => message.threadTs === threadTs && message.ephemeralFor === null,
    ).length;
    if (parent && parent.replyCount !== replyCount) putMessage({ ...parent, replyCount });
  };

  return {
    seed,
    people,
    publish,
    messagesIn,
    findMessage,
    putMessage,
    state: () => state,
    person: (id: string) => people().find((person) => person.id === id) ?? null,
    putPerson(person: Person) {
      state.people[person.id] = person;
      publish({ type: "person", person });
    },
    nextId: (prefix: string) => nextId(state, prefix),
    subscribe(listener: (change: Change) => void) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },

    conversations: (): readonly Conversation[] => Object.values(state.conversations),
    conversation: (id: string): Conversation | null => state.conversations[id] ?? null,
    putConversation(conversation: Conversation) {
      state.conversations[conversation.id] = conversation;
      publish({ type: "conversation", conversation });
    },
    /** The DM of two people, made when it is first needed. */
    directMessage(a: string, b: string): Conversation {
      const found = Object.values(state.conversations).find(
        ({ kind, memberIds }) => kind === "im" && memberIds.includes(a) && memberIds.includes(b),
      );
      if (found) return found;
      const conversation: Conversation = {
        id: nextId(state, "D"),
        kind: "im",
        name: "",
        topic: "",
        memberIds: [a, b],
        isArchived: false,
        isShared: false,
        isPendingShared: false,
      };
      this.putConversation(conversation);
      return conversation;
    },

    /** Posts at the given time; the author has read it. */
    post(at: Date, given: Omit<Parameters<typeof plainMessage>[0], "ts">): Message {
      const message = plainMessage({ ...given, ts: nextTs(state, at) });
      putMessage(message);
      if (message.threadTs) countReplies(message.conversationId, message.threadTs);
      if (message.authorId === IDENTITY.botUserId && message.threadTs !== null)
        this.setStatus({ ...message, threadTs: message.threadTs }, null);
      if (message.ephemeralFor === null) this.markRead(message.authorId, message.conversationId, message.ts);
      return message;
    },
    /** A parent with replies stays as a tombstone. */
    removeMessage(message: Message) {
      if (message.replyCount > 0) {
        putMessage({
          ...message,
          text: "This message was deleted.",
          blocks: [],
          attachments: [],
          isDeleted: true,
        });
        return;
      }
      state.messages[message.conversationId] = messagesIn(message.conversationId).filter(
        (other) => other.ts !== message.ts,
      );
      publish({ type: "message_gone", conversationId: message.conversationId, ts: message.ts });
      if (message.threadTs) countReplies(message.conversationId, message.threadTs);
    },
    markRead(personId: string, conversationId: string, ts: string) {
      const read = state.lastRead[personId] ?? {};
      if ((read[conversationId] ?? "") >= ts) return;
      state.lastRead[personId] = { ...read, [conversationId]: ts };
      publish({ type: "read", personId, conversationId, lastRead: ts });
    },

    modalsOf: (personId: string): readonly StoredView[] => state.modals[personId] ?? [],
    setModals(personId: string, stack: readonly StoredView[]) {
      state.modals[personId] = [...stack];
      publish({ type: "modals", personId, stack: stack.map(openViewOf) });
    },
    homeOf: (personId: string): StoredView | null => state.homes[personId] ?? null,
    setHome(view: StoredView) {
      state.homes[view.personId] = view;
      publish({ type: "home", personId: view.personId, view: openViewOf(view) });
    },
    allModals: (): readonly StoredView[] => Object.values(state.modals).flat(),
    /** Replaces a view wherever it is open. */
    putView(view: StoredView) {
      if (view.kind === "home") return this.setHome(view);
      const stack = this.modalsOf(view.personId);
      this.setModals(
        view.personId,
        stack.map((open) => (open.id === view.id ? view : open)),
      );
    },

    setPrompts(conversationId: string, prompts: SuggestedPrompts | null) {
      if (prompts) state.prompts[conversationId] = prompts;
      else delete state.prompts[conversationId];
      publish({ type: "prompts", conversationId, prompts });
    },
    /** What the app is at work on in a thread; an answer there ends it. */
    setStatus(
      { conversationId, threadTs }: Pick<AgentStatus, "conversationId" | "threadTs">,
      given: Pick<AgentStatus, "text" | "canStop"> | null,
    ) {
      const others = state.statuses.filter(
        (each) => each.conversationId !== conversationId || each.threadTs !== threadTs,
      );
      if (given === null && others.length === state.statuses.length) return;
      state.statuses = given ? [...others, { conversationId, threadTs, ...given }] : others;
      publish({ type: "statuses", statuses: state.statuses });
    },
    openChannelOf: (personId: string): string | null => state.openChannels[personId] ?? null,
    lookAt(personId: string, conversationId: string) {
      state.openChannels[personId] = conversationId;
      publish({ type: "open_channel", personId, conversationId });
    },

    flexpaneOf: (personId: string): StoredFlexpane | null => state.flexpanes[personId] ?? null,
    setFlexpane(personId: string, flexpane: StoredFlexpane | null) {
      if (flexpane) state.flexpanes[personId] = flexpane;
      else delete state.flexpanes[personId];
      publish({ type: "flexpane", personId, flexpane: flexpane && openFlexpaneOf(flexpane) });
    },

    file: (id: string): StoredFile | null => state.files[id] ?? null,
    putFile(file: StoredFile) {
      state.files[file.id] = file;
      if (file.isComplete) publish({ type: "file", file: publicFile(file) });
    },

    actAs(personId: string) {
      state.actingAs = personId;
    },
    reset(at: Date) {
      state = initialState(seed, at);
    },
    snapshot: (surroundings: Surroundings): Snapshot => snapshotOf(seed, state, people(), surroundings),
  };
}

/** A saved state goes on with what seed and format have gained since; a submission that was under way is over. */
function continued(saved: WorkspaceState, fresh: WorkspaceState): WorkspaceState {
  const modals = Object.entries(saved.modals).map(
    ([id, stack]) => [id, stack.map((view) => ({ ...view, isSubmitting: false }))] as const,
  );
  const conversations = Object.entries(saved.conversations).map(
    ([id, conversation]) => [id, { ...NOT_PENDING, ...conversation }] as const,
  );
  const messages = Object.entries(saved.messages).map(
    ([id, list]) =>
      [id, list.map((message) => ({ ...NO_ENTITIES, ...message, isStreaming: false }))] as const,
  );
  return {
    ...fresh,
    ...saved,
    messages: Object.fromEntries(messages),
    conversations: { ...fresh.conversations, ...Object.fromEntries(conversations) },
    modals: Object.fromEntries(modals),
    // What worked on an answer has ended with the process.
    statuses: [],
  };
}

/** States saved before links could lead to Work Objects. */
const NO_ENTITIES = { entities: [] };

/** States saved before sharing could be pending do not say that it is not. */
const NOT_PENDING = { isPendingShared: false };

/** The event by which the app hears of a stop. */
const STOPPED = "agent_session_stopped";

const publicFile = ({ content: _content, isComplete: _isComplete, ...file }: StoredFile) => file;

function snapshotOf(
  seed: WorkspaceSeed,
  state: WorkspaceState,
  people: readonly Person[],
  surroundings: Surroundings,
): Snapshot {
  const mapValues = <T, R>(values: Record<string, T>, map: (value: T) => R): Record<string, R> =>
    Object.fromEntries(Object.entries(values).map(([key, value]) => [key, map(value)]));
  const openModals = Object.entries(state.modals).filter(([, stack]) => stack.length > 0);
  const files = Object.entries(state.files).filter(([, file]) => file.isComplete);
  return {
    workspace: {
      id: IDENTITY.teamId,
      name: seed.name,
      appId: IDENTITY.appId,
      botUserId: IDENTITY.botUserId,
      commands: seed.commands,
      shortcuts: seed.shortcuts ?? [],
      suggestions: seed.suggestions ?? [],
      hearsStops: (seed.events ?? ALL_EVENTS).includes(STOPPED),
      notice: "A local stand-in for Slack. Nothing here reaches slack.com.",
    },
    people,
    conversations: Object.values(state.conversations),
    messages: state.messages,
    lastRead: state.lastRead,
    modals: mapValues(Object.fromEntries(openModals), (stack) => stack.map(openViewOf)),
    homes: mapValues(state.homes, openViewOf),
    prompts: state.prompts,
    statuses: state.statuses,
    openChannels: state.openChannels,
    flexpanes: mapValues(state.flexpanes, openFlexpaneOf),
    files: mapValues(Object.fromEntries(files), publicFile),
    actingAs: state.actingAs,
    ...surroundings,
  };
}
