import { featureNamed } from "../../domain/risk/features.ts";
import type { ModelWarning } from "../../domain/risk/model-watch.ts";
import { escapeMrkdwn } from "./escape.ts";
import { counted } from "./report-parts.ts";
import { percent } from "./words.ts";

const MOST_INPUTS = 5;

/** A warning as one sentence of mrkdwn, with what it means. */
export function warningSentence(warning: ModelWarning): string {
  switch (warning.kind) {
    case "calibration-off": {
      const { customers, predicted, observed, low, high, scoredAt } = warning.check;
      const said = `of ${counted(customers, "customer")} scored on ${scoredAt.slice(0, 10)} it expected ${percent(predicted)} to leave`;
      return `*Its probabilities are off:* ${said}, ${percent(observed)} did (95 % interval ${percent(low)} to ${percent(high)}).`;
    }
    case "scores-moved":
      return `*Its scores have moved* far from those it was judged on (PSI ${warning.shift.psi.toFixed(2)}).`;
    case "inputs-moved": {
      const { inputs, watched } = warning;
      return `*Customers no longer look as in training:* ${counted(inputs.length, "figure")} of ${watched} moved far, most of all ${inputNames(inputs)}.`;
    }
    case "stale":
      return `*It is ${warning.ageDays} days old* and has not seen the present season.`;
  }
}

/** "days since the last purchase day (PSI 0.31), …", at most five. */
function inputNames(inputs: readonly { readonly name: string; readonly psi: number }[]): string {
  const names = inputs
    .slice(0, MOST_INPUTS)
    .map(
      ({ name, psi }) =>
        `${escapeMrkdwn(featureNamed(name)?.description ?? name, 120)} (PSI ${psi.toFixed(2)})`,
    );
  return names.join("; ");
}

/** What the index is; thresholds are a convention. */
export const PSI_NOTE =
  "PSI is the population stability index: by custom, below 0.1 little has moved, from 0.25 on much has.";
