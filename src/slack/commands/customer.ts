import type { Surface } from "../../domain/access.ts";
import type { Question } from "../../domain/asking/intent.ts";
import { isSentence, understand } from "../../domain/asking/understand.ts";
import { type Phrase, phrase } from "../../domain/phrase.ts";
import { commandInEnglish } from "../../words/typed-command.ts";
import { openQuiet, showDoNotDisturb } from "../actions/do-not-disturb.ts";
import { showFeedback } from "../actions/feedback.ts";
import { showHistory } from "../actions/history.ts";
import { showProducts } from "../actions/products.ts";
import { answerAboutFound, answerQuestion } from "../asking/answer-question.ts";
import { escapeMrkdwn } from "../blocks/escape.ts";
import { helpMessage } from "../blocks/help.ts";
import { choiceMessage, nobodyFound, noticeOf } from "../blocks/messages/notices.ts";
import { unknownQuestion } from "../blocks/messages/unknown-question.ts";
import { guard } from "../frame/guard.ts";
import type { CommandHandler, HandlerTools, NamedRequest, PermittedTools } from "../frame/handler.ts";
import type { CommandRequest } from "../frame/payloads.ts";
import { readerLocale } from "../frame/reader-locale.ts";
import { openCostEntry } from "./costs/add-cost.ts";
import { showCosts } from "./costs/costs.ts";
import { impliedCustomer, showCustomerLink } from "./customer-link.ts";
import { HELP_ASKED, HELP_ON, showHelp, showHelpOn } from "./help.ts";
import { showDuplicates } from "./imports/duplicates.ts";
import { showAdvocates, showMentions } from "./mentions.ts";
import { ACCOUNT_CHANNEL, accountChannelCommand } from "./messages/account-channel.ts";
import { explainChannels, setUpChannel } from "./messages/channel.ts";
import { explainDigestTime, setDigestTime } from "./messages/channel-digest-time.ts";
import { explainChannelLanguage, setChannelLanguage } from "./messages/channel-language.ts";
import { showDigestTo } from "./messages/digest.ts";
import { showSetup } from "./messages/setup.ts";
import { nearestCommand } from "./nearest-command.ts";
import { showDrafts } from "./outreach/drafts.ts";
import { showEvents } from "./outreach/events.ts";
import { showNudges, showTeamNudges } from "./outreach/nudges.ts";
import { openOverride, showOverrides } from "./outreach/override.ts";
import { showPlaybookSettings } from "./outreach/playbook-settings.ts";
import { showPlaybooks } from "./outreach/playbooks.ts";
import { snoozeByCommand } from "./outreach/snooze.ts";
import { showThreshold } from "./outreach/threshold.ts";
import { showWhySilent } from "./outreach/why-silent.ts";
import { showRisk } from "./risk/at-risk.ts";
import { showModel } from "./risk/model.ts";
import { showMovers } from "./risk/movers.ts";
import { textReadings } from "./text-readings.ts";
import { customerCostsAnswer } from "./value/customer-costs.ts";
import { showPoints } from "./value/points.ts";
import { showSegments } from "./value/segments.ts";

type Run<Tools> = (request: CommandRequest, tools: Tools) => Promise<void>;
type Subcommand = (request: CommandRequest, tools: PermittedTools, words: readonly string[]) => Promise<void>;

/** The subcommands that take a customer's name. */
const OF_NAMED = new Set<Subcommand>();

/** `/customer costs add Acme`. */
const openCost: Subcommand = (request, tools, [, whom]) => openCostEntry(request, tools, whom ?? null);

/**
 * What the command does besides looking a customer up: one line each, the first that fits, with the surface by which
 * `domain/access.ts` decides who may have it where. What other languages call it stands in their folders
 * (`words/command-words.ts`) and is read in English here.
 */
