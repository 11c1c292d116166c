/**
 * What the sandbox's web page and the sandbox say to each other over one WebSocket.
 *
 * The page connects to {@link PAGE_SOCKET_PATH} on its own origin and gets a `snapshot` at once. From then on the sandbox
 * sends small updates; each replaces one named thing in the snapshot, so applying an update twice is harmless. After a
 * lost connection the page connects again and starts over from the new snapshot: nothing has to be caught up.
 *
 * The page sends commands. Every command carries an `id` of the page's choosing and gets exactly one `reply` with that
 * `id`. Every command also names the person it acts for (`as`), so two tabs may act as different people.
 *
 * The snapshot holds the whole workspace. The page shows what the acting person may see: conversations that list them in
 * `memberIds`, and ephemeral messages whose `ephemeralFor` is them. The inspector shows everything.
 */
export const PAGE_SOCKET_PATH = "/page/socket";

/** Where the page posts a file for a file input, with `as` and `name`; answered with the file as Slack describes it. */
export const UPLOAD_PATH = "/page/files";

/** Seconds and microseconds as Slack writes them, e.g. `1795339800.000100`; sorts as text and names a message in its conversation. */
export type MessageTs = string;

/** ISO 8601 in UTC, e.g. `2026-11-23T09:00:00.000Z`. */
export type Instant = string;

/** A Block Kit block, view element or payload part exactly as Slack's JSON has it; the sandbox has validated it. */
export type BlockJson = {
  readonly type: string;
  readonly block_id?: string;
  readonly [field: string]: unknown;
};

/** Values of input elements as Slack sends them: block id → action id → `{ type, value | selected_option | … }`. */
export type StateValues = Readonly<Record<string, Readonly<Record<string, StateValue>>>>;
export type StateValue = { readonly type: string; readonly [field: string]: unknown };

// ── The workspace as the page sees it ────────────────────────────────────────────────────────────────────────────────

export type Snapshot = {
  readonly workspace: Workspace;
  /** In the order to show: the people to act as first, then bots. */
  readonly people: readonly Person[];
  readonly conversations: readonly Conversation[];
  /** By conversation id, sorted by `ts`; thread replies are in the same list and carry `threadTs`. */
  readonly messages: Readonly<Record<string, readonly Message[]>>;
  /** By person id, then conversation id: everything up to this ts is read. A conversation not listed is wholly unread. */
  readonly lastRead: Readonly<Record<string, Readonly<Record<string, MessageTs>>>>;
  /** Open modals by person id, bottom of the stack first; the last one is shown. People without modals are not listed. */
  readonly modals: Readonly<Record<string, readonly OpenView[]>>;
  /** The published App Home by person id; not listed while the app has published none. */
  readonly homes: Readonly<Record<string, OpenView>>;
  /** What the app offers to ask in a conversation with it, by conversation id; not listed where it offers nothing. */
  readonly prompts: Readonly<Record<string, SuggestedPrompts>>;
  /** What the app is at work on, newest last. */
  readonly statuses: readonly AgentStatus[];
  /** By person id: the channel that is open beside the conversation with the app. */
  readonly openChannels: Readonly<Record<string, string>>;
  /** What stands open beside the conversation about one thing of another system, by person id. */
  readonly flexpanes: Readonly<Record<string, Flexpane>>;
  /** Files the app uploaded, by file id; an image block's `slack_file.id` points here. */
  readonly files: Readonly<Record<string, UploadedFile>>;
  readonly clock: ClockState;
  readonly connection: AppConnection;
  /** Oldest first; the newest 500. */
  readonly log: readonly LogEntry[];
  /** Whom the page acted as last (any tab); what a new tab starts with. */
  readonly actingAs: string;
};

