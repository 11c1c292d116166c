import type { ScoreToExplain } from "../../../store/risk/scores.ts";
import { type ExplainedScore, type ExplainScoresDeps, explainScores } from "./explain-scores.ts";

type Asked = {
  readonly score: ScoreToExplain;
  resolve(explained: ExplainedScore | undefined): void;
  reject(error: unknown): void;
};

/** Who asks, and whether some are being explained. */
type Gathered = { waiting: Asked[]; isAtWork: boolean };

/** By the store that the scores are kept in. */
const gatheredOf = new WeakMap<object, Gathered>();

/**
 * Explains one score as `explainScores` does, together with those that are asked for while others are being explained: twenty cards
 * at once take little longer than one.
 */
export function explainGathered(
  deps: ExplainScoresDeps,
  score: ScoreToExplain,
): Promise<ExplainedScore | undefined> {
  const gathered = gatheredOf.get(deps.scores) ?? { waiting: [], isAtWork: false };
  gatheredOf.set(deps.scores, gathered);
  return new Promise((resolve, reject) => {
    gathered.waiting.push({ score, resolve, reject });
    if (!gathered.isAtWork) void explainWaiting(deps, gathered);
  });
}

async function explainWaiting(deps: ExplainScoresDeps, gathered: Gathered): Promise<void> {
  gathered.isAtWork = true;
  while (gathered.waiting.length > 0) {
    const { together, others } = parted(gathered.waiting);
    gathered.waiting = others;
    await explainTogether(deps, together);
  }
  gathered.isAtWork = false;
}

/** Of each customer one score goes at a time, which several may have asked for. */
function parted(waiting: readonly Asked[]): { together: Asked[]; others: Asked[] } {
  const chosen = new Map<number, string>();
  const [together, others]: [Asked[], Asked[]] = [[], []];
  for (const asked of waiting) {
    const { customerId, ...which } = asked.score;
    const score = JSON.stringify(which);
    if (!chosen.has(customerId)) chosen.set(customerId, score);
    (chosen.get(customerId) === score ? together : others).push(asked);
  }
  return { together, others };
}

/** Where it fails for all of them, each is tried alone: what is wrong with one customer is no other's matter. */
async function explainTogether(deps: ExplainScoresDeps, together: readonly Asked[]): Promise<void> {
  const scores = [...new Map(together.map(({ score }) => [score.customerId, score])).values()];
  try {
    const found = await explainScores(deps, scores);
    for (const { score, resolve } of together) resolve(found.get(score.customerId));
  } catch (error) {
    if (together.length === 1) return together[0]?.reject(error);
    await Promise.all(together.map((asked) => explainTogether(deps, [asked])));
  }
}