export const SUBCOMMANDS: ReadonlyArray<readonly [pattern: RegExp, surface: Surface, run: Subcommand]> = [
  [HELP_ASKED, "help", showHelp],
  [HELP_ON, "help", showHelpOn],
  [
    /^channel\s+on\s+(digest|costs?|escalations?|alerts?|post[\s-]?mortems?|nudges?)$/i,
    "set-channel",
    (request, tools, [, topic = ""]) => setUpChannel(request, tools, topic, true),
  ],
  [
    /^channel\s+off\s+(digest|costs?|escalations?|alerts?|post[\s-]?mortems?|nudges?)$/i,
    "leave-channel",
    (request, tools, [, topic = ""]) => setUpChannel(request, tools, topic, false),
  ],
  [
    /^channel\s+language\s+(.+)$/i,
    "set-channel",
    (request, tools, [, typed = ""]) => setChannelLanguage(request, tools, typed),
  ],
  [/^channel\s+language$/i, "help", explainChannelLanguage],
  [
    /^channel\s+digest\s+(.+)$/i,
    "set-channel",
    (request, tools, [, typed = ""]) => setDigestTime(request, tools, typed),
  ],
  [/^channel\s+digest$/i, "help", explainDigestTime],
  [/^channel(?:\s+(?:on|off)\b.*)?$/i, "help", explainChannels],
  [/^model$/i, "model", showModel],
  [/^playbooks?\s+settings?$/i, "playbook-settings", showPlaybookSettings],
  [/^playbooks?$/i, "playbooks", showPlaybooks],
  [/^threshold(?:\s+(.+))?$/i, "playbooks", showThreshold],
  [/^events?$/i, "events", showEvents],
  [/^drafts?$/i, "draft-templates", showDrafts],
  [/^(?:my\s+)?nudges?(?:\s+settings)?$/i, "nudges", showNudges],
  [/^(?:nudges?\s+team|team\s+nudges?|(?:团队|團隊)提醒)$/i, "team-nudges", showTeamNudges],
  [/^mentions$/i, "mentions", showMentions],
  [/^advocates$/i, "mentions", showAdvocates],
  [/^at[\s-]*risk(?:\s+(.+))?$/i, "at-risk", showRisk],
  [
    /^movers?(?:\s+(mine|team))?$/i,
    "movers",
    (_request, tools, [, whose]) => showMovers(tools, whose?.toLowerCase() === "mine" ? "mine" : "team"),
  ],
  [
    /^digest(?:\s+(?:(last)|this)\s+week)?$/i,
    "digest",
    (_request, tools, [, last]) => showDigestTo(tools, last === undefined ? "this" : "last"),
  ],
  [
    /^segments?(?:\s+(?:by\s+)?(.+))?$/i,
    "segments",
    (request, tools, [, rule]) => showSegments(request, tools, rule),
  ],
  [/^costs?\s+add(?:\s+(.+))?$/i, "add-cost", openCost],
  [
    /^costs(?:\s+(.+))?$/i,
    "costs",
    (request, tools, [, question = ""]) => showCosts(request, tools, question),
  ],
  [/^duplicates?$/i, "duplicates", showDuplicates],
  [/^set[\s-]?up$/i, "setup", (_request, tools) => showSetup(tools)],
  [/^(.+?)\s+snooze(?:\s+(.+))?$/i, "snooze", ofNamed(snoozeByCommand)],
  [/^why[\s-]?silent\s+(.+)$/i, "why-silent", ofNamed(showWhySilent)],
  [/^do[\s-]?not[\s-]?disturb$/i, "do-not-disturb", showDoNotDisturb],
  [/^(.+?)\s+quiet$/i, "quiet", ofNamed(openQuiet)],
  [/^overrides$/i, "override", showOverrides],
  [/^(.+?)\s+override$/i, "override", ofNamed(openOverride)],
  [/^(.+?)\s+costs?$/i, "customer-costs", ofNamed(showCostOf)],
  [/^(.+?)\s+feedback$/i, "feedback", ofNamed(showFeedback)],
  [/^(.+?)\s+products?$/i, "products", ofNamed(showProducts)],
  [/^(.+?)\s+points$/i, "points", ofNamed(showPoints)],
  [/^(.+?)\s+history$/i, "history", ofNamed(showHistory)],
  [ACCOUNT_CHANNEL, "account-channel", ofNamed(accountChannelCommand)],
  [/^(.+?)\s+link$/i, "customer-link", ofNamed(showCustomerLink)],
];

/**
 * `/customer TEXT`: a customer's card, a question in words, or what else the command does. Whoever is called exactly TEXT
 * comes first, also where TEXT is a command; `find NAME` always looks up, and `show COMMAND` is always the command. A link to
 * a customer is their name, and nothing at all that of whoever the channel is linked to.
 */
export const customerCommand: CommandHandler = async (request, tools) => {
  const text = request.text.trim();
  const privateWay = text.length > LONGEST_TO_ASK_AGAIN ? null : { typed: text };
  const implied = await impliedCustomer({ ...request, text }, tools);
  if (implied !== null)
    return guard("card", request, tools, privateWay, (permitted) =>
      answerAboutFound(implied, null, request, permitted),
    );
  const question = await questionIn(text, tools);
  if (question !== null) return answerQuestion(question, { ...request, text }, tools);
  const { surface, run } = await meantBy(text, tools);
  await guard(surface, request, tools, privateWay, (permitted) => run(request, permitted));
};

/** A button carries no more. */
const LONGEST_TO_ASK_AGAIN = 2000;

type Meant = { readonly surface: Surface; readonly run: Run<PermittedTools> };

async function meantBy(text: string, tools: HandlerTools): Promise<Meant> {
  const name = /^find\s+(.+)$/i.exec(commandInEnglish(text))?.[1];
  if (name !== undefined) return looksUp(name);
  const meant = subcommandIn(text);
  if (meant === null) return looksUp(text);
  return (await isCalled(text, tools)) ? looksUp(text, namesakeOf(text)) : meant;
}

/** Null where it is a command of its own, where somebody is called so, and where it is no question. */
async function questionIn(text: string, tools: HandlerTools): Promise<Question | null> {
  if (/^find\s/i.test(commandInEnglish(text)) || isCommand(text)) return null;
  const understood = understand(text);
  if (understood.kind === "unknown" || (await isCalled(text, tools))) return null;
  return understood.question;
}

