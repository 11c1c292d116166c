/** English, German, French and Spanish, in full and as they are shortened; without accents. */
const NAMES = [
  ["jan", "january", "januar", "janner", "janv", "janvier", "ene", "enero"],
  ["feb", "february", "februar", "fev", "fevr", "fevrier", "febrero"],
  ["mar", "march", "mrz", "marz", "maerz", "mars", "marzo"],
  ["apr", "april", "avr", "avril", "abr", "abril"],
  ["may", "mai", "mayo"],
  ["jun", "june", "juni", "juin", "junio"],
  ["jul", "july", "juli", "juil", "juillet", "julio"],
  ["aug", "august", "aout", "ago", "agosto"],
  ["sep", "sept", "september", "septembre", "septiembre", "set", "setiembre"],
  ["oct", "october", "okt", "oktober", "octobre", "octubre"],
  ["nov", "november", "novembre", "noviembre"],
  ["dec", "december", "dez", "dezember", "decembre", "dic", "diciembre"],
];
const NUMBERS = new Map(NAMES.flatMap((names, month) => names.map((name) => [name, month + 1] as const)));

/** 1 to 12; null for what is no month's name. */
export function monthNamed(name: string): number | null {
  const bare = name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return NUMBERS.get(bare) ?? null;
}
