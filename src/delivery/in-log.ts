import type { Phrase } from "../domain/phrase.ts";
import { localeOf } from "../words/locale.ts";
import { textOf } from "../words/text.ts";

const LOG_LOCALE = localeOf(null);

/** Why, for whoever reads the log: in English, with the code to look for. */
export const inLog = (because: Phrase): string => `${because.code}: ${textOf(because, LOG_LOCALE)}`;
