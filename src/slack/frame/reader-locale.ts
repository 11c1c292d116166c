import type { Member } from "../../domain/customer.ts";
import { type Locale, localeOf } from "../../words/locale.ts";

/** The language a reader gets; null where nobody knows yet who reads. */
export const readerLocale = (reader: Pick<Member, "locale"> | null): Locale =>
  localeOf(reader?.locale ?? null);
