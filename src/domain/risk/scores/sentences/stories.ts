import type { Phrase } from "../../../phrase.ts";
import { attributePhrase } from "../../attribute-inputs.ts";
import { type FeatureGroup, type FeatureName, featureNamed } from "../../features.ts";
import { type Reason, reasonDirection } from "../reasons.ts";
import { CONTRACT, DELIVERIES, RATING, RECOMMENDATION, TICKETS, TOUCHES, USAGE } from "./care-sentences.ts";
import {
  BUYS_BESIDES_CONTRACT_NEEDS,
  buysBesidesContract,
  FREQUENCY,
  PRODUCTS,
  REFUNDS,
  RHYTHM,
  SILENCE,
  SPEND,
  TENURE,
} from "./purchase-sentences.ts";
import type { About, KeptNumber, Sentence } from "./sentence.ts";

type Story = {
  /** About purchases: told of a customer under contract only where they buy besides it. */
  readonly ofPurchases: boolean;
  /** The first that may be told is. */
  readonly sentences: readonly Sentence[];
  /** What they are made of. */
  readonly features: readonly FeatureName[];
};

const bought = (sentences: readonly Sentence[]): Story => ({
  ofPurchases: true,
  sentences,
  features: needsOf(sentences, BUYS_BESIDES_CONTRACT_NEEDS),
});
const other = (sentences: readonly Sentence[]): Story => ({
  ofPurchases: false,
  sentences,
  features: needsOf(sentences),
});

function needsOf(sentences: readonly Sentence[], besides: readonly FeatureName[] = []): FeatureName[] {
  return [...new Set([...sentences.flatMap(({ needs }) => needs), ...besides])];
}

/** What each group of features can be told as. A group that has nothing to say with its numbers is left out. */
const STORIES: Readonly<Record<FeatureGroup, Story>> = {
  "last purchase": bought(SILENCE),
  tenure: bought(TENURE),
  frequency: bought(FREQUENCY),
  spend: bought(SPEND),
  products: bought(PRODUCTS),
  rhythm: bought(RHYTHM),
  refunds: bought(REFUNDS),
  deliveries: other(DELIVERIES),
  usage: other(USAGE),
  tickets: other(TICKETS),
  touches: other(TOUCHES),
  rating: other(RATING),
  recommendation: other(RECOMMENDATION),
  contract: other(CONTRACT),
};

/** The features that a group's sentences are made of; they are kept with its reason. */
export const featuresTold = (group: FeatureGroup): readonly FeatureName[] => STORIES[group].features;

/**
 * The reason as a rep would say it, in the customer's own numbers: "Silent for 101 days, usually buys every 13". Null
 * where no sentence makes sense with these numbers in the direction in which the model's reason pulls, or where what a
 * sentence needs was not kept with it.
 */
export function tellReason(reason: Reason, about: About): Phrase | null {
  if (reason.attribute !== undefined) return attributePhrase(reason.attribute);
  const group = featureNamed(reason.feature)?.group;
  if (group === undefined) return null;
  const number: KeptNumber = (name) =>
    name === reason.feature ? reason.value : (reason.companions?.[name] ?? null);
  const { ofPurchases, sentences } = STORIES[group];
  if (ofPurchases && about.hasContract && !buysBesidesContract(number)) return null;
  const direction = reasonDirection(reason);
  for (const { tells, say } of sentences) {
    const told = tells === direction ? say(number, about) : null;
    if (told !== null) return told;
  }
  return null;
}
