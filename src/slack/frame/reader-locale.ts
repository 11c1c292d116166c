import { type Locale, localeOf } from "../../words/locale.ts";

/** The language a reader gets. English for everybody, until members carry the one they chose in Slack. */
export const readerLocale = (): Locale => localeOf(null);
