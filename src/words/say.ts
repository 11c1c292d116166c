import { type Phrase, phrase } from "../domain/phrase.ts";
import type { Locale } from "./locale.ts";
import { textOf } from "./text.ts";

/** Makes the text of a code with what stands in it. */
export type Say = (code: string, parameters?: Phrase["parameters"]) => string;

/** A block builder's own words, in its reader's language. */
export const sayIn =
  (locale: Locale): Say =>
  (code, parameters = {}) =>
    textOf(phrase(code, parameters), locale);
