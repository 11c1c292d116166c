import {
  CHINESE_BOOSTERS,
  CHINESE_DIMINISHERS,
  CHINESE_NEGATIONS,
  CHINESE_QUESTIONS,
  CHINESE_SETUPS,
  CHINESE_TURNS,
  CHINESE_WORDS,
} from "./chinese-words.ts";
import { lexiconOf } from "./lexicon.ts";
import { simplified } from "./traditional.ts";

const LEXICON = lexiconOf(CHINESE_WORDS, /\s+/);
const LONGEST = Math.max(...[...LEXICON.keys()].map(({ length }) => length));

/** How many pieces back a negation or an intensifier is looked for: "不会让你失望". */
const REACH = 4;
const TURNED_ROUND = -0.8;
const BOOST = 1.3;
const IN_A_QUESTION = 0.25;
const SET_UP = 0.3;
const BEFORE_A_TURN = 0.5;
const AFTER_A_TURN = 1.4;

/** What a Chinese text says, added up word by word; 0 where it says nothing. */
export function chineseSum(text: string): number {
  const sentences = simplified(text.toLowerCase()).match(/[^。!?!?\n]+[。!?!?\n]*/g) ?? [];
  return sentences.reduce((sum, sentence) => sum + sentenceSum(sentence), 0);
}

function sentenceSum(sentence: string): number {
  const clauses = sentence.split(/[,,;;、::。!?!?\s]+/).filter((clause) => clause !== "");
  let sum = 0;
  for (const clause of clauses) {
    if (CHINESE_TURNS.test(clause)) sum = BEFORE_A_TURN * sum + AFTER_A_TURN * clauseSum(clause);
    else sum += (CHINESE_SETUPS.test(clause) ? SET_UP : 1) * clauseSum(clause);
  }
  return isQuestion(sentence, clauses.at(-1) ?? "") ? IN_A_QUESTION * sum : sum;
}

const isQuestion = (sentence: string, last: string) =>
  CHINESE_QUESTIONS.test(sentence.trim()) || /[??]\s*$/.test(sentence) || /[吗么呢]$/.test(last);

/** A word with its value, or a character that has none. */
type Piece = { readonly text: string; readonly value: number | null };

function clauseSum(clause: string): number {
  const pieces = piecesOf(clause);
  let sum = 0;
  let from = 0;
  pieces.forEach(({ value }, at) => {
    if (value === null || value === 0) return;
    sum += value * factorBefore(pieces.slice(Math.max(from, at - REACH), at));
    from = at + 1;
  });
  return sum;
}

/** Longest words first, as the characters run on without spaces. */
function piecesOf(clause: string): Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at < clause.length; ) {
    const piece = pieceAt(clause, at);
    pieces.push(piece);
    at += piece.text.length;
  }
  return pieces;
}

function pieceAt(clause: string, at: number): Piece {
  for (let length = Math.min(LONGEST, clause.length - at); length > 0; length -= 1) {
    const text = clause.slice(at, at + length);
    const value = LEXICON.get(text);
    if (value !== undefined) return { text, value };
    if (CHINESE_BOOSTERS.has(text) || CHINESE_DIMINISHERS.has(text)) return { text, value: null };
  }
  return { text: clause.slice(at, at + 1), value: null };
}

function factorBefore(pieces: readonly Piece[]): number {
  let factor = 1;
  for (const { text, value } of pieces) {
    if (value !== null) continue;
    if (CHINESE_NEGATIONS.has(text)) factor *= TURNED_ROUND;
    else if (CHINESE_BOOSTERS.has(text)) factor *= BOOST;
    else if (CHINESE_DIMINISHERS.has(text)) factor /= BOOST;
  }
  return factor;
}
