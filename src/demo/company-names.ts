import type { RandomStream } from "./random.ts";

/** An invented company; `stem` is what its domain is made of. */
export type CompanyName = {
  readonly name: string;
  readonly stem: string;
  readonly aliases: readonly string[];
};

const GERMAN_FAMILIES = [
  "Müller",
  "Böhringer",
  "Krüger",
  "Schäfer",
  "Weißenfels",
  "Lindner",
  "Jäger",
  "Größmann",
  "Hübner",
  "Falk",
  "Rößler",
  "Brandl",
  "Österle",
  "Vogt",
  "Zöllner",
  "Kranz",
] as const;
const GERMAN_TRADES = [
  "Maschinenbau",
  "Feinmechanik",
  "Verpackungen",
  "Großhandel",
  "Medizintechnik",
  "Werkzeuge",
  "Lebensmittel",
  "Gebäudetechnik",
  "Logistik",
  "Präzisionsteile",
] as const;
const FRENCH_FIRSTS = [
  "Ateliers",
  "Établissements",
  "Maison",
  "Société",
  "Comptoir",
  "Laboratoires",
] as const;
const FRENCH_FAMILIES = [
  "Béranger",
  "Lefèvre",
  "Château-Vieux",
  "Garçon",
  "Noël",
  "d'Aubigné",
  "Crépin",
  "Hélène Roux",
  "Desprès",
  "Forêt",
] as const;
const ENGLISH_FIRSTS = [
  "Harrow",
  "Kestrel",
  "Blue Fern",
  "Ironbridge",
  "Copperfield",
  "Larkspur",
  "Stonegate",
  "Wayfarer",
  "Silverbirch",
  "Redwood",
  "Tidewater",
  "Foxglove",
  "Granite",
  "Halcyon",
  "Juniper",
  "Marlow",
] as const;
const ENGLISH_TRADES = [
  "Foods",
  "Fittings",
  "Robotics",
  "Supplies",
  "Dental",
  "Textiles",
  "Packaging",
  "Analytics",
  "Interiors",
  "Marine",
  "Clinics",
  "Hardware",
] as const;
const ROMANCE_NAMES = [
  "Almendra",
  "Girasole",
  "Montaña",
  "Torrevieja",
  "Collina Verde",
  "Peñalba",
  "Lago Nero",
  "Sant'Elia",
  "Corazón",
  "Pietra Grigia",
] as const;
const ROMANCE_TRADES = ["Cerámica", "Distribuzioni", "Impianti", "Alimentos", "Óptica", "Arredi"] as const;
const DUTCH_NAMES = ["Van der Velde", "De Wit", "Grachtzicht", "Noorderlicht", "Zeewind", "Jansse"] as const;
const DUTCH_TRADES = ["Techniek", "Verpakking", "Bloemen", "Scheepswerf", "Groothandel"] as const;
const CHINESE_CITIES = [
  ["北京", "beijing"],
  ["上海", "shanghai"],
  ["深圳", "shenzhen"],
  ["杭州", "hangzhou"],
  ["成都", "chengdu"],
  ["苏州", "suzhou"],
] as const;
const CHINESE_WORDS = [
  ["晨光", "chenguang"],
  ["远帆", "yuanfan"],
  ["青松", "qingsong"],
  ["恒雨", "hengyu"],
  ["星桥", "xingqiao"],
  ["云杉", "yunshan"],
] as const;
const CHINESE_TRADES = [
  ["科技", "keji"],
  ["贸易", "maoyi"],
  ["医疗器械", "yiliao"],
  ["机械", "jixie"],
] as const;
const JAPANESE_WORDS = [
  ["青空", "aozora"],
  ["桜坂", "sakurazaka"],
  ["白鳥", "hakucho"],
  ["みなと", "minato"],
  ["松風", "matsukaze"],
] as const;
const JAPANESE_TRADES = [
  ["製作所", "seisakusho"],
  ["商事", "shoji"],
  ["精機", "seiki"],
  ["食品", "shokuhin"],
] as const;

type NameMaker = (random: RandomStream) => CompanyName;

const german: NameMaker = (random) => {
  const family = random.pick(GERMAN_FAMILIES);
  const trade = random.pick(GERMAN_TRADES);
  const stem = `${family} ${trade}`;
  return {
    name: `${random.pick(["", "Gebr. "])}${stem} ${random.pick(["GmbH", "AG", "KG"])}`,
    stem,
    aliases: [],
  };
};
const french: NameMaker = (random) => {
  const stem = `${random.pick(FRENCH_FIRSTS)} ${random.pick(FRENCH_FAMILIES)}`;
  return { name: `${stem} ${random.pick(["SARL", "SA", "& Fils"])}`, stem, aliases: [] };
};
const english: NameMaker = (random) => {
  const first = random.pick(ENGLISH_FIRSTS);
  const stem = `${first} ${random.pick(ENGLISH_TRADES)}`;
  return { name: `${stem} ${random.pick(["Ltd", "Inc.", "Group"])}`, stem, aliases: [] };
};
const romance: NameMaker = (random) => {
  const stem = `${random.pick(ROMANCE_TRADES)} ${random.pick(ROMANCE_NAMES)}`;
  return { name: `${stem} ${random.pick(["S.L.", "S.r.l."])}`, stem, aliases: [] };
};
const dutch: NameMaker = (random) => {
  const stem = `${random.pick(DUTCH_NAMES)} ${random.pick(DUTCH_TRADES)}`;
  return { name: `${stem} B.V.`, stem, aliases: [] };
};
const chinese: NameMaker = (random) => {
  const [city, cityPinyin] = random.pick(CHINESE_CITIES);
  const [word, pinyin] = random.pick(CHINESE_WORDS);
  const [trade, tradePinyin] = random.pick(CHINESE_TRADES);
  return {
    name: `${city}${word}${trade}有限公司`,
    stem: `${pinyin} ${tradePinyin} ${cityPinyin}`,
    aliases: [`${word}${trade}`, `${pinyin} ${cityPinyin}`],
  };
};
const japanese: NameMaker = (random) => {
  const [word, romaji] = random.pick(JAPANESE_WORDS);
  const [trade, tradeRomaji] = random.pick(JAPANESE_TRADES);
  return {
    name: `株式会社${word}${trade}`,
    stem: `${romaji} ${tradeRomaji}`,
    aliases: [`${romaji} ${tradeRomaji}`],
  };
};

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

export function companyName(random: RandomStream, country: string): CompanyName {
  return (MAKER_OF_COUNTRY[country] ?? english)(random);
}

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
