import type { Button } from "@slack/types";
import type { DataUpTo } from "../../../domain/as-of.ts";
import { addDays } from "../../../domain/calendar.ts";
import { costNotePhrase } from "../../../domain/costs/allocation-notes.ts";
import type { CostPeriod } from "../../../domain/costs/cost-report.ts";
import type { CustomerCosts, SharedPart } from "../../../domain/costs/customer-costs.ts";
import { divisionPhrase } from "../../../domain/costs/division.ts";
import type { Customer } from "../../../domain/customer.ts";
import { currencyExponent } from "../../../domain/money.ts";
import { type Amount, type Phrase, phrase } from "../../../domain/phrase.ts";
import type { ValuedCustomer } from "../../../domain/value/segments/valued-customer.ts";
import type { Locale } from "../../../words/locale.ts";
import { type Say, sayIn } from "../../../words/say.ts";
import { textOf } from "../../../words/text.ts";
import { ACTION } from "../../ids.ts";
import { encodeButton } from "../button-value.ts";
import { chart, type MessageBlock } from "../chart.ts";
import { rowsButton } from "../costs/asked-rows.ts";
import { about, actions, button, context, fields, header, type SlackMessage, section } from "../elements.ts";
import { escapeMrkdwn } from "../escape.ts";
import { monthPhrase } from "../words.ts";

export type CustomerCostsView = {
  readonly customer: Pick<Customer, "id" | "name">;
  readonly costs: CustomerCosts;
  /** Null where nobody is a customer now. */
  readonly value: Value | null;
  readonly dataUpTo: DataUpTo | null;
  readonly readAt: Date;
  /** Whether every division is shown, or a button that asks for them. */
  readonly withDivisions: boolean;
  readonly locale: Locale;
};

type Value = {
  readonly currency: string;
  /** The twelve months it looks back on. */
  readonly period: CostPeriod;
  readonly customer: Pick<ValuedCustomer, "marginClv">;
  readonly lifetimeRevenueMinor: number | null;
};

const MOST_DIVISIONS = 12;
const NAME_LENGTH = 140;
const TARGET_LENGTH = 80;

/** What one customer costs and brings: by category, value, profitability, three months' trend. */
export function customerCostsMessage(view: CustomerCostsView): SlackMessage {
  const { costs, customer, locale } = view;
  const say = sayIn(locale);
  const name = escapeMrkdwn(customer.name, NAME_LENGTH);
  return {
    blocks: [
      header(say("customer-costs.title", { name: customer.name })),
      fields(figures(view, say)),
      section(categoryLines(costs, say)),
      ...trend(costs, locale),
      ...leftOut(costs, locale),
      ...(view.withDivisions ? divisions(costs, say) : []),
      askForMore(view, say),
      context(footnote(view, say)),
    ],
    text: say("customer-costs.summary", { name, total: money(costs, costs.totalMinor) }),
  };
}

/** What one customer is worth: revenue, profitability, margin CLV and lifetime revenue, without how the cost came about. */
export function customerWorthMessage(view: CustomerCostsView): SlackMessage {
  const { customer, costs, value, locale } = view;
  const say = sayIn(locale);
  const [, ...worth] = figures(view, say);
  const pressed = encodeButton({ customerId: customer.id, suggestionKey: null, shownAt: view.readAt });
  const ask = [button(ACTION.cost, say("card.cost"), pressed), ...clvRows(view, say)];
  const name = escapeMrkdwn(customer.name, NAME_LENGTH);
  return {
    blocks: [
      header(say("asking.worth.title", { name: customer.name })),
      fields(worth),
      ...leftOut(costs, locale),
      actions(
        "customer_worth",
        ask.map((shown) => about(customer.name, shown)),
      ),
      context(footnote(view, say)),
    ],
    text: say("asking.worth.text", { name, clv: clvText(value, say), lifetime: lifetimeText(value, say) }),
  };
}

