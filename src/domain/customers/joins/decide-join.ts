import type { CompanyName } from "./company-name.ts";
import type { JoinFile } from "./join-file.ts";
import { nameSimilarity, type Rarity } from "./name-similarity.ts";
import { domainLabel } from "./web-domains.ts";

/** What two files can agree or differ in. */
export const SIGNS = [
  "mapped-id",
  "tax-id",
  "domain",
  "email",
  "email-domain",
  "name",
  "external-id",
  "country",
  "town",
  "place",
  "trade",
  "number",
  "form",
] as const;
export type Sign = (typeof SIGNS)[number];
/** As the files have it; of what is the same, the first is enough. */
export type Seen = { readonly sign: Sign; readonly first: string; readonly second: string };

/** What speaks for two customers being one, and what against. Plain data: it is kept. */
export type Evidence = { readonly agrees: readonly Seen[]; readonly differs: readonly Seen[] };

/**
 * `certain`: joined without a question. `propose`: somebody is asked. `apart`: not worth a question.
 * `score`, 0–1, orders questions; it is no probability.
 */
export type JoinVerdict = {
  readonly kind: "certain" | "propose" | "apart";
  readonly score: number;
  readonly evidence: Evidence;
};

/** What the whole file says of the parts of one. */
export type FileFigures = {
  readonly rarity: Rarity;
  /** How many customers of one source share a domain, at most. */
  readonly customersOfDomain: (domain: string) => number;
  /** How many customers have a name in common, by its core. */
  readonly customersOfCore: (core: string) => number;
};

/** Names as alike as this are one name, slips apart. Chosen on the tuning half of the labelled pairs. */
const SAME_NAME = 0.87;
/** Names as alike as this may be one, where something else says so. Chosen likewise. */
const LIKE_NAME = 0.6;
/** A domain that more customers of one source share is a group's, an agency's or a mall's. Chosen. */
const MOST_OF_A_DOMAIN = 1;
/** A name that more customers have than this says little by itself: "Hotel Post". Chosen. */
const MOST_OF_A_NAME = 3;

/** Whether two customers are one, by what their files say. Which comes first makes no difference. */
export function decideJoin(a: JoinFile, b: JoinFile, file: FileFigures): JoinVerdict {
  const compared = compare(a, b, file);
  const kind = kindOf(compared, a.source === b.source);
  return { kind, score: scoreOf(compared), evidence: evidenceOf(a, b, compared) };
}

type Compared = {
  readonly mapped: boolean;
  readonly tax: "same" | "different" | null;
  /** Of a site that is theirs alone; `shared`: several customers of a source have it. */
  readonly domain: "same" | "shared" | "label" | "different" | null;
  readonly email: boolean;
  readonly emailDomain: string | null;
  readonly externalId: boolean;
  /** Null: in different scripts, which cannot be compared. */
  readonly name: number | null;
  readonly names: readonly [CompanyName, CompanyName];
  readonly isRareName: boolean;
  readonly country: "same" | "different" | null;
  readonly town: "same" | "different" | null;
  readonly place: "different" | null;
  readonly trade: "different" | null;
  readonly number: "different" | null;
  readonly form: "same" | "different" | null;
};

function compare(a: JoinFile, b: JoinFile, file: FileFigures): Compared {
  const { similarity, names } = nearestNames(a, b, file.rarity);
  const [first, second] = names;
  return {
    mapped: [...a.mapped].some((id) => isOf(id, b)) || [...b.mapped].some((id) => isOf(id, a)),
    tax: comparedTax(a, b),
    domain: comparedDomain(a, b, file),
    email: a.emails.some((email) => b.emails.includes(email)),
    emailDomain: sharedEmailDomain(a, b),
    externalId: a.externalId === b.externalId && /^(?=.*\d).{5,}$/.test(a.externalId),
    name: similarity,
    names,
    isRareName: file.customersOfCore(first.core) <= MOST_OF_A_NAME,
    country: alike(a.country, b.country),
    town: haveOneScript(a.town, b.town) ? alike(a.town, b.town) : null,
    place: disjoint(first.places, second.places) ? "different" : null,
    trade: disjoint(first.trades, second.trades) ? "different" : null,
    number: first.numbers.join() === second.numbers.join() ? null : "different",
    form: first.script === second.script ? alike(first.form, second.form) : null,
  };
}

