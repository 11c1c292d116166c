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
