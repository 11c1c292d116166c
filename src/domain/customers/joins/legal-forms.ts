/**
 * What a company is by law, as its name says it: spellings of one form, each as `normaliseName` writes it. Two forms are two
 * companies, so "Müller Bau GmbH" is not "Müller Bau AG". What says no form ("Co.") stands with the empty one.
 */
const SPELLINGS: Readonly<Record<string, string>> = {
  gmbh: "gmbh|mbh|gesellschaft mit beschrankter haftung|ges mbh|gesmbh",
  "gmbh-co-kg":
    "gmbh and co kg|gmbh and cokg|gmbh co kg|gmbh u co kg|gmbh und co kg|gmbh and co|ag and co kg|ug and co kg",
  ag: "ag|aktiengesellschaft",
  kg: "kg|kommanditgesellschaft",
  kgaa: "kgaa",
  ohg: "ohg",
  ug: "ug|ug haftungsbeschrankt",
  gbr: "gbr",
  ek: "ek|e k|e kfm",
  eg: "eg",
  ev: "ev|e v",
  se: "se",
  ltd: "ltd|limited|co ltd|company limited|co limited|ltd co",
  plc: "plc|public limited company",
  llp: "llp",
  corp: "inc|incorporated|corp|corporation",
  llc: "llc|l l c",
  lp: "lp",
  "pvt-ltd": "pvt ltd|private limited|pvt limited|private ltd|p ltd",
  "pty-ltd": "pty ltd|pty limited|pty|proprietary limited",
  "pte-ltd": "pte ltd|pte limited|pte",
  "sdn-bhd": "sdn bhd|bhd",
  sa: "sa|sau|sociedad anonima|societe anonyme|s a",
  "sa-de-cv": "sa de cv|sapi de cv|s de rl de cv",
  sas: "sas|sasu|societe par actions simplifiee",
  sarl: "sarl|eurl|societe a responsabilite limitee",
  snc: "snc",
  sci: "sci",
  sl: "sl|slu|sociedad limitada|s l",
  spa: "spa|societa per azioni",
  srl: "srl|srls|societa a responsabilita limitata|s r l",
  bv: "bv|b v|besloten vennootschap",
  nv: "nv|n v",
  vof: "vof",
  bvba: "bvba",
  ab: "ab|aktiebolag",
  oy: "oy|osakeyhtio",
  oyj: "oyj",
  as: "as|a s|aksjeselskap|aktieselskab",
  asa: "asa",
  aps: "aps",
  "sp-zoo": "sp zoo|sp z oo|sp z o o|spolka zoo|spolka z oo|spzoo",
  sro: "sro|s r o|spol sro",
  kft: "kft",
  zrt: "zrt",
  lda: "lda",
  ltda: "ltda",
  "ltd-sti": "ltd sti|limited sirketi",
  doo: "doo|d o o",
  ooo: "ooo",
  pt: "tbk",
  kk: "kk|kabushiki kaisha",
  gk: "gk|godo kaisha",
  "": "co|company|and co|and company|et cie|and sons|cie|the",
};

const FORM_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(SPELLINGS).flatMap(([form, spellings]) =>
    spellings.split("|").map((spelling) => [spelling, form] as const),
  ),
);
const LONGEST = Math.max(...[...FORM_OF.keys()].map((spelling) => spelling.split(" ").length));

/** Forms in Han characters, at either end of a name, the longest first. */
const HAN_FORMS: ReadonlyArray<readonly [spelling: string, form: string]> = [
  ["股份有限公司", "cn-plc"],
  ["股份公司", "cn-plc"],
  ["有限责任公司", "cn-ltd"],
  ["有限公司", "cn-ltd"],
  ["株式会社", "kk"],
  ["有限会社", "jp-yk"],
  ["合同会社", "gk"],
  ["普通合伙", "cn-gp"],
  ["有限合伙", "cn-lp"],
  ["公司", ""],
  ["주식회사", "kr-corp"],
  ["유한회사", "kr-ltd"],
];

export type WithoutForm = { readonly name: string; readonly form: string | null };

/** A normalised name in words of an alphabet without its legal forms; never empty for a name that is not. */
export function withoutForm(name: string): WithoutForm {
  const words = name.split(" ");
  let form: string | null = null;
  for (;;) {
    const found = formAtEnd(words);
    if (found === null) break;
    words.length -= found.words;
    if (found.form !== "") form = form === null ? found.form : form;
  }
  if (words.length > 1 && words[0] === "the") words.shift();
  return { name: words.join(" "), form };
}

function formAtEnd(words: readonly string[]): { readonly words: number; readonly form: string } | null {
  for (let count = Math.min(LONGEST, words.length - 1); count > 0; count -= 1) {
    const form = FORM_OF.get(words.slice(-count).join(" "));
    if (form !== undefined) return { words: count, form };
  }
  return null;
}

/** The same of a name in Han characters, in their simplified forms, or in Hangul. */
export function withoutHanForm(name: string): WithoutForm {
  for (const [spelling, form] of HAN_FORMS) {
    if (name.length <= spelling.length) continue;
    const said = form === "" ? null : form;
    if (name.endsWith(spelling)) return { name: name.slice(0, -spelling.length).trim(), form: said };
    if (name.startsWith(spelling)) return { name: name.slice(spelling.length).trim(), form: said };
  }
  return { name, form: null };
}
