import { normaliseName } from "../customer-name.ts";
import { withoutForm, withoutHanForm } from "./legal-forms.ts";
import { COMMON_WORDS, hanParts } from "./places-and-trades.ts";
import { simplified } from "./simplified.ts";

/** A company's name in the parts that tell who it is. */
export type CompanyName = {
  /** Words, and brands in Han characters, without legal form and place; in the order of the name. */
  readonly tokens: readonly string[];
  /** Those of them that tell little. */
  readonly weak: ReadonlySet<string>;
  /** The same in one piece: what two spellings of one name have in common. */
  readonly core: string;
  readonly form: string | null;
  readonly places: readonly string[];
  /** What they do, as a name in Han characters ends with it. */
  readonly trades: readonly string[];
  readonly numbers: readonly string[];
  readonly script: "han" | "other";
};

const HAN_OR_HANGUL = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** @param text as a person or a system wrote it */
export function companyName(text: string): CompanyName {
  const name = normaliseName(text);
  return HAN_OR_HANGUL.test(name) ? hanName(simplified(name)) : alphabetName(name);
}

function alphabetName(name: string): CompanyName {
  const { name: short, form } = withoutForm(name);
  const tokens = short.split(" ").map(sameSpelling);
  return {
    tokens,
    weak: new Set(tokens.filter((token) => COMMON_WORDS.has(token))),
    core: tokens.filter((token) => token !== "and").join(""),
    form,
    places: [],
    trades: [],
    numbers: tokens.filter((token) => /\d/.test(token)),
    script: "other",
  };
}

function hanName(name: string): CompanyName {
  const { name: short, form } = withoutHanForm(name.replaceAll(" ", ""));
  const { brand, places, trades } = hanParts(short);
  const tokens = [brand, ...trades.toReversed()];
  const numbers = brand.match(/\d+/g) ?? [];
  return {
    tokens,
    weak: new Set(trades),
    core: tokens.join(""),
    form,
    places,
    trades,
    numbers,
    script: "han",
  };
}

/** German umlauts are also written with an e: "mueller" is "müller". */
const sameSpelling = (word: string) => word.replace(/(?<=[^aeq]|^)([aou])e(?=[^aeiou]|$)/g, "$1");
