import type { DataUpTo } from "../../../domain/as-of.ts";
import { monthName } from "../../../domain/calendar.ts";
import type { CustomerCosts, SharedPart } from "../../../domain/costs/customer-costs.ts";
import type { Customer } from "../../../domain/customer.ts";
import { currencyExponent, formatMoney } from "../../../domain/money.ts";
import type { ClvMissing } from "../../../domain/value/metrics/margin-clv.ts";
import type { ValuedCustomer } from "../../../domain/value/segments/valued-customer.ts";
import { ACTION } from "../../ids.ts";
import { encodeButton } from "../button-value.ts";
import { chart, type MessageBlock } from "../chart.ts";
import { actions, button, context, fields, header, type SlackMessage, section } from "../elements.ts";
import { escapeMrkdwn } from "../escape.ts";
import { shortDay } from "../words.ts";

export type CustomerCostsView = {
  readonly customer: Pick<Customer, "id" | "name">;
  readonly costs: CustomerCosts;
  /** Null where nobody is a customer now. */
  readonly value: Value | null;
  readonly dataUpTo: DataUpTo | null;
  readonly readAt: Date;
  /** Whether every division is shown, or a button that asks for them. */
  readonly withDivisions: boolean;
};

type Value = {
  readonly currency: string;
  readonly customer: Pick<ValuedCustomer, "marginClv">;
  readonly lifetimeRevenueMinor: number | null;
};

const MOST_DIVISIONS = 12;
const NAME_LENGTH = 140;
const TARGET_LENGTH = 80;

/** What one customer costs and brings: by category, value, profitability, three months' trend. */
export function customerCostsMessage(view: CustomerCostsView): SlackMessage {
  const { costs, customer } = view;
  return {
    blocks: [
      header(`Cost of ${customer.name}`),
      fields(figures(view)),
      section(categoryLines(costs)),
      ...trend(costs),
      ...(view.withDivisions ? divisions(costs) : [askForDivisions(view)]),
      context(footnote(view)),
    ],
    text: `Cost of ${escapeMrkdwn(customer.name, NAME_LENGTH)}: ${money(costs, costs.totalMinor)} in twelve months`,
  };
}

function figures(view: CustomerCostsView): [string, string][] {
  const { costs } = view;
  const { totalMinor, directMinor, indirectMinor, revenueMinor, acquisitionMinor, profitabilityMinor } =
    costs;
  return [
    [
      "Cost, 12 months",
      `${money(costs, totalMinor)} = ${money(costs, directMinor)} direct + ${money(costs, indirectMinor)} indirect`,
    ],
    ["Revenue, 12 months", money(costs, revenueMinor)],
    [
      "Profitability",
      `${money(costs, profitabilityMinor)} = ${money(costs, revenueMinor)} − ${money(costs, acquisitionMinor)} acquisition − ${money(costs, totalMinor)}`,
    ],
    ["Margin CLV", clvText(view.value)],
    ["Lifetime revenue", lifetimeText(view.value)],
  ];
}

const CLV_MISSING: Readonly<Record<ClvMissing, string>> = {
  "no-score": "n/a: no churn probability",
  "no-margin": "n/a: the margin is not known",
  "no-revenue": "n/a: no revenue yet",
};

function clvText(value: Value | null): string {
  if (value === null) return "n/a: no customer at present";
  const { marginClv } = value.customer;
  if (marginClv.kind !== "figure") return CLV_MISSING[marginClv.because];
  const { currency, minor } = marginClv.money;
  const brief = (amount: number) => formatMoney({ minor: amount, currency }, "brief");
  const { years, discountRatePercent } = marginClv.parameters;
  const assumed = marginClv.marginAssumed ? ", assumed" : "";
  return (
    `${brief(minor)} (${brief(marginClv.lowMinor)}–${brief(marginClv.highMinor)}): ` +
    `${marginClv.marginPercent} % margin${assumed}, ${years} years, ${discountRatePercent} % a year discounted, weighed by the predicted risk`
  );
}

function lifetimeText(value: Value | null): string {
  if (value === null || value.lifetimeRevenueMinor === null) return "n/a: nothing bought in twelve months";
  const { currency, lifetimeRevenueMinor: minor, customer } = value;
  const years =
    customer.marginClv.kind === "figure" ? ` over ${customer.marginClv.parameters.years} years` : "";
  return `${formatMoney({ minor, currency }, "brief")}${years}: revenue, not profit`;
}

