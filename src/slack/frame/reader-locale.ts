import type { Member } from "../../domain/customer.ts";
import { type Locale, localeOf } from "../../words/locale.ts";

/** The language a reader gets; null where nobody knows yet who reads. */
export const readerLocale = (reader: Pick<Member, "locale"> | null): Locale =>
  localeOf(reader?.locale ?? null);

/** The language of each person at their last request, by Slack user id. */
const lastRead = new Map<string, Locale>();
/** About as many people as ask within a day of a large company; chosen by the product, to bound what is kept. */
const MOST_KEPT = 10_000;

/** Keeps in which language somebody read, for when they cannot be looked up: the database may be what fails. */
export function rememberLocale(userId: string, locale: Locale): void {
  lastRead.delete(userId);
  lastRead.set(userId, locale);
  const [oldest] = lastRead.keys();
  if (lastRead.size > MOST_KEPT && oldest !== undefined) lastRead.delete(oldest);
}

/** The language somebody read in last, without asking the database; English where they have not asked since the start. */
export const rememberedLocale = (userId: string | null): Locale =>
  (userId === null ? undefined : lastRead.get(userId)) ?? readerLocale(null);
