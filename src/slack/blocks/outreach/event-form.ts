import type { ModalView } from "@slack/types";
import { addDays, type Day } from "../../../domain/calendar.ts";
import {
  AUDIENCES,
  LONGEST_NAME,
  LONGEST_PLACE,
  LONGEST_WHICH,
  NOT_BEFORE_DAYS,
} from "../../../domain/outreach/events.ts";
import type { Locale } from "../../../words/locale.ts";
import { sayIn } from "../../../words/say.ts";
import { CALLBACK, FIELD } from "../../ids.ts";
import { plain } from "../elements.ts";
import { option, select, textInput } from "../inputs.ts";

export type EventFormView = { readonly today: Day; readonly metadata: string; readonly locale: Locale };

/** Asks what is planned, when, where, and whom to invite. */
export function eventForm({ today, metadata, locale }: EventFormView): ModalView {
  const say = sayIn(locale);
  const audiences = AUDIENCES.map((one) => option(say(`events.form.for.${one}`), one));
  return {
    type: "modal",
    callback_id: CALLBACK.addEvent,
    private_metadata: metadata,
    title: plain(say("events.form.title"), 24),
    submit: plain(say("events.add"), 24),
    close: plain(say("cost-form.cancel"), 24),
    blocks: [
      textInput(FIELD.eventName, say("events.form.name"), { length: LONGEST_NAME }),
      {
        type: "input",
        block_id: FIELD.eventDay,
        label: plain(say("events.form.day"), 100),
        element: {
          type: "datepicker",
          action_id: FIELD.eventDay,
          initial_date: addDays(today, NOT_BEFORE_DAYS),
        },
      },
      {
        ...textInput(FIELD.eventPlace, say("events.form.place"), { length: LONGEST_PLACE }),
        optional: true,
      },
      select(FIELD.eventFor, say("events.form.for"), audiences, 0),
      {
        ...textInput(FIELD.eventWhich, say("events.form.which"), {
          ...{ length: LONGEST_WHICH, hint: say("events.form.which.hint") },
        }),
        optional: true,
      },
    ],
  };
}
