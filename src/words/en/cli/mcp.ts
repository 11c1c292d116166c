/** What `mainstay mcp` says. */
export const cliMcp = {
  "cli.mcp.added":
    "A token for {name}, who may see and do by it what they may themselves, until {day}. It is shown this once; keep it like a password:",
  "cli.mcp.token": "  {token}",
  "cli.mcp.where":
    "The program asks {url} and sends: Authorization: Bearer TOKEN. To end it: mainstay mcp token revoke {id}",
  "cli.mcp.nowhere":
    "Nothing reaches the bot yet: set PUBLIC_URL, and give the program that address with /mcp behind it. To end the token: mainstay mcp token revoke {id}",
  "cli.mcp.no-member":
    "{name} is no member of the workspace ({account, select, guest {a guest} bot {a bot} outsider {from another organisation} other {deactivated}}) and gets nothing, by a token neither.",
  "cli.mcp.longest-name": "Give a name of up to {longest, number} characters.",
  "cli.mcp.none": "No program has a token. Make one: mainstay mcp token add --for anna@example.com",
  "cli.mcp.head.id": "No.",
  "cli.mcp.head.member": "Member",
  "cli.mcp.head.name": "Program",
  "cli.mcp.head.state": "State",
  "cli.mcp.head.expires": "Good until",
  "cli.mcp.head.used": "Last used",
  "cli.mcp.state.good": "good",
  "cli.mcp.state.expired": "expired",
  "cli.mcp.state.revoked": "revoked",
  "cli.mcp.never": "never",
  "cli.mcp.revoked": "Token {id} is revoked: its next request is refused.",
  "cli.mcp.unchanged": "Token {id} was revoked before.",
  "cli.mcp.unknown": "There is no token {id}. See which there are: mainstay mcp token list",
} as const;
