import type { KnownBlock, TableBlock } from "@slack/types";
import { firstDayOfMonth, lastDayOfMonth, previousMonth } from "../../../domain/calendar.ts";
import type { BudgetUse } from "../../../domain/costs/budget-use.ts";
import { COST_CATEGORIES } from "../../../domain/costs/cost-entry.ts";
import type { CurrencyCosts, Movement } from "../../../domain/costs/month-costs.ts";
import type { PerCustomer } from "../../../domain/costs/per-customer.ts";
import type { CostSummaryMessage } from "../../../domain/messages/messages.ts";
import { commaList, labelled, semicolonList } from "../../../words/joined.ts";
import type { Locale } from "../../../words/locale.ts";
import { moneyText } from "../../../words/money.ts";
import { type Say, sayIn } from "../../../words/say.ts";
import { textOf } from "../../../words/text.ts";
import { rowsButton } from "../costs/asked-rows.ts";
import { actions, context, header, section } from "../elements.ts";
import { escapeMrkdwn } from "../escape.ts";
import { dateToken } from "../report-parts.ts";
import { monthPhrase } from "../words.ts";

/** Slack's tables have at most 20 columns; the first names the row. */
const MOST_CURRENCIES = 19;
const MOST_MOVEMENTS = 10;
const MOST_REASONS = 2;
/** What would be written "0.0 %". */
const LEAST_CHANGE_PERCENT = 0.05;
const MOST_NOTES = 5;
const MOST_LINES = 10;
const WHAT_LENGTH = 80;
const NOTE_LENGTH = 400;

type Told = { readonly message: CostSummaryMessage; readonly say: Say; readonly locale: Locale };

/** What keeping customers cost in a month, per currency, and what that is per customer. */
export function costSummaryBlocks(message: CostSummaryMessage, locale: Locale): KnownBlock[] {
  const say = sayIn(locale);
  const told = { message, say, locale };
  const { currencies, month } = message;
  if (currencies.length === 0)
    return [
      header(title(told)),
      section(say("cost-summary.nothing-recorded", { month: monthPhrase(month) })),
      ...lines(say("cost-report.worth-knowing"), notesOf(told)),
      ...loyaltyBlock(told),
      context(footnote(told)),
    ];
  const movements = currencies.flatMap((costs) =>
    costs.movements.map((movement) => movementLine(movement, costs.currency, say)),
  );
  const since = say("cost-summary.changes", { month: monthPhrase(previousMonth(month)) });
  return [
    header(title(told)),
    section(
      currencies
        .slice(0, MOST_CURRENCIES)
        .map((costs) => totalLine(costs, say))
        .join("\n"),
    ),
    costTable(told),
    ...lines(
      say("cost-summary.budgets"),
      (message.budgets ?? []).map((use) => budgetLine(use, say)),
    ),
    ...lines(say("cost-report.worth-knowing"), notesOf(told)),
    ...lines(since, movements.slice(0, MOST_MOVEMENTS)),
    ...loyaltyBlock(told),
    ...rowsBlock(message, say),
    context(`${denominators(told)}\n${footnote(told)}`),
  ];
}

/** What the month's costs are made of, for whoever presses and may see it. */
function rowsBlock({ currencies, month }: CostSummaryMessage, say: Say): KnownBlock[] {
  const [only, ...others] = currencies;
  // Messages from before all costs were converted have a column for each currency's own.
  if (only === undefined || others.length > 0) return [];
  const days = { fromDay: firstDayOfMonth(month), toDay: lastDayOfMonth(month) };
  const asked = { ...days, figure: "cost" as const, currency: only.currency, customerId: null };
  return [actions("cost_rows", [rowsButton(asked, say)])];
}

/** The same for notifications and screen readers. */
export function costSummaryText(message: CostSummaryMessage, locale: Locale): string {
  const say = sayIn(locale);
  const named = title({ message, say, locale });
  if (message.currencies.length === 0) return say("cost-report.nothing-notification", { title: named });
  const totals = message.currencies.map(({ totalMinor: minor, currency }) =>
    moneyText({ minor, currency }, locale),
  );
  return say("cost-report.notification", { title: named, total: commaList(totals, say), change: "" });
}

const title = ({ message, say }: Told) => say("cost-summary.title", { month: monthPhrase(message.month) });

function totalLine(costs: CurrencyCosts, say: Say): string {
  const { totalMinor, currency } = costs;
  return say("cost-summary.total", {
    total: { minor: totalMinor, currency },
    change: changeOf(costs, say),
  });
}

/** Empty where the month before could not be worked out; the notes say why. */
function changeOf({ changePercent, previousTotalMinor, currency }: CurrencyCosts, say: Say): string {
  if (previousTotalMinor === null) return "";
  const before = { minor: previousTotalMinor, currency };
  if (changePercent === null)
    return previousTotalMinor === 0
      ? say("cost-summary.change.none-before")
      : say("cost-summary.change.not-comparable", { before });
  if (Math.abs(changePercent) < LEAST_CHANGE_PERCENT) return say("cost-summary.change.as-before");
  const percent = Math.abs(changePercent);
  return say(changePercent > 0 ? "cost-summary.change.more" : "cost-summary.change.less", {
    percent,
    before,
  });
}

