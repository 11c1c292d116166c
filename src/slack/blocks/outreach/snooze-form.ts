import type { ModalView, PlainTextOption } from "@slack/types";
import { addDays, type Day, localTime } from "../../../domain/calendar.ts";
import { passesRenewal } from "../../../domain/customers/snooze.ts";
import { RENEWAL_WITHIN_DAYS, RISK_ROSE_POINTS } from "../../../domain/outreach/break-through.ts";
import { type Say, sayIn } from "../../../words/say.ts";
import { CALLBACK, FIELD } from "../../ids.ts";
import { context, plain, section } from "../elements.ts";
import { escapeMrkdwn } from "../escape.ts";
import { option } from "../inputs.ts";
import { shortDate, shortDay } from "../words.ts";
import type { FormView } from "./forms.ts";

export type SnoozeFormView = FormView & {
  /** Slack id of whoever reads it. */
  readonly readerId: string;
  /** The snooze that runs; null where there is none. */
  readonly snooze: {
    readonly until: Date;
    readonly by: string | null;
    readonly byName: string | null;
  } | null;
  readonly renewsOn: Day | null;
};

/** Days of the quick choices; "date" asks the date picker, "end" ends what runs. */
export const SNOOZE_DAYS: ReadonlyMap<string, number> = new Map([
  ["7", 7],
  ["14", 14],
  ["30", 30],
]);
export const END_NOW = "end";

/** Asks until when a customer is left alone; says what is snoozed now, and which choices sleep through a renewal. */
export function snoozeForm(view: SnoozeFormView): ModalView {
  const { customerName, metadata, now, timeZone, locale, snooze } = view;
  const say = sayIn(locale);
  const today = localTime(now, timeZone).day;
  const weeks = (n: number) => quickChoice(say("snooze.form.weeks", { n }), 7 * n, view, say);
  const week = weeks(1);
  const month = quickChoice(say("snooze.form.months", { n: 1 }), 30, view, say);
  const untilDate = option(say("snooze.form.until-a-date"), "date");
  const end = snooze === null ? [] : [option(say("snooze.form.end"), END_NOW)];
  return {
    type: "modal",
    callback_id: CALLBACK.snooze,
    private_metadata: metadata,
    title: plain(say("snooze.form.title"), 24),
    submit: plain(say("snooze.form.title"), 24),
    close: plain(say("form.cancel"), 24),
    blocks: [
      section(say("snooze.form.ask", { customer: escapeMrkdwn(customerName, 300) })),
      ...standing(view, say).map(context),
      {
        type: "input",
        block_id: FIELD.snoozeFor,
        label: plain(say("snooze.form.for"), 100),
        element: {
          type: "radio_buttons",
          action_id: FIELD.snoozeFor,
          options: [week, weeks(2), month, untilDate, ...end],
          initial_option: week,
        },
      },
      {
        type: "input",
        block_id: FIELD.snoozeUntil,
        optional: true,
        label: plain(say("snooze.form.until"), 100),
        hint: plain(say("snooze.form.until.hint"), 200),
        element: { type: "datepicker", action_id: FIELD.snoozeUntil, initial_date: addDays(today, 7) },
      },
      context(
        [
          say("snooze.form.in-spite", { points: RISK_ROSE_POINTS, days: RENEWAL_WITHIN_DAYS }),
          say("snooze.form.time-zone", { timeZone: escapeMrkdwn(timeZone, 100) }),
        ].join("\n"),
      ),
    ],
  };
}

function quickChoice(label: string, days: number, view: SnoozeFormView, say: Say): PlainTextOption {
  const { now, timeZone, locale, renewsOn } = view;
  const today = localTime(now, timeZone).day;
  const choice = option(label, String(days));
  if (!passesRenewal(addDays(today, days), renewsOn, today)) return choice;
  const past = say("snooze.form.past-renewal", { day: shortDay(renewsOn, now, locale) });
  return { ...choice, description: plain(past, 75) };
}

/** What runs now, and the renewal ahead. */
function standing(view: SnoozeFormView, say: Say): string[] {
  const { snooze, renewsOn, readerId, now, timeZone, locale } = view;
  const lines: string[] = [];
  if (snooze !== null) {
    const { by, byName } = snooze;
    const until = shortDate(snooze.until, timeZone, now, locale);
    const who = by === readerId ? "you" : byName === null ? "someone" : "named";
    lines.push(say("snooze.form.now", { who, name: escapeMrkdwn(byName ?? "", 200), until }));
  }
  if (renewsOn !== null && renewsOn >= localTime(now, timeZone).day)
    lines.push(say("snooze.form.renewal", { day: shortDay(renewsOn, now, locale) }));
  return lines;
}
