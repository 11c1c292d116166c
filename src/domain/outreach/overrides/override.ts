import { MS_PER_DAY } from "../../clock.ts";
import { HIGH_RISK } from "../../risk/bands.ts";

/** What a member knows better than the model. */
export const OVERRIDE_SAYS = ["stay", "leave"] as const;
export type OverrideSays = (typeof OVERRIDE_SAYS)[number];

/** What became of the customer, by the labels that models and nudges are judged by. */
export type OverrideOutcome = "stayed" | "left";

/** A member's call that has not ended. */
export type RunningOverride = {
  readonly says: OverrideSays;
  /** In the words of whoever made it. */
  readonly because: string;
  /** Its last day is the one before. */
  readonly until: Date;
  /** Slack user id. */
  readonly by: string;
  readonly byName: string | null;
  readonly madeAt: Date;
};

/** A year and its leap day: who knows better for longer should say so again. Chosen by the product. */
export const LONGEST_OVERRIDE_DAYS = 366;
/** Long enough for two sentences. Chosen by the product. */
export const LONGEST_BECAUSE = 500;

/**
 * Chosen: as nudges are judged. A customer without a contract who bought nothing for a week has not left, so that a shorter
 * call is judged by the month it began.
 */
export const JUDGED_AFTER_DAYS = 30;

/** How many days after a call began it is known what came of it. */
export function judgedWithinDays({ madeAt, until }: Pick<RunningOverride, "madeAt" | "until">): number {
  const lasted = Math.ceil((until.getTime() - madeAt.getTime()) / MS_PER_DAY);
  return Math.max(lasted, JUDGED_AFTER_DAYS);
}

/** A call of which it is known what happened. */
export type ScoredOverride = {
  readonly says: OverrideSays;
  readonly outcome: OverrideOutcome;
  /** What the model said when it was made, 0–1; null: it had no figure. */
  readonly probability: number | null;
};

const outcomeOf = (says: OverrideSays): OverrideOutcome => (says === "stay" ? "stayed" : "left");

export const isRight = ({ says, outcome }: ScoredOverride): boolean => outcomeOf(says) === outcome;

/** From high risk on the model said that they would leave; null: it said nothing. */
export function wasModelRight({ probability, outcome }: ScoredOverride): boolean | null {
  if (probability === null) return null;
  return outcomeOf(probability >= HIGH_RISK ? "leave" : "stay") === outcome;
}

/** How often calls came true, and how often the model was right about the same customers. */
export type OverrideTally = {
  readonly calls: number;
  readonly right: number;
  /** Of the calls, those where the model had a figure. */
  readonly modelCalls: number;
  readonly modelRight: number;
};

export function tallyOf(scored: readonly ScoredOverride[]): OverrideTally {
  const model = scored.map(wasModelRight).filter((was) => was !== null);
  return {
    calls: scored.length,
    right: scored.filter(isRight).length,
    modelCalls: model.length,
    modelRight: model.filter(Boolean).length,
  };
}

/** Of fewer people a sum would tell whose calls they were. Chosen by the product. */
export const LEAST_PEOPLE_IN_SUM = 3;

/**
 * The sum of a team's calls, for managers; null where so few people made them that it would tell of one.
 * @param scored with whose call each was
 */
export function teamTally(
  scored: ReadonlyArray<ScoredOverride & { readonly by: string }>,
): OverrideTally | null {
  const people = new Set(scored.map(({ by }) => by));
  return people.size < LEAST_PEOPLE_IN_SUM ? null : tallyOf(scored);
}

export type OpenOverride = Omit<RunningOverride, "byName"> & {
  readonly customerId: number;
  readonly name: string;
};

/** What a member is shown of calls. */
export type ListedOverrides = {
  /** The reader's own, the first to end first. */
  readonly open: readonly OpenOverride[];
  readonly hasMore: boolean;
  readonly own: OverrideTally;
  /** `too-few`: the sum would tell whose calls they were; null: the reader does not steer. */
  readonly team: OverrideTally | "too-few" | null;
  readonly now: Date;
};
