/** By what somebody is known, as it was kept. */
export type KnownBy = {
  readonly names: readonly string[];
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  /** Web domains, addresses of pages. */
  readonly addresses: readonly string[];
};

/** Regular expressions that PostgreSQL and JavaScript read alike, each of at most `TERMS_AT_ONCE` terms. */
export type TermPatterns = {
  /** In a text, in whatever case. */
  readonly text: readonly string[];
  /** In JSON, within its strings, in the case in which it was kept: a code in lower case is nobody's name. */
  readonly json: readonly string[];
};

/** A longer alternation is too much for PostgreSQL's expressions. Chosen. */
const TERMS_AT_ONCE = 50;
/** Shorter names stand within too many words. Chosen by the product; of Han characters two are a name. */
const SHORTEST_NAME = 3;
/** As many digits as a number has that somebody can call. Chosen by the product. */
const SHORTEST_PHONE = 6;

/** What texts are searched for. A name in small Latin letters alone, such as "total", is a word like others: it is left out. */
export function termPatterns(known: KnownBy): TermPatterns {
  const names = distinct(known.names).filter(isTelling);
  const plain = distinct([...known.emails, ...known.addresses]).filter((term) => term.length > SHORTEST_NAME);
  const phones = distinct(known.phones).filter((phone) => digitsOf(phone).length >= SHORTEST_PHONE);
  const words = [...names, ...plain];
  return {
    text: chunked([...words.map((term) => bounded(escaped(term), term)), ...phones.map(phonePattern)]),
    json: chunked([
      ...words.map((term) => bounded(escaped(inJson(term)), term)),
      ...phones.map((phone) => phoneInJson(phone)),
    ]),
  };
}

/** Names that are too short or too plain to be searched for. */
export const untellingNames = ({ names }: Pick<KnownBy, "names">): string[] =>
  distinct(names).filter((name) => !isTelling(name));

function isTelling(name: string): boolean {
  if (/\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}/u.test(name))
    return Array.from(name).length >= 2;
  return name.length >= SHORTEST_NAME && !/^[a-z]+$/.test(name);
}

const distinct = (terms: readonly string[]) => [
  ...new Set(terms.map((term) => term.trim()).filter((term) => term !== "")),
];

const escaped = (term: string) => term.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
const inJson = (term: string) => JSON.stringify(term).slice(1, -1);
const digitsOf = (phone: string) => phone.replace(/\D/g, "");

const LETTER = "[A-Za-z0-9_\u00c0-\u024f]";

/** Not within a longer word; scripts without spaces have no such bounds. */
function bounded(pattern: string, term: string): string {
  const before = /^[A-Za-z0-9\u00c0-\u024f]/.test(term) ? `(?<!${LETTER})` : "";
  const after = /[A-Za-z0-9\u00c0-\u024f]$/.test(term) ? `(?!${LETTER})` : "";
  return `${before}${pattern}${after}`;
}

/** The same digits, however they are grouped. */
function phonePattern(phone: string): string {
  const digits = Array.from(digitsOf(phone)).join("[ ()./-]{0,3}");
  return `(?<![0-9])\\+?${digits}(?![0-9])`;
}

/** Digits alone are a number outside of a string; with a sign, a zero or a space before or in them they are none. */
function phoneInJson(phone: string): string {
  const isNumber = /^[1-9][0-9]*$/.test(phone);
  return isNumber ? `(?<=")${phone}(?=")` : `(?<![0-9])${escaped(inJson(phone))}(?![0-9])`;
}

function chunked(patterns: readonly string[]): string[] {
  const all = [...patterns].sort((a, b) => b.length - a.length);
  return Array.from({ length: Math.ceil(all.length / TERMS_AT_ONCE) }, (_, place) =>
    all
      .slice(place * TERMS_AT_ONCE, (place + 1) * TERMS_AT_ONCE)
      .map((pattern) => `(?:${pattern})`)
      .join("|"),
  );
}
