import type { AccountKind, CommandHint, ShortcutHint, Suggestion } from "./page-protocol.ts";

export type SeedPerson = {
  readonly id: string;
  /** The handle, without `@`. */
  readonly name: string;
  readonly realName: string;
  readonly email: string | null;
  readonly roleLabel: string | null;
  /** IANA name. */
  readonly timeZone: string;
  /** As Slack writes it, e.g. `de-DE`; `en-US` when left out. */
  readonly locale?: string;
  readonly isBot?: boolean;
  readonly isAdmin?: boolean;
  /** A member when left out. */
  readonly account?: AccountKind;
  /** Whose employee an outsider is. It names their workspace: `T0ACME` for Acme. */
  readonly company?: string;
};

export type SeedChannel = {
  readonly id: string;
  /** Without `#`. */
  readonly name: string;
  readonly topic?: string;
  readonly memberIds: readonly string[];
  readonly hasBot?: boolean;
  readonly isPrivate?: boolean;
  readonly isArchived?: boolean;
  /** Shared with another organisation through Slack Connect. */
  readonly isShared?: boolean;
  /** Another organisation has been invited and has not come yet. */
  readonly isPendingShared?: boolean;
};

export type SeedMessage = {
  readonly conversationId: string;
  readonly authorId: string;
  readonly text: string;
  /** How long before the start it was written; at least 1. */
  readonly minutesAgo: number;
};

/** The workspace as it is before anything happened. */
export type WorkspaceSeed = {
  readonly name: string;
  readonly people: readonly SeedPerson[];
  readonly channels: readonly SeedChannel[];
  readonly messages?: readonly SeedMessage[];
  readonly bot: { readonly name: string; readonly realName: string };
  readonly commands: readonly CommandHint[];
  readonly shortcuts?: readonly ShortcutHint[];
  readonly suggestions?: readonly Suggestion[];
  /** Scopes of the bot token; all that are implemented when left out. */
  readonly scopes?: readonly string[];
  /** Events the app subscribed to; all that are implemented when left out. */
  readonly events?: readonly string[];
  /** Domains of whose links the app is told; none when left out. */
  readonly unfurlDomains?: readonly string[];
};

export const ALL_SCOPES: readonly string[] = [
  "app_mentions:read",
  "assistant:write",
  "channels:history",
  "channels:join",
  "channels:read",
  "chat:write",
  "chat:write.public",
  "commands",
  "files:read",
  "files:write",
  "groups:history",
  "groups:read",
  "im:history",
  "im:read",
  "im:write",
  "links:read",
  "links:write",
  "reactions:read",
  "reactions:write",
  "users:read",
  "users:read.email",
];

export const ALL_EVENTS: readonly string[] = [
  "agent_session_stopped",
  "app_context_changed",
  "app_home_opened",
  "app_mention",
  "entity_details_requested",
  "link_shared",
  "member_joined_channel",
  "message.channels",
  "message.groups",
  "message.im",
  "reaction_added",
  "team_join",
  "user_change",
];

/** Ids of the stand-in workspace; fixed, so that they can be told from real ones at sight. */
export const IDENTITY = {
  teamId: "T0SANDBOX",
  appId: "A0SANDBOX",
  botId: "B0SANDBOX",
  botUserId: "U0SANDBOXBOT",
  /** Slack's old verification token, still in every payload. */
  verificationToken: "sandbox-verification-token",
} as const;

/** The author of the workspace's own notices. */
export const SLACKBOT = "USLACKBOT";
