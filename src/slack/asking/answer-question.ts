import { accessRefusal, type Surface } from "../../domain/access.ts";
import { type Completed, completed } from "../../domain/asking/follow-up.ts";
import {
  type CustomerIntent,
  type Intent,
  isCustomerIntent,
  type Question,
} from "../../domain/asking/intent.ts";
import { nearestIntents } from "../../domain/asking/nearest-intents.ts";
import { isSentence } from "../../domain/asking/understand.ts";
import type { Phrase } from "../../domain/phrase.ts";
import { sayIn } from "../../words/say.ts";
import { textOf } from "../../words/text.ts";
import { showCard } from "../actions/card-buttons.ts";
import { context } from "../blocks/elements.ts";
import { nobodyFound, notice, noticeOf } from "../blocks/messages/notices.ts";
import { unknownQuestion } from "../blocks/messages/unknown-question.ts";
import { askedChoiceMessage } from "../blocks/outreach/asked-choice.ts";
import { answerTo } from "../frame/answer.ts";
import { guard } from "../frame/guard.ts";
import type { HandlerTools, PermittedTools } from "../frame/handler.ts";
import type { CommandRequest } from "../frame/payloads.ts";
import { readerLocale } from "../frame/reader-locale.ts";
import { ABOUT_ALL } from "./about-all.ts";
import { ABOUT_CUSTOMER } from "./about-customer.ts";
import { cardForAll } from "./card.ts";
import type { BuildForAll } from "./for-all.ts";
import { streamAnswer } from "./stream-answer.ts";

/** Where a question was asked, and by whom. */
type Asking = Pick<CommandRequest, "userId" | "channelId" | "text" | "askedIn" | "deliveryId">;

/** A button carries no more. */
const LONGEST_TO_ASK_AGAIN = 2000;

/**
 * Answers a question within the rights of whoever asks: in a channel in front of everyone what everyone there may see, and
 * the rest to them alone; anywhere else to them alone.
 */
export async function answerQuestion(question: Question, asking: Asking, tools: HandlerTools): Promise<void> {
  const asked = completed(question, await before(asking, tools));
  const privateWay = asking.text.length > LONGEST_TO_ASK_AGAIN ? null : { typed: asking.text };
  await guard(surfaceOf(asked.intent), asking, tools, privateWay, (permitted) =>
    whileWorking(asked.intent, asking, permitted, (showing) => answer(asked, question, asking, showing)),
  );
}

const surfaceOf = (intent: Intent): Surface =>
  isCustomerIntent(intent) ? ABOUT_CUSTOMER[intent].surface : ABOUT_ALL[intent].surface;

function before({ userId, askedIn }: Asking, { flows }: HandlerTools) {
  if (askedIn === undefined) return null;
  const { conversation, isThread } = askedIn;
  return flows.recallAsked({ conversation, memberId: userId, isThread });
}

function answer(asked: Completed, question: Question, asking: Asking, tools: PermittedTools): Promise<void> {
  switch (asked.kind) {
    case "list":
      return answerAboutAll(asked.intent, question, asking, tools);
    case "same-customer":
      return answerAbout(asked.intent, asked.customerId, asking, tools);
    case "named":
      return answerAboutNamed(asked.intent, asked.name, asking, tools);
    case "who":
      return answerAboutOpenChannel(asked.intent, asking, tools);
  }
}

async function answerAboutAll(
  intent: Exclude<Intent, CustomerIntent>,
  question: Question,
  asking: Asking,
  tools: PermittedTools,
): Promise<void> {
  const { show, forAll } = ABOUT_ALL[intent];
  const isForAll = forAll !== undefined && (await answerForAll(forAll, question, asking, tools));
  if (!isForAll) await show(question, tools);
  await note({ intent, customerId: null }, asking, tools);
}

async function answerAbout(
  intent: CustomerIntent,
  customerId: number,
  asking: Asking,
  tools: PermittedTools,
): Promise<void> {
  const { show, forAll } = ABOUT_CUSTOMER[intent];
  const isForAll = forAll !== undefined && (await answerForAll(forAll, customerId, asking, tools));
  if (!isForAll) await show(customerId, tools);
  await note({ intent, customerId }, asking, tools);
}

/**
 * Nobody was named or spoken of: whoever the channel is linked to is meant, of the one beside also whoever it is called
 * after, or it has to be said.
 */
async function answerAboutOpenChannel(
  intent: CustomerIntent,
  asking: Asking,
  tools: PermittedTools,
): Promise<void> {
  const beside = asking.askedIn?.openChannelId ?? null;
  const channelId = beside ?? asking.channelId;
  const { findAccountCustomer, findChannelCustomer } = tools.flows;
  const linked = channelId === null ? null : await findAccountCustomer(channelId);
  const customerId = linked ?? (beside === null ? null : await findChannelCustomer(beside));
  if (customerId !== null) return answerAbout(intent, customerId, asking, tools);
  await tools.answer.privately(noticeOf(`asking.who.${intent}`, readerLocale(tools.reader)));
}

