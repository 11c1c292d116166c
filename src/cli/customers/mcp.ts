import { type Command, InvalidArgumentError } from "commander";
import { localTime } from "../../domain/calendar.ts";
import { AGENT_TOKEN_DAYS, MOST_AGENT_TOKEN_DAYS } from "../../domain/customers/agent-token.ts";
import { hashOfAgentToken, makeAgentToken } from "../../mcp/agent-token.ts";
import { MCP_PATH } from "../../mcp/mcp-route.ts";
import { say } from "../../words/command-line.ts";
import { parseRowId } from "../arguments.ts";
import { personRefusal } from "../found-person.ts";
import { Refusal } from "../refusal.ts";
import { type CommandTools, runWithApp, withJson } from "../run-command.ts";
import { textTable } from "../text-table.ts";

type Options = { readonly json?: boolean };
type AddOptions = Options & { readonly for: string; readonly name: string; readonly days: number };

const LONGEST_NAME = 100;

/** `mcp token add|list|revoke`: which programs may ask on a member's behalf. */
export function registerMcp(program: Command): void {
  const token = program
    .command("mcp")
    .description("programs that ask on a member's behalf over MCP")
    .command("token")
    .description("the tokens by which they ask");
  withJson(token.command("add"))
    .description("make a token for one program of one member; it is shown once")
    .requiredOption("--for <person>", "whose behalf it asks on: e-mail, Slack id or whole name")
    .option("--name <name>", "which program it is for", parseName, "a program")
    .option(
      "--days <days>",
      `days until it ends, ${MOST_AGENT_TOKEN_DAYS} at most`,
      parseDays,
      AGENT_TOKEN_DAYS,
    )
    .action(add);
  withJson(token.command("list"))
    .description("every token with its member, whether it is good, and when it was last used")
    .action(list);
  withJson(token.command("revoke"))
    .description("end a token; its next request is refused")
    .argument("<number>", "as token list shows it", parseRowId)
    .action(revoke);
}

function add({ for: typed, name, days, json = false }: AddOptions): Promise<void> {
  return runWithApp({ json }, async ({ app, config, output }) => {
    const token = makeAgentToken();
    const tokenHash = hashOfAgentToken(token) ?? "";
    const added = await app.flows.addAgentToken({ typed, name, days, tokenHash, by: "command line" });
    if (added.kind === "none" || added.kind === "several") throw personRefusal(added, typed);
    const { person } = added;
    if (added.kind === "no-member")
      throw new Refusal(say("cli.mcp.no-member", { name: person.name, account: person.account }));
    const { id, expiresAt } = added;
    const { day } = localTime(expiresAt, config.timeZone);
    output.line(say("cli.mcp.added", { name: person.name, day: { day } }));
    // With --json the object has it, and what goes to the terminal beside it may be kept in a log.
    if (!json) output.line(say("cli.mcp.token", { token }));
    const url = config.publicUrl === null ? null : `${config.publicUrl}${MCP_PATH}`;
    output.line(url === null ? say("cli.mcp.nowhere", { id }) : say("cli.mcp.where", { id, url }));
    return { id, slackUserId: person.slackUserId, name, expiresAt, token, url };
  });
}

function list(options: Options): Promise<void> {
  return runWithApp(options, async ({ app, config, output }) => {
    const tokens = await app.flows.listAgentTokens();
    if (tokens.length === 0) output.line(say("cli.mcp.none"));
    else for (const line of table(tokens, config.timeZone)) output.line(line);
    return { tokens };
  });
}

type Listed = Awaited<ReturnType<CommandTools["app"]["flows"]["listAgentTokens"]>>;

function table(tokens: Listed, timeZone: string): string[] {
  const head = ["id", "member", "name", "state", "expires", "used"].map((column) =>
    say(`cli.mcp.head.${column}`),
  );
  const dayOf = (at: Date) => localTime(at, timeZone).day;
  const rows = tokens.map((token) => [
    String(token.id),
    token.memberName ?? token.memberId,
    token.name,
    say(`cli.mcp.state.${token.state}`),
    dayOf(token.expiresAt),
    token.lastUsedAt === null ? say("cli.mcp.never") : dayOf(token.lastUsedAt),
  ]);
  return textTable(head, rows, [1, 2, 3, 4, 5]);
}

function revoke(id: number, options: Options): Promise<void> {
  return runWithApp(options, async ({ app, output }) => {
    const { kind } = await app.flows.revokeAgentToken({ id, by: "command line" });
    if (kind === "unknown") throw new Refusal(say("cli.mcp.unknown", { id }));
    output.line(say(`cli.mcp.${kind}`, { id }));
    return { id, isRevoked: kind === "revoked" };
  });
}

/** @throws InvalidArgumentError */
function parseDays(text: string): number {
  const days = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (days >= 1 && days <= MOST_AGENT_TOKEN_DAYS) return days;
  throw new InvalidArgumentError(say("cli.argument.days", { least: 1, most: MOST_AGENT_TOKEN_DAYS }));
}

/** @throws InvalidArgumentError */
function parseName(text: string): string {
  const name = text.trim();
  if (name !== "" && name.length <= LONGEST_NAME) return name;
  throw new InvalidArgumentError(say("cli.mcp.longest-name", { longest: LONGEST_NAME }));
}
