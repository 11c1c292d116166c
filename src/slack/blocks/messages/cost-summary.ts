import type { KnownBlock, TableBlock } from "@slack/types";
import { monthName, previousMonth } from "../../../domain/calendar.ts";
import type { BudgetUse } from "../../../domain/costs/budget-use.ts";
import type { CurrencyCosts, Movement } from "../../../domain/costs/month-costs.ts";
import type { PerCustomer } from "../../../domain/costs/per-customer.ts";
import type { CostSummaryMessage } from "../../../domain/messages/messages.ts";
import { formatMoney } from "../../../domain/money.ts";
import type { Locale } from "../../../words/locale.ts";
import { textOf } from "../../../words/text.ts";
import { context, header, section } from "../elements.ts";
import { escapeMrkdwn } from "../escape.ts";
import { counted, dateToken, exactPercent } from "../report-parts.ts";

/** Slack's tables have at most 20 columns; the first names the row. */
const MOST_CURRENCIES = 19;
const MOST_MOVEMENTS = 10;
const MOST_REASONS = 2;
const MOST_NOTES = 5;
const MOST_LINES = 10;
const WHAT_LENGTH = 80;
const NOTE_LENGTH = 400;

/** What upkeep cost in a month, per currency, and what that is per customer. */
export function costSummaryBlocks(message: CostSummaryMessage, locale: Locale): KnownBlock[] {
  const { currencies, month } = message;
  if (currencies.length === 0)
    return [
      header(title(message)),
      section(nothingRecorded(message)),
      ...lines("Worth knowing", notesOf(message, locale)),
      context(footnote(message)),
    ];
  const movements = currencies.flatMap((costs) =>
    costs.movements.map((movement) => movementLine(movement, costs.currency)),
  );
  return [
    header(title(message)),
    section(currencies.slice(0, MOST_CURRENCIES).map(totalLine).join("\n")),
    costTable(message),
    ...lines("Budgets", (message.budgets ?? []).map(budgetLine)),
    ...lines("Worth knowing", notesOf(message, locale)),
    ...(movements.length > 0
      ? [
          section(
            [
              `*Biggest changes since ${monthName(previousMonth(month))}*`,
              ...movements.slice(0, MOST_MOVEMENTS),
            ].join("\n"),
          ),
        ]
      : []),
    context(`${denominators(message)}\n${footnote(message)}`),
  ];
}

/** The same for notifications and screen readers. */
export function costSummaryText(message: CostSummaryMessage): string {
  if (message.currencies.length === 0) return `${title(message)}: nothing recorded`;
  const totals = message.currencies.map(({ totalMinor: minor, currency }) =>
    formatMoney({ minor, currency }),
  );
  return `${title(message)}: ${totals.join(", ")}`;
}

const title = ({ month }: CostSummaryMessage) => `Cost of keeping customers, ${monthName(month)}`;

const nothingRecorded = ({ month }: CostSummaryMessage) =>
  `No costs are on record for ${monthName(month)} or the month before. Once cost entries cover a day of a month, its summary counts them.`;

function totalLine(costs: CurrencyCosts): string {
  const { totalMinor, currency } = costs;
  return `*${formatMoney({ minor: totalMinor, currency })}* in all${changeOf(costs)}`;
}

function changeOf({ changePercent, previousTotalMinor, currency }: CurrencyCosts): string {
  const before = formatMoney({ minor: previousTotalMinor, currency });
  if (changePercent === null) return ", none the month before";
  if (changePercent === 0) return `, as the month before`;
  return `, ${exactPercent(Math.abs(changePercent))} ${changePercent > 0 ? "more" : "less"} than the month before (${before})`;
}

