import type { InputBlock, KnownBlock, ModalView } from "@slack/types";
import type { TouchChannel, TouchOutcome } from "../../../domain/customer-records.ts";
import type { Locale } from "../../../words/locale.ts";
import { type Say, sayIn } from "../../../words/say.ts";
import { CALLBACK, FIELD } from "../../ids.ts";
import { plain, section } from "../elements.ts";
import { escapeMrkdwn } from "../escape.ts";
import { option, select, textInput } from "../inputs.ts";

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
] as const satisfies readonly [TouchChannel, ...TouchChannel[]];
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
  const asks = section(say("touch.form.ask", { customer: escapeMrkdwn(customerName, 300) }));
  return touchModal(CALLBACK.logTouch, metadata, [asks, ...touchFields({ at: now, note: null }, say)], say);
}

export function touchModal(
  callbackId: string,
  metadata: string,
  blocks: readonly KnownBlock[],
  say: Say,
): ModalView {
  return {
    type: "modal",
    callback_id: callbackId,
    private_metadata: metadata,
    title: plain(say("touch.log"), 24),
    submit: plain(say("touch.form.submit"), 24),
    close: plain(say("form.cancel"), 24),
    blocks: [...blocks],
  };
}

type Touched = {
  /** When it was. */
  readonly at: Date;
  readonly note: string | null;
  /** On which channel; left out: the first of the list. */
  readonly channel?: TouchChannel;
};

/** What is asked about a contact, filled in as far as it is known. */
export function touchFields({ at, note, channel = TOUCH_CHANNELS[0] }: Touched, say: Say): InputBlock[] {
  const on = TOUCH_CHANNELS.indexOf(channel);
  return [
    select(FIELD.channel, say("touch.form.channel"), choices(TOUCH_CHANNELS, "touch.channel", say), on),
    select(FIELD.outcome, say("touch.form.outcome"), choices(TOUCH_OUTCOMES, "touch.outcome", say), 0),
    {
      type: "input",
      block_id: FIELD.at,
      label: plain(say("touch.form.when"), 100),
      element: {
        type: "datetimepicker",
        action_id: FIELD.at,
        initial_date_time: Math.floor(at.getTime() / 1000),
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
      ...textInput(FIELD.note, say("touch.form.note"), {
        length: LONGEST_NOTE,
        multiline: true,
        initial: note,
      }),
      optional: true,
    },
  ];
}