/** Whether one of the commands is meant that take no customer's name: those read a whole sentence as one. */
function isCommand(text: string): boolean {
  const readAs = readingOf(text);
  return SUBCOMMANDS.some(([pattern, , run]) => !OF_NAMED.has(run) && pattern.test(readAs(run)));
}

/** @param namesake what to say beside the card of somebody called like a command */
const looksUp = (text: string, namesake: Phrase | null = null): Meant => ({
  surface: "card",
  run: (request, tools) =>
    isUnclear(text, request)
      ? orNotUnderstood(text, request, tools)
      : lookUp(tools, text, ({ customerId, nearest }) =>
          answerAboutFound(customerId, nearest ?? namesake, request, tools),
        ),
});

/** A sentence that somebody wrote, and no form of a question that is known. */
const isUnclear = (text: string, { askedIn }: CommandRequest) => askedIn !== undefined && isSentence(text);

/** A name can be as long as a sentence; what is neither is not guessed at. */
async function orNotUnderstood(text: string, request: CommandRequest, tools: PermittedTools): Promise<void> {
  const { flows, answer, reader } = tools;
  const found = await flows.lookUpCustomer(text);
  if (found.kind === "found" && found.how !== "similar")
    return answerAboutFound(found.customerId, null, request, tools);
  const understood = understand(text);
  const nearest = understood.kind === "unknown" ? understood.nearest : [];
  await answer.privately(unknownQuestion(text, nearest, readerLocale(reader)));
}

/**
 * Words that change nothing are left out, but for names: one may have such a word at its edge, so that it is read as typed
 * first. "Help me" asks for no list of commands.
 */
function subcommandIn(text: string): Meant | null {
  const { english, plain } = textReadings(text);
  return (
    firstThatFits(text, readingOf(text)) ??
    firstThatFits(text, (run) => (OF_NAMED.has(run) ? plain : english))
  );
}

/** How a text is read by each command. */
function readingOf(text: string): (run: Subcommand) => string {
  const { english, plain } = textReadings(text);
  return (run) => (OF_NAMED.has(run) || READ_AS_TYPED.includes(run) ? english : plain);
}
const READ_AS_TYPED: readonly Subcommand[] = [openCost, showHelp, showHelpOn];

function firstThatFits(text: string, readAs: (run: Subcommand) => string): Meant | null {
  const { shown } = textReadings(text);
  for (const [pattern, surface, run] of SUBCOMMANDS) {
    const words = pattern.exec(readAs(run));
    if (words === null) continue;
    // As it was typed: it may be somebody's name after all.
    return { surface, run: (request, tools) => run(request, tools, [shown, ...words.slice(1)]) };
  }
  return null;
}

async function isCalled(text: string, { flows }: HandlerTools): Promise<boolean> {
  const found = await flows.lookUpCustomer(text);
  return (found.kind === "found" || found.kind === "choice") && found.how === "exact";
}

const namesakeOf = (text: string) =>
  phrase("look-up.namesake", { command: `\`/customer show ${escapeMrkdwn(text, 60)}\`` });

/** `/customer acme cost`; where nobody is called "acme", somebody may be called "Low Cost". */
function ofNamed(
  show: (customerId: number, tools: PermittedTools, asked: NamedRequest) => Promise<void>,
): Subcommand {
  const run: Subcommand = async (request, tools, [whole = "", name = "", rest]) => {
    const { kind } = await tools.flows.lookUpCustomer(name);
    if (kind === "none") return looksUp(whole).run(request, tools);
    return lookUp(tools, name, ({ customerId }) => show(customerId, tools, { request, rest: rest ?? null }));
  };
  OF_NAMED.add(run);
  return run;
}

async function showCostOf(customerId: number, tools: PermittedTools): Promise<void> {
  await tools.answer.privately(await customerCostsAnswer({ customerId, withDivisions: false }, tools));
}

/** `nearest` says so where the name was not the one that was typed. */
type Found = { readonly customerId: number; readonly nearest: Phrase | null };

async function lookUp(
  { flows, answer, clock, reader }: PermittedTools,
  text: string,
  show: (found: Found) => Promise<void>,
): Promise<void> {
  const found = await flows.lookUpCustomer(text);
  const reading = { now: clock(), locale: readerLocale(reader) };
  switch (found.kind) {
    case "found":
      return show({ customerId: found.customerId, nearest: found.how === "similar" ? NEAREST : null });
    case "choice":
      return answer.privately(choiceMessage(text, found.matches, found.more, reading));
    case "none":
      return answer.privately(
        nobodyFound(text, found.nearest, reading, nearestCommand(commandInEnglish(text))),
      );
    case "nothing-to-look-up":
      return answer.privately(helpMessage(reading.locale));
    case "too-long":
      return answer.privately(noticeOf("look-up.too-long", reading.locale));
  }
}

const NEAREST = phrase("look-up.nearest");
