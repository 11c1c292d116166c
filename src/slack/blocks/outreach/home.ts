import type { HomeView, KnownBlock, SectionBlock } from "@slack/types";
import type { Member } from "../../../domain/customer.ts";
import type { AtRiskList } from "../../../domain/outreach/at-risk.ts";
import {
  type HomeOwnerless,
  type HomePage,
  type HomeTotals,
  type NeedOwner,
  OWNERLESS_ON_HOME,
} from "../../../domain/outreach/home.ts";
import { HOME_AT_FIRST, pageOn } from "../../../domain/outreach/home-state.ts";
import { pageWithin } from "../../../domain/outreach/page-of-first.ts";
import { isUnread, type Part, type Unread } from "../../../domain/part.ts";
import { NO_SIGNAL_FOUND } from "../../../domain/risk/versions/signal.ts";
import type { Locale } from "../../../words/locale.ts";
import { type Say, sayIn } from "../../../words/say.ts";
import { textOf } from "../../../words/text.ts";
import { ACTION } from "../../ids.ts";
import { actions, button, context, fields, header, section } from "../elements.ts";
import { escapeMrkdwn } from "../escape.ts";
import type { Reading } from "../risk/risk-words.ts";
import { stoppedBlocks } from "../risk/stopped-blocks.ts";
import { unlessUnread } from "../unread-part.ts";
import { ago } from "../words.ts";
import { atRiskBlocks } from "./at-risk.ts";
import { asReadBy } from "./customer-card.ts";
import { accountBlocks, riskOf, withWhy } from "./home-accounts.ts";
import { freshnessBlock, myDayBlocks } from "./home-my-day.ts";
import { encodeHomeState, homePager } from "./home-pages.ts";
import { homeSettingsBlocks } from "./home-settings.ts";
import { myWeekBlocks } from "./home-week.ts";
import { undeliveredBlocks } from "./undelivered.ts";

export type HomeOptions = {
  /** Whether those who steer may hand files over. */
  readonly takesFiles?: boolean;
  /** How the bot is doing, for those who look after it. */
  readonly operations?: readonly KnownBlock[];
};

/**
 * A member's home page: what waits for them and who is at high risk, and their week; for those who steer all customers together; then
 * their own accounts, riskiest first, their settings, and how the bot is doing.
 */
export function homeView(
  page: HomePage,
  now: Date,
  { takesFiles = false, operations = [] }: HomeOptions = {},
): HomeView {
  const reading = { now, ...asReadBy(page.member) };
  const say = sayIn(reading.locale);
  const mayImport = takesFiles && page.totals !== null;
  const blocks: KnownBlock[] = [
    ...explanation(page, say),
    ...topBlocks(page, reading, say),
    ...unlessUnread("at_risk", page.atRisk, say, (atRisk) => highRiskBlocks(atRisk, page.member, now)),
    ...(page.day ? myDayBlocks(page.day, reading) : []),
    ...(page.week ? myWeekBlocks(page.week, page.member, reading) : []),
    ...teamBlocks(page, reading, say),
    header(say("home.mine")),
    ...unlessUnread("accounts", page.empty, say, (empty) =>
      empty === null ? accountBlocks(page, reading, say) : [section(say(emptyCode(empty, mayImport)))],
    ),
    ...(mayImport ? [importButton(say)] : []),
    ...(page.settings
      ? homeSettingsBlocks(page.settings, reading, { isSteering: page.totals !== null })
      : []),
    ...operations,
    context([say("home.foot"), say("home.foot.messages")].join("\n")),
  ];
  return { type: "home", private_metadata: encodeHomeState(page.state ?? HOME_AT_FIRST), blocks };
}

/** What Mainstay does and what to do first, until its reader says that they know. */
function explanation({ explains, totals, empty }: HomePage, say: Say): KnownBlock[] {
  if (!explains) return [];
  const first = empty === "no-customers" ? "import" : totals === null ? "answer" : "steer";
  return [
    section(
      [say("home.explain.what"), say("home.explain.how"), say("home.explain.first", { first })].join("\n"),
    ),
    actions("home_explained", [button(ACTION.homeExplained, say("home.explain.done"), "done")]),
  ];
}

