import { hasContract } from "../../customer.ts";
import { type Phrase, phrase } from "../../phrase.ts";
import { HIGH_RISK, MEDIUM_RISK } from "../bands.ts";
import { reasonDirection } from "./reasons.ts";
import type { RiskFacts } from "./score-facts.ts";
import type { Direction } from "./sentences/sentence.ts";
import { tellReason } from "./sentences/stories.ts";

type Explained = Pick<RiskFacts, "customer" | "score">;
type Told = { readonly direction: Direction; readonly sentence: Phrase };

/**
 * A score's reasons as far as they can be said, strongest first: under a high risk what raises it alone, under a low one
 * what lowers it and then at most one that raises it, between the two both. Each says which way it speaks, unless all
 * speak the way the risk does. Empty where nothing can be said.
 */
export function reasonPhrases(facts: Explained): Phrase[] {
  const probability = facts.score?.probability ?? null;
  if (probability === null) return [];
  const told = toldReasons(facts);
  if (probability >= HIGH_RISK) return going("raises", told).map(({ sentence }) => sentence);
  if (probability >= MEDIUM_RISK) return told.map(withDirection);
  const [raising] = going("raises", told);
  const lowering = going("lowers", told);
  if (raising === undefined) return lowering.map(({ sentence }) => sentence);
  return [...lowering, raising].map(withDirection);
}

/** The strongest reason that can be said of those that pull the risk the given way; null where there is none. */
export function strongestToldReason(facts: Explained, direction: Direction): Phrase | null {
  return going(direction, toldReasons(facts))[0]?.sentence ?? null;
}

/** "Usage up by 12 % in a month (speaks for staying)". */
export const withDirection = ({ direction, sentence }: Told): Phrase =>
  phrase(direction === "raises" ? "because.for-leaving" : "because.for-staying", { sentence });

const going = (direction: Direction, told: readonly Told[]) =>
  told.filter((one) => one.direction === direction);

/** In both directions, strongest first. */
function toldReasons({ customer, score }: Explained): Told[] {
  if (score === null) return [];
  const about = { hasContract: hasContract(customer), answers: score.answers ?? {} };
  const told = [...score.reasons]
    .sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution))
    .flatMap((reason) => {
      const sentence = tellReason(reason, about);
      return sentence === null ? [] : [{ direction: reasonDirection(reason), sentence }];
    });
  return withoutRepetition(told);
}

const SILENT: ReadonlySet<string> = new Set([
  "because.silent",
  "because.silent-contract",
  "because.bought-once",
]);

/** That nobody bought for 90 days is said already where it is said how long they have been silent. */
function withoutRepetition(told: readonly Told[]): Told[] {
  const isSilenceTold = told.some(({ sentence }) => SILENT.has(sentence.code));
  return told.filter(({ sentence }) => !(isSilenceTold && sentence.code === "because.bought-none"));
}