export type Workspace = {
  readonly id: string;
  readonly name: string;
  /** The app's own id, as in `app_home_opened`. */
  readonly appId: string;
  readonly botUserId: string;
  /** For completion in the composer. */
  readonly commands: readonly CommandHint[];
  readonly shortcuts: readonly ShortcutHint[];
  /** What a newcomer could try first, in order; may be empty. */
  readonly suggestions: readonly Suggestion[];
  /** Whether the app asked to hear of a stop; without it Slack shows no stop button. */
  readonly hearsStops: boolean;
  /** Always shown: what this is and is not, e.g. "A local stand-in for Slack. Nothing here reaches slack.com." */
  readonly notice: string;
};

/** `command` starts with a slash; `usageHint` is what may follow it, e.g. `[name]`. */
export type CommandHint = {
  readonly command: string;
  readonly description: string;
  readonly usageHint: string;
};

/** A `message` shortcut is offered on each message, a `global` one in the composer's menu. */
export type ShortcutHint = {
  readonly callbackId: string;
  readonly name: string;
  readonly scope: "global" | "message";
};

/** A click puts `draft` into the composer, or opens what is named. */
export type Suggestion =
  | { readonly text: string; readonly draft: string }
  | { readonly text: string; readonly opens: "clock" };

export type Person = {
  readonly id: string;
  /** The handle, unique, without `@`. */
  readonly name: string;
  readonly realName: string;
  readonly email: string | null;
  /** What the person is in the demo, e.g. "Sales rep"; shown beside the name in "act as". */
  readonly roleLabel: string | null;
  /** IANA name. */
  readonly timeZone: string;
  /** As Slack writes it, e.g. `en-US`. */
  readonly locale: string;
  readonly isBot: boolean;
  readonly isAdmin: boolean;
  readonly account: AccountKind;
  /** Whose employee the person is; null for those of this workspace. */
  readonly company: string | null;
  /** Two letters or one sign for the picture; there are no image files. */
  readonly initials: string;
};

/** `outsider`: of another organisation, met in a shared channel. `guest`: one of this workspace for several channels. */
export type AccountKind = "member" | "guest" | "single-channel-guest" | "outsider" | "deactivated";

export type Conversation = {
  readonly id: string;
  readonly kind: "channel" | "private_channel" | "im";
  /** Without `#`; for an `im` the empty string: show the other member's real name. */
  readonly name: string;
  readonly topic: string;
  readonly memberIds: readonly string[];
  readonly isArchived: boolean;
  /** Shared with another organisation through Slack Connect. */
  readonly isShared: boolean;
  /** Another organisation has been invited and has not come yet. */
  readonly isPendingShared: boolean;
};

export type Sharing = "internal" | "pending" | "shared";

export type Message = {
  readonly ts: MessageTs;
  readonly conversationId: string;
  /** A person id; `USLACKBOT` for notices of the workspace itself. */
  readonly authorId: string;
  /** mrkdwn; the fallback where there are blocks. */
  readonly text: string;
  /** Empty: show `text`. */
  readonly blocks: readonly BlockJson[];
  /** Legacy attachments as sent; each may hold `color`, `fallback`, `text` and `blocks`. */
  readonly attachments: readonly Readonly<Record<string, unknown>>[];
  readonly fileIds: readonly string[];
  /** The parent's ts for a reply in a thread; null for everything in the conversation itself, parents included. */
  readonly threadTs: MessageTs | null;
  /** A reply that is shown in the conversation too. */
  readonly isBroadcast: boolean;
  readonly replyCount: number;
  readonly reactions: readonly Reaction[];
  readonly editedAt: Instant | null;
  /** A parent that was deleted while it had replies: show a tombstone. Other deleted messages just go. */
  readonly isDeleted: boolean;
  /** The app still writes it; what it wrote so far are the blocks. */
  readonly isStreaming: boolean;
  /** What links in it lead to, as the app unfurled them (Work Objects); seen by everyone who sees the message. */
  readonly entities: readonly EntityJson[];
  /** The only person who sees it; null for everyone in the conversation. */
  readonly ephemeralFor: string | null;
  /** For the inspector only; Slack's people never see it. */
  readonly metadata: { readonly event_type: string; readonly event_payload: unknown } | null;
};

