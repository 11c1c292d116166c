import { addDays, type Day, daysBetween } from "../../../domain/calendar.ts";
import { type CostTarget, targetName } from "../../../domain/costs/applies-to.ts";
import type { LedgerEntry } from "../../../domain/costs/cost-entry.ts";
import { targetsOf } from "../../../domain/costs/known-targets.ts";
import { commaList } from "../../../words/joined.ts";
import { type Locale, numbersOf } from "../../../words/locale.ts";
import { type Say, sayIn } from "../../../words/say.ts";
import { ACTION } from "../../ids.ts";
import { actions, button, context, type SlackMessage, section } from "../elements.ts";
import { escapeMrkdwn } from "../escape.ts";
import { shortDay } from "../words.ts";

export type CostRecordedView = {
  readonly entry: LedgerEntry;
  /** What the customers it is for are called, by their numbers. */
  readonly names: ReadonlyMap<string, string>;
  readonly now: Date;
  readonly locale: Locale;
};

/** What was recorded, and how it will be shared out, with the buttons that mend a slip. */
export function costRecordedMessage(view: CostRecordedView): SlackMessage {
  const { entry, locale } = view;
  const say = sayIn(locale);
  const text = recordedText(view, say);
  const note = entry.note === null ? "" : `${escapeMrkdwn(entry.note, 300)}\n`;
  return {
    blocks: [
      section(text),
      mendingButtons(entry.id, say),
      context(`${note}${say("cost-recorded.entry", { id: String(entry.id) })}`),
    ],
    text,
  };
}

/** "Recorded: €1,234.50 labour (pay), direct, 1 Nov to 30 Nov. It is shared …" */
export function recordedText({ entry, names, now, locale }: CostRecordedView, say: Say): string {
  const { amountMinor: minor, currency, category, subcategory, kind, fromDay, toDay } = entry;
  const [from, to] = [shortDay(fromDay, now, locale), shortDay(toDay, now, locale)];
  return say("cost-recorded.recorded", {
    amount: { minor, currency },
    category,
    labour: subcategory ?? "none",
    kind,
    days: fromDay === toDay ? from : say("cost-recorded.days", { from, to }),
    sharing: sharing(entry, names, say),
  });
}

/** After a correction: what it counted, what it counts now; one that was taken back counts nothing and has no buttons. */
export function costCorrectedMessage(
  view: CostRecordedView & {
    readonly beforeMinor: number;
    readonly nowMinor: number;
    /** One, or two where the correction counts partly on another day. */
    readonly correctionIds: readonly number[];
    /** The last closed day, where days of the entry are closed; else null. */
    readonly closedThrough: Day | null;
  },
): SlackMessage {
  const { entry, beforeMinor, nowMinor, correctionIds, closedThrough, locale } = view;
  const say = sayIn(locale);
  const amount = (minor: number) => ({ minor, currency: entry.currency });
  const ids = {
    id: String(entry.id),
    corrections: correctionIds.length,
    correction: new Intl.ListFormat(numbersOf(locale)).format(correctionIds.map(String)),
  };
  const changed =
    nowMinor === 0
      ? say("cost-corrected.taken-back", { before: amount(beforeMinor), ...ids })
      : say("cost-corrected.changed", { before: amount(beforeMinor), now: amount(nowMinor), ...ids });
  const text = closedThrough === null ? changed : `${changed} ${adjustmentText(closedThrough, say)}`;
  return {
    blocks: [section(text), ...(nowMinor === 0 ? [] : [mendingButtons(entry.id, say)])],
    text,
  };
}

/** Where a correction of closed days counts. */
export function adjustmentText(closedThrough: Day, say: Say): string {
  return say("cost-corrected.closed", {
    through: { day: closedThrough },
    next: { day: addDays(closedThrough, 1) },
  });
}

function mendingButtons(id: number, say: Say) {
  return actions("cost_recorded", [
    button(ACTION.costCorrect, say("cost-recorded.correct"), String(id)),
    button(ACTION.costUndo, say("cost-recorded.undo"), String(id)),
  ]);
}

function sharing(entry: LedgerEntry, names: ReadonlyMap<string, string>, say: Say): string {
  const targets = targetsOf(entry.appliesTo);
  const days = daysBetween(entry.fromDay, entry.toDay) + 1;
  const [only] = targets;
  if (targets.length === 1 && only && ONE_CUSTOMER.has(only.kind))
    return say("cost-recorded.all-for", { target: named(only, names, say), days });
  const among = commaList(
    targets.map((target) => named(target, names, say)),
    say,
  );
  return say(`cost-recorded.shared.${entry.driver}`, { targets: among, days });
}

const ONE_CUSTOMER: ReadonlySet<CostTarget["kind"]> = new Set(["customer", "ticket", "touch"]);

function named(target: CostTarget, names: ReadonlyMap<string, string>, say: Say): string {
  const id = escapeMrkdwn(targetName(target), 100);
  const name = target.kind === "customer" ? names.get(target.externalId) : undefined;
  if (name === undefined) return say(`cost-recorded.for.${target.kind}`, { name: id });
  return say("cost-recorded.for.named-customer", { name: escapeMrkdwn(name, 100), id });
}