const isOf = (id: JoinFile["mapped"][number], { source, externalId }: JoinFile) =>
  id.source === source.toLowerCase() && id.externalId === externalId;

const alike = (first: string | null, second: string | null) =>
  first === null || second === null ? null : first === second ? "same" : "different";

/** "Beijing" and "北京" are not two towns. */
const haveOneScript = (first: string | null, second: string | null) =>
  /\p{Script=Latin}/u.test(first ?? "") === /\p{Script=Latin}/u.test(second ?? "");

const disjoint = (first: readonly string[], second: readonly string[]) =>
  first.length > 0 && second.length > 0 && !first.some((place) => second.includes(place));

function comparedTax(a: JoinFile, b: JoinFile): Compared["tax"] {
  const ofOneScheme = a.taxIds.flatMap((id) =>
    b.taxIds.flatMap((other) => (other.scheme === id.scheme ? [[id, other]] : [])),
  );
  if (ofOneScheme.length === 0) return null;
  return ofOneScheme.some(([id, other]) => id?.number === other?.number) ? "same" : "different";
}

function comparedDomain(a: JoinFile, b: JoinFile, file: FileFigures): Compared["domain"] {
  if (a.domain === null || b.domain === null) return null;
  if (a.domain === b.domain) return file.customersOfDomain(a.domain) > MOST_OF_A_DOMAIN ? "shared" : "same";
  return domainLabel(a.domain) === domainLabel(b.domain) ? "label" : "different";
}

/** The domain of an address of the one that is also the other's, as an address or as a site. */
function sharedEmailDomain(a: JoinFile, b: JoinFile): string | null {
  const others = new Set([...b.emailDomains, ...(b.domain === null ? [] : [b.domain])]);
  return (
    a.emailDomains.find((domain) => others.has(domain)) ??
    (a.domain !== null && b.emailDomains.includes(a.domain) ? a.domain : null)
  );
}

function nearestNames(a: JoinFile, b: JoinFile, rarity: Rarity) {
  const pairs = a.names.flatMap((first) =>
    b.names.map((second) => ({
      names: [first, second] as const,
      similarity: similarityOf(first, second, rarity),
    })),
  );
  const [best, ...others] = pairs;
  if (best === undefined) throw new Error("A customer without a name cannot be compared.");
  return others.reduce(
    (nearest, pair) => ((pair.similarity ?? -1) > (nearest.similarity ?? -1) ? pair : nearest),
    best,
  );
}

const similarityOf = (first: CompanyName, second: CompanyName, rarity: Rarity) =>
  first.script === second.script ? nameSimilarity(first, second, rarity) : null;

/** In how many ways the two are said to be different companies. */
const contradictions = ({ country, place, trade, number, form, domain, town }: Compared) =>
  [country, place, trade, number, form].filter((each) => each === "different").length +
  (domain === "different" ? 1 : 0) +
  (town === "different" && country !== "different" ? 1 : 0);

function kindOf(compared: Compared, isOneSource: boolean): JoinVerdict["kind"] {
  const { tax, mapped, domain, email, emailDomain, externalId, name } = compared;
  if (tax === "different") return "apart";
  if (mapped) return "certain";
  if (tax === "same") return isOneSource ? "propose" : "certain";
  if (areBranches(compared)) return "apart";
  if (isOneSource) return isTwice(compared) ? "propose" : "apart";
  const against = contradictions(compared);
  if (domain === "same") return kindByDomain(compared, against);
  const isLike = name === null || name >= LIKE_NAME;
  if (email) return isLike && against === 0 ? "propose" : "apart";
  if (domain === "shared") return (name ?? 0) >= SAME_NAME && against === 0 ? "propose" : "apart";
  if (emailDomain !== null) return isLike && against === 0 ? "propose" : "apart";
  if (externalId) return (name ?? 0) >= LIKE_NAME && against === 0 ? "propose" : "apart";
  return isNamedAlike(compared, against) ? "propose" : "apart";
}

