import { dateFormat } from "./kept-formats.ts";
import { LOCALES, type Locale, numbersOf } from "./locale.ts";

/** A Monday: weekdays count from it, 1 to 7. */
const A_MONDAY = Date.UTC(2024, 0, 1);
const MS_PER_DAY = 86_400_000;
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];

const named = (weekday: number, locale: Locale, style: "long" | "short") =>
  dateFormat(numbersOf(locale), { weekday: style, timeZone: "UTC" }).format(
    new Date(A_MONDAY + (weekday - 1) * MS_PER_DAY),
  );

/** "Monday". @param weekday 1 (Monday) to 7 */
export const weekdayText = (weekday: number, locale: Locale): string => named(weekday, locale, "long");

/** Which weekday is meant, 1 (Monday) to 7, in any language, whole or short; null: none. */
export function weekdayNamed(typed: string): number | null {
  const word = typed.toLowerCase();
  const isMeant = (weekday: number) =>
    LOCALES.some((locale) =>
      (["long", "short"] as const).some((style) => named(weekday, locale, style).toLowerCase() === word),
    );
  return WEEKDAYS.find(isMeant) ?? null;
}
