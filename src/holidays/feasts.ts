import Holidays from "date-holidays";
import { addDays, type Day, daysBetween } from "../domain/calendar.ts";
import type { Feast, Feasts, NextFeast } from "../domain/feasts.ts";
import { PAGE_LANGUAGES } from "../domain/outreach/feedback/page-language.ts";

/**
 * Feasts by the rule of their day, which is the same in every country, whatever they are called there: no country is listed.
 * National, labour and memorial days are left out: a company greets nobody on them. Diwali has no rule in the library, which
 * knows it for some countries alone, by name.
 */
const RULES: ReadonlyArray<readonly [rule: RegExp, feast: Feast]> = [
  [/^01-01\b/, "new_year"],
  [/^(?:julian )?12-25\b/, "christmas"],
  [/^(?:chinese|korean|vietnamese) 0?1-0-0?1\b/, "lunar_new_year"],
  [/^1 Farvardin\b/, "nowruz"],
  [/^1 Shawwal\b/, "eid_al_fitr"],
  [/^10 Dhu al-Hijjah\b/, "eid_al_adha"],
  [/^4th thursday in November\b/i, "thanksgiving"],
];
const DIWALI = /diwali|deepavali/i;

/** As far ahead as a greeting is thought of. */
const AHEAD_DAYS = 7;
/** Whoever was wished a merry Christmas was wished a happy new year as well. Chosen by the product. */
const GREETED_TOGETHER_DAYS = 14;

/** The feasts that are public holidays in a whole country. */
export function feasts(): Feasts {
  const codes = countryCodes();
  const years = new Map<string, readonly NextFeast[]>();
  const of = (code: string, year: number): readonly NextFeast[] => {
    const known = years.get(`${code} ${year}`) ?? feastsOf(code, year);
    years.set(`${code} ${year}`, known);
    return known;
  };
  return {
    after(country, day) {
      const code = codes().get(sameName(country));
      if (code === undefined) return null;
      const near = [addDays(day, -GREETED_TOGETHER_DAYS), addDays(day, AHEAD_DAYS)];
      const around = [...new Set(near.map(yearOf))].flatMap((year) => of(code, year));
      return withoutTogether(around).find((one) => isAhead(one.day, day)) ?? null;
    },
  };
}

const yearOf = (day: Day) => Number(day.slice(0, 4));
const isAhead = (feastDay: Day, day: Day) => feastDay > day && feastDay <= addDays(day, AHEAD_DAYS);

const withoutTogether = (days: readonly NextFeast[]): NextFeast[] =>
  days.filter(({ feast, day }, place) => {
    const before = days[place - 1];
    const isTogether = feast === "new_year" && before?.feast === "christmas";
    return !isTogether || daysBetween(before.day, day) > GREETED_TOGETHER_DAYS;
  });

/** The first day of each, in order; days that only make up for one at a weekend are none. */
function feastsOf(code: string, year: number): NextFeast[] {
  const calendar = new Holidays();
  calendar.init(code, { types: ["public"] });
  const found: NextFeast[] = [];
  for (const { date, name, rule, substitute } of calendar.getHolidays(year)) {
    const feast = substitute ? null : feastBy(rule, name);
    const day = date.slice(0, 10);
    const isRepeated = found.some(
      (one) => one.feast === feast && daysBetween(one.day, day) <= GREETED_TOGETHER_DAYS,
    );
    if (feast !== null && !isRepeated) found.push({ feast, day });
  }
  return found;
}

function feastBy(rule: string, name: string): Feast | null {
  if (DIWALI.test(name)) return "diwali";
  return RULES.find(([pattern]) => pattern.test(rule))?.[1] ?? null;
}

/** What they are called besides: nothing tells of these. */
const ALSO: ReadonlyArray<readonly [name: string, code: string]> = [
  ["usa", "US"],
  ["united states of america", "US"],
  ["uk", "GB"],
  ["great britain", "GB"],
];

/** Codes by name; made once, where somebody first asks. */
function countryCodes(): () => ReadonlyMap<string, string> {
  let made: ReadonlyMap<string, string> | null = null;
  return () => {
    made ??= namesOfCountries();
    return made;
  };
}

function namesOfCountries(): ReadonlyMap<string, string> {
  const own = new Holidays().getCountries();
  const codes = Object.keys(own).filter((code) => /^[A-Z]{2}$/.test(code));
  const shown = PAGE_LANGUAGES.map((language) => new Intl.DisplayNames(language, { type: "region" }));
  const named = codes.flatMap((code) => [
    ...[code, own[code] ?? code].map((name) => [sameName(name), code] as const),
    ...shown.map((names) => [sameName(names.of(code) ?? code), code] as const),
  ]);
  return new Map([...ALSO, ...named]);
}

const sameName = (name: string) => name.normalize("NFKC").trim().toLowerCase();
