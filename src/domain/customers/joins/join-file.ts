import { normaliseName } from "../customer-name.ts";
import { type CompanyName, companyName } from "./company-name.ts";
import { isTaxColumn, type TaxId, taxId } from "./tax-ids.ts";
import { ownDomain, ownEmailDomain } from "./web-domains.ts";

/** What is stored of a customer that may tell who it is in another system. */
export type JoinRow = {
  readonly id: number;
  /** Into whom they are joined; themselves where into nobody. */
  readonly headId: number;
  readonly source: string;
  readonly externalId: string;
  readonly name: string;
  readonly domain: string | null;
  readonly country: string | null;
  readonly attributes: Readonly<Record<string, string>>;
  /** Addresses of their contacts. */
  readonly emails: readonly string[];
};

/** The same as it can be compared. */
export type JoinFile = {
  readonly id: number;
  readonly headId: number;
  readonly source: string;
  readonly externalId: string;
  readonly label: string;
  readonly names: readonly CompanyName[];
  /** Of their site; free providers and shared hosts are none. */
  readonly domain: string | null;
  readonly emails: readonly string[];
  readonly emailDomains: readonly string[];
  readonly taxIds: readonly TaxId[];
  readonly country: string | null;
  readonly town: string | null;
  /** Their ids in other systems, as their own names them: by the other's name and by the id. */
  readonly mapped: ReadonlyArray<{ readonly source: string; readonly externalId: string }>;
};

const TOWN: ReadonlySet<string> = new Set(
  "city town ort stadt ville ciudad citta billing city 城市 所在城市".split(" "),
);
const EMAIL =
  /^(?:billing |company |customer |contact )?(?:e ?mail|email address|mail|邮箱|电子邮箱|correo)$/;

/** @param sources the names of all systems there are */
export function joinFile(row: JoinRow, sources: ReadonlySet<string>): JoinFile {
  const attributes = Object.entries(row.attributes).map(
    ([name, value]) => [normaliseName(name), value.trim()] as const,
  );
  const valuesOf = (isOne: (name: string) => boolean) =>
    attributes.flatMap(([name, value]) => (value !== "" && isOne(name) ? [value] : []));
  const country = countryCode(row.country);
  const emails = [...row.emails, ...valuesOf((name) => EMAIL.test(name))].map((email) =>
    email.trim().toLowerCase(),
  );
  const aliases = (row.attributes.aliases ?? "").split("|").filter((alias) => alias.trim() !== "");
  return {
    id: row.id,
    headId: row.headId,
    source: row.source,
    externalId: row.externalId,
    label: row.name,
    names: [row.name, ...aliases].map(companyName),
    domain: ownDomain(row.domain),
    emails: [...new Set(emails)].filter((email) => email.includes("@")),
    emailDomains: [...new Set(emails.flatMap((email) => ownEmailDomain(email) ?? []))],
    taxIds: valuesOf(isTaxColumn).flatMap((value) => taxId(value, country) ?? []),
    country,
    town: valuesOf((name) => TOWN.has(name)).map(normaliseName)[0] ?? null,
    mapped: attributes.flatMap(([name, value]) => mappedId(name, value, sources)),
  };
}

/** "zendesk id", "stripe customer id": the system's name, and a word that says id. */
function mappedId(name: string, value: string, sources: ReadonlySet<string>) {
  const words = name.split(" ");
  const [system = "", ...rest] = words;
  if (value === "" || !sources.has(system) || rest.at(-1) !== "id" || rest.length > 3) return [];
  return [{ source: system, externalId: value }];
}

/** Names of the countries most customers are in, where a file writes them out. */
const COUNTRIES: Readonly<Record<string, string>> = {
  DE: "germany deutschland allemagne alemania germania 德国",
  AT: "austria osterreich autriche",
  CH: "switzerland schweiz suisse svizzera suiza",
  FR: "france frankreich francia",
  ES: "spain spanien espana espagne",
  IT: "italy italien italia italie",
  NL: "netherlands niederlande nederland",
  BE: "belgium belgien belgique belgie",
  GB: "uk england britain unitedkingdom greatbritain",
  IE: "ireland",
  US: "usa us unitedstates unitedstatesofamerica 美国",
  CA: "canada",
  MX: "mexico",
  BR: "brazil brasil",
  CN: "china prc chine cina 中国 中华人民共和国",
  TW: "taiwan 台湾 臺灣",
  HK: "hongkong 香港",
  JP: "japan 日本",
  KR: "southkorea korea",
  IN: "india indien",
  SG: "singapore",
  AU: "australia",
  PL: "poland polen polska",
  CZ: "czechia czechrepublic tschechien",
  SE: "sweden schweden sverige",
  NO: "norway norwegen norge",
  DK: "denmark danemark danmark",
  FI: "finland finnland suomi",
  PT: "portugal",
};
const CODE_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(COUNTRIES).flatMap(([code, names]) => names.split(" ").map((name) => [name, code] as const)),
);

function countryCode(text: string | null): string | null {
  const plain = text === null ? "" : normaliseName(text).replaceAll(" ", "");
  if (plain === "") return null;
  const code = CODE_OF.get(plain);
  if (code !== undefined) return code;
  return /^[a-z]{2}$/.test(plain) ? plain.toUpperCase() : plain;
}