function costTable({ currencies }: CostSummaryMessage): TableBlock {
  const shown = currencies.slice(0, MOST_CURRENCIES);
  const amount = (minor: number, currency: string) => formatMoney({ minor, currency });
  const row = (label: string, textOf: (costs: CurrencyCosts) => string) => [label, ...shown.map(textOf)];
  const categories = [
    ...new Set(shown.flatMap(({ byCategory }) => byCategory.map(({ category }) => category))),
  ];
  const rows = [
    row("Category", ({ currency }) => currency),
    ...categories.map((category) =>
      row(capitalised(category), ({ byCategory, currency }) =>
        amount(byCategory.find((part) => part.category === category)?.minor ?? 0, currency),
      ),
    ),
    row("Total", ({ totalMinor, currency }) => amount(totalMinor, currency)),
    row("of it direct", ({ directMinor, currency }) => amount(directMinor, currency)),
    row("of it indirect", ({ indirectMinor, currency }) => amount(indirectMinor, currency)),
    row("Per customer served", ({ perServed }) => perCustomerText(perServed)),
    row("Per customer retained", ({ perRetained }) => perCustomerText(perRetained)),
  ];
  return {
    type: "table",
    column_settings: [{ align: "left" }, ...shown.map(() => ({ align: "right" as const }))],
    rows: rows.map((cells) => cells.map((text) => ({ type: "raw_text", text: text || "–" }))),
  };
}

const perCustomerText = (figure: PerCustomer) =>
  figure.kind === "amount" ? formatMoney(figure.money) : "n/a (no customers)";

function movementLine({ category, minor, previousMinor, because = [] }: Movement, currency: string): string {
  const change = minor - previousMinor;
  const size = formatMoney({ minor: Math.abs(change), currency });
  const from = formatMoney({ minor: previousMinor, currency });
  const to = formatMoney({ minor, currency });
  const line = `• ${capitalised(category)}: ${size} ${change > 0 ? "more" : "less"} (${from} → ${to})`;
  const why = because.slice(0, MOST_REASONS).map((source) => sourceText(source, currency));
  return why.length === 0 ? line : `${line}: ${why.join("; ")}`;
}

/** "“CRM licence” €400.00 more", "“Fair” €2,000.00 new", "“Fair” €2,000.00 gone". */
function sourceText(source: NonNullable<Movement["because"]>[number], currency: string): string {
  const { what, minor, previousMinor } = source;
  const change = formatMoney({ minor: Math.abs(minor - previousMinor), currency });
  const how = previousMinor === 0 ? "new" : minor === 0 ? "gone" : minor > previousMinor ? "more" : "less";
  return `“${escapeMrkdwn(what, WHAT_LENGTH)}” ${change} ${how}`;
}

function budgetLine(use: BudgetUse): string {
  const { amountMinor, currency, elapsedPercent, fromDay, scope, toDay, usedMinor, usedPercent } = use;
  const amount = (minor: number) => formatMoney({ minor, currency }, "brief");
  const share = usedPercent === null ? "" : ` (${Math.round(usedPercent)} %)`;
  const whose =
    scope === "all" ? "All upkeep" : capitalised(escapeMrkdwn(scope.replace(/^[a-z]+:/, ""), WHAT_LENGTH));
  const over = usedMinor > amountMinor ? " – *over budget*" : "";
  return `• ${whose}, ${fromDay} to ${toDay}: ${amount(usedMinor)} of ${amount(amountMinor)} used${share}, ${Math.round(elapsedPercent)} % of its days gone${over}`;
}

const notesOf = ({ notes = [] }: CostSummaryMessage, locale: Locale) =>
  notes.slice(0, MOST_NOTES).map((note) => `• ${escapeMrkdwn(textOf(note, locale), NOTE_LENGTH)}`);

function lines(heading: string, list: readonly string[]): KnownBlock[] {
  const shown = list.slice(0, MOST_LINES);
  return shown.length === 0 ? [] : [section([`*${heading}*`, ...shown].join("\n"))];
}

function denominators({ base, month }: CostSummaryMessage): string {
  const [name = ""] = monthName(month).split(" ");
  return (
    `Served: ${counted(base.served, "customer")} at the start of ${name} or joined in it. ` +
    `Retained: ${counted(base.retained, "customer")} at its start and still at its end.`
  );
}

function footnote({ activityWindowDays, readAt, currencies }: CostSummaryMessage): string {
  const hidden = currencies.length - MOST_CURRENCIES;
  const notShown =
    hidden > 0 ? ` ${counted(hidden, "further currency", "further currencies")} not shown.` : "";
  return (
    `A customer is who has a running contract or, without one, bought in the ${activityWindowDays} days before. ` +
    `Costs count by the days they cover; other currencies by the rates you stated.${notShown} Read ${dateToken(readAt)}.`
  );
}

const capitalised = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
