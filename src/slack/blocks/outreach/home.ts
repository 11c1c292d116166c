import type { HomeView, KnownBlock, SectionBlock } from "@slack/types";
import type {
  HomeAccount,
  HomeOwnerless,
  HomePage,
  HomeTotals,
  NeedOwner,
} from "../../../domain/outreach/home.ts";
import { isNoSignal } from "../../../domain/risk/scores/no-score.ts";
import { NO_SIGNAL_FOUND } from "../../../domain/risk/versions/signal.ts";
import type { Locale } from "../../../words/locale.ts";
import { type Say, sayIn } from "../../../words/say.ts";
import { textOf } from "../../../words/text.ts";
import { ACTION } from "../../ids.ts";
import { encodeButton } from "../button-value.ts";
import { about, actions, button, context, fields, header, section } from "../elements.ts";
import { escapeMrkdwn } from "../escape.ts";
import { percentWithin, type Reading } from "../risk/risk-words.ts";
import { stoppedBlocks } from "../risk/stopped-blocks.ts";
import { ago, shortDate } from "../words.ts";
import { atRiskBlocks } from "./at-risk.ts";
import { asReadBy } from "./customer-card.ts";
import { undeliveredBlocks } from "./undelivered.ts";

/**
 * A member's home page: totals for those who steer, who is at high risk, then their own accounts, riskiest first.
 * @param takesFiles whether those who steer may hand files over
 */
export function homeView(
  page: HomePage,
  now: Date,
  { takesFiles = false }: { readonly takesFiles?: boolean } = {},
): HomeView {
  const { locale } = asReadBy(page.member);
  const say = sayIn(locale);
  const mayImport = takesFiles && page.totals !== null;
  const totals =
    page.totals === null
      ? []
      : [header(say("home.all")), totalsFields(page.totals, page.needOwner, now, locale)];
  const blocks: KnownBlock[] = [
    ...(page.noSignal ? [section(say("home.no-signal", { found: NO_SIGNAL_FOUND }))] : []),
    ...stoppedBlocks(page.stopped, locale),
    ...totals,
    ...highRiskBlocks(page, now),
    ...needOwnerBlocks(page, now, say),
    ...undeliveredBlocks(page.undelivered ?? null, locale),
    header(say("home.mine")),
    ...(page.empty === null
      ? accountBlocks(page, now, say)
      : [section(say(emptyCode(page.empty, mayImport)))]),
    ...(mayImport ? [importButton(say)] : []),
    context(say("home.foot")),
  ];
  return { type: "home", blocks };
}

/** Where the button is, whoever reads can fill the file themselves. */
const emptyCode = (empty: NonNullable<HomePage["empty"]>, mayImport: boolean) =>
  empty === "no-customers" && mayImport ? "home.empty.no-customers.import" : `home.empty.${empty}`;

const importButton = (say: Say) =>
  actions("import_file", [button(ACTION.importFile, say("home.import"), "import")]);

/** Nothing where the page says already why: there is nobody to list. */
function highRiskBlocks({ atRisk, member }: HomePage, now: Date): KnownBlock[] {
  if (atRisk.kind === "nobody" && atRisk.because !== "none-at-risk") return [];
  return atRiskBlocks(atRisk, { now, ...asReadBy(member) });
}

function totalsFields(
  totals: HomeTotals,
  needOwner: NeedOwner | null,
  now: Date,
  locale: Locale,
): SectionBlock {
  const say = sayIn(locale);
  const { counted, atHighRisk: high, scored, noSignal, scoredAt } = totals;
  const count = (number: number) => say("number.plain", { number });
  return fields([
    [say("home.customers"), count(counted)],
    [say("home.high"), noSignal ? say("home.high.no-signal") : say("home.high.of", { high, scored })],
    [
      say("home.without-owner"),
      needOwner?.kind === "known" ? count(needOwner.inAll) : say("home.without-owner.unknown"),
    ],
    [say("home.scored"), scoredAt === null ? say("home.scored.not-yet") : ago(scoredAt, now, locale)],
  ]);
}

function needOwnerBlocks({ needOwner, member }: HomePage, now: Date, say: Say): KnownBlock[] {
  if (needOwner === null) return [];
  const heading = header(say("home.need-owner"));
  if (needOwner.kind === "unknown") return [heading, section(say("home.need-owner.unknown"))];
  const { customers, inAll } = needOwner;
  if (inAll === 0) return [];
  const rest = inAll - customers.length;
  return [
    heading,
    section(say("home.need-owner.what", { customers: inAll })),
    ...customers.map((customer) => ownerlessBlock(customer, { now, ...asReadBy(member) }, say)),
    ...(rest > 0 ? [context(say("home.more", { accounts: rest }))] : []),
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

function withWhy(
  block: SectionBlock,
  { customerId, name }: Pick<HomeAccount, "customerId" | "name">,
  { now, say }: { readonly now: Date; readonly say: Say },
): SectionBlock {
  const why = encodeButton({ customerId, suggestionKey: null, shownAt: now });
  return { ...block, accessory: about(name, button(ACTION.why, say("card.why"), why)) };
}

function accountBlocks(page: HomePage, now: Date, say: Say): KnownBlock[] {
  const rest = page.accountsInAll - page.accounts.length;
  const code = page.noSignal ? "home.more" : "home.more-at-lower-risk";
  const more = rest > 0 ? [context(say(code, { accounts: rest }))] : [];
  const reading = { now, ...asReadBy(page.member) };
  return [...page.accounts.map((account) => accountBlock(account, reading, say)), ...more];
}

function accountBlock(account: HomeAccount, { now, timeZone, locale }: Reading, say: Say): SectionBlock {
  const { name, lastPurchaseAt, snoozedUntil } = account;
  const day = (instant: Date) => shortDate(instant, timeZone, now, locale);
  const bought = lastPurchaseAt === null ? [] : [say("home.bought", { day: day(lastPurchaseAt) })];
  const snoozed =
    snoozedUntil !== null && snoozedUntil > now ? [say("home.snoozed", { day: day(snoozedUntil) })] : [];
  const facts = [riskOf(account, locale), ...bought, ...snoozed].join(" · ");
  return withWhy(section(`*${escapeMrkdwn(name, 300)}*\n${facts}`), account, { now, say });
}

function riskOf(
  { probability, bounds, silence }: Pick<HomeAccount, "probability" | "bounds" | "silence">,
  locale: Locale,
): string {
  const say = sayIn(locale);
  if (probability !== null) return say("home.risk", { risk: percentWithin({ probability, bounds }, locale) });
  if (silence === null) return say("home.no-figure");
  if (isNoSignal(silence)) return say("home.no-figure.no-signal");
  return say("home.no-figure.because", { because: escapeMrkdwn(textOf(silence, locale), 300) });
}
