import type { KnownBlock, SectionBlock } from "@slack/types";
import {
  accountsOnHome,
  type HomeAccount,
  type HomePage,
  MOVED_WITHIN_DAYS,
} from "../../../domain/outreach/home.ts";
import {
  ACCOUNT_BANDS,
  type AccountBand,
  HOME_AT_FIRST,
  type HomeState,
  pageOn,
} from "../../../domain/outreach/home-state.ts";
import { pageWithin } from "../../../domain/outreach/page-of-first.ts";
import { HIGH_RISK, NOTABLE_CHANGE } from "../../../domain/risk/bands.ts";
import { isNoSignal } from "../../../domain/risk/scores/no-score.ts";
import type { Locale } from "../../../words/locale.ts";
import { type Say, sayIn } from "../../../words/say.ts";
import { textOf } from "../../../words/text.ts";
import { ACTION } from "../../ids.ts";
import { encodeButton } from "../button-value.ts";
import { about, button, section, select } from "../elements.ts";
import { escapeMrkdwn } from "../escape.ts";
import { percentWithin, type Reading } from "../risk/risk-words.ts";
import { shortDate } from "../words.ts";
import { homePager } from "./home-pages.ts";

/** The reader's own accounts in a band, a page of them, with the choice of another band. */
export function accountBlocks(page: HomePage, reading: Reading, say: Say): KnownBlock[] {
  const { accounts, accountsInAll, accountsOwned = accountsInAll, state = HOME_AT_FIRST } = page;
  const turned = pageWithin(accountsInAll, pageOn(state, "accounts"), accountsOnHome(page.member));
  return [
    bandBlock(state, { inBand: accountsInAll, owned: accountsOwned }, say),
    ...accounts.map((account) => accountBlock(account, reading, say)),
    ...homePager("accounts", turned, say),
  ];
}

function bandBlock(
  { band }: HomeState,
  counts: { readonly inBand: number; readonly owned: number },
  say: Say,
): SectionBlock {
  const about = {
    ...{ days: MOVED_WITHIN_DAYS, points: 100 * NOTABLE_CHANGE, percent: 100 * HIGH_RISK },
    ...counts,
    band: asChoice(band),
  };
  const options = ACCOUNT_BANDS.map((value) => ({
    label: say("home.band", { ...about, band: asChoice(value) }),
    value,
  }));
  return {
    ...section(say(counts.inBand === 0 ? "home.accounts.none" : "home.accounts", about)),
    accessory: select(ACTION.homeBand, say("home.band.choose"), options, band),
  };
}

/** A choice in the words has no hyphen in its name. */
const asChoice = (band: AccountBand): string => band.replaceAll("-", "_");

function accountBlock(account: HomeAccount, { now, timeZone, locale }: Reading, say: Say): SectionBlock {
  const { name, lastPurchaseAt, snoozedUntil } = account;
  const day = (instant: Date) => shortDate(instant, timeZone, now, locale);
  const bought = lastPurchaseAt === null ? [] : [say("home.bought", { day: day(lastPurchaseAt) })];
  const snoozed =
    snoozedUntil !== null && snoozedUntil > now ? [say("home.snoozed", { day: day(snoozedUntil) })] : [];
  const facts = [riskOf(account, locale), ...movedText(account, say), ...bought, ...snoozed].join(" · ");
  return withWhy(section(`*${escapeMrkdwn(name, 300)}*\n${facts}`), account, { now, say });
}

function movedText({ probability, before = null }: HomeAccount, say: Say): string[] {
  if (probability === null || before === null) return [];
  const points = Math.round(100 * (probability - before));
  return [
    say("home.moved", {
      way: points < 0 ? "down" : "up",
      points: Math.abs(points),
      days: MOVED_WITHIN_DAYS,
    }),
  ];
}

/** "62 % (54–70) risk", or why there is no figure. */
export function riskOf(
  { probability, bounds, silence }: Pick<HomeAccount, "probability" | "bounds" | "silence">,
  locale: Locale,
): string {
  const say = sayIn(locale);
  if (probability !== null) return say("home.risk", { risk: percentWithin({ probability, bounds }, locale) });
  if (silence === null) return say("home.no-figure");
  if (isNoSignal(silence)) return say("home.no-figure.no-signal");
  return say("home.no-figure.because", { because: escapeMrkdwn(textOf(silence, locale), 300) });
}

/** With the button that says why the risk is what it is. */
export function withWhy(
  block: SectionBlock,
  { customerId, name }: Pick<HomeAccount, "customerId" | "name">,
  { now, say }: { readonly now: Date; readonly say: Say },
): SectionBlock {
  const why = encodeButton({ customerId, suggestionKey: null, shownAt: now });
  return { ...block, accessory: about(name, button(ACTION.why, say("card.why"), why)) };
}