function figures({ costs, value }: CustomerCostsView, say: Say): [string, string][] {
  const amounts = {
    total: money(costs, costs.totalMinor),
    direct: money(costs, costs.directMinor),
    indirect: money(costs, costs.indirectMinor),
    revenue: orUnknown(costs, costs.revenueMinor),
    acquisition: orUnknown(costs, costs.acquisitionMinor),
    profit: orUnknown(costs, costs.profitabilityMinor),
  };
  const profit =
    costs.profitabilityMinor === null ? "customer-costs.profit.none" : "customer-costs.profit.figure";
  return [
    [say("customer-costs.cost"), say("customer-costs.cost.figure", amounts)],
    [say("customer-costs.revenue"), say("customer-costs.revenue.figure", amounts)],
    [say("customer-costs.profit"), say(profit, amounts)],
    [say("customer-costs.clv"), clvText(value, say)],
    [say("customer-costs.lifetime"), lifetimeText(value, say)],
  ];
}

function clvText(value: Value | null, say: Say): string {
  if (value === null) return say("customer-costs.clv.no-customer");
  const { marginClv } = value.customer;
  if (marginClv.kind !== "figure") return say(`customer-costs.clv.${marginClv.because}`);
  const { currency, minor } = marginClv.money;
  const brief = (amount: number): Amount => ({ minor: amount, currency, digits: "brief" });
  return say("customer-costs.clv.figure", {
    amount: brief(minor),
    low: brief(marginClv.lowMinor),
    high: brief(marginClv.highMinor),
    margin: marginClv.marginPercent,
    assumed: marginClv.marginAssumed ? "yes" : "no",
    years: marginClv.parameters.years,
    discount: marginClv.parameters.discountRatePercent,
  });
}

function lifetimeText(value: Value | null, say: Say): string {
  if (value === null || value.lifetimeRevenueMinor === null) return say("customer-costs.lifetime.none");
  const { currency, lifetimeRevenueMinor: minor, customer } = value;
  const amount: Amount = { minor, currency, digits: "brief" };
  if (customer.marginClv.kind !== "figure") return say("customer-costs.lifetime.figure", { amount });
  return say("customer-costs.lifetime.figure.years", { amount, years: customer.marginClv.parameters.years });
}

function categoryLines(costs: CustomerCosts, say: Say): string {
  const { byCategory, totalMinor, touchLabourMinor, unpricedMinutes } = costs;
  const heading = `*${say("customer-costs.by-category")}*`;
  if (byCategory.length === 0) return `${heading}\n${say("customer-costs.by-category.none")}`;
  const lines = byCategory.map(({ category, minor }) => {
    const given = {
      category: say(`customer-costs.category.${category}`),
      amount: money(costs, minor),
      percent: totalMinor > 0 ? Math.round((100 * minor) / totalMinor) : 0,
    };
    return category === "labour" && touchLabourMinor > 0
      ? say("customer-costs.by-category.contact", { ...given, contact: money(costs, touchLabourMinor) })
      : say("customer-costs.by-category.one", given);
  });
  const unpriced =
    unpricedMinutes > 0 ? [say("customer-costs.by-category.unpriced", { minutes: unpricedMinutes })] : [];
  return [heading, ...[...lines, ...unpriced].map((line) => `• ${line}`)].join("\n");
}

function trend(costs: CustomerCosts, locale: Locale): MessageBlock[] {
  const say = sayIn(locale);
  const { months } = costs;
  const lines = months.map(
    ({ month, costMinor, revenueMinor }) =>
      `• ${say("customer-costs.month", { month: monthPhrase(month), cost: money(costs, costMinor), revenue: orUnknown(costs, revenueMinor) })}`,
  );
  const values = (minors: readonly number[]) =>
    minors.map((minor) => minor / 10 ** currencyExponent(costs.currency));
  const revenues = months.flatMap(({ revenueMinor }) => revenueMinor ?? []);
  const revenue = { name: say("customer-costs.chart.revenue"), values: values(revenues) };
  return [
    section([`*${say("customer-costs.months")}*`, ...lines].join("\n")),
    ...chart({
      title: say("customer-costs.chart"),
      type: "line",
      locale,
      categories: months.map(({ month }) => say("customer-costs.chart.month", { month: monthPhrase(month) })),
      series: [
        { name: say("customer-costs.chart.cost"), values: values(months.map(({ costMinor }) => costMinor)) },
        ...(revenues.length === months.length ? [revenue] : []),
      ],
      yLabel: costs.currency,
    }),
  ];
}

