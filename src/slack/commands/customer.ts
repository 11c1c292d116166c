import { helpMessage } from "../blocks/help.ts";
import { choiceMessage, GONE, nobodyFound, notice, TOO_LONG } from "../blocks/messages/notices.ts";
import { customerCardMessage } from "../blocks/outreach/customer-card.ts";
import type { CommandHandler, HandlerTools } from "../frame/handler.ts";
import type { CommandRequest } from "../frame/payloads.ts";
import { openCostEntry } from "./costs/add-cost.ts";
import { showCosts } from "./costs/costs.ts";
import { setUpChannel } from "./messages/channel.ts";
import { showModel } from "./risk/model.ts";
import { customerCostsAnswer } from "./value/customer-costs.ts";
import { showSegments } from "./value/segments.ts";

/** What the command does besides looking a customer up: one line each, the first that fits. */
const SUBCOMMANDS: ReadonlyArray<readonly [pattern: RegExp, run: Subcommand]> = [
  [/^(?:help|\?)?$/i, (_request, { answer }) => answer.privately(helpMessage())],
  [
    /^channel(?:\s+(on|off)(?:\s+(digest|costs?|alerts?))?)?$/i,
    (request, tools, [, onOrOff, topic]) => setUpChannel(request, tools, onOrOff, topic),
  ],
  [/^model$/i, showModel],
  [/^segments?(?:\s+(?:by\s+)?(.+))?$/i, (request, tools, [, rule]) => showSegments(request, tools, rule)],
  [/^costs?\s+add(?:\s+(.+))?$/i, (request, tools, [, whom]) => openCostEntry(request, tools, whom ?? null)],
  [/^costs(?:\s+(.+))?$/i, (request, tools, [, question = ""]) => showCosts(request, tools, question)],
  [/^(.+?)\s+costs?$/i, showCostOf],
];
type Subcommand = (request: CommandRequest, tools: HandlerTools, words: readonly string[]) => Promise<void>;

/** `/customer TEXT`: a customer's card, or what else the command does. */
export const customerCommand: CommandHandler = async (request, tools) => {
  const text = request.text.trim();
  for (const [pattern, run] of SUBCOMMANDS) {
    const words = pattern.exec(text);
    if (words) return run(request, tools, words);
  }
  return lookUp(request, tools, text, showCard);
};

/** `/customer acme cost`; where nobody is called "acme", somebody may be called "Low Cost". */
async function showCostOf(
  request: CommandRequest,
  tools: HandlerTools,
  [whole = "", name = ""]: readonly string[],
): Promise<void> {
  const { kind } = await tools.flows.lookUpCustomer(name);
  if (kind === "none") return lookUp(request, tools, whole, showCard);
  return lookUp(request, tools, name, async ({ customerId }) => {
    const { userId, channelId } = request;
    const asked = { customerId, userId, channelId, withDivisions: false };
    await tools.answer.privately(await customerCostsAnswer(asked, tools));
  });
}

type Found = Parameters<HandlerTools["flows"]["loadCustomerCard"]>[0];
type Show = (found: Found, tools: HandlerTools, line: string | undefined) => Promise<void>;

async function lookUp(request: CommandRequest, tools: HandlerTools, text: string, show: Show): Promise<void> {
  const [reader, found] = await Promise.all([
    tools.flows.knowMember(request.userId),
    tools.flows.lookUpCustomer(text),
  ]);
  switch (found.kind) {
    case "found": {
      const nearest = found.how === "nearest" ? NEAREST : undefined;
      return show({ customerId: found.customerId, reader }, tools, nearest);
    }
    case "choice":
      return tools.answer.privately(choiceMessage(text, found.matches, found.more, tools.clock()));
    case "none":
      return tools.answer.privately(nobodyFound(text, found.nearest, tools.clock()));
    case "nothing-to-look-up":
      return tools.answer.privately(helpMessage());
    case "too-long":
      return tools.answer.privately(notice(TOO_LONG));
  }
}

const NEAREST = "No customer is called exactly that; this is the one that comes nearest.";

async function showCard(
  found: Found,
  { flows, answer }: HandlerTools,
  line: string | undefined,
): Promise<void> {
  const shown = await flows.loadCustomerCard(found);
  if (shown.kind === "gone") return answer.privately(notice(GONE));
  const view = { ...shown, timeZone: shown.reader.timeZone };
  await answer.privately(customerCardMessage(line === undefined ? view : { ...view, notice: line }));
  await flows.keepSuggestion(shown);
}
