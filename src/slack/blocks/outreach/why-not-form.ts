import { DISMISSED_DAYS } from "../../../domain/outreach/dismissal.ts";
import { WHY_NOT } from "../../../domain/outreach/nudge-answer.ts";
import { CALLBACK, FIELD } from "../../ids.ts";
import { plain } from "../elements.ts";
import { option, textInput } from "../inputs.ts";
import { shortForm } from "./short-form.ts";

export const LONGEST_WHY_NOT_NOTE = 500;

/** Asks why a nudge was not useful. Nothing is chosen beforehand: what nobody chose would be counted as an answer. */
export const whyNotForm = shortForm({
  callback: CALLBACK.notUseful,
  title: "nudge.not-useful",
  submit: "why-not.submit",
  ask: "why-not.ask",
  inputs: (say) => [
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
      ...textInput(FIELD.whyNotNote, say("why-not.note"), { length: LONGEST_WHY_NOT_NOTE, multiline: true }),
      optional: true,
    },
  ],
});
