import type { Day } from "./calendar.ts";

/** Feasts on which people greet one another, and which are a public holiday somewhere. */
export const FEASTS = [
  "christmas",
  "diwali",
  "eid_al_adha",
  "eid_al_fitr",
  "lunar_new_year",
  "new_year",
  "nowruz",
  "thanksgiving",
] as const;
export type Feast = (typeof FEASTS)[number];

export type NextFeast = { readonly feast: Feast; readonly day: Day };

/** The feasts of the world, as a library knows them. */
export type Feasts = {
  /**
   * The first feast after a day, among the next 7; null: there is none, or nobody knows of such a country.
   * @param country as a customer file names it: two letters (ISO 3166-1), or by name in one of our languages
   */
  after(country: string, day: Day): NextFeast | null;
};

/** Where nobody was asked for a calendar. */
export const NO_FEASTS: Feasts = { after: () => null };
