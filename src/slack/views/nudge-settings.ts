import { z } from "zod";
import { addDays, isDay, localTime } from "../../domain/calendar.ts";
import {
  FIRST_HOUR,
  isQuietHour,
  LARGEST_BUDGET,
  LAST_HOUR,
  LONGEST_PAUSE_DAYS,
  NO_COUNTRY,
  type NudgePreferences,
  SMALLEST_BUDGET,
} from "../../domain/outreach/turns/nudge-preferences.ts";
import { sayIn } from "../../words/say.ts";
import { notice } from "../blocks/messages/notices.ts";
import { AS_USUAL, HOW } from "../blocks/outreach/nudge-settings-form.ts";
import { settingsText } from "../blocks/outreach/nudge-settings-text.ts";
import { decodePlace } from "../frame/form-metadata.ts";
import type { PermittedTools, SubmissionHandler } from "../frame/handler.ts";
import { readerLocale } from "../frame/reader-locale.ts";
import { redrawHome } from "../home/redraw-home.ts";
import { FIELD } from "../ids.ts";

const whole = (first: number, last: number) => z.coerce.number().int().min(first).max(last);
const weekday = whole(1, 7);

const formSchema = z.object({
  [FIELD.nudgeHow]: z.enum(HOW),
  [FIELD.nudgeWeeklyOn]: weekday,
  [FIELD.nudgePausedUntil]: z.string().nullable().default(null),
  [FIELD.nudgeHour]: whole(FIRST_HOUR, LAST_HOUR),
  [FIELD.nudgeWeekdays]: z
    .string()
    .transform((text): unknown[] => text.split(","))
    .pipe(z.array(weekday).min(1)),
  [FIELD.nudgeBudget]: z.union([
    z.literal(AS_USUAL).transform(() => null),
    whole(SMALLEST_BUDGET, LARGEST_BUDGET),
  ]),
  [FIELD.nudgeQuietFrom]: whole(0, 23),
  [FIELD.nudgeQuietUntil]: whole(0, 23),
  [FIELD.nudgeUrgent]: z.string().nullable().default(null),
  [FIELD.nudgeCountry]: z.union([
    z.literal(AS_USUAL).transform(() => null),
    z.literal(NO_COUNTRY),
    z.string().regex(/^[A-Z]{2}$/),
  ]),
});
type Form = z.output<typeof formSchema>;

/** Settings: keeps how a member wants to be told of their customers. */
export const nudgeSettingsSubmission: SubmissionHandler = async (request, { flows, reader, now }) => {
  const say = sayIn(readerLocale(reader));
  const parsed = formSchema.safeParse(Object.fromEntries(request.fields));
  if (!parsed.success) {
    const field = String(parsed.error.issues[0]?.path[0]);
    const code = field === FIELD.nudgeWeekdays ? "no-weekday" : "bad-choice";
    return { kind: "wrong", errors: { [field]: say(`nudge-settings.form.${code}`) } };
  }
  const today = localTime(now, reader.timeZone).day;
  const wrong = problemWith(parsed.data, today);
  if (wrong !== null) {
    const days = { days: LONGEST_PAUSE_DAYS };
    return { kind: "wrong", errors: { [wrong.field]: say(`nudge-settings.form.${wrong.code}`, days) } };
  }
  const { preferences: before } = await flows.openNudgeSettings({ member: reader });
  const preferences = preferencesFrom(parsed.data, before);
  return {
    kind: "good",
    place: decodePlace(request.metadata),
    handle: (tools) => save(preferences, tools),
  };
};

async function save(preferences: NudgePreferences, tools: PermittedTools): Promise<void> {
  const { flows, answer, reader } = tools;
  const locale = readerLocale(reader);
  const saved = await flows.setNudgePreferences({ member: reader, preferences });
  const told = settingsText(saved, saved.now, locale);
  await redrawHome(tools);
  await answer.privately(notice(`${sayIn(locale)("nudge-settings.saved")} ${told}`));
}

type Problem = { readonly field: string; readonly code: string };

/** The first thing in which the choices contradict each other; null where nothing does. */
function problemWith(form: Form, today: string): Problem | null {
  const hour = form[FIELD.nudgeHour];
  const quiet = { quietFrom: form[FIELD.nudgeQuietFrom], quietUntil: form[FIELD.nudgeQuietUntil] };
  if (isQuietHour(quiet, hour)) return { field: FIELD.nudgeHour, code: "hour-is-quiet" };
  const isOff = !form[FIELD.nudgeWeekdays].includes(form[FIELD.nudgeWeeklyOn]);
  if (form[FIELD.nudgeHow] === "weekly" && isOff)
    return { field: FIELD.nudgeWeeklyOn, code: "weekly-on-day-off" };
  return form[FIELD.nudgeHow] === "paused" ? problemWithPause(form[FIELD.nudgePausedUntil], today) : null;
}

function problemWithPause(until: string | null, today: string): Problem | null {
  const field = FIELD.nudgePausedUntil;
  if (until === null || !isDay(until)) return { field, code: "pause-needs-day" };
  if (until <= today) return { field, code: "pause-is-past" };
  return until > addDays(today, LONGEST_PAUSE_DAYS) ? { field, code: "pause-too-long" } : null;
}

/** Who pauses keeps how often they are told, for afterwards. */
function preferencesFrom(form: Form, before: NudgePreferences): NudgePreferences {
  const how = form[FIELD.nudgeHow];
  return {
    hour: form[FIELD.nudgeHour],
    weekdays: form[FIELD.nudgeWeekdays],
    quietFrom: form[FIELD.nudgeQuietFrom],
    quietUntil: form[FIELD.nudgeQuietUntil],
    frequency: how === "paused" ? before.frequency : how,
    weeklyOn: form[FIELD.nudgeWeeklyOn],
    pausedUntil: how === "paused" ? form[FIELD.nudgePausedUntil] : null,
    urgentAtOnce: form[FIELD.nudgeUrgent] !== null,
    dailyBudget: form[FIELD.nudgeBudget],
    country: form[FIELD.nudgeCountry],
  };
}
