import type { ModalView } from "@slack/types";
import { addDays, localTime } from "../../../domain/calendar.ts";
import {
  JUDGED_AFTER_DAYS,
  LONGEST_BECAUSE,
  OVERRIDE_SAYS,
  type RunningOverride,
} from "../../../domain/outreach/overrides/override.ts";
import { sayIn } from "../../../words/say.ts";
import { CALLBACK, FIELD } from "../../ids.ts";
import { context, plain, section } from "../elements.ts";
import { escapeMrkdwn } from "../escape.ts";
import { option, textInput } from "../inputs.ts";
import type { FormView } from "./forms.ts";
import { overrideParts } from "./override-words.ts";

export type OverrideFormView = FormView & {
  /** Slack id of whoever reads it. */
  readonly readerId: string;
  /** The call that runs; null where there is none. */
  readonly override: RunningOverride | null;
};

export const TAKE_BACK = "take-back";

/** What the form offers where nothing runs: long enough to be judged. */
const USUAL_DAYS = 60;

/** Asks what will happen, until when and why; filled in with what runs. Nothing is chosen beforehand where nothing runs. */
export function overrideForm(view: OverrideFormView): ModalView {
  const { customerName, metadata, now, timeZone, locale, override, readerId } = view;
  const say = sayIn(locale);
  const choices = OVERRIDE_SAYS.map((says) => ({
    ...option(say(`override.form.${says}`), says),
    description: plain(say(`override.form.${says}.means`), 75),
  }));
  const running = choices.find(({ value }) => value === override?.says);
  const takeBack = override === null ? [] : [option(say("override.form.take-back"), TAKE_BACK)];
  const today = localTime(now, timeZone).day;
  const until = override === null ? addDays(today, USUAL_DAYS) : localTime(override.until, timeZone).day;
  return {
    type: "modal",
    callback_id: CALLBACK.override,
    private_metadata: metadata,
    title: plain(say("override.form.title"), 24),
    submit: plain(say("override.form.submit"), 24),
    close: plain(say("form.cancel"), 24),
    blocks: [
      section(say("override.form.ask", { customer: escapeMrkdwn(customerName, 300) })),
      ...(override === null
        ? []
        : [context(say("override.form.now", overrideParts(override, { now, timeZone, locale }, readerId)))]),
      {
        type: "input",
        block_id: FIELD.overrideSays,
        label: plain(say("override.form.says"), 100),
        element: {
          type: "radio_buttons",
          action_id: FIELD.overrideSays,
          options: [...choices, ...takeBack],
          ...(running === undefined ? {} : { initial_option: running }),
        },
      },
      {
        type: "input",
        block_id: FIELD.overrideUntil,
        optional: true,
        label: plain(say("override.form.until"), 100),
        hint: plain(say("override.form.until.hint", { days: JUDGED_AFTER_DAYS }), 200),
        element: { type: "datepicker", action_id: FIELD.overrideUntil, initial_date: until },
      },
      {
        ...textInput(FIELD.overrideBecause, say("override.form.because"), {
          length: LONGEST_BECAUSE,
          multiline: true,
          initial: override?.because ?? null,
          placeholder: say("override.form.because.placeholder"),
        }),
        // To take it back no reason is needed.
        optional: true,
      },
    ],
  };
}
