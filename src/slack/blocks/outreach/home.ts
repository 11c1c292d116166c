import type { HomeView, KnownBlock, SectionBlock } from "@slack/types";
import type { HomeAccount, HomePage, HomeTotals } from "../../../domain/outreach/home.ts";
import { isNoSignal } from "../../../domain/risk/scores/no-score.ts";
import { NO_SIGNAL_FOUND } from "../../../domain/risk/versions/signal.ts";
import type { Locale } from "../../../words/locale.ts";
import { textOf } from "../../../words/text.ts";
import { ACTION } from "../../ids.ts";
import { encodeButton } from "../button-value.ts";
import { button, context, fields, header, section } from "../elements.ts";
import { escapeMrkdwn } from "../escape.ts";
import { percentWithin } from "../risk/risk-words.ts";
import { ago, shortDate } from "../words.ts";
import { asReadBy } from "./customer-card.ts";

/** A member's home page: totals for those who steer, then their own accounts, riskiest first. */
export function homeView(page: HomePage, now: Date): HomeView {
  const { locale } = asReadBy(page.member);
  const blocks: KnownBlock[] = [
    ...(page.noSignal ? [section(noSignal(locale))] : []),
    ...(page.totals === null ? [] : [header("All customers"), totalsFields(page.totals, now)]),
    header("My accounts"),
    ...(page.empty === null ? accountBlocks(page, now) : [section(EMPTY[page.empty])]),
    context("Look up any customer with `/customer` and its name; `/customer help` lists everything."),
  ];
  return { type: "home", blocks };
}

const noSignal = (locale: Locale) =>
  `*${textOf(NO_SIGNAL_FOUND, locale)}* So nobody has a risk figure; accounts stand by name. \`/customer model\` says why.`;

const EMPTY: Readonly<Record<NonNullable<HomePage["empty"]>, string>> = {
  "no-customers":
    "The customer file is empty. Whoever runs the bot fills it with `npm run mainstay -- import FILE --preset NAME`.",
  "no-email":
    "I cannot see your e-mail address, so I cannot tell which accounts are yours. Ask an administrator to let me read it.",
  "no-accounts":
    "No customer names your e-mail address as its owner. Fill in `owner_email` in the customer file to see yours here.",
};

function totalsFields(totals: HomeTotals, now: Date): SectionBlock {
  const count = (value: number) => value.toLocaleString("en");
  return fields([
    ["Customers", count(totals.customers)],
    [
      "More likely to leave than to stay",
      totals.noSignal
        ? "n/a: no signal found"
        : `${count(totals.atHighRisk)} of ${count(totals.scored)} scored`,
    ],
    ["Without an owner", count(totals.withoutOwner)],
    ["Scored", totals.scoredAt === null ? "not yet" : ago(totals.scoredAt, now)],
  ]);
}

function accountBlocks(page: HomePage, now: Date): KnownBlock[] {
  const rest = page.accountsInAll - page.accounts.length;
  const more =
    rest > 0
      ? [context(`And ${rest.toLocaleString("en")} more${page.noSignal ? "" : " at lower risk"}.`)]
      : [];
  return [...page.accounts.map((account) => accountBlock(account, asReadBy(page.member), now)), ...more];
}

function accountBlock(
  account: HomeAccount,
  { timeZone, locale }: ReturnType<typeof asReadBy>,
  now: Date,
): SectionBlock {
  const { customerId, name, lastPurchaseAt, snoozedUntil } = account;
  const bought = lastPurchaseAt === null ? [] : [`bought ${shortDate(lastPurchaseAt, timeZone, now)}`];
  const snoozed =
    snoozedUntil !== null && snoozedUntil > now
      ? [`snoozed until ${shortDate(snoozedUntil, timeZone, now)}`]
      : [];
  return {
    ...section(
      `*${escapeMrkdwn(name, 300)}*\n${[riskOf(account, locale), ...bought, ...snoozed].join(" · ")}`,
    ),
    accessory: button(ACTION.why, "Why", encodeButton({ customerId, suggestionKey: null, shownAt: now })),
  };
}

function riskOf({ probability, bounds, silence }: HomeAccount, locale: Locale): string {
  if (probability !== null) return `${percentWithin(probability, bounds, locale)} risk`;
  if (silence !== null && isNoSignal(silence)) return "no risk figure: no signal found";
  return silence === null
    ? "no risk figure"
    : `no risk figure: ${escapeMrkdwn(textOf(silence, locale), 300)}`;
}
