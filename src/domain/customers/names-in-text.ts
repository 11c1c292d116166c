import { normaliseName } from "./customer-name.ts";

/** A name is seldom longer; and each start gives as many keys as this. */
const MOST_WORDS = 5;
const MOST_HAN = 12;
/** Text beyond this is not searched for names: two thousand keys are one quick look-up, more are not. */
const SEARCHED_LENGTH = 1_000;

/**
 * Everything in a text that could be a customer's name as they are kept for look-ups: each run of up to five words, and of two to
 * twelve Han characters; each once. Single words need three letters. "Acme's" may be Acme's own or a name like McDonald's.
 */
export function namesInText(text: string): string[] {
  const searched = text.slice(0, SEARCHED_LENGTH);
  const plain = normaliseName(searched);
  const owned = POSSESSIVE.test(searched) ? normaliseName(searched.replaceAll(POSSESSIVES, "")) : plain;
  return [...new Set([...runsOfWords(plain), ...runsOfWords(owned), ...runsOfHan(plain)])];
}

const POSSESSIVE = /(?<=\p{L})(?:['’]s|(?<=s)['’])(?!\p{L})/iu;
const POSSESSIVES = new RegExp(POSSESSIVE, "giu");

function runsOfWords(text: string): string[] {
  const words = text.split(" ").filter((word) => word !== "");
  return words.flatMap((_, start) =>
    Array.from({ length: Math.min(MOST_WORDS, words.length - start) }, (_, more) =>
      words.slice(start, start + more + 1).join(" "),
    ).filter((run) => run.length >= 3 && /[\p{L}\p{N}]/u.test(run)),
  );
}

function runsOfHan(text: string): string[] {
  const stretches = text.match(/\p{Script=Han}{2,}/gu) ?? [];
  return stretches.flatMap((stretch) => {
    const letters = Array.from(stretch);
    return letters.flatMap((_, start) =>
      Array.from({ length: Math.min(MOST_HAN, letters.length - start) - 1 }, (_, more) =>
        letters.slice(start, start + more + 2).join(""),
      ),
    );
  });
}
