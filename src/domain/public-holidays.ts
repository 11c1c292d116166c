import type { Day } from "./calendar.ts";

/** The public holidays of the world, as a library knows them. */
export type PublicHolidays = {
  /**
   * The public holiday of a day in a country, by its name there; null: it is a day like any other, or nobody knows.
   * @param country ISO 3166-1, two letters
   */
  on(country: string, day: Day): string | null;
  /** The countries whose public holidays are known, ISO 3166-1. */
  countries(): readonly string[];
  /** The country whose clocks show a time zone, ISO 3166-1; null for zones of no country, such as UTC. */
  countryOf(timeZone: string): string | null;
};
