import { daysBetween } from "../../../domain/calendar.ts";
import { type CostTarget, targetName } from "../../../domain/costs/applies-to.ts";
import type { CostDriver, LedgerEntry } from "../../../domain/costs/cost-entry.ts";
import { targetsOf } from "../../../domain/costs/known-targets.ts";
import { formatMoney } from "../../../domain/money.ts";
import { context, type SlackMessage, section } from "../elements.ts";
import { escapeMrkdwn } from "../escape.ts";
import { shortDay } from "../words.ts";

/** What was recorded, and how it will be shared out. */
export function costRecordedMessage(entry: LedgerEntry, now: Date): SlackMessage {
  const { amountMinor: minor, currency, category, subcategory, kind, fromDay, toDay } = entry;
  const what = subcategory === null ? category : `${category} (${subcategory})`;
  const days =
    fromDay === toDay ? shortDay(fromDay, now) : `${shortDay(fromDay, now)} to ${shortDay(toDay, now)}`;
  const text = `Recorded: *${formatMoney({ minor, currency })}* ${what}, ${kind}, ${days}. ${sharing(entry)}`;
  const note = entry.note === null ? "" : `${escapeMrkdwn(entry.note, 300)}\n`;
  return {
    blocks: [
      section(text),
      context(`${note}Entry ${entry.id}. A mistake is set right by a correcting entry.`),
    ],
    text,
  };
}

function sharing(entry: LedgerEntry): string {
  const targets = targetsOf(entry.appliesTo);
  const length = daysBetween(entry.fromDay, entry.toDay) + 1;
  const daily = length === 1 ? "" : `, day by day over ${length} days`;
  const [only] = targets;
  if (targets.length === 1 && only && ONE_CUSTOMER.has(only.kind))
    return `All of it counts for ${named(only)}${daily}.`;
  return `It is shared ${BY[entry.driver]} among ${targets.map(named).join(", ")}${daily}.`;
}

const ONE_CUSTOMER: ReadonlySet<CostTarget["kind"]> = new Set(["customer", "ticket", "touch"]);

const BY: Readonly<Record<CostDriver, string>> = {
  equal: "equally",
  revenue: "by revenue",
  orders: "by orders",
  tickets: "by tickets",
  touches: "by touches",
  minutes: "by minutes spent",
};

function named(target: CostTarget): string {
  const name = escapeMrkdwn(targetName(target), 100);
  switch (target.kind) {
    case "all":
      return "all customers";
    case "segment":
      return `the customers of segment *${name}*`;
    case "customer":
      return `customer *${name}*`;
    case "ticket":
      return `the customer of ticket *${name}*`;
    case "touch":
      return `the customer of touch *${name}*`;
    case "playbook":
      return `the customers of playbook *${name}*`;
  }
}