function categoryLines(costs: CustomerCosts): string {
  const { byCategory, totalMinor, touchLabourMinor, unpricedMinutes } = costs;
  if (byCategory.length === 0)
    return "*By category*\nNo cost falls on this customer in these months. Record one with `/customer cost add`.";
  const share = (minor: number) => (totalMinor > 0 ? ` (${Math.round((100 * minor) / totalMinor)} %)` : "");
  const lines = byCategory.map(({ category, minor }) => {
    const contact =
      category === "labour" && touchLabourMinor > 0
        ? `, ${money(costs, touchLabourMinor)} of it logged contact time`
        : "";
    return `• ${category.charAt(0).toUpperCase()}${category.slice(1)}: ${money(costs, minor)}${share(minor)}${contact}`;
  });
  const unpriced =
    unpricedMinutes > 0
      ? [`• ${unpricedMinutes} minutes of contact have no price: their member has no hourly cost`]
      : [];
  return ["*By category*", ...lines, ...unpriced].join("\n");
}

function trend(costs: CustomerCosts): MessageBlock[] {
  const { months } = costs;
  const lines = months.map(
    ({ month, costMinor, revenueMinor }) =>
      `• ${monthName(month)}: ${money(costs, costMinor)} cost, ${money(costs, revenueMinor)} revenue`,
  );
  const values = (of: (month: (typeof months)[number]) => number) =>
    months.map((month) => of(month) / 10 ** currencyExponent(costs.currency));
  return [
    section(["*Last three months*", ...lines].join("\n")),
    ...chart({
      title: "Cost and revenue by month",
      type: "line",
      categories: months.map(({ month }) => month),
      series: [
        { name: "Cost", values: values(({ costMinor }) => costMinor) },
        { name: "Revenue", values: values(({ revenueMinor }) => revenueMinor) },
      ],
      yLabel: costs.currency,
    }),
  ];
}

function askForDivisions({ customer, readAt }: CustomerCostsView): MessageBlock {
  const value = encodeButton({ customerId: customer.id, suggestionKey: null, shownAt: readAt });
  return actions("customer_cost", [button(ACTION.costDivisions, "Show the divisions", value)]);
}

/** Each shared cost with its division: "€50,000.00 for all ÷ 500 customers by days = €100.00". */
function divisions(costs: CustomerCosts): MessageBlock[] {
  const { shared } = costs;
  if (shared.length === 0)
    return [section("*Divisions*\nNothing is shared: all of it is this customer's own.")];
  const lines = shared.slice(0, MOST_DIVISIONS).map((part) => `• ${divisionText(costs, part)}`);
  const more = shared.length - lines.length;
  return [section(["*Divisions*", ...lines, ...(more > 0 ? [`• and ${more} smaller ones`] : [])].join("\n"))];
}

function divisionText(costs: CustomerCosts, part: SharedPart): string {
  const { appliesTo, category, fromDay, kind, minor, parties, toDay, total, weight, wholeMinor } = part;
  const whom = escapeMrkdwn(appliesTo, TARGET_LENGTH);
  const whole = `${money(costs, wholeMinor)} ${kind} ${category} for ${whom}, ${fromDay} to ${toDay}`;
  const number = (value: number) => value.toLocaleString("en");
  if (weight * parties === total) return `${whole}: ÷ ${number(parties)} customers = ${money(costs, minor)}`;
  const share = `× ${number(weight)} ÷ ${number(total)} ${unitOf(costs, part)}`;
  return `${whole}: ${share} = ${money(costs, minor)}`;
}

function unitOf({ currency }: CustomerCosts, { driver, weighedBy }: SharedPart): string {
  if (weighedBy === "heads") return "customers named";
  if (weighedBy === "days")
    return driver === "equal" ? "customer days" : `customer days (nobody had ${driver})`;
  return driver === "revenue" ? `revenue in the smallest unit of ${currency}` : driver;
}

function footnote({ costs, dataUpTo, readAt }: CustomerCostsView): string {
  const data = dataUpTo === null ? "No activity yet" : `Data up to ${shortDay(dataUpTo.day, readAt)}`;
  return (
    `${costs.fromDay} to ${costs.toDay}. Shared costs are divided by their driver over the days one was a customer; ` +
    `acquisition counts where it falls into these months. ${data}.`
  );
}

const money = ({ currency }: CustomerCosts, minor: number) => formatMoney({ minor, currency });