/** A Work Object exactly as `chat.unfurl` and `entity.presentDetails` take it. */
export type EntityJson = {
  readonly entity_type: string;
  readonly url: string;
  /** The link as it was posted. */
  readonly app_unfurl_url?: string | undefined;
  readonly external_ref: { readonly id: string; readonly type?: string | undefined };
  readonly entity_payload: Readonly<Record<string, unknown>>;
};

/** Opened by a click on an unfurl, filled by the app for whoever clicked. */
export type Flexpane = {
  readonly conversationId: string;
  readonly messageTs: MessageTs;
  readonly url: string;
  /** `refused`: `message` says why; with `signInUrl` after signing in there it may be shown. */
  readonly kind: "loading" | "shown" | "refused";
  readonly entity: EntityJson | null;
  readonly message: string | null;
  readonly signInUrl: string | null;
};

export type Reaction = { readonly name: string; readonly personIds: readonly string[] };

export type OpenView = {
  readonly id: string;
  readonly kind: "modal" | "home";
  readonly callbackId: string;
  readonly title: string;
  /** Labels; null where the app gave none: no submit button, and "Cancel" for close. */
  readonly submit: string | null;
  readonly close: string | null;
  readonly blocks: readonly BlockJson[];
  /** Changes with every update; the page keeps what was typed in blocks whose `block_id` stays. */
  readonly hash: string;
  /** From `response_action: errors`: block id → what is wrong. Cleared by the next submission. */
  readonly errors: Readonly<Record<string, string>>;
  /** The app did not answer the last submission in time or correctly; shown above the buttons. */
  readonly failure: string | null;
  /** A submission is on its way: disable the submit button. */
  readonly isSubmitting: boolean;
};

/** A click sends `message` as the person's own. */
export type SuggestedPrompts = {
  /** Null where the app gave none. */
  readonly title: string | null;
  readonly prompts: readonly { readonly title: string; readonly message: string }[];
};

/** Shown as the app's name and the text, e.g. "Mainstay" and "is reading the report…", below the thread it is about. */
export type AgentStatus = {
  readonly conversationId: string;
  readonly threadTs: MessageTs;
  /** Empty: the app is at work and says nothing of it. */
  readonly text: string;
  /** Whether a stop button is shown, whose press the app hears of. */
  readonly canStop: boolean;
};

export type UploadedFile = {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly altText: string;
  readonly mimeType: string;
  readonly sizeBytes: number;
  /** A path on the page's own origin. */
  readonly path: string;
};

/** The time the bot lives in. It runs: show `Date.now() + offsetMs`. */
export type ClockState = { readonly now: Instant; readonly offsetMs: number };

export type AppConnection = {
  readonly mode: "socket" | "http";
  /** Socket Mode: a socket is open. HTTP: the last request was answered, or none was sent yet. */
  readonly isConnected: boolean;
};

// ── The inspector ────────────────────────────────────────────────────────────────────────────────────────────────────

/** One request and its answer. It appears when the request starts (`status`, `ms` null) and again when it is answered. */
export type LogEntry = {
  readonly id: number;
  readonly at: Instant;
  /** `to_app`: what Slack sends the app. `from_app`: a Web API call, a response_url or an upload. */
  readonly direction: "to_app" | "from_app";
  /** `chat.postMessage`, `response_url`; `/customer`, `block_actions`, `view_submission`, `event: app_home_opened` … */
  readonly name: string;
  readonly transport: "http" | "socket";
  readonly status: number | null;
  /** Wall-clock milliseconds until the answer. */
  readonly ms: number | null;
  /** Null while it runs. For `to_app`: acknowledged in time. */
  readonly ok: boolean | null;
  /** Slack's error name, e.g. `invalid_blocks`, `operation_timeout`; null without one. */
  readonly error: string | null;
  /** 0 for the first delivery; redeliveries of an event count up. */
  readonly retryNumber: number;
  /** Tokens and secrets are masked. */
  readonly request: unknown;
  readonly response: unknown;
};

