import { AsyncLocalStorage } from "node:async_hooks";
import { gathering } from "../../../domain/gathering.ts";
import type { ScoreToExplain } from "../../../store/risk/scores.ts";
import { type ExplainedScore, type ExplainScoresDeps, explainScores } from "./explain-scores.ts";

type Explain = (score: ScoreToExplain) => Promise<ExplainedScore | undefined>;

/** By the store that the scores are kept in. */
const gatheredOf = new WeakMap<object, Explain>();
/** As many as are worked out together (explain-scores.ts). */
const MOST_AT_ONCE = 125;
/** What is worked out for several is no part of what one of them asked for, and does not end where they stop it. */
const forNobodyAlone = AsyncLocalStorage.snapshot();

/**
 * Explains one score as `explainScores` does, together with those that are asked for while others are being explained: twenty cards
 * at once take little longer than one.
 */
export function explainGathered(
  deps: ExplainScoresDeps,
  score: ScoreToExplain,
): Promise<ExplainedScore | undefined> {
  const explain = gatheredOf.get(deps.scores) ?? gathered(deps);
  gatheredOf.set(deps.scores, explain);
  return explain(score);
}

/** Of each customer one score goes at a time, which several may have asked for. */
const gathered = (deps: ExplainScoresDeps): Explain =>
  gathering({
    async work(scores: readonly ScoreToExplain[]) {
      const found = await forNobodyAlone(() => explainScores(deps, scores));
      return scores.map(({ customerId }) => found.get(customerId));
    },
    keyOf: ({ customerId }) => customerId,
    isSame: (one, other) => JSON.stringify(one) === JSON.stringify(other),
    mostAtOnce: MOST_AT_ONCE,
  });
