import type { Day } from "../../calendar.ts";
import { MS_PER_HOUR } from "../../clock.ts";
import { hasEnded } from "../../customer.ts";
import type { Phrase } from "../../phrase.ts";
import type { ServingKind } from "../churn-model.ts";
import { FEWEST_TO_TELL } from "../evaluation/reliability.ts";
import type { Bounds } from "./bounds.ts";
import type { Lever, LeverKey } from "./levers.ts";
import { unexplainedPhrase } from "./score-explanation.ts";
import type { RiskFacts, ScoringModel, StepFacts } from "./score-facts.ts";
import { endOfSource, type Pause } from "./stale-source.ts";

export type CardRisk =
  | {
      readonly kind: "scored";
      readonly probability: number;
      /** Where it could as well lie; null where the score kept none. */
      readonly bounds: Bounds | null;
      readonly change: {
        readonly points: number;
        readonly since: Date;
        readonly modelChanged: boolean;
        /** In between no data came for a while: some of it may be that. */
        readonly pause?: Pick<Pause, "lastDay" | "backDay">;
      } | null;
      readonly horizonDays: number | null;
      readonly serves: ServingKind | null;
      readonly scoredAt: Date;
      /** Rows have come that it does not know, or it is old although its source sends. */
      readonly stale: boolean;
      /** Where data have stopped: their last day and their source. The risk is as of then. */
      readonly stopped?: { readonly since: Day; readonly source: string };
      /** So few customers were rated alike when the model was tried that nobody can tell whether it is right; left out: enough. */
      readonly tooFewAlike?: number;
    }
  | { readonly kind: "no-score"; readonly because: Phrase | null; readonly scoredAt: Date }
  | { readonly kind: "not-scored" }
  | { readonly kind: "no-model" }
  | { readonly kind: "ended"; readonly on: Day };

/** A day's scoring and half of the next may be missed before a card says that its score is old. */
const STALE_AFTER_HOURS = 36;

export function cardRisk(facts: RiskFacts, now: Date): CardRisk {
  const { customer, score } = facts;
  if (hasEnded(customer, now) && customer.endedOn !== null) return { kind: "ended", on: customer.endedOn };
  if (score === null) return { kind: facts.hasModel ? "not-scored" : "no-model" };
  if (score.probability === null) {
    return { kind: "no-score", because: score.silence, scoredAt: score.asOf };
  }
  return {
    kind: "scored",
    probability: score.probability,
    bounds: score.bounds,
    change: riskChange(facts, score.probability),
    horizonDays: score.model?.horizonDays ?? null,
    serves: score.model?.serves ?? null,
    scoredAt: score.asOf,
    stale: knownUpTo(facts, now).getTime() - score.asOf.getTime() > STALE_AFTER_HOURS * MS_PER_HOUR,
    ...(facts.resting?.stopped
      ? { stopped: { since: facts.resting.lastDay, source: facts.resting.source } }
      : {}),
    ...tooFewAlike(score.model),
  };
}

function tooFewAlike(model: Pick<ScoringModel, "ratedAlike"> | null) {
  const alike = model?.ratedAlike ?? FEWEST_TO_TELL;
  return alike < FEWEST_TO_TELL ? { tooFewAlike: alike } : {};
}

/** Of a figure in a list: true where so few were rated alike that it is called rough; left out otherwise. */
export function roughness(score: RiskFacts["score"]): { readonly isRough?: true } {
  return "tooFewAlike" in tooFewAlike(score?.model ?? null) ? { isRough: true } : {};
}

/** Up to when it is known what the customer did: now, or where their source rests the end of its rows. */
export const knownUpTo = ({ resting }: Pick<RiskFacts, "resting">, now: Date): Date =>
  resting ? endOfSource(resting) : now;

/** Whole percentage points against the earlier score; null where there is none or nothing moved. */
function riskChange({ earlierScore, score, lastPause }: RiskFacts, probability: number) {
  if (earlierScore === null) return null;
  const points = Math.round(probability * 100) - Math.round(earlierScore.probability * 100);
  if (points === 0) return null;
  const modelChanged = earlierScore.modelId !== (score?.model?.id ?? null);
  const back = lastPause && startOf(lastPause.backDay);
  const isAcross = back && score && earlierScore.asOf < back && score.asOf >= back;
  return { points, since: earlierScore.asOf, modelChanged, ...(isAcross ? { pause: lastPause } : {}) };
}

const startOf = (day: Day): Date => new Date(`${day}T00:00:00Z`);

/**
 * What would still lower the risk, strongest first: nothing of an old score or after data stopped, and no step that has been taken since the
 * score was made.
 */
export function leversNow(
  { score, lastTouch, openTicket }: RiskFacts & StepFacts,
  risk: CardRisk,
): readonly Lever[] {
  if (score === null || risk.kind !== "scored" || risk.stale || risk.stopped) return [];
  const taken: Record<LeverKey, boolean> = {
    contact: lastTouch !== null && lastTouch.at >= score.asOf,
    "solve-ticket": openTicket === null,
    "follow-up-delivery": false,
  };
  return score.levers.filter(({ steps }) => !steps.some((step) => taken[step]));
}

/** What one step alone would bring, where it still lowers the risk. */
export function effectOf(step: LeverKey, facts: RiskFacts & StepFacts, risk: CardRisk): Lever | null {
  return (
    leversNow(facts, risk).find(({ steps: [only, ...more] }) => only === step && more.length === 0) ?? null
  );
}

/** Why a score's reasons cannot be told; null where they can, or there is no probability to explain. */
export function whyUnexplained({ score }: Pick<RiskFacts, "score">): Phrase | null {
  return score?.unexplained === undefined ? null : unexplainedPhrase(score.unexplained);
}