// ── Sandbox → page ───────────────────────────────────────────────────────────────────────────────────────────────────

export type ServerMessage =
  /** On connect, and again after a reset: forget everything and start from this. */
  | { readonly type: "snapshot"; readonly snapshot: Snapshot }
  /** New or changed; the same `ts` in the same conversation is replaced. */
  | { readonly type: "message"; readonly message: Message }
  | { readonly type: "message_gone"; readonly conversationId: string; readonly ts: MessageTs }
  /** New or changed. */
  | { readonly type: "conversation"; readonly conversation: Conversation }
  /** New or changed. */
  | { readonly type: "person"; readonly person: Person }
  | {
      readonly type: "read";
      readonly personId: string;
      readonly conversationId: string;
      readonly lastRead: MessageTs;
    }
  /** The person's whole stack, bottom first; empty when all are closed. */
  | { readonly type: "modals"; readonly personId: string; readonly stack: readonly OpenView[] }
  | { readonly type: "home"; readonly personId: string; readonly view: OpenView }
  | { readonly type: "prompts"; readonly conversationId: string; readonly prompts: SuggestedPrompts | null }
  /** All that there are now. */
  | { readonly type: "statuses"; readonly statuses: readonly AgentStatus[] }
  | { readonly type: "flexpane"; readonly personId: string; readonly flexpane: Flexpane | null }
  | { readonly type: "open_channel"; readonly personId: string; readonly conversationId: string }
  | { readonly type: "file"; readonly file: UploadedFile }
  | { readonly type: "clock"; readonly clock: ClockState }
  | { readonly type: "connection"; readonly connection: AppConnection }
  /** New or changed, by `id`. */
  | { readonly type: "log"; readonly entry: LogEntry }
  | { readonly type: "reply"; readonly id: string; readonly result: CommandResult };

/** `message` of a refusal is a sentence for the person at the page. */
export type CommandResult =
  | { readonly ok: true; readonly value?: CommandValue }
  | { readonly ok: false; readonly message: string };

export type CommandValue =
  | { readonly kind: "conversation"; readonly conversationId: string }
  | { readonly kind: "message"; readonly ts: MessageTs }
  /** Options of an external select, or option groups, as the app answered. */
  | {
      readonly kind: "options";
      readonly options: readonly unknown[];
      readonly optionGroups: readonly unknown[];
    };

// ── Page → sandbox ───────────────────────────────────────────────────────────────────────────────────────────────────

export type PageRequest = { readonly id: string; readonly command: PageCommand };

/** Where an interactive element stands. */
export type ActionPlace =
  | { readonly kind: "message"; readonly conversationId: string; readonly ts: MessageTs }
  | { readonly kind: "view"; readonly viewId: string };

export type EntityPlace =
  | { readonly kind: "unfurl"; readonly conversationId: string; readonly ts: MessageTs; readonly url: string }
  | { readonly kind: "flexpane" };

/**
 * What was done to an element, as Slack's `actions[0]` without `action_ts`: `type`, `action_id`, `block_id` and its
 * outcome (`value` of a button; `selected_option`, `selected_date`, `selected_user`, `selected_conversation`,
 * `selected_options` …). The sandbox checks that the element exists.
 */
export type ActionJson = {
  readonly type: string;
  readonly action_id: string;
  readonly block_id: string;
  readonly [field: string]: unknown;
};

