import { featureNamed } from "../../../domain/risk/features.ts";
import type { Shift } from "../../../domain/risk/versions/drift.ts";
import type { ModelWarning } from "../../../domain/risk/versions/model-watch.ts";
import { unfitSentences } from "../../../domain/risk/versions/signal-words.ts";
import { escapeMrkdwn } from "../escape.ts";
import { counted } from "../report-parts.ts";
import { percent } from "../words.ts";

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
      return `*Its scores have moved* far from those it was judged on (${moved(warning.shift)}).`;
    case "inputs-moved": {
      const { inputs, watched } = warning;
      return `*Customers no longer look as in training:* ${counted(inputs.length, "figure")} of ${watched} moved far, most of all ${inputNames(inputs)}.`;
    }
    case "stale":
      return `*It is ${warning.ageDays} days old* and has not seen the present season.`;
    case "signal-lost":
      return signalLost(warning);
  }
}

function signalLost({ serves, unfit }: Extract<ModelWarning, { kind: "signal-lost" }>): string {
  const now = serves
    ? "It serves from now on: nobody gets a risk figure, and nobody is named for it."
    : "The version before it goes on serving.";
  return [
    `*It found no signal in the history*, where the one before had. ${now}`,
    ...unfitSentences(unfit),
  ].join(" ");
}

const moved = ({ psi, atTraining }: Shift) =>
  `PSI ${psi.toFixed(2)}, at its training ${atTraining.toFixed(2)}`;

/** "days since the last purchase day (PSI 0.31, at its training 0.04); …", at most five. */
function inputNames(inputs: readonly Shift[]): string {
  const names = inputs
    .slice(0, MOST_INPUTS)
    .map(
      (shift) =>
        `${escapeMrkdwn(featureNamed(shift.name)?.description ?? shift.name, 120)} (${moved(shift)})`,
    );
  return names.join("; ");
}

/** What the index is; thresholds are a convention. */
export const PSI_NOTE =
  "PSI is the population stability index: by custom, below 0.1 little has moved, from 0.25 on much has.";
