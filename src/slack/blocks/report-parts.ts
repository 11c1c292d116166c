import { dateFormat } from "../../words/kept-formats.ts";
import { type Locale, numbersOf } from "../../words/locale.ts";

/** An instant as each reader's own clock shows it; UTC where Slack cannot. */
export function dateToken(instant: string, locale: Locale): string {
  const seconds = Math.floor(Date.parse(instant) / 1000);
  return `<!date^${seconds}^{date_short_pretty} {time}|${momentText(instant, locale)} UTC>`;
}

/** "21 Nov 2026, 18:00". */
function momentText(instant: string, locale: Locale): string {
  const format = dateFormat(numbersOf(locale), {
    ...{
      day: "numeric",
      month: "short",
      year: "numeric",
      hour: "2-digit",
      minute: "2-digit",
      timeZone: "UTC",
    },
  });
  return format.format(new Date(instant));
}
