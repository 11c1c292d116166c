import { type Day, localTime, weekdayOf } from "../../../domain/calendar.ts";
import { LARGEST_BUDGET, type NudgePreferences } from "../../../domain/outreach/turns/nudge-preferences.ts";
import { isPausedOn } from "../../../domain/outreach/turns/nudge-turn.ts";
import { commaList, sentences } from "../../../words/joined.ts";
import { type Locale, numbersOf } from "../../../words/locale.ts";
import { sayIn } from "../../../words/say.ts";
import { escapeMrkdwn } from "../escape.ts";
import { shortDay } from "../words.ts";

/** How a member is told of their customers, as its builders take it. */
export type ShownSettings = {
  readonly preferences: NudgePreferences;
  readonly timeZone: string;
  readonly country: string | null;
  readonly nextTurnOn: Day | null;
};

/** A Monday: only its weekday is shown. */
const A_MONDAY = Date.UTC(2026, 10, 30);
const MS_PER_DAY = 86_400_000;

/** "Mon", "Tue"; 1 is Monday. */
export function weekdayName(weekday: number, locale: Locale, width: "short" | "long" = "short"): string {
  const format = new Intl.DateTimeFormat(numbersOf(locale), { weekday: width, timeZone: "UTC" });
  return format.format(new Date(A_MONDAY + (weekday - 1) * MS_PER_DAY));
}

/** "Mon–Fri", "Sun–Thu", "Mon, Wed, Fri". */
export function weekdaysText(weekdays: readonly number[], locale: Locale): string {
  const works = (weekday: number) => weekdays.includes(((weekday + 6) % 7) + 1);
  const all = [1, 2, 3, 4, 5, 6, 7];
  const first = all.find((weekday) => works(weekday) && !works(weekday - 1)) ?? 1;
  const inOrder = all.map((_, at) => ((first - 1 + at) % 7) + 1).filter(works);
  const isOneRun = inOrder.every((weekday, at) => weekday === ((first - 1 + at) % 7) + 1);
  const names = inOrder.map((weekday) => weekdayName(weekday, locale));
  return isOneRun && names.length > 2 ? `${names[0]}–${names.at(-1)}` : commaList(names, sayIn(locale));
}

/** "09:00". */
export const hourText = (hour: number): string => `${String(hour).padStart(2, "0")}:00`;

/** "Germany"; the code where nobody knows a name for it. */
export function countryName(country: string, locale: Locale): string {
  return (
    new Intl.DisplayNames([numbersOf(locale)], { type: "region", fallback: "code" }).of(country) ?? country
  );
}

/** "Mon 30 Nov". */
const dayWithName = (day: Day, now: Date, locale: Locale): string =>
  `${weekdayName(weekdayOf(day), locale)} ${shortDay(day, now, locale)}`;

/** How often and when, in a few words: for a list. */
export function howText({ preferences }: Pick<ShownSettings, "preferences">, locale: Locale): string {
  const { frequency, weeklyOn, hour, weekdays } = preferences;
  return sayIn(locale)(`nudge-settings.${frequency}`, {
    hour: hourText(hour),
    weekday: weekdayName(weeklyOn, locale, "long"),
    weekdays: weekdaysText(weekdays, locale),
  });
}

/** Until when somebody paused, where they did; null: they did not. */
export function pausedText(
  { preferences, timeZone }: Pick<ShownSettings, "preferences" | "timeZone">,
  now: Date,
  locale: Locale,
): string | null {
  const { pausedUntil } = preferences;
  if (pausedUntil === null || !isPausedOn(preferences, localTime(now, timeZone).day)) return null;
  return sayIn(locale)("nudge-settings.paused", { until: dayWithName(pausedUntil, now, locale) });
}

/** All of it: how often, how many, when not, and when next. */
export function settingsText(settings: ShownSettings, now: Date, locale: Locale): string {
  const say = sayIn(locale);
  const { preferences, timeZone, country, nextTurnOn } = settings;
  const { dailyBudget, quietFrom, quietUntil, urgentAtOnce } = preferences;
  const paused = pausedText(settings, now, locale);
  const quiet =
    quietFrom === quietUntil
      ? say("nudge-settings.no-quiet")
      : say("nudge-settings.quiet", { from: hourText(quietFrom), until: hourText(quietUntil) });
  const parts = [
    sentences([...(paused === null ? [] : [paused]), howText(settings, locale)], say),
    dailyBudget === null
      ? say("nudge-settings.budget-of-team")
      : say("nudge-settings.budget", { customers: Math.min(dailyBudget, LARGEST_BUDGET) }),
    country === null
      ? say("nudge-settings.no-holidays")
      : say("nudge-settings.holidays", { country: escapeMrkdwn(countryName(country, locale), 100) }),
    quiet,
    say(urgentAtOnce ? "nudge-settings.urgent-at-once" : "nudge-settings.urgent-waits"),
    say("nudge-settings.zone", { timeZone: escapeMrkdwn(timeZone, 100) }),
    nextTurnOn === null
      ? say("nudge-settings.no-next")
      : say("nudge-settings.next", { day: dayWithName(nextTurnOn, now, locale) }),
  ];
  return sentences(parts, say);
}
