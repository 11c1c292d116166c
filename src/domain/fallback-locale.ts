/** The language of whoever has told none: the only one there are words in everywhere. */
export const FALLBACK_LOCALE = "en";
