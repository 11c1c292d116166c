const PLAIN = /^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/;
/** Characters without a width, which copying from a web page or a right-to-left text leaves behind. */
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

/**
 * A field in the characters that formats are told by: full-width digits and marks as plain ones, every kind of blank as a
 * blank, nothing around it.
 */
export function plainCharacters(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .normalize("NFKC")
    .replace(INVISIBLE, "")
    .replace(/\u2212/g, "-")
    .trim();
}
