import { escapeMrkdwn } from "../blocks/escape.ts";
import { helpMessage } from "../blocks/help.ts";
import { choiceMessage, GONE, nobodyFound, notice, TOO_LONG } from "../blocks/messages/notices.ts";
import { asReadBy, customerCardMessage } from "../blocks/outreach/customer-card.ts";
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

/**
 * `/customer TEXT`: a customer's card, or what else the command does. Whoever is called exactly TEXT comes first, also
 * where TEXT is a command; `find NAME` always looks up, and `show COMMAND` is always the command.
 */
export const customerCommand: CommandHandler = async (request, tools) => {
  const text = request.text.trim();
  const name = /^find\s+(.+)$/i.exec(text)?.[1];
  if (name !== undefined) return lookUp(request, tools, name, showCard());
  const meant = subcommandIn(text);
  if (meant === null) return lookUp(request, tools, text, showCard());
  if (await isCalled(text, tools)) return lookUp(request, tools, text, showCard(namesakeOf(text)));
  return meant(request, tools);
};

function subcommandIn(
  text: string,
): ((request: CommandRequest, tools: HandlerTools) => Promise<void>) | null {
  const shown = /^show\s+(.+)$/i.exec(text)?.[1] ?? text;
  for (const [pattern, run] of SUBCOMMANDS) {
    const words = pattern.exec(shown);
    if (words) return (request, tools) => run(request, tools, words);
  }
  return null;
}

async function isCalled(text: string, { flows }: HandlerTools): Promise<boolean> {
  const found = await flows.lookUpCustomer(text);
  return (found.kind === "found" || found.kind === "choice") && found.how === "exact";
}

const namesakeOf = (text: string) =>
  `A customer is called that. For the command of that name, type \`/customer show ${escapeMrkdwn(text, 60)}\`.`;

/** `/customer acme cost`; where nobody is called "acme", somebody may be called "Low Cost". */
async function showCostOf(
  request: CommandRequest,
  tools: HandlerTools,
  [whole = "", name = ""]: readonly string[],
): Promise<void> {
  const { kind } = await tools.flows.lookUpCustomer(name);
  if (kind === "none") return lookUp(request, tools, whole, showCard());
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
      const nearest = found.how === "similar" ? NEAREST : undefined;
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

/** @param namesake what to say beside the card of somebody called like a command */
function showCard(namesake?: string): Show {
  return async (found, { flows, answer }, nearest) => {
    const shown = await flows.loadCustomerCard(found);
    if (shown.kind === "gone") return answer.privately(notice(GONE));
    const view = { ...shown, ...asReadBy(shown.reader) };
    const line = nearest ?? namesake;
    await answer.privately(customerCardMessage(line === undefined ? view : { ...view, notice: line }));
    await flows.keepSuggestion(shown);
  };
}
