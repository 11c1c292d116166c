import type { InputBlock, KnownBlock, ModalView } from "@slack/types";
import { currencyExponent, type Money } from "../../../domain/money.ts";
import { MINUTES } from "../../../domain/outreach/playbooks/in-force.ts";
import type { NumberRange } from "../../../domain/outreach/playbooks/playbook.ts";
import { PLAYBOOK_MODES } from "../../../domain/outreach/playbooks/playbook-settings.ts";
import type { Locale } from "../../../words/locale.ts";
import { type Say, sayIn } from "../../../words/say.ts";
import { ACTION, CALLBACK, FIELD } from "../../ids.ts";
import { actions, button, context, plain, section } from "../elements.ts";
import { option, textInput } from "../inputs.ts";
import { type ListedPlaybook, playbookNumberField } from "./playbook-lines.ts";

export type PlaybookFormView = {
  readonly playbook: ListedPlaybook;
  readonly metadata: string;
  /** What was counted, below the button; null: nothing was asked yet. */
  readonly preview: string | null;
  readonly locale: Locale;
};

/** Asks how a playbook is to be set: mode, each of its numbers, minutes and gift. */
export function playbookForm({ playbook, metadata, preview, locale }: PlaybookFormView): ModalView {
  const say = sayIn(locale);
  return {
    type: "modal",
    callback_id: CALLBACK.setPlaybook,
    private_metadata: metadata,
    title: plain(say("playbook-settings.form.title"), 24),
    submit: plain(say("playbook-settings.form.submit"), 24),
    close: plain(say("form.cancel"), 24),
    blocks: [
      section(`*${say(`playbook.${playbook.key}`)}*`),
      modeInput(playbook, say),
      ...Object.entries(playbook.declared.numbers).map(([name, range]) =>
        numberInput(playbook, name, range, say),
      ),
      actions(PREVIEW_BLOCK, [
        button(ACTION.playbookPreview, say("playbook-settings.form.preview"), "count"),
      ]),
      context(preview ?? say("playbook-settings.form.preview-mode")),
      ...costInputs(playbook, say),
    ] satisfies KnownBlock[],
  };
}

const PREVIEW_BLOCK = "playbook_preview";

function modeInput({ mode }: ListedPlaybook, say: Say): InputBlock {
  const options = PLAYBOOK_MODES.map((one) => option(say(`playbook-settings.mode.${one}.means`), one));
  const chosen = options[PLAYBOOK_MODES.indexOf(mode)];
  return {
    type: "input",
    block_id: FIELD.playbookMode,
    label: plain(say("playbook-settings.form.mode"), 100),
    element: {
      type: "radio_buttons",
      action_id: FIELD.playbookMode,
      options,
      ...(chosen === undefined ? {} : { initial_option: chosen }),
    },
  };
}

/** Longer than any number that fits, so that one that does not is told its range. */
const LONGEST_NUMBER = 20;

function numberInput(
  { key, numbers }: ListedPlaybook,
  name: string,
  range: NumberRange,
  say: Say,
): InputBlock {
  const unit = say(`playbook-settings.unit.${range.unit}`);
  const label = say("playbook-settings.form.number", { label: say(`playbook.${key}.${name}`), unit });
  return wholeNumber(playbookNumberField(name), label, range, numbers[name] ?? range.default, say);
}

/** A whole number to type, with its range below. */
export function wholeNumber(
  id: string,
  label: string,
  { least, most, default: value }: NumberRange,
  set: number,
  say: Say,
): InputBlock {
  const hint = say("playbook-settings.form.range", { least, most, value });
  return {
    ...textInput(id, label, { length: LONGEST_NUMBER, initial: String(set), hint }),
    optional: true,
  };
}

function costInputs({ minutes, gift, declared }: ListedPlaybook, say: Say): InputBlock[] {
  const takes = { ...MINUTES, default: declared.minutes };
  return [
    wholeNumber(FIELD.playbookMinutes, say("playbook-settings.form.minutes"), takes, minutes, say),
    {
      ...textInput(FIELD.playbookGift, say("playbook-settings.form.gift"), {
        ...{ length: 40, initial: gift === null ? null : plainAmount(gift) },
        hint: say("playbook-settings.form.gift-hint"),
      }),
      optional: true,
    },
    {
      ...textInput(FIELD.playbookCurrency, say("playbook-settings.form.currency"), {
        ...{ length: 10, initial: gift?.currency ?? null, placeholder: "EUR" },
      }),
      optional: true,
    },
  ];
}

/** As it can be typed again: with a decimal point and no groups. */
const plainAmount = ({ minor, currency }: Money): string => {
  const digits = currencyExponent(currency);
  return (minor / 10 ** digits).toFixed(digits);
};
