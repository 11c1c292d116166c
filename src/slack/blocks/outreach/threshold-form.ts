import type { ModalView } from "@slack/types";
import { NUDGE_THRESHOLD } from "../../../domain/outreach/playbooks/nudge-threshold.ts";
import type { ThresholdPreview } from "../../../domain/outreach/proof/uplift-report.ts";
import type { Locale } from "../../../words/locale.ts";
import { sayIn } from "../../../words/say.ts";
import { ACTION, CALLBACK } from "../../ids.ts";
import { actions, button, context, plain, section } from "../elements.ts";
import { wholeNumber } from "./playbook-form.ts";
import { playbookNumberField } from "./playbook-lines.ts";
import { thresholdSummary } from "./threshold.ts";

export type ThresholdFormView = {
  /** In percent, as it is set. */
  readonly fromRisk: number;
  readonly metadata: string;
  /** What was previewed; null: nothing was asked yet, or what was typed is no percentage that fits. */
  readonly preview: ThresholdPreview | null;
  readonly wasAsked: boolean;
  readonly locale: Locale;
};

/** Asks from what risk on nudges are to speak of it, with what last quarter's would have been. */
export function thresholdForm(view: ThresholdFormView): ModalView {
  const { fromRisk, metadata, preview, wasAsked, locale } = view;
  const say = sayIn(locale);
  const { fromRisk: range } = NUDGE_THRESHOLD.numbers;
  const { least, most } = range;
  const shown = wasAsked
    ? preview === null
      ? say("playbook-settings.threshold.unreadable", { least, most })
      : thresholdSummary(preview, locale)
    : say("playbook-settings.threshold.preview-means");
  return {
    type: "modal",
    callback_id: CALLBACK.setPlaybook,
    private_metadata: metadata,
    title: plain(say("playbook-settings.threshold.form-title"), 24),
    submit: plain(say("playbook-settings.form.submit"), 24),
    close: plain(say("form.cancel"), 24),
    blocks: [
      section(say("playbook-settings.threshold.means")),
      wholeNumber(
        playbookNumberField("fromRisk"),
        say("playbook-settings.threshold.form-number"),
        range,
        fromRisk,
        say,
      ),
      actions("playbook_preview", [
        button(ACTION.playbookPreview, say("playbook-settings.threshold.preview"), "count"),
      ]),
      context(shown),
    ],
  };
}
