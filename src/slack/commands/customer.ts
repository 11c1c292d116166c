import { type Phrase, phrase } from "../../domain/phrase.ts";
import { textOf } from "../../words/text.ts";
import { escapeMrkdwn } from "../blocks/escape.ts";
import { helpMessage } from "../blocks/help.ts";
import { choiceMessage, nobodyFound, noticeOf } from "../blocks/messages/notices.ts";
import { asReadBy, customerCardMessage } from "../blocks/outreach/customer-card.ts";
import type { CommandHandler, HandlerTools } from "../frame/handler.ts";
import type { CommandRequest } from "../frame/payloads.ts";
import { readerLocale } from "../frame/reader-locale.ts";
import { openCostEntry } from "./costs/add-cost.ts";
import { showCosts } from "./costs/costs.ts";
import { setUpChannel } from "./messages/channel.ts";
import { showModel } from "./risk/model.ts";
import { customerCostsAnswer } from "./value/customer-costs.ts";
import { showSegments } from "./value/segments.ts";

/** What the command does besides looking a customer up: one line each, the first that fits. */
const SUBCOMMANDS: ReadonlyArray<readonly [pattern: RegExp, run: Subcommand]> = [
  [/^(?:help|\?)?$/i, showHelp],
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

async function showHelp({ userId }: CommandRequest, { flows, answer }: HandlerTools): Promise<void> {
  const reader = await flows.knowMember(userId);
  return answer.privately(helpMessage(readerLocale(reader)));
}

async function isCalled(text: string, { flows }: HandlerTools): Promise<boolean> {
  const found = await flows.lookUpCustomer(text);
  return (found.kind === "found" || found.kind === "choice") && found.how === "exact";
}

const namesakeOf = (text: string) =>
  phrase("look-up.namesake", { command: `\`/customer show ${escapeMrkdwn(text, 60)}\`` });

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
type Show = (found: Found, tools: HandlerTools, line: Phrase | undefined) => Promise<void>;

async function lookUp(request: CommandRequest, tools: HandlerTools, text: string, show: Show): Promise<void> {
  const [reader, found] = await Promise.all([
    tools.flows.knowMember(request.userId),
    tools.flows.lookUpCustomer(text),
  ]);
  const reading = { now: tools.clock(), locale: readerLocale(reader) };
  switch (found.kind) {
    case "found": {
      const nearest = found.how === "similar" ? NEAREST : undefined;
      return show({ customerId: found.customerId, reader }, tools, nearest);
    }
    case "choice":
      return tools.answer.privately(choiceMessage(text, found.matches, found.more, reading));
    case "none":
      return tools.answer.privately(nobodyFound(text, found.nearest, reading));
    case "nothing-to-look-up":
      return tools.answer.privately(helpMessage(reading.locale));
    case "too-long":
      return tools.answer.privately(noticeOf("look-up.too-long", reading.locale));
  }
}

const NEAREST = phrase("look-up.nearest");

/** @param namesake what to say beside the card of somebody called like a command */
function showCard(namesake?: Phrase): Show {
  return async (found, { flows, answer }, nearest) => {
    const shown = await flows.loadCustomerCard(found);
    if (shown.kind === "gone") return answer.privately(noticeOf("notice.gone", readerLocale(found.reader)));
    const view = { ...shown, ...asReadBy(shown.reader) };
    const line = nearest ?? namesake;
    await answer.privately(
      customerCardMessage(line === undefined ? view : { ...view, notice: textOf(line, view.locale) }),
    );
    await flows.keepSuggestion(shown);
  };
}