/** How far what follows can be relied on. */
function topBlocks(page: HomePage, reading: Reading, say: Say): KnownBlock[] {
  return [
    header(say("home.day")),
    ...(page.freshness
      ? unlessUnread("freshness", page.freshness, say, (freshness) => [freshnessBlock(freshness, reading)])
      : []),
    ...(page.noSignal ? [section(say("home.no-signal", { found: NO_SIGNAL_FOUND }))] : []),
    ...stoppedBlocks(page.stopped, reading.locale),
  ];
}

/** All customers together, who of them needs an owner, and what did not arrive. */
function teamBlocks(page: HomePage, reading: Reading, say: Say): KnownBlock[] {
  const { totals, needOwner, undelivered = null, state } = page;
  return [
    ...(totals === null ? [] : [header(say("home.all"))]),
    ...unlessUnread("totals", totals, say, (known) =>
      known === null ? [] : [totalsFields(known, needOwner, reading.now, reading.locale)],
    ),
    ...unlessUnread("owners", needOwner, say, (known) => needOwnerBlocks(known, page, reading, say)),
    ...unlessUnread("undelivered", undelivered, say, (list) =>
      undeliveredBlocks(list, reading.locale, state),
    ),
  ];
}

/** Where the button is, whoever reads can fill the file themselves. */
const emptyCode = (empty: Exclude<HomePage["empty"], Unread | null>, mayImport: boolean) =>
  empty === "no-customers" && mayImport ? "home.empty.no-customers.import" : `home.empty.${empty}`;

const importButton = (say: Say) =>
  actions("import_file", [button(ACTION.importFile, say("home.import"), "import")]);

/** Nothing where the page says already why: there is nobody to list. */
function highRiskBlocks(atRisk: AtRiskList, member: Member, now: Date): KnownBlock[] {
  if (atRisk.kind === "nobody" && atRisk.because !== "none-at-risk") return [];
  return atRiskBlocks(atRisk, { now, ...asReadBy(member) });
}

function totalsFields(
  totals: HomeTotals,
  needOwner: Part<NeedOwner> | null,
  now: Date,
  locale: Locale,
): SectionBlock {
  const say = sayIn(locale);
  const { counted, atHighRisk: high, scored, noSignal, scoredAt } = totals;
  const count = (number: number) => say("number.plain", { number });
  return fields([
    [say("home.customers"), count(counted)],
    [say("home.high"), noSignal ? say("home.high.no-signal") : say("home.high.of", { high, scored })],
    [say("home.without-owner"), withoutOwnerText(needOwner, say)],
    [say("home.scored"), scoredAt === null ? say("home.scored.not-yet") : ago(scoredAt, now, locale)],
  ]);
}

/** How many, or why nobody can tell. */
function withoutOwnerText(needOwner: Part<NeedOwner> | null, say: Say): string {
  if (isUnread(needOwner)) return say("home.without-owner.unread");
  if (needOwner?.kind !== "known") return say("home.without-owner.unknown");
  return say("number.plain", { number: needOwner.inAll });
}

function needOwnerBlocks(
  needOwner: NeedOwner | null,
  { state = HOME_AT_FIRST }: HomePage,
  reading: Reading,
  say: Say,
): KnownBlock[] {
  if (needOwner === null) return [];
  const heading = header(say("home.need-owner"));
  if (needOwner.kind === "unknown") return [heading, section(say("home.need-owner.unknown"))];
  const { customers, inAll } = needOwner;
  if (inAll === 0) return [];
  const turned = pageWithin(inAll, pageOn(state, "ownerless"), OWNERLESS_ON_HOME);
  return [
    heading,
    section(say("home.need-owner.what", { customers: inAll })),
    ...customers.map((customer) => ownerlessBlock(customer, reading, say)),
    ...homePager("ownerless", turned, say),
  ];
}

function ownerlessBlock(ownerless: HomeOwnerless, { now, locale }: Reading, say: Say): SectionBlock {
  const customer = `*${escapeMrkdwn(ownerless.name, 300)}*`;
  const because = escapeMrkdwn(textOf(ownerless.because, locale), 300);
  return withWhy(
    section(`${say("owner-gap.customer", { customer, because })}\n${riskOf(ownerless, locale)}`),
    ownerless,
    { now, say },
  );
}
