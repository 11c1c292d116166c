import type { ModalView } from "@slack/types";
import { DISMISSED_DAYS } from "../../../domain/outreach/dismissal.ts";
import { WHY_NOT } from "../../../domain/outreach/nudge-answer.ts";
import type { Locale } from "../../../words/locale.ts";
import { sayIn } from "../../../words/say.ts";
import { CALLBACK, FIELD } from "../../ids.ts";
import { plain, section } from "../elements.ts";
import { escapeMrkdwn } from "../escape.ts";
import { option } from "../inputs.ts";

export const LONGEST_WHY_NOT_NOTE = 500;

/** Asks why a nudge was not useful. Nothing is chosen beforehand: what nobody chose would be counted as an answer. */
export function whyNotForm(view: {
  readonly customerName: string;
  readonly metadata: string;
  readonly locale: Locale;
}): ModalView {
  const say = sayIn(view.locale);
  return {
    type: "modal",
    callback_id: CALLBACK.notUseful,
    private_metadata: view.metadata,
    title: plain(say("nudge.not-useful"), 24),
    submit: plain(say("why-not.submit"), 24),
    close: plain(say("form.cancel"), 24),
    blocks: [
      section(say("why-not.ask", { customer: escapeMrkdwn(view.customerName, 300) })),
      {
        type: "input",
        block_id: FIELD.whyNot,
        label: plain(say("why-not.why"), 100),
        element: {
          type: "radio_buttons",
          action_id: FIELD.whyNot,
          options: WHY_NOT.map((why) => ({
            ...option(say(`why-not.${why}`), why),
            description: plain(say(`why-not.${why}.means`, { days: DISMISSED_DAYS }), 75),
          })),
        },
      },
      {
        type: "input",
        block_id: FIELD.whyNotNote,
        optional: true,
        label: plain(say("why-not.note"), 100),
        element: {
          type: "plain_text_input",
          action_id: FIELD.whyNotNote,
          multiline: true,
          max_length: LONGEST_WHY_NOT_NOTE,
        },
      },
    ],
  };
}
