import { type Phrase, phrase } from "../../phrase.ts";
import type { FeatureName } from "../features.ts";

/** What people can do about a customer. */
export type LeverKey = "contact" | "solve-ticket" | "follow-up-delivery";

/** One step, or two together, and the probability (0–1) that the model gives with the features they would change. */
export type Lever = { readonly steps: readonly LeverKey[]; readonly probability: number };

/** A customer's features; NaN where missing. */
export type FeatureValues = (feature: FeatureName) => number;

/** The features that steps change, with their new values. */
export type FeatureChanges = Readonly<Partial<Record<FeatureName, number>>>;

type LeverDefinition = {
  readonly key: LeverKey;
  isPlausible(value: FeatureValues): boolean;
  /** Every feature that the step moves at once; nothing else a model reads depends on it. */
  changes(value: FeatureValues): FeatureChanges;
};

/** Sooner, one more contact is pestering rather than care. Chosen by the product; advice waits as long. */
const CONTACT_NOT_WITHIN_DAYS = 7;

/**
 * Every step the features can represent, and only what somebody of the team can do. Training sessions and events leave
 * no trace of their own in the features yet, so they cannot be asked about. A new one is one entry here.
 */
const LEVERS: readonly LeverDefinition[] = [
  {
    key: "contact",
    isPlausible: (value) => {
      const since = value("daysSinceLastTouch");
      return Number.isNaN(since) || since >= CONTACT_NOT_WITHIN_DAYS;
    },
    changes: (value) => ({ daysSinceLastTouch: 0, touches90d: value("touches90d") + 1 }),
  },
  {
    key: "solve-ticket",
    isPlausible: (value) => value("openTickets") >= 1,
    // It stays a ticket that was opened: `tickets90d` does not change.
    changes: (value) => ({ openTickets: value("openTickets") - 1 }),
  },
  {
    key: "follow-up-delivery",
    // They bought within 90 days, deliveries to them are on record, yet none of the last 90 days.
    isPlausible: (value) => value("deliveryDays90d") === 0 && value("purchaseDays90d") >= 1,
    changes: (value) => ({ deliveryDays90d: value("deliveryDays90d") + 1 }),
  },
];

/** Steps to ask the model about, with what they change. */
export type LeverQuestion = { readonly steps: readonly LeverKey[]; readonly changes: FeatureChanges };

/** Each plausible step for a customer, and each two of them together. */
export function leverQuestions(value: FeatureValues): LeverQuestion[] {
  const single = LEVERS.filter((lever) => lever.isPlausible(value)).map((lever) => ({
    steps: [lever.key],
    changes: lever.changes(value),
  }));
  const pairs = single.flatMap((first, place) =>
    single.slice(place + 1).map((second) => ({
      steps: [...first.steps, ...second.steps],
      changes: { ...first.changes, ...second.changes },
    })),
  );
  return [...single, ...pairs];
}

/** A smaller difference comes and goes with the day. Chosen by the product: it would not show on a card. */
export const LEAST_GAIN = 0.01;
const MOST_LEVERS = 3;

/**
 * What is worth telling of the model's answers, lowest probability first: steps that lower it by a point at least, and
 * of the pairs the best one, where it beats both of its steps alone by as much.
 * @param probability the customer's own, 0–1
 */
export function strongestLevers(probability: number, answers: readonly Lever[]): Lever[] {
  const single = answers.filter(({ steps }) => steps.length === 1);
  const pairs = answers.filter(({ steps }) => steps.length > 1).sort(byProbability);
  const best = pairs.slice(0, 1).filter((pair) => addsTo(single, pair));
  return [...single, ...best]
    .filter((lever) => probability - lever.probability >= LEAST_GAIN)
    .sort(byProbability)
    .slice(0, MOST_LEVERS);
}

const byProbability = (a: Lever, b: Lever) => a.probability - b.probability;

function addsTo(single: readonly Lever[], pair: Lever): boolean {
  const parts = single.filter(({ steps }) => steps.every((step) => pair.steps.includes(step)));
  return parts.every((part) => part.probability - pair.probability >= LEAST_GAIN);
}

/** "One contact this week", "One contact this week and one open ticket solved". */
export function leverPhrase({ steps: [first = "contact", second] }: Pick<Lever, "steps">): Phrase {
  if (second === undefined) return phrase(`lever.${first}`);
  return phrase("lever.pair", { first: phrase(`lever.${first}`), second: phrase(`lever.${second}.second`) });
}
