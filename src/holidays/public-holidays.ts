import { getCountryForTimezone } from "countries-and-timezones";
import Holidays from "date-holidays";
import type { Day } from "../domain/calendar.ts";
import type { PublicHolidays } from "../domain/public-holidays.ts";

/** The days of one country's year that are public holidays, by name; read once, for the library works them out anew each time. */
type Year = ReadonlyMap<Day, string>;

/** Every country's public holidays, of the whole country: those of a single state are days like any other here. */
export function publicHolidays(): PublicHolidays {
  const years = new Map<string, Year>();
  return {
    on(country, day) {
      const key = `${country} ${day.slice(0, 4)}`;
      const year = years.get(key) ?? holidaysOf(country, Number(day.slice(0, 4)));
      years.set(key, year);
      return year.get(day) ?? null;
    },
    countries: () => Object.keys(new Holidays().getCountries()).filter((code) => /^[A-Z]{2}$/.test(code)),
    countryOf: (timeZone) => getCountryForTimezone(timeZone)?.id ?? null,
  };
}

function holidaysOf(country: string, year: number): Year {
  const calendar = new Holidays();
  if (!Object.hasOwn(calendar.getCountries(), country)) return new Map();
  calendar.init(country, { types: ["public"] });
  // One that begins at noon leaves a working morning.
  const whole = calendar.getHolidays(year).filter(({ date }) => date.endsWith(" 00:00:00"));
  // Of two on one day the first; one of several days has each of them.
  return new Map(whole.reverse().map(({ date, name }) => [date.slice(0, 10), name]));
}
