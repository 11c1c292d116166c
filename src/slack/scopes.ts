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

export const scopesOf = ({ takesFiles }: { readonly takesFiles: boolean }): readonly string[] =>
  takesFiles ? [...SCOPES, FILE_SCOPE] : SCOPES;
