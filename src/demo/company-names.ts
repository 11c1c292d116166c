import {
  CHINESE,
  DUTCH,
  ENGLISH,
  FRENCH,
  GERMAN,
  JAPANESE,
  ROMANCE,
  type Spelled,
} from "./company-name-parts.ts";
import type { RandomStream } from "./random.ts";

/** An invented company, with a domain nobody can own. */
export type Company = {
  readonly name: string;
  readonly domain: string;
  readonly aliases: readonly string[];
};

/** How far a name goes to be told apart: the bare one, with its town, or one of several of that name. */
type Detail = { readonly withTown: boolean; readonly number: number | null };
/** `stem` is what the domain is made of. */
type Draft = { readonly name: string; readonly stem: string; readonly aliases: readonly string[] };
type NameMaker = (random: RandomStream, detail: Detail) => Draft;

/** Chosen: bare names are the most usual ones, and at first most draws are free. */
const BARE_DRAWS = 6;
/** Chosen: with half of a country's names taken, one customer in millions finds none and gets a number. */
const DRAWS = 30;

/**
 * A company's name and domain that nobody in `taken` has. There are some thousand names a country; once they run out,
 * companies are numbered, so there always is one.
 * @param taken names and domains; both new ones are added
 */
export function freshCompany(random: RandomStream, country: string, taken: Set<string>): Company {
  const make = MAKER_OF_COUNTRY[country] ?? english;
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const company = companyFrom(make(random, { withTown: draw >= BARE_DRAWS, number: null }));
    if (take(company, taken)) return company;
  }
  for (let number = 2; ; number += 1) {
    const company = companyFrom(make(random, { withTown: true, number }));
    if (take(company, taken)) return company;
  }
}

function companyFrom({ name, stem, aliases }: Draft): Company {
  return { name, domain: exampleDomain(stem), aliases };
}

function take({ name, domain }: Company, taken: Set<string>): boolean {
  if (taken.has(domain) || taken.has(name)) return false;
  taken.add(domain).add(name);
  return true;
}

const german: NameMaker = (random, detail) => {
  const stem = `${random.pick(GERMAN.families)} ${random.pick(GERMAN.trades)}${suffix(random, GERMAN.towns, detail)}`;
  const form = random.pick(["GmbH", "AG", "KG"]);
  return { name: `${random.pick(["", "Gebr. "])}${stem} ${form}`, stem, aliases: [] };
};
const french: NameMaker = (random, detail) => {
  const stem = `${random.pick(FRENCH.firsts)} ${random.pick(FRENCH.families)}${suffix(random, FRENCH.towns, detail)}`;
  return { name: `${stem} ${random.pick(["SARL", "SA", "& Fils"])}`, stem, aliases: [] };
};
const english: NameMaker = (random, detail) => {
  const stem = `${random.pick(ENGLISH.firsts)} ${random.pick(ENGLISH.trades)}${suffix(random, ENGLISH.towns, detail)}`;
  return { name: `${stem} ${random.pick(["Ltd", "Inc.", "Group"])}`, stem, aliases: [] };
};
const romance: NameMaker = (random, detail) => {
  const stem = `${random.pick(ROMANCE.trades)} ${random.pick(ROMANCE.names)}${suffix(random, ROMANCE.towns, detail)}`;
  return { name: `${stem} ${random.pick(["S.L.", "S.r.l."])}`, stem, aliases: [] };
};
const dutch: NameMaker = (random, detail) => {
  const stem = `${random.pick(DUTCH.names)} ${random.pick(DUTCH.trades)}${suffix(random, DUTCH.towns, detail)}`;
  return { name: `${stem} B.V.`, stem, aliases: [] };
};
/** Chinese names begin with their city anyway. */
const chinese: NameMaker = (random, { number }) => {
  const [city, cityPinyin] = random.pick(CHINESE.cities);
  const [word, pinyin] = random.pick(CHINESE.words);
  const [trade, tradePinyin] = random.pick(CHINESE.trades);
  const ordinal = number === null ? "" : `第${number}`;
  return {
    name: `${city}${word}${ordinal}${trade}有限公司`,
    stem: `${pinyin} ${tradePinyin} ${cityPinyin}${numbered(number)}`,
    aliases: [`${word}${ordinal}${trade}`, `${pinyin} ${cityPinyin}${numbered(number)}`],
  };
};
const japanese: NameMaker = (random, { withTown, number }) => {
  const [city, cityRomaji]: Spelled = withTown ? random.pick(JAPANESE.cities) : ["", ""];
  const [word, romaji] = random.pick(JAPANESE.words);
  const [trade, tradeRomaji] = random.pick(JAPANESE.trades);
  const latin = `${cityRomaji} ${romaji} ${tradeRomaji}${numbered(number)}`.trim();
  return {
    name: `株式会社${city}${word}${number === null ? "" : `第${number}`}${trade}`,
    stem: latin,
    aliases: [latin],
  };
};

function suffix(
  random: RandomStream,
  towns: readonly [string, ...string[]],
  { withTown, number }: Detail,
): string {
  return `${withTown ? ` ${random.pick(towns)}` : ""}${numbered(number)}`;
}

const numbered = (number: number | null) => (number === null ? "" : ` ${number}`);

const MAKER_OF_COUNTRY: Readonly<Record<string, NameMaker>> = {
  DE: german,
  AT: german,
  CH: german,
  FR: french,
  ES: romance,
  IT: romance,
  NL: dutch,
  CN: chinese,
  JP: japanese,
};

/** "Größmann Präzisionsteile" → "groessmann-praezisionsteile.example", a domain nobody can own (RFC 2606). */
export function exampleDomain(stem: string): string {
  const spelled = stem
    .toLowerCase()
    .replace(/[äöü]/g, (vowel) => ({ ä: "ae", ö: "oe", ü: "ue" })[vowel] ?? vowel)
    .replace(/ß/g, "ss")
    .normalize("NFD")
    .replace(/[^a-z0-9 -]/g, "");
  return `${spelled.trim().replace(/[ -]+/g, "-")}.example`;
}
