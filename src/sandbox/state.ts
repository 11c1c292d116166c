import { randomBytes } from "node:crypto";
import type { JsonObject } from "./block-kit/checks.ts";
import type {
  AgentStatus,
  BlockJson,
  Conversation,
  Flexpane,
  Message,
  OpenView,
  Person,
  StateValues,
  SuggestedPrompts,
  UploadedFile,
} from "./page-protocol.ts";
import { IDENTITY, type WorkspaceSeed } from "./seed.ts";

/** A view as the app gave it, with what the workspace adds. */
export type StoredView = {
  readonly id: string;
  readonly kind: "modal" | "home";
  readonly personId: string;
  /** As sent, with a `block_id` on every block. */
  readonly given: JsonObject & { readonly blocks: readonly BlockJson[] };
  readonly hash: string;
  readonly rootViewId: string;
  readonly previousViewId: string | null;
  /** What the person had entered when the app was last told. */
  readonly state: StateValues;
  readonly errors: Readonly<Record<string, string>>;
  readonly failure: string | null;
  readonly isSubmitting: boolean;
};

export type StoredFile = UploadedFile & {
  /** Base64; null until it was uploaded. */
  readonly content: string | null;
  readonly isComplete: boolean;
  /** The person who uploaded it in a form; left out: the app's. */
  readonly givenBy?: string;
};

/** With what the app fills it by. */
export type StoredFlexpane = Flexpane & {
  readonly triggerId: string;
  /** The id of the entity that was clicked: what the app shows has to have the same. */
  readonly externalId: string;
};

/** Where a response_url leads; lives 30 minutes and 5 uses. */
export type ResponseTarget = {
  readonly id: string;
  readonly personId: string;
  readonly conversationId: string;
  /** The message the element stood on; null for a command. */
  readonly messageTs: string | null;
  readonly threadTs: string | null;
  readonly createdAtMs: number;
  readonly uses: number;
};

/** All that has happened; plain JSON, so that it can be written to a file. */
export type WorkspaceState = {
  /** Who came or changed since the seed; everybody else is as the seed says. */
  readonly people: Record<string, Person>;
  readonly conversations: Record<string, Conversation>;
  readonly messages: Record<string, Message[]>;
  readonly lastRead: Record<string, Record<string, string>>;
  readonly modals: Record<string, StoredView[]>;
  readonly homes: Record<string, StoredView>;
  readonly prompts: Record<string, SuggestedPrompts>;
  statuses: readonly AgentStatus[];
  readonly openChannels: Record<string, string>;
  readonly flexpanes: Record<string, StoredFlexpane>;
  readonly files: Record<string, StoredFile>;
  readonly responseTargets: Record<string, ResponseTarget>;
  actingAs: string;
  /** Microseconds since 1970 of the newest message; every ts is larger than the one before. */
  lastTsMicros: number;
  sequence: number;
};

export function initialState(seed: WorkspaceSeed, startsAt: Date): WorkspaceState {
  const state: WorkspaceState = {
    people: {},
    conversations: Object.fromEntries(seed.channels.map((channel) => [channel.id, conversationOf(channel)])),
    messages: {},
    lastRead: {},
    modals: {},
    homes: {},
    prompts: {},
    statuses: [],
    openChannels: {},
    flexpanes: {},
    files: {},
    responseTargets: {},
    actingAs: seed.people.find((person) => !person.isBot)?.id ?? "",
    lastTsMicros: 0,
    sequence: 0,
  };
  const oldestFirst = [...(seed.messages ?? [])].sort((a, b) => b.minutesAgo - a.minutesAgo);
  for (const { conversationId, authorId, text, minutesAgo } of oldestFirst) {
    const at = new Date(startsAt.getTime() - minutesAgo * 60_000);
    state.messages[conversationId] = [
      ...(state.messages[conversationId] ?? []),
      plainMessage({ ts: nextTs(state, at), conversationId, authorId, text }),
    ];
  }
  for (const { id } of seed.people) state.lastRead[id] = lastTsOfEach(state);
  return state;
}

