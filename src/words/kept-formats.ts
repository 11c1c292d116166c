/*
 * Making what writes a day, a number or an amount takes the machine some hundred times as long as writing one: each is made once.
 */

/** As a locale writes days and times. */
export const dateFormat = kept(
  (locale: string, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options),
);

/** As a locale writes numbers and amounts. */
export const numberFormat = kept(
  (locale: string, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options),
);

/** Chosen: every currency and the zones of a large team, in three languages. */
const MOST_KEPT = 1_000;

function kept<Options, Format>(
  make: (locale: string, options: Options) => Format,
): (locale: string, options: Options) => Format {
  const made = new Map<string, Format>();
  return (locale, options) => {
    const key = `${locale} ${JSON.stringify(options)}`;
    const known = made.get(key);
    if (known !== undefined) return known;
    if (made.size >= MOST_KEPT) made.clear();
    const format = make(locale, options);
    made.set(key, format);
    return format;
  };
}
