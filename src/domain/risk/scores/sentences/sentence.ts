import { type Phrase, phrase } from "../../../phrase.ts";
import type { FeatureName } from "../../features.ts";

export type Direction = "raises" | "lowers";

/** A survey's answer on the scale it was asked on. */
export type Answer = { readonly score: number; readonly scaleMax: number };
export type LastAnswers = { readonly csat?: Answer; readonly nps?: Answer };

/** What is known of a customer beside the numbers kept with a reason. */
export type About = {
  readonly hasContract: boolean;
  /** The last ones before the score; the features hold no more of them than a share of the scale. */
  readonly answers: LastAnswers;
};

/** A number kept with a reason; null where it is missing or was not kept. */
export type KeptNumber = (name: FeatureName) => number | null;

/** One thing a rep would say aloud of a customer, and when it may be said. */
export type Sentence = {
  /** Said only of a reason that pulls the risk this way. */
  readonly tells: Direction;
  /** Numbers without which it cannot be said. */
  readonly needs: readonly FeatureName[];
  /** Null where it would make no sense with these numbers. */
  say(number: KeptNumber, about: About): Phrase | null;
};

type Known<Need extends FeatureName> = Readonly<Record<Need, number>>;

/** A sentence whose `say` is asked only where every number that it needs is known. */
export function sentence<const Need extends FeatureName>(
  tells: Direction,
  needs: readonly Need[],
  say: (known: Known<Need>, about: About) => Phrase | null,
): Sentence {
  return {
    tells,
    needs,
    say: (number, about) => {
      const known = knownOf(needs, number);
      return known === null ? null : say(known, about);
    },
  };
}

function knownOf<Need extends FeatureName>(needs: readonly Need[], number: KeptNumber): Known<Need> | null {
  const known: Partial<Record<Need, number>> = {};
  for (const name of needs) {
    const value = number(name);
    if (value === null) return null;
    known[name] = value;
  }
  // Every need has been filled in above.
  return known as Known<Need>;
}

/** Change in whole percent, below zero for less; null against nothing. */
export function changePercent(before: number, now: number): number | null {
  return before > 0 && now >= 0 ? Math.round(100 * (now / before - 1)) : null;
}

/** Less than this comes and goes with the calendar. Chosen by the product, for spending and usage alike. */
export const NOTABLE_PERCENT = 10;

/** Newer than half a year: "only"; from a year on, long. Chosen by the product; between the two, age tells nothing. */
export const NEW_WITHIN_DAYS = 180;
export const LONG_FROM_DAYS = 365;

const DAYS_PER_MONTH = 365.25 / 12;

/** "12 days", "7 months", "6 years": completed ones, so that nothing is made older than it is. Null below a day. */
export function agePhrase(days: number): Phrase | null {
  if (days < 1) return null;
  if (days < 60) return phrase("because.age-days", { n: Math.floor(days) });
  const months = Math.floor(days / DAYS_PER_MONTH);
  if (months < 24) return phrase("because.age-months", { n: months });
  return phrase("because.age-years", { n: Math.floor(months / 12) });
}
