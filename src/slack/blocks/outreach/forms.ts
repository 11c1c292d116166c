import type { ModalView } from "@slack/types";
import { addDays, localTime } from "../../../domain/calendar.ts";
import type { TouchChannel, TouchOutcome } from "../../../domain/customer-records.ts";
import { CALLBACK, FIELD } from "../../ids.ts";
import { context, plain, section } from "../elements.ts";
import { escapeMrkdwn } from "../escape.ts";
import { option, options, select } from "../inputs.ts";
import { CHANNEL_WORDS, OUTCOME_WORDS } from "../words.ts";

/** A form about one customer; `metadata` is handed back to us with its submission (at most 3,000 characters). */
export type FormView = {
  readonly customerName: string;
  readonly metadata: string;
  readonly now: Date;
  readonly timeZone: string;
};

export const MOST_MINUTES = 1440;
const LONGEST_NOTE = 3000;

/** Asks how a contact went. */
export function touchForm({ customerName, metadata, now }: FormView): ModalView {
  return {
    type: "modal",
    callback_id: CALLBACK.logTouch,
    private_metadata: metadata,
    title: plain("Log a touch", 24),
    submit: plain("Log it", 24),
    close: plain("Cancel", 24),
    blocks: [
      section(`How did the contact with *${escapeMrkdwn(customerName, 300)}* go?`),
      select(FIELD.channel, "Channel", options<TouchChannel>(CHANNEL_WORDS), 0),
      select(FIELD.outcome, "Outcome", options<TouchOutcome>(OUTCOME_WORDS), 0),
      {
        type: "input",
        block_id: FIELD.at,
        label: plain("When", 100),
        element: {
          type: "datetimepicker",
          action_id: FIELD.at,
          initial_date_time: Math.floor(now.getTime() / 1000),
        },
      },
      {
        type: "input",
        block_id: FIELD.minutes,
        label: plain("Minutes spent", 100),
        hint: plain("Goes into what this customer costs.", 200),
        element: {
          type: "number_input",
          action_id: FIELD.minutes,
          is_decimal_allowed: false,
          initial_value: "15",
          min_value: "0",
          max_value: String(MOST_MINUTES),
        },
      },
      {
        type: "input",
        block_id: FIELD.note,
        optional: true,
        label: plain("Note", 100),
        element: {
          type: "plain_text_input",
          action_id: FIELD.note,
          multiline: true,
          max_length: LONGEST_NOTE,
        },
      },
    ],
  };
}

/** Days of the quick choices; "date" asks the date picker. */
export const SNOOZE_DAYS: Readonly<Record<string, number>> = { "7": 7, "14": 14, "30": 30 };

/** Asks until when a customer is left alone. */
export function snoozeForm({ customerName, metadata, now, timeZone }: FormView): ModalView {
  const today = localTime(now, timeZone).day;
  const week = option("1 week", "7");
  const choices = [week, option("2 weeks", "14"), option("1 month", "30"), option("Until a date", "date")];
  return {
    type: "modal",
    callback_id: CALLBACK.snooze,
    private_metadata: metadata,
    title: plain("Snooze", 24),
    submit: plain("Snooze", 24),
    close: plain("Cancel", 24),
    blocks: [
      section(`No suggestions about *${escapeMrkdwn(customerName, 300)}* for how long?`),
      {
        type: "input",
        block_id: FIELD.snoozeFor,
        label: plain("For", 100),
        element: {
          type: "radio_buttons",
          action_id: FIELD.snoozeFor,
          options: choices,
          initial_option: week,
        },
      },
      {
        type: "input",
        block_id: FIELD.snoozeUntil,
        optional: true,
        label: plain("Until", 100),
        hint: plain("Counts with “Until a date”; the snooze ends when that day begins.", 200),
        element: { type: "datepicker", action_id: FIELD.snoozeUntil, initial_date: addDays(today, 7) },
      },
      context(`Days are counted in ${escapeMrkdwn(timeZone, 100)}.`),
    ],
  };
}