/** What was written before the start has been read. */
function lastTsOfEach(state: WorkspaceState): Record<string, string> {
  return Object.fromEntries(
    Object.entries(state.messages).map(([id, messages]) => [id, messages.at(-1)?.ts ?? ""]),
  );
}

function conversationOf(channel: WorkspaceSeed["channels"][number]): Conversation {
  return {
    id: channel.id,
    kind: channel.isPrivate ? "private_channel" : "channel",
    name: channel.name,
    topic: channel.topic ?? "",
    memberIds: channel.hasBot ? [...channel.memberIds, IDENTITY.botUserId] : channel.memberIds,
    isArchived: channel.isArchived ?? false,
    isShared: channel.isShared ?? false,
    isPendingShared: channel.isPendingShared ?? false,
  };
}

/** A ts for the instant, moved by microseconds where two messages fall on the same one. */
export function nextTs(state: WorkspaceState, at: Date): string {
  state.lastTsMicros = Math.max(at.getTime() * 1000, state.lastTsMicros + 1);
  return `${Math.floor(state.lastTsMicros / 1_000_000)}.${String(state.lastTsMicros % 1_000_000).padStart(6, "0")}`;
}

/** An id that is used once, e.g. `F0SB12`. */
export function nextId(state: WorkspaceState, prefix: string): string {
  state.sequence += 1;
  return `${prefix}0SB${state.sequence}`;
}

export function plainMessage(
  given: Pick<Message, "ts" | "conversationId" | "authorId" | "text"> & Partial<Message>,
): Message {
  return {
    blocks: [],
    attachments: [],
    fileIds: [],
    threadTs: null,
    isBroadcast: false,
    replyCount: 0,
    reactions: [],
    editedAt: null,
    isDeleted: false,
    isStreaming: false,
    entities: [],
    ephemeralFor: null,
    metadata: null,
    ...given,
  };
}

export function openFlexpaneOf({
  triggerId: _trigger,
  externalId: _external,
  ...shown
}: StoredFlexpane): Flexpane {
  return shown;
}

/** Slack gives a `block_id` to each block that has none. */
export function withBlockIds(blocks: readonly BlockJson[]): readonly BlockJson[] {
  return blocks.map((block) =>
    block.block_id ? block : { ...block, block_id: randomBytes(4).toString("base64url").slice(0, 5) },
  );
}

const labelOf = (value: unknown): string | null =>
  typeof value === "object" && value !== null && "text" in value && typeof value.text === "string"
    ? value.text
    : null;

/** The view as the page shows it. */
export function openViewOf(view: StoredView): OpenView {
  return {
    id: view.id,
    kind: view.kind,
    callbackId: typeof view.given.callback_id === "string" ? view.given.callback_id : "",
    title: labelOf(view.given.title) ?? "",
    submit: labelOf(view.given.submit),
    close: labelOf(view.given.close),
    blocks: view.given.blocks,
    hash: view.hash,
    errors: view.errors,
    failure: view.failure,
    isSubmitting: view.isSubmitting,
  };
}

/** The view as the Web API and interaction payloads give it. */
export function viewJson(view: StoredView): JsonObject {
  const { given } = view;
  return {
    id: view.id,
    team_id: IDENTITY.teamId,
    type: view.kind,
    blocks: given.blocks,
    private_metadata: given.private_metadata ?? "",
    callback_id: given.callback_id ?? "",
    state: { values: view.state },
    hash: view.hash,
    title: given.title ?? { type: "plain_text", text: "View Title", emoji: true },
    clear_on_close: given.clear_on_close ?? false,
    notify_on_close: given.notify_on_close ?? false,
    close: given.close ?? null,
    submit: given.submit ?? null,
    previous_view_id: view.previousViewId,
    root_view_id: view.rootViewId,
    app_id: IDENTITY.appId,
    external_id: given.external_id ?? "",
    app_installed_team_id: IDENTITY.teamId,
    bot_id: IDENTITY.botId,
  };
}
