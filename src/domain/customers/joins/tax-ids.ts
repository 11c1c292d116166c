/** A company's number with its tax office, and whose numbers these are. */
export type TaxId = { readonly scheme: string; readonly number: string };

/** What columns with tax numbers are called, as `normaliseName` writes it, in the languages files come in. */
const COLUMN =
  /^(?:company |customer |billing |eu )?(?:vat|tax|ust|gst)(?: ?(?:id|idnr|no|nr|number|reg(?:istration)?(?: no| number)?|code|in))*$|^(?:vatin|ustid|ustidnr|ust idnr|umsatzsteuer id|umsatzsteueridentifikationsnummer|steuernummer|steuer id|numero (?:de )?tva|tva(?: intracom(?:munautaire)?)?|n tva|siren|nif|cif|nif cif|cif nif|rfc|cnpj|partita iva|p iva|btw nummer|btw|moms|nip|abn|ein|uid|统一社会信用代码|社会信用代码|信用代码|税号|纳税人识别号|統一編號|统一编号|稅號)$/;

export const isTaxColumn = (normalisedName: string): boolean => COLUMN.test(normalisedName);

/** Formats of VAT numbers in the EU, and of some neighbours, behind the country's letters. */
const VAT: Readonly<Record<string, RegExp>> = {
  AT: /^U\d{8}$/,
  BE: /^[01]\d{9}$/,
  BG: /^\d{9,10}$/,
  CH: /^E?\d{9}(?:MWST|TVA|IVA)?$/,
  CY: /^\d{8}[A-Z]$/,
  CZ: /^\d{8,10}$/,
  DE: /^\d{9}$/,
  DK: /^\d{8}$/,
  EE: /^\d{9}$/,
  EL: /^\d{9}$/,
  ES: /^[A-Z0-9]\d{7}[A-Z0-9]$/,
  FI: /^\d{8}$/,
  FR: /^[A-Z0-9]{2}\d{9}$/,
  GB: /^\d{9}(?:\d{3})?$/,
  HR: /^\d{11}$/,
  HU: /^\d{8}$/,
  IE: /^\d[A-Z0-9+*]\d{5}[A-Z]{1,2}$/,
  IT: /^\d{11}$/,
  LT: /^\d{9}(?:\d{3})?$/,
  LU: /^\d{8}$/,
  LV: /^\d{11}$/,
  MT: /^\d{8}$/,
  NL: /^\d{9}B\d{2}$/,
  NO: /^\d{9}(?:MVA)?$/,
  PL: /^\d{10}$/,
  PT: /^\d{9}$/,
  RO: /^\d{2,10}$/,
  SE: /^\d{12}$/,
  SI: /^\d{8}$/,
  SK: /^\d{10}$/,
};

/**
 * A tax number as it can be compared; null for what is none. A bare number counts as one of the country, where that is known:
 * "123456789" of a German customer is "DE123456789".
 * @param country two letters, or null
 */
export function taxId(text: string, country: string | null): TaxId | null {
  const plain = text.toUpperCase().replace(/[\s.\-/_]/g, "");
  if (isCreditCode(plain)) return { scheme: "CN", number: plain };
  const letters = plain.slice(0, 2) === "GR" ? "EL" : plain.slice(0, 2);
  const named = VAT[letters];
  if (named?.test(plain.slice(2))) return { scheme: letters, number: bare(letters, plain.slice(2)) };
  const own = country === "GR" ? "EL" : country;
  if (own !== null && VAT[own]?.test(plain)) return { scheme: own, number: bare(own, plain) };
  // Of a country whose numbers we do not know: as it stands, where it is long enough to be one.
  return own !== null && VAT[own] === undefined && /^[A-Z0-9]{8,20}$/.test(plain) && /\d{5}/.test(plain)
    ? { scheme: own, number: plain }
    : null;
}

/** What some add to a number that is the same without it. */
const bare = (country: string, number: string) =>
  country === "CH"
    ? number.replace(/^E|(?:MWST|TVA|IVA)$/g, "")
    : country === "NO"
      ? number.replace(/MVA$/, "")
      : number;

/** Digits of 统一社会信用代码 (GB 32100-2015): no I, O, S, V, Z. */
const CODE_DIGITS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/** Whether the check digit holds: the sum of the first 17, each weighted by 3 to its place, modulo 31. */
export function isCreditCode(text: string): boolean {
  if (!/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(text)) return false;
  let sum = 0;
  let weight = 1;
  for (const digit of text.slice(0, 17)) {
    sum += CODE_DIGITS.indexOf(digit) * weight;
    weight = (weight * 3) % 31;
  }
  return CODE_DIGITS[(31 - (sum % 31)) % 31] === text[17];
}
