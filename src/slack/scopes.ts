import type { Config } from "../config.ts";

/** What the bot token has to be allowed, as `manifest.yml` asks for it and says why. */
export const SCOPES = [
  "commands",
  "chat:write",
  "im:write",
  "users:read",
  "users:read.email",
  "channels:read",
  "groups:read",
  "channels:history",
  "groups:history",
  "im:history",
  "app_mentions:read",
  "files:write",
] as const;

/**
 * What it takes to offer prompts in the Messages tab. The manifest asks for it, and the bot does without where Slack did not
 * grant it: agents are no part of every plan.
 */
export const AGENT_SCOPE = "assistant:write";

/** What it takes besides to fetch a file that somebody hands over; only where that is switched on. */
export const FILE_SCOPE = "files:read";

/** What it takes to read user groups; only where one of them gives a role. */
export const GROUPS_SCOPE = "usergroups:read";

/**
 * What it takes to show customers by their links. The manifest asks for them, and the bot does without where it has no links
 * but its own: an app that was installed before goes on.
 */
export const LINK_SCOPES = ["links:read", "links:write"] as const;

/** What is switched on of what takes a scope more; nothing where left out. */
export type OptionalUses = {
  readonly takesFiles?: boolean;
  readonly readsGroups?: boolean;
  readonly unfurlsLinks?: boolean;
};

export const usesOf = (
  config: Pick<Config, "importInSlack" | "roleGroups" | "crmPatterns">,
): OptionalUses => ({
  takesFiles: config.importInSlack,
  readsGroups: config.roleGroups !== undefined,
  unfurlsLinks: config.crmPatterns.length > 0,
});

export const scopesOf = ({
  takesFiles = false,
  readsGroups = false,
  unfurlsLinks = false,
}: OptionalUses): readonly string[] => [
  ...SCOPES,
  ...(takesFiles ? [FILE_SCOPE] : []),
  ...(readsGroups ? [GROUPS_SCOPE] : []),
  ...(unfurlsLinks ? LINK_SCOPES : []),
];
