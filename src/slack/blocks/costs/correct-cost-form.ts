import type { ModalView } from "@slack/types";
import type { Day } from "../../../domain/calendar.ts";
import { currencyExponent } from "../../../domain/money.ts";
import { sayIn } from "../../../words/say.ts";
import { CALLBACK, FIELD } from "../../ids.ts";
import { plain, section } from "../elements.ts";
import { textInput } from "../inputs.ts";
import { adjustmentText, type CostRecordedView, recordedText } from "./cost-recorded.ts";

const LONGEST_AMOUNT = 40;
/** As long as the note of a cost. */
const LONGEST_NOTE = 2000;

export type CorrectCostView = CostRecordedView & {
  /** What the entry counts with all its corrections. */
  readonly nowMinor: number;
  /** The last closed day, where days of the entry are closed; else null. */
  readonly closedThrough: Day | null;
  readonly metadata: string;
};

/** Asks what an entry should have been. */
export function correctCostForm(view: CorrectCostView): ModalView {
  const { entry, nowMinor, closedThrough, metadata, locale } = view;
  const { currency } = entry;
  const say = sayIn(locale);
  const intro = say("cost-correct-form.intro", {
    recorded: recordedText(view, say),
    now: { minor: nowMinor, currency },
  });
  const amount = (nowMinor / 10 ** currencyExponent(currency)).toFixed(currencyExponent(currency));
  const why = textInput(FIELD.correctNote, say("cost-correct-form.note"), {
    ...{ length: LONGEST_NOTE, multiline: true },
  });
  return {
    type: "modal",
    callback_id: CALLBACK.correctCost,
    private_metadata: metadata,
    title: plain(say("cost-correct-form.title"), 24),
    submit: plain(say("cost-correct-form.submit"), 24),
    close: plain(say("cost-form.cancel"), 24),
    blocks: [
      section(closedThrough === null ? intro : `${intro}\n${adjustmentText(closedThrough, say)}`),
      textInput(FIELD.correctAmount, say("cost-correct-form.amount", { currency }), {
        ...{ length: LONGEST_AMOUNT, initial: amount },
      }),
      { ...why, optional: true },
    ],
  };
}
