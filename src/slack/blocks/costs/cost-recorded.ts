import { daysBetween } from "../../../domain/calendar.ts";
import { type CostTarget, targetName } from "../../../domain/costs/applies-to.ts";
import type { LedgerEntry } from "../../../domain/costs/cost-entry.ts";
import { targetsOf } from "../../../domain/costs/known-targets.ts";
import type { Locale } from "../../../words/locale.ts";
import { type Say, sayIn } from "../../../words/say.ts";
import { context, type SlackMessage, section } from "../elements.ts";
import { escapeMrkdwn } from "../escape.ts";
import { shortDay } from "../words.ts";

export type CostRecordedView = {
  readonly entry: LedgerEntry;
  readonly now: Date;
  readonly locale: Locale;
};

/** What was recorded, and how it will be shared out. */
export function costRecordedMessage({ entry, now, locale }: CostRecordedView): SlackMessage {
  const say = sayIn(locale);
  const { amountMinor: minor, currency, category, subcategory, kind, fromDay, toDay } = entry;
  const [from, to] = [shortDay(fromDay, now, locale), shortDay(toDay, now, locale)];
  const text = say("cost-recorded.recorded", {
    amount: { minor, currency },
    category,
    labour: subcategory ?? "none",
    kind,
    days: fromDay === toDay ? from : say("cost-recorded.days", { from, to }),
    sharing: sharing(entry, say),
  });
  const note = entry.note === null ? "" : `${escapeMrkdwn(entry.note, 300)}\n`;
  return {
    blocks: [section(text), context(`${note}${say("cost-recorded.entry", { id: String(entry.id) })}`)],
    text,
  };
}

function sharing(entry: LedgerEntry, say: Say): string {
  const targets = targetsOf(entry.appliesTo);
  const days = daysBetween(entry.fromDay, entry.toDay) + 1;
  const [only] = targets;
  if (targets.length === 1 && only && ONE_CUSTOMER.has(only.kind))
    return say("cost-recorded.all-for", { target: named(only, say), days });
  const among = targets.map((target) => named(target, say)).join(", ");
  return say(`cost-recorded.shared.${entry.driver}`, { targets: among, days });
}

const ONE_CUSTOMER: ReadonlySet<CostTarget["kind"]> = new Set(["customer", "ticket", "touch"]);

function named(target: CostTarget, say: Say): string {
  return say(`cost-recorded.for.${target.kind}`, { name: escapeMrkdwn(targetName(target), 100) });
}
