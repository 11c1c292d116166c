import { customerCardMessage } from "../blocks/customer-card.ts";
import { helpMessage } from "../blocks/help.ts";
import { choiceMessage, GONE, nobodyFound, notice, TOO_LONG } from "../blocks/notices.ts";
import type { CommandHandler, HandlerTools } from "../handler.ts";
import type { CommandRequest } from "../payloads.ts";
import { openCostEntry } from "./add-cost.ts";
import { setUpChannel } from "./channel.ts";
import { showCosts } from "./costs.ts";
import { showModel } from "./model.ts";
import { showSegments } from "./segments.ts";

/** `/customer TEXT`: a customer's card, or what else the command does. */
export const customerCommand: CommandHandler = async (request, tools) => {
  const text = request.text.trim();
  if (text === "" || /^(help|\?)$/i.test(text)) return tools.answer.privately(helpMessage());
  const channel = /^channel(?:\s+(on|off)(?:\s+(digest|costs?|alerts?))?)?$/i.exec(text);
  if (channel) return setUpChannel(request, tools, channel[1], channel[2]);
  if (/^model$/i.test(text)) return showModel(request, tools);
  const segments = /^segments?(?:\s+(?:by\s+)?(.+))?$/i.exec(text);
  if (segments) return showSegments(request, tools, segments[1]);
  const cost = /^costs?\s+add(?:\s+(.+))?$/i.exec(text);
  if (cost) return openCostEntry(request, tools, cost[1] ?? null);
  const costs = /^costs(?:\s+(.+))?$/i.exec(text);
  if (costs) return showCosts(request, tools, costs[1] ?? "");
  return lookUp(request, tools, text);
};

async function lookUp(request: CommandRequest, tools: HandlerTools, text: string): Promise<void> {
  const [reader, found] = await Promise.all([
    tools.flows.knowMember(request.userId),
    tools.flows.lookUpCustomer(text),
  ]);
  switch (found.kind) {
    case "found": {
      const nearest = found.how === "nearest" ? NEAREST : undefined;
      return showCard(tools, { customerId: found.customerId, reader }, nearest);
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
  { flows, answer }: HandlerTools,
  request: Parameters<HandlerTools["flows"]["loadCustomerCard"]>[0],
  line: string | undefined,
): Promise<void> {
  const shown = await flows.loadCustomerCard(request);
  if (shown.kind === "gone") return answer.privately(notice(GONE));
  const view = { ...shown, timeZone: shown.reader.timeZone };
  await answer.privately(customerCardMessage(line === undefined ? view : { ...view, notice: line }));
  await flows.keepSuggestion(shown);
}