/** "Store 3" and "Store 4" of one chain. */
const areBranches = ({ number, names }: Compared) =>
  number === "different" && names.every(({ numbers }) => numbers.length > 0);

/** A site of their own: one company, unless its name, country, place or legal form says that it is a sister. */
function kindByDomain({ name }: Compared, against: number): JoinVerdict["kind"] {
  if (against > 1) return "apart";
  if (against === 1) return name !== null && name < LIKE_NAME ? "apart" : "propose";
  return name !== null && name >= LIKE_NAME ? "certain" : "propose";
}

/** Nothing but the name: it must be the same but for slips, and nothing may speak against it. */
function isNamedAlike(
  { name, names, isRareName, town, domain, country, form }: Compared,
  against: number,
): boolean {
  if (name === null || name < SAME_NAME || against > 0) return false;
  const isExact = names[0].core === names[1].core;
  const isNear = town === "same" || domain === "label" || (country === "same" && form === "same");
  return isExact ? isRareName || town === "same" : isNear || country === "same";
}

/** Twice in one system, which knows best: only the same name in the same town, or the same address. */
function isTwice({ name, names, town, email, isRareName }: Compared): boolean {
  const isExact = names[0].core === names[1].core && names[0].form === names[1].form;
  return isExact && isRareName && (town === "same" || email) && name !== null;
}

/** Orders questions: what says most, first. The steps are chosen; only their order matters. */
function scoreOf(compared: Compared): number {
  const { mapped, tax, domain, email, emailDomain, externalId, name } = compared;
  const strongest = Math.max(
    mapped || tax === "same" ? 1 : 0,
    domain === "same" ? 0.8 : 0,
    email ? 0.7 : 0,
    emailDomain === null ? 0 : 0.6,
    externalId ? 0.5 : 0,
    domain === "label" ? 0.45 : 0,
    0.3,
  );
  return Math.max(0, Math.min(1, strongest * 0.7 + (name ?? 0.5) * 0.3 - contradictions(compared) * 0.15));
}

function evidenceOf(a: JoinFile, b: JoinFile, compared: Compared): Evidence {
  const same: Seen[] = [];
  const other: Seen[] = [];
  const note = (sign: Sign, is: "same" | "different" | null, first: string | null, second: string | null) => {
    if (is === null) return;
    (is === "same" ? same : other).push({ sign, first: first ?? "", second: second ?? "" });
  };
  const when = (is: boolean) => (is ? "same" : null);
  const [first, second] = compared.names;
  note("mapped-id", when(compared.mapped), a.externalId, b.externalId);
  note("tax-id", compared.tax, a.taxIds[0]?.number ?? null, b.taxIds[0]?.number ?? null);
  const { domain, name } = compared;
  note("domain", domain === "shared" || domain === "label" ? "same" : domain, a.domain, b.domain);
  note("email", when(compared.email), a.emails.find((email) => b.emails.includes(email)) ?? null, null);
  note(
    "email-domain",
    when(!compared.email && compared.emailDomain !== null && domain !== "same"),
    compared.emailDomain,
    null,
  );
  note("name", name === null ? null : name >= SAME_NAME ? "same" : "different", a.label, b.label);
  note("external-id", when(compared.externalId), a.externalId, b.externalId);
  note("country", compared.country, a.country, b.country);
  note("town", compared.town, a.town, b.town);
  note("place", compared.place, first.places.join(" "), second.places.join(" "));
  note("trade", compared.trade, first.trades.join(" "), second.trades.join(" "));
  note("number", compared.number, first.numbers.join(" "), second.numbers.join(" "));
  note("form", compared.form === "same" ? null : compared.form, first.form, second.form);
  return { agrees: same, differs: other };
}