function leftOut({ notes }: CustomerCosts, locale: Locale): MessageBlock[] {
  if (notes.length === 0) return [];
  const lines = notes.map((note) => `• ${textOf(costNotePhrase(note), locale)}`);
  return [section([`*${sayIn(locale)("cost-report.worth-knowing")}*`, ...lines].join("\n"))];
}

/** How it was divided, where that is not told yet; and every row of what is left. */
function askForMore(view: CustomerCostsView, say: Say): MessageBlock {
  const { costs, customer, readAt, withDivisions } = view;
  const value = encodeButton({ customerId: customer.id, suggestionKey: null, shownAt: readAt });
  const divided = button(ACTION.costDivisions, say("customer-costs.divisions.button"), value);
  const { fromDay, toDay, currency } = costs;
  const asked = { fromDay, toDay, currency, customerId: customer.id };
  const rows = [rowsButton({ ...asked, figure: "profitability" }, say), ...clvRows(view, say)];
  return actions(
    "customer_cost",
    [...(withDivisions ? [] : [divided]), ...rows].map((shown) => about(customer.name, shown)),
  );
}

/** Of the day it was told on, which is the one after the twelve months it looks back on. */
function clvRows({ value, customer }: CustomerCostsView, say: Say): Button[] {
  if (value?.customer.marginClv.kind !== "figure") return [];
  const { fromDay, toDay } = value.period;
  const asked = { fromDay, toDay: addDays(toDay, 1), currency: value.currency, customerId: customer.id };
  return [rowsButton({ ...asked, figure: "margin-clv" }, say, "trace.button.margin-clv")];
}

/** Each shared cost with its division: "€50,000.00 for all: ÷ 500 customers = €100.00". */
function divisions(costs: CustomerCosts, say: Say): MessageBlock[] {
  const { shared } = costs;
  const heading = `*${say("customer-costs.divisions")}*`;
  if (shared.length === 0) return [section(`${heading}\n${say("customer-costs.divisions.none")}`)];
  const lines = shared.slice(0, MOST_DIVISIONS).map((part) => divisionText(costs, part, say));
  const more = shared.length - lines.length;
  const all = more > 0 ? [...lines, say("customer-costs.divisions.more", { costs: more })] : lines;
  return [section([heading, ...all.map((line) => `• ${line}`)].join("\n"))];
}

function divisionText(costs: CustomerCosts, part: SharedPart, say: Say): string {
  const { appliesTo, category, fromDay, kind, minor, toDay, wholeMinor } = part;
  const whole = say("customer-costs.division.whole", {
    amount: money(costs, wholeMinor),
    kind,
    category: say(`customer-costs.category.${category}`),
    whom: escapeMrkdwn(appliesTo, TARGET_LENGTH),
    from: { day: fromDay },
    to: { day: toDay },
  });
  const share = divisionPhrase(part, costs.currency);
  return say("customer-costs.division", { whole, share, amount: money(costs, minor) });
}

function footnote({ costs, dataUpTo }: CustomerCostsView, say: Say): string {
  const period = say("customer-costs.footnote", { from: { day: costs.fromDay }, to: { day: costs.toDay } });
  const data =
    dataUpTo === null
      ? say("customer-costs.no-data")
      : say("customer-costs.data-up-to", { day: { day: dataUpTo.day } });
  return `${period} ${data}`;
}

/** "n/a" where a rate is missing; a note beneath says which. */
const orUnknown = (costs: CustomerCosts, minor: number | null): Amount | Phrase =>
  minor === null ? phrase("cost-report.not-known") : money(costs, minor);

const money = ({ currency }: CustomerCosts, minor: number): Amount => ({ minor, currency });