/** `as` is the acting person's id in every command. */
export type PageCommand =
  /** Remembers whom a new tab starts as; the other commands do not depend on it. */
  | { readonly type: "act_as"; readonly as: string }
  /** Plain text; a bot that is mentioned gets `app_mention`, in a DM `message.im`. Replies with the message's ts. */
  | {
      readonly type: "post_message";
      readonly as: string;
      readonly conversationId: string;
      readonly text: string;
      readonly threadTs: MessageTs | null;
    }
  /** `command` with its slash, `text` what follows. */
  | {
      readonly type: "slash_command";
      readonly as: string;
      readonly conversationId: string;
      readonly command: string;
      readonly text: string;
    }
  /** `state` holds all inputs of the message or view at that moment. */
  | {
      readonly type: "block_action";
      readonly as: string;
      readonly place: ActionPlace;
      readonly action: ActionJson;
      readonly state: StateValues;
    }
  /** What an external select offers for what was typed. Replies with options. */
  | {
      readonly type: "load_options";
      readonly as: string;
      readonly place: ActionPlace;
      readonly blockId: string;
      readonly actionId: string;
      readonly query: string;
    }
  /** Replies when the app has answered or timed out; the outcome comes as `modals`. */
  | {
      readonly type: "submit_view";
      readonly as: string;
      readonly viewId: string;
      readonly state: StateValues;
    }
  /** `all` closes the whole stack (the cross), otherwise only the top view (the close button). */
  | { readonly type: "close_view"; readonly as: string; readonly viewId: string; readonly all: boolean }
  | { readonly type: "open_home"; readonly as: string; readonly tab: "home" | "messages" }
  /** A channel has come on the screen: the app hears of it with the next visit to its Messages tab. */
  | { readonly type: "look_at"; readonly as: string; readonly conversationId: string }
  /** Stops what the app is at work on in a thread: its streams end, and it hears of it. */
  | {
      readonly type: "stop_agent";
      readonly as: string;
      readonly conversationId: string;
      readonly threadTs: MessageTs;
    }
  /** Opens what a link of the message leads to; the app fills it. Again while it is open: asks the app anew. */
  | {
      readonly type: "open_entity";
      readonly as: string;
      readonly conversationId: string;
      readonly ts: MessageTs;
      readonly url: string;
    }
  | { readonly type: "close_entity"; readonly as: string }
  /** A button of an unfurl or of the open flexpane. */
  | {
      readonly type: "entity_action";
      readonly as: string;
      readonly place: EntityPlace;
      readonly actionId: string;
    }
  /** Opens or finds the DM with another person or the bot. Replies with the conversation. */
  | { readonly type: "open_dm"; readonly as: string; readonly with: string }
  | {
      readonly type: "mark_read";
      readonly as: string;
      readonly conversationId: string;
      readonly ts: MessageTs;
    }
  /** Adds the reaction, or takes it back where the person has set it. `name` without colons. */
  | {
      readonly type: "toggle_reaction";
      readonly as: string;
      readonly conversationId: string;
      readonly ts: MessageTs;
      readonly name: string;
    }
  | {
      readonly type: "shortcut";
      readonly as: string;
      readonly callbackId: string;
      /** The message a message shortcut stands on; null for a global one. */
      readonly message: { readonly conversationId: string; readonly ts: MessageTs } | null;
    }
  /** Adds the bot (or a person) to a channel, or takes them out. */
  | {
      readonly type: "set_membership";
      readonly as: string;
      readonly conversationId: string;
      readonly personId: string;
      readonly isMember: boolean;
    }
  /** Shares the channel with another organisation, invites one, or ends it, which takes its outsiders out. */
  | {
      readonly type: "set_sharing";
      readonly as: string;
      readonly conversationId: string;
      readonly sharing: Sharing;
    }
  | {
      readonly type: "set_archived";
      readonly as: string;
      readonly conversationId: string;
      readonly isArchived: boolean;
    }
  /** The acting person's language in Slack's preferences, such as `zh-TW`; the app hears of it by `user_change`. */
  | { readonly type: "set_language"; readonly as: string; readonly locale: string }
  /** Forward only. Labels mean 9:00 in the acting person's time zone; `in_an_hour` means what it says. */
  | { readonly type: "advance_clock"; readonly as: string; readonly to: ClockTarget }
  /** Back to the seed: messages, modals, homes, files and the log go; the clock stays. */
  | { readonly type: "reset"; readonly as: string };

export type ClockTarget =
  | { readonly instant: Instant }
  | { readonly label: "in_an_hour" | "tomorrow_morning" | "next_monday" };
