import type { RunningOverride } from "../../../domain/outreach/overrides/override.ts";
import type { Locale } from "../../../words/locale.ts";
import { sayIn } from "../../../words/say.ts";
import { escapeMrkdwn } from "../escape.ts";
import { shortDate } from "../words.ts";

const NAME_LENGTH = 200;
const BECAUSE_LENGTH = 600;

export type OverrideReading = { readonly now: Date; readonly timeZone: string; readonly locale: Locale };

/** Who says what until when, as parameters of a sentence. @param reader who reads it; null: it is said of everybody by name */
export function overrideParts(
  { says, until, by, byName }: Pick<RunningOverride, "says" | "until" | "by" | "byName">,
  { now, timeZone, locale }: OverrideReading,
  reader: string | null = null,
) {
  return {
    says,
    who: by === reader ? "you" : byName === null ? "someone" : "named",
    name: escapeMrkdwn(byName ?? "", NAME_LENGTH),
    until: shortDate(until, timeZone, now, locale),
  };
}

/** "Dana says they will stay until 31 Jan: new budget approved". */
export function overrideSays(override: RunningOverride, reading: OverrideReading): string {
  const because = escapeMrkdwn(override.because, BECAUSE_LENGTH);
  return sayIn(reading.locale)("override.says", { ...overrideParts(override, reading), because });
}
