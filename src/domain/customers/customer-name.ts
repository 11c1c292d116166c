/** Letters that NFKD leaves whole although people type them plainly. */
const PLAIN_LETTERS: ReadonlyMap<string, string> = new Map([
  ["ß", "ss"],
  ["æ", "ae"],
  ["œ", "oe"],
  ["ø", "o"],
  ["ł", "l"],
  ["đ", "d"],
  ["ð", "d"],
  ["þ", "th"],
  ["ı", "i"],
]);

/**
 * One spelling for a name, however it was typed: lower case, no accents, full-width forms narrowed, punctuation as
 * single spaces, dotted initials joined ("S.A." is "sa"), "&" as "and", no spaces between Han characters. Look-ups
 * and stored keys both go through it. A name of symbols only keeps its symbols.
 */
export function normaliseName(text: string): string {
  const folded = foldLetters(text);
  const words = folded
    .replace(/\p{Cf}|['’`´]/gu, "")
    .replace(/(?<![\p{L}\p{N}])(?:\p{L}\.){2,}/gu, (initials) => `${initials.replaceAll(".", "")} `)
    .replace(/[&+]/g, " and ")
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, "")
    .trim();
  return words === "" ? folded.replace(/[\s\p{C}]+/gu, " ").trim() : words;
}

/** Only the accents of alphabets are dropped: U+3099 and its like tell が from か. */
function foldLetters(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC")
    .toLowerCase()
    .replace(/[ßæœøłđðþı]/g, (letter) => PLAIN_LETTERS.get(letter) ?? letter);
}

const LEGAL_WORDS: ReadonlySet<string> = new Set(
  (
    "gmbh mbh ag kg kgaa ohg gbr ug se ev inc incorporated corp corporation co company ltd limited llc llp lp plc " +
    "sa sas sasu sarl srl spa sl slu sau sc sca bv nv vof oy oyj ab as asa aps kk gk pty pte sdn bhd tbk pt kft zrt nyrt " +
    "doo dd sro zoo sp ooo oao zao pjsc jsc fzco fze fzc wll ltda eireli cv rl eurl the"
  ).split(" "),
);
const LEGAL_CJK =
  "股份有限公司|有限責任公司|有限责任公司|有限公司|集团公司|集團公司|公司|株式会社|有限会社|合同会社|주식회사|유한회사";
const LEGAL_CJK_EDGE = new RegExp(`^(?:${LEGAL_CJK}) ?(?=.)|(?<=.) ?(?:${LEGAL_CJK})$`, "gu");

/** A normalised name without its legal form ("acme gmbh and co kg" → "acme"); never empty for a name that is not. */
function withoutLegalForm(name: string): string {
  const words = name.replace(LEGAL_CJK_EDGE, "").split(" ");
  while (words.length > 1 && isLegalWord(words.at(-1))) words.pop();
  if (words.length > 1 && words[0] === "the") words.shift();
  return words.join(" ");
}

function isLegalWord(word: string | undefined): boolean {
  return word !== undefined && (word === "and" || LEGAL_WORDS.has(word));
}

const SECOND_LEVEL: ReadonlySet<string> = new Set([
  "co",
  "com",
  "org",
  "net",
  "ac",
  "gov",
  "edu",
  "or",
  "ne",
]);

/** "www.acme.co.uk" → ["acme.co.uk", "acme"]. */
function domainNames(domain: string): string[] {
  const host = domain
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, "")
    .replace(/[/?#].*$/, "")
    .replace(/^www\./, "");
  const labels = host.split(".");
  if (labels.length < 2) return [host];
  labels.pop();
  if (labels.length > 1 && SECOND_LEVEL.has(labels.at(-1) ?? "")) labels.pop();
  return [host, labels.at(-1) ?? host];
}

/** A customer's other names: the attribute `aliases`, separated by "|". */
function aliasesOf(attributes: Readonly<Record<string, string>>): string[] {
  return (attributes.aliases ?? "").split("|");
}

/**
 * What a customer is found by. `keys` are exact normalised spellings: name, aliases (each also without its legal
 * form and without spaces), domain, domain without its ending, external id. `text` joins the distinct ones for
 * search by similarity.
 */
export function searchKeysOf(profile: {
  readonly name: string;
  readonly domain: string | null;
  readonly externalId: string;
  readonly attributes: Readonly<Record<string, string>>;
}): { keys: string[]; text: string } {
  const names = [profile.name, ...aliasesOf(profile.attributes)].flatMap((name) => {
    const full = normaliseName(name);
    const short = withoutLegalForm(full);
    return [full, short, short.replaceAll(" ", "")];
  });
  const domains = profile.domain === null ? [] : domainNames(profile.domain).map(normaliseName);
  const keys = [...new Set([...names, ...domains, normaliseName(profile.externalId)])].filter(Boolean);
  return { keys, text: keys.filter((key) => !keys.some((other) => contains(other, key))).join(" ") };
}

function contains(other: string, key: string): boolean {
  return other !== key && ` ${other} `.includes(` ${key} `);
}