function costTable({ message: { currencies }, say, locale }: Told): TableBlock {
  const shown = currencies.slice(0, MOST_CURRENCIES);
  const amount = (minor: number, currency: string) => moneyText({ minor, currency }, locale);
  const row = (label: string, cell: (costs: CurrencyCosts) => string) => [label, ...shown.map(cell)];
  const categories = [
    ...new Set(shown.flatMap(({ byCategory }) => byCategory.map(({ category }) => category))),
  ];
  const perCustomer = (figure: PerCustomer) =>
    figure.kind === "amount" ? moneyText(figure.money, locale) : say("cost-summary.no-customers");
  const rows = [
    row(say("cost-report.dimension", { dimension: "category" }), ({ currency }) => currency),
    ...categories.map((category) =>
      row(say(`cost.category.${category}`), ({ byCategory, currency }) =>
        amount(byCategory.find((part) => part.category === category)?.minor ?? 0, currency),
      ),
    ),
    row(say("cost-report.all"), ({ totalMinor, currency }) => amount(totalMinor, currency)),
    row(say("cost-summary.of-it-direct"), ({ directMinor, currency }) => amount(directMinor, currency)),
    row(say("cost-summary.of-it-indirect"), ({ indirectMinor, currency }) => amount(indirectMinor, currency)),
    row(say("cost-report.per-served"), ({ perServed }) => perCustomer(perServed)),
    row(say("cost-report.per-retained"), ({ perRetained }) => perCustomer(perRetained)),
  ];
  return {
    type: "table",
    column_settings: [{ align: "left" }, ...shown.map(() => ({ align: "right" as const }))],
    rows: rows.map((cells) => cells.map((text) => ({ type: "raw_text", text: text || "–" }))),
  };
}

function movementLine(movement: Movement, currency: string, say: Say): string {
  const { category, minor, previousMinor, because = [] } = movement;
  const money = (of: number) => ({ minor: of, currency });
  const line = say(minor > previousMinor ? "cost-summary.movement.more" : "cost-summary.movement.less", {
    category: say(`cost.category.${category}`),
    size: money(Math.abs(minor - previousMinor)),
    from: money(previousMinor),
    to: money(minor),
  });
  const why = because.slice(0, MOST_REASONS).map((source) => sourceText(source, currency, say));
  return why.length === 0 ? `• ${line}` : `• ${labelled(line, semicolonList(why, say), say)}`;
}

type Source = NonNullable<Movement["because"]>[number];

/** "“CRM licence” €400.00 more", "“Fair” €2,000.00 new", "“Fair” €2,000.00 gone". */
function sourceText({ what, minor, previousMinor }: Source, currency: string, say: Say): string {
  const how = previousMinor === 0 ? "new" : minor === 0 ? "gone" : minor > previousMinor ? "more" : "less";
  return say(`cost-summary.source.${how}`, {
    what: escapeMrkdwn(typeof what === "string" ? what : say(what.code, what.parameters), WHAT_LENGTH),
    change: { minor: Math.abs(minor - previousMinor), currency },
  });
}

function budgetLine(use: BudgetUse, say: Say): string {
  const { amountMinor, currency, elapsedPercent, fromDay, scope, toDay, usedMinor, usedPercent } = use;
  const amount = (minor: number) => ({ minor, currency, digits: "brief" }) as const;
  const line = say("cost-summary.budget", {
    whose: budgetOf(scope, say),
    from: { day: fromDay },
    to: { day: toDay },
    used: amount(usedMinor),
    amount: amount(amountMinor),
    share: usedPercent === null ? "" : say("cost-summary.budget.share", { percent: Math.round(usedPercent) }),
    days: Math.round(elapsedPercent),
    over: usedMinor > amountMinor ? "yes" : "no",
  });
  return `• ${line}`;
}

function budgetOf(scope: string, say: Say): string {
  if (scope === "all") return say("cost-summary.all-costs");
  const category = COST_CATEGORIES.find((known) => scope === `category:${known}`);
  if (category !== undefined) return say(`cost.category.${category}`);
  return escapeMrkdwn(scope.replace(/^[a-z]+:/, ""), WHAT_LENGTH);
}

/** Notes kept before there were codes are "as-written", by a migration. */
const notesOf = ({ message: { notes = [] }, locale }: Told) =>
  notes.slice(0, MOST_NOTES).map((note) => `• ${escapeMrkdwn(textOf(note, locale), NOTE_LENGTH)}`);

/** Not in the costs above: it is still to be given. */
const loyaltyBlock = ({ message: { loyalty }, locale }: Told): KnownBlock[] =>
  loyalty === undefined ? [] : [section(textOf(loyalty, locale))];

function lines(heading: string, list: readonly string[]): KnownBlock[] {
  const shown = list.slice(0, MOST_LINES);
  return shown.length === 0 ? [] : [section([`*${heading}*`, ...shown].join("\n"))];
}

function denominators({ message: { base, month }, say }: Told): string {
  return say("cost-summary.served-and-retained", { ...base, month: monthPhrase(month) });
}

function footnote({ message: { activityWindowDays, readAt, currencies }, say, locale }: Told): string {
  return say("cost-summary.foot", {
    window: activityWindowDays,
    hidden: Math.max(0, currencies.length - MOST_CURRENCIES),
    readAt: dateToken(readAt, locale),
  });
}
