import { randomBytes } from "node:crypto";
import type { CallToolResult } from "@modelcontextprotocol/sdk/types.js";
import { type Account, accessRefusal } from "../domain/access.ts";
import type { Clock } from "../domain/clock.ts";
import type { Member } from "../domain/customer.ts";
import { PhrasedError } from "../domain/phrased-error.ts";
import type { SlackFlows } from "../flows/bind-flows.ts";
import type { Log } from "../log.ts";
import { refusalCode } from "../slack/blocks/messages/access-refused.ts";
import { localeOf } from "../words/locale.ts";
import { sayIn } from "../words/say.ts";
import { textOf } from "../words/text.ts";
import type { Caller } from "./caller.ts";
import type { Answered, Asked, Tool } from "./tool.ts";
import { TOOLS } from "./tools.ts";

export type CallTools = {
  readonly flows: SlackFlows;
  readonly clock: Clock;
  readonly log: Log;
};

/** Whoever asks: the member as they are now, and the way they ask by. */
export type AskingMember = {
  readonly member: Member & { readonly account: Account };
  readonly caller: Extract<Caller, { kind: "member" }>;
};

type Body = Readonly<Record<string, unknown>>;

/** Does what a tool is called for, if the member may have it here, notes it, and answers. */
export async function callTool(
  { name, given }: { readonly name: string; readonly given: unknown },
  asking: AskingMember,
  tools: CallTools,
): Promise<CallToolResult> {
  const asked = askedBy(asking, tools);
  const tool = TOOLS.find((one) => one.name === name);
  const answered = tool === undefined ? noSuchTool(asked) : await answerOf(tool, given, asking, asked, tools);
  const { memberId, by } = asking.caller;
  const { outcome, customerId } = answered;
  // What a program made up is no name of ours: it is not kept.
  const noted = { memberId, by, outcome, customerId, tool: tool?.name ?? "no such tool" };
  await tools.flows.noteAgentCall(noted);
  return resultOf(answered, asked);
}

function askedBy({ member, caller }: AskingMember, { flows, clock }: CallTools): Asked {
  const locale = localeOf(member.locale ?? null);
  return {
    flows,
    reader: member,
    place: "agent",
    now: clock(),
    locale,
    say: sayIn(locale),
    caller: caller.key,
    newId: () => randomBytes(16).toString("base64url"),
  };
}

async function answerOf(
  tool: Tool,
  given: unknown,
  { member }: AskingMember,
  asked: Asked,
  { log }: CallTools,
): Promise<Answered<Body>> {
  const because = accessRefusal(tool.surface, member, asked.place);
  if (because !== null) return refused(`refused: ${because}`, asked.say(refusalCode(tool.surface, because)));
  try {
    return await tool.call(given, asked);
  } catch (error) {
    if (error instanceof PhrasedError) return refused("failed", textOf(error.reason, asked.locale));
    const reference = randomBytes(4).toString("hex");
    log.error({ err: error, tool: tool.name, reference }, "A tool failed");
    return refused(`failed ${reference}`, asked.say("mcp.failed", { reference }));
  }
}

const noSuchTool = ({ say }: Asked) => refused("no such tool", say("mcp.no-such-tool"));

const refused = (outcome: string, message: string): Answered<Body> => ({
  outcome,
  customerId: null,
  isRefused: true,
  body: { message },
});

/**
 * The answer as data, the same as text for programs that read no data, and what both are to be taken for. Nothing that
 * others wrote stands outside of its fields.
 */
function resultOf({ body, isRefused }: Answered<Body>, { say }: Asked): CallToolResult {
  return {
    content: [
      { type: "text", text: String(body.message) },
      { type: "text", text: JSON.stringify(body) },
      { type: "text", text: say("mcp.untrusted") },
    ],
    structuredContent: { ...body },
    isError: isRefused ?? false,
  };
}
