import type { ModalView } from "@slack/types";
import type { TouchChannel, TouchOutcome } from "../../../domain/customer-records.ts";
import type { Locale } from "../../../words/locale.ts";
import { type Say, sayIn } from "../../../words/say.ts";
import { CALLBACK, FIELD } from "../../ids.ts";
import { plain, section } from "../elements.ts";
import { escapeMrkdwn } from "../escape.ts";
import { option, select } from "../inputs.ts";

/** A form about one customer; `metadata` is handed back to us with its submission (at most 3,000 characters). */
export type FormView = {
  readonly customerName: string;
  readonly metadata: string;
  readonly now: Date;
  readonly timeZone: string;
  readonly locale: Locale;
};

export const MOST_MINUTES = 1440;
export const LONGEST_NOTE = 3000;

/** In the order they are offered. */
export const TOUCH_CHANNELS = [
  "phone",
  "email",
  "chat",
  "meeting",
  "visit",
  "sms",
  "social",
  "other",
] as const satisfies readonly TouchChannel[];
export const TOUCH_OUTCOMES = [
  "reached",
  "no_answer",
  "promised",
  "resolved",
  "declined",
  "other",
] as const satisfies readonly TouchOutcome[];

const choices = (values: readonly string[], code: string, say: Say) =>
  values.map((value) => option(say(`${code}.${value}`), value));

/** Asks how a contact went. */
export function touchForm({ customerName, metadata, now, locale }: FormView): ModalView {
  const say = sayIn(locale);
  return {
    type: "modal",
    callback_id: CALLBACK.logTouch,
    private_metadata: metadata,
    title: plain(say("touch.log"), 24),
    submit: plain(say("touch.form.submit"), 24),
    close: plain(say("form.cancel"), 24),
    blocks: [
      section(say("touch.form.ask", { customer: escapeMrkdwn(customerName, 300) })),
      select(FIELD.channel, say("touch.form.channel"), choices(TOUCH_CHANNELS, "touch.channel", say), 0),
      select(FIELD.outcome, say("touch.form.outcome"), choices(TOUCH_OUTCOMES, "touch.outcome", say), 0),
      {
        type: "input",
        block_id: FIELD.at,
        label: plain(say("touch.form.when"), 100),
        element: {
          type: "datetimepicker",
          action_id: FIELD.at,
          initial_date_time: Math.floor(now.getTime() / 1000),
        },
      },
      {
        type: "input",
        block_id: FIELD.minutes,
        label: plain(say("touch.form.minutes"), 100),
        hint: plain(say("touch.form.minutes.hint"), 200),
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
        label: plain(say("touch.form.note"), 100),
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
