/** A phrase that could not be put into words as it should be. */
export type MissingWords = { readonly code: string; readonly locale: string; readonly why: string };

/** On standard error, until whoever keeps a log takes it over. */
let report = ({ code, locale, why }: MissingWords): void =>
  process.emitWarning(`No words for “${code}” in ${locale}: ${why}`, "MissingWords");

const reported = new Set<string>();

/** Who is told of phrases without words, once for each code and language: the log. */
export function reportMissingWordsTo(reporter: (missing: MissingWords) => void): void {
  report = reporter;
  reported.clear();
}

export function reportOnce(missing: MissingWords): void {
  const key = `${missing.locale} ${missing.code}`;
  if (reported.has(key)) return;
  report(missing);
  reported.add(key);
}
