import { HIGH_RISK, MEDIUM_RISK, NOTABLE_CHANGE } from "./bands.ts";

/** A customer's newest score and the one of the week before, 0–1; null where there was none. */
export type RiskPoint = {
  readonly customerId: number;
  readonly source: string;
  readonly probability: number | null;
  readonly previousProbability: number | null;
  /** When the previous one was made; null where there was none. */
  readonly previousScoredAt: Date | null;
  readonly hasOwner: boolean;
};

export type RiskMovement = {
  readonly customersAtRisk: { readonly high: number; readonly medium: number; readonly low: number };
  readonly unscored: number;
  readonly high: readonly RiskPoint[];
  /** Of them, those whose owner is no active member; riskiest first. */
  readonly highWithoutOwner: readonly RiskPoint[];
  /** High now, not high a week ago (or not scored then); riskiest first. */
  readonly newlyHigh: readonly RiskPoint[];
  /** Biggest rise, biggest fall first, equals by id; only steps worth naming. */
  readonly risers: readonly RiskPoint[];
  readonly fallers: readonly RiskPoint[];
};

/** What cannot be told as a movement of one week. */
export type NotOfThisWeek = {
  /** Sources whose data have stopped, or came again within the week: silence and holes are no movement. */
  readonly sources: ReadonlySet<string>;
  /** A score from before is none of a week ago, say because nobody was scored during a pause. */
  readonly comparedFrom: Date;
};

const EVERYTHING_COUNTS: NotOfThisWeek = { sources: new Set(), comparedFrom: new Date(0) };

/** Sorts a scoring into bands and finds who moved since the one a week before. */
export function riskMovement(
  points: readonly RiskPoint[],
  { sources, comparedFrom }: NotOfThisWeek = EVERYTHING_COUNTS,
): RiskMovement {
  const scored = points.filter(({ probability }) => probability !== null);
  const ofThisWeek = scored.filter(
    ({ source, previousScoredAt: before }) =>
      !sources.has(source) && (before === null || before >= comparedFrom),
  );
  const high = scored.filter((point) => riskOf(point) >= HIGH_RISK).sort(byRisk);
  const medium = scored.filter((point) => riskOf(point) >= MEDIUM_RISK).length - high.length;
  return {
    customersAtRisk: { high: high.length, medium, low: scored.length - high.length - medium },
    unscored: points.length - scored.length,
    high,
    highWithoutOwner: high.filter((point) => !point.hasOwner),
    newlyHigh: ofThisWeek
      .filter((point) => riskOf(point) >= HIGH_RISK)
      .filter(({ previousProbability: before }) => before === null || before < HIGH_RISK)
      .sort(byRisk),
    risers: ofThisWeek
      .filter((point) => changeOf(point) >= NOTABLE_CHANGE)
      .sort((a, b) => changeOf(b) - changeOf(a) || a.customerId - b.customerId),
    fallers: ofThisWeek
      .filter((point) => changeOf(point) <= -NOTABLE_CHANGE)
      .sort((a, b) => changeOf(a) - changeOf(b) || a.customerId - b.customerId),
  };
}

/** A customer where no signal was found: what an earlier scoring left of some holds no longer. */
export const withoutFigure = <T extends { readonly probability: number | null }>(scored: T): T => ({
  ...scored,
  probability: null,
});

const riskOf = ({ probability }: RiskPoint) => probability ?? 0;
const changeOf = ({ probability, previousProbability }: RiskPoint) =>
  probability === null || previousProbability === null ? 0 : probability - previousProbability;
const byRisk = (a: RiskPoint, b: RiskPoint) => riskOf(b) - riskOf(a) || a.customerId - b.customerId;
