import { phrase } from "../../../domain/phrase.ts";
import { featurePhrase } from "../../../domain/risk/features.ts";
import type { Shift } from "../../../domain/risk/versions/drift.ts";
import type { CalibrationCheck, ModelWarning } from "../../../domain/risk/versions/model-watch.ts";
import { unfitPhrases } from "../../../domain/risk/versions/signal.ts";
import { bracketed, semicolonList, sentences } from "../../../words/joined.ts";
import type { Locale } from "../../../words/locale.ts";
import { sayIn } from "../../../words/say.ts";
import { textOf } from "../../../words/text.ts";
import { escapeMrkdwn } from "../escape.ts";
import { percentPhrase } from "./risk-words.ts";

const MOST_INPUTS = 5;

/** A warning as one sentence of mrkdwn, with what it means. */
export function warningSentence(warning: ModelWarning, locale: Locale): string {
  const say = sayIn(locale);
  switch (warning.kind) {
    case "calibration-off": {
      const { low, high } = warning.check;
      const range = { low: percentPhrase(low), high: percentPhrase(high) };
      return say("warning.calibration-off", { ...expectedAndSeen(warning.check), ...range });
    }
    case "scores-moved":
      return say("warning.scores-moved", { moved: moved(warning.shift) });
    case "inputs-moved": {
      const { inputs, watched } = warning;
      const most = inputNames(inputs, locale);
      return say("warning.inputs-moved", { moved: inputs.length, watched, most });
    }
    case "stale":
      return say("warning.stale", { days: warning.ageDays });
    case "signal-lost":
      return sentences(
        [
          say(warning.serves ? "warning.signal-lost.serves" : "warning.signal-lost.stays"),
          ...unfitPhrases(warning.unfit).map((why) => textOf(why, locale)),
        ],
        say,
      );
  }
}

/** What was expected of how many, and what happened. */
export const expectedAndSeen = ({ customers, scoredAt, predicted, observed }: CalibrationCheck) => ({
  customers,
  day: { day: scoredAt.slice(0, 10) },
  expected: percentPhrase(predicted),
  seen: percentPhrase(observed),
});

const moved = ({ psi, atTraining }: Shift) =>
  phrase("warning.moved", { psi: hundredths(psi), before: hundredths(atTraining) });

const hundredths = (value: number) => Math.round(100 * value) / 100;

/** "days since the last purchase (PSI 0.31, at its training 0.04); …", at most five. */
function inputNames(inputs: readonly Shift[], locale: Locale): string {
  const names = inputs
    .slice(0, MOST_INPUTS)
    .map((shift) =>
      bracketed(
        escapeMrkdwn(textOf(featurePhrase(shift.name), locale), 120),
        textOf(moved(shift), locale),
        sayIn(locale),
      ),
    );
  return semicolonList(names, sayIn(locale));
}