/** Somebody was named and nothing asked: how they are. @param line what to say above the card to whoever asked */
export async function answerAboutFound(
  customerId: number,
  line: Phrase | null,
  asking: Asking,
  tools: PermittedTools,
): Promise<void> {
  if (await answerForAll(cardForAll, customerId, asking, tools)) {
    if (line !== null) await tools.answer.privately(notice(textOf(line, readerLocale(tools.reader))));
  } else await showCard({ customerId }, tools, line);
  await note({ intent: "card", customerId }, asking, tools);
}

/** One customer is answered about, several are offered; where the name is nobody's, all of the text may be a name. */
async function answerAboutNamed(
  intent: CustomerIntent,
  name: string,
  asking: Asking,
  tools: PermittedTools,
): Promise<void> {
  const { flows, reader, clock } = tools;
  const reading = { now: clock(), locale: readerLocale(reader) };
  const found = await flows.findAsked(name);
  switch (found.kind) {
    case "found":
      if (found.how === "similar") await tools.answer.privately(noticeOf("look-up.nearest", reading.locale));
      return answerAbout(intent, found.customerId, asking, tools);
    case "choice": {
      const conversation = asking.askedIn?.conversation ?? null;
      const { matches, more } = found;
      const asked = { typed: name, matches, more, intent, conversation, ...reading };
      return tools.answer.privately(askedChoiceMessage(asked));
    }
    case "none": {
      const whole = await flows.lookUpCustomer(asking.text);
      if (whole.kind === "found" && whole.how !== "similar")
        return answerAbout("card", whole.customerId, asking, tools);
      // What stands where a name would is a sentence: then the question was another one.
      if (isSentence(name))
        return tools.answer.privately(
          unknownQuestion(asking.text, nearestIntents(asking.text), reading.locale),
        );
      return tools.answer.privately(nobodyFound(name, found.nearest, reading));
    }
    case "nothing-to-look-up":
      return tools.answer.privately(noticeOf(`asking.who.${intent}`, reading.locale));
    case "too-long":
      return tools.answer.privately(noticeOf("look-up.too-long", reading.locale));
  }
}

/** @returns false where nothing may be posted there, or could be: then it is answered to whoever asked alone */
async function answerForAll<Asked>(
  build: BuildForAll<Asked>,
  asked: Asked,
  { userId, channelId, askedIn }: Asking,
  tools: PermittedTools,
): Promise<boolean> {
  const thread = askedIn?.thread ?? null;
  if (thread === null || channelId === null) return false;
  const { flows, slack, reader } = tools;
  const place = await flows.readPlace({ channelId, isPost: true });
  if (accessRefusal("post:answer", { ...reader, account: "member" }, place) !== null) return false;
  const built = await build(asked, tools, place);
  if (built === null) return false;
  const { text, blocks } = built.message;
  const by = context(sayIn(readerLocale(reader))("asking.public.asked", { who: userId }));
  if (!(await slack.reply(thread, { text, blocks: [...blocks, by] }))) return false;
  const inThread = { userId, channelId, responseUrl: null, threadTs: thread.threadTs };
  await built.forOneself?.({ ...tools, answer: answerTo(inThread, slack) });
  return true;
}

async function note(
  asked: { readonly intent: Intent; readonly customerId: number | null },
  { userId, askedIn }: Asking,
  { flows }: HandlerTools,
): Promise<void> {
  if (askedIn === undefined) return;
  await flows.noteAsked({ conversation: askedIn.conversation, memberId: userId, ...asked });
}

/** What takes seconds is streamed in the direct message; where Slack takes no streams, it says that it is worked on. */
async function whileWorking(
  intent: Intent,
  { askedIn, deliveryId }: Asking,
  tools: PermittedTools,
  work: (tools: PermittedTools) => Promise<void>,
): Promise<void> {
  const isSlow = !isCustomerIntent(intent) && ABOUT_ALL[intent].isSlow === true;
  if (!isSlow || askedIn === undefined || askedIn.thread !== null) return work(tools);
  const { message } = askedIn;
  if (await streamAnswer({ deliveryId, message }, tools, work)) return;
  await tools.slack.setStatus(message, sayIn(readerLocale(tools.reader))("asking.status"));
  try {
    await work(tools);
  } finally {
    await tools.slack.setStatus(message, "");
  }
}

/** A customer was chosen for a question that fits several: it is answered about them, to whoever pressed alone. */
export function answerAboutChosen(
  intent: CustomerIntent,
  customerId: number,
  conversation: string | null,
  asking: Pick<CommandRequest, "userId" | "channelId">,
  tools: HandlerTools,
): Promise<void> {
  return guard(ABOUT_CUSTOMER[intent].surface, asking, tools, null, async (permitted) => {
    await ABOUT_CUSTOMER[intent].show(customerId, permitted);
    if (conversation === null) return;
    await permitted.flows.noteAsked({ conversation, memberId: asking.userId, intent, customerId });
  });
}
