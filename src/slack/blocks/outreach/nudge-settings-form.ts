import type { InputBlock, ModalView, PlainTextOption } from "@slack/types";
import { addDays, localTime } from "../../../domain/calendar.ts";
import {
  FIRST_HOUR,
  LARGEST_BUDGET,
  LAST_HOUR,
  NO_COUNTRY,
  type NudgePreferences,
  SMALLEST_BUDGET,
} from "../../../domain/outreach/turns/nudge-preferences.ts";
import { type Locale, numbersOf } from "../../../words/locale.ts";
import { type Say, sayIn } from "../../../words/say.ts";
import { CALLBACK, FIELD } from "../../ids.ts";
import { context, plain } from "../elements.ts";
import { escapeMrkdwn } from "../escape.ts";
import { option, select } from "../inputs.ts";
import { countryName, hourText, weekdayName } from "./nudge-settings-text.ts";

export type NudgeSettingsFormView = {
  readonly preferences: NudgePreferences;
  readonly timeZone: string;
  readonly zoneCountry: string | null;
  readonly countries: readonly string[];
  readonly now: Date;
};

/** How it is told: every working day, once a week, or not until a day. */
export const HOW = ["daily", "weekly", "paused"] as const;
/** As many as the team's, and the country of the time zone. */
export const AS_USUAL = "usual";
export const AT_ONCE = "at-once";

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];
const range = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, at) => first + at);

/** Asks when, how often and about how many customers a member wants to be told. */
export function nudgeSettingsForm(view: NudgeSettingsFormView, metadata: string, locale: Locale): ModalView {
  const say = sayIn(locale);
  const { preferences, timeZone } = view;
  const zone = say("nudge-settings.form.zone", { timeZone: escapeMrkdwn(timeZone, 100) });
  return {
    type: "modal",
    callback_id: CALLBACK.nudgeSettings,
    private_metadata: metadata,
    title: plain(say("nudge-settings.title"), 24),
    submit: plain(say("nudge-settings.form.save"), 24),
    close: plain(say("form.cancel"), 24),
    blocks: [
      ...howFields(view, say, locale),
      hourField(
        FIELD.nudgeHour,
        say("nudge-settings.form.hour"),
        range(FIRST_HOUR, LAST_HOUR),
        preferences.hour,
      ),
      weekdaysField(preferences, say, locale),
      budgetField(preferences, say),
      hourField(
        FIELD.nudgeQuietFrom,
        say("nudge-settings.form.quiet-from"),
        range(0, 23),
        preferences.quietFrom,
      ),
      hourField(
        FIELD.nudgeQuietUntil,
        say("nudge-settings.form.quiet-until"),
        range(0, 23),
        preferences.quietUntil,
      ),
      urgentField(preferences, say),
      countryField(view, say, locale),
      context(zone),
    ],
  };
}

function howFields(
  { preferences, now, timeZone }: NudgeSettingsFormView,
  say: Say,
  locale: Locale,
): InputBlock[] {
  const { frequency, weeklyOn, pausedUntil } = preferences;
  const today = localTime(now, timeZone).day;
  const isPaused = pausedUntil !== null && pausedUntil > today;
  const options = HOW.map((how) => option(say(`nudge-settings.form.how.${how}`), how));
  const chosen = options[isPaused ? 2 : HOW.indexOf(frequency)];
  const weekdays = WEEKDAYS.map((weekday) => option(weekdayName(weekday, locale, "long"), String(weekday)));
  return [
    {
      type: "input",
      block_id: FIELD.nudgeHow,
      label: plain(say("nudge-settings.form.how"), 100),
      element: {
        type: "radio_buttons",
        action_id: FIELD.nudgeHow,
        options,
        ...(chosen && { initial_option: chosen }),
      },
    },
    select(FIELD.nudgeWeeklyOn, say("nudge-settings.form.weekly-on"), weekdays, weeklyOn - 1),
    {
      type: "input",
      block_id: FIELD.nudgePausedUntil,
      optional: true,
      label: plain(say("nudge-settings.form.paused-until"), 100),
      hint: plain(say("nudge-settings.form.paused-until.hint"), 200),
      element: {
        type: "datepicker",
        action_id: FIELD.nudgePausedUntil,
        initial_date: isPaused ? pausedUntil : addDays(today, 7),
      },
    },
  ];
}

function hourField(id: string, label: string, hours: readonly number[], chosen: number): InputBlock {
  return select(
    id,
    label,
    hours.map((hour) => option(hourText(hour), String(hour))),
    hours.indexOf(chosen),
  );
}

function weekdaysField({ weekdays }: NudgePreferences, say: Say, locale: Locale): InputBlock {
  const options = WEEKDAYS.map((weekday) => option(weekdayName(weekday, locale, "long"), String(weekday)));
  return {
    type: "input",
    block_id: FIELD.nudgeWeekdays,
    label: plain(say("nudge-settings.form.weekdays"), 100),
    element: {
      type: "checkboxes",
      action_id: FIELD.nudgeWeekdays,
      options,
      initial_options: options.filter(({ value }) => weekdays.includes(Number(value))),
    },
  };
}

function budgetField({ dailyBudget }: NudgePreferences, say: Say): InputBlock {
  const numbers = range(SMALLEST_BUDGET, LARGEST_BUDGET);
  const options = [
    option(say("nudge-settings.form.budget.team"), AS_USUAL),
    ...numbers.map((customers) =>
      option(say("nudge-settings.form.budget.own", { customers }), String(customers)),
    ),
  ];
  const at = dailyBudget === null ? 0 : numbers.indexOf(dailyBudget) + 1;
  return select(FIELD.nudgeBudget, say("nudge-settings.form.budget"), options, at);
}

function urgentField({ urgentAtOnce }: NudgePreferences, say: Say): InputBlock {
  const atOnce: PlainTextOption = {
    ...option(say("nudge-settings.form.urgent.at-once"), AT_ONCE),
    description: plain(say("nudge-settings.form.urgent.means"), 75),
  };
  return {
    type: "input",
    block_id: FIELD.nudgeUrgent,
    optional: true,
    label: plain(say("nudge-settings.form.urgent"), 100),
    element: {
      type: "checkboxes",
      action_id: FIELD.nudgeUrgent,
      options: [atOnce],
      ...(urgentAtOnce && { initial_options: [atOnce] }),
    },
  };
}

/** Slack's most options in a group. */
const A_GROUP = 100;

/** Every country by its name; more than one list may hold, so they stand in groups. */
function countryField(view: NudgeSettingsFormView, say: Say, locale: Locale): InputBlock {
  const { preferences, zoneCountry, countries } = view;
  const named = countries
    .map((code) => ({ code, name: countryName(code, locale) }))
    .toSorted((a, b) => a.name.localeCompare(b.name, numbersOf(locale)));
  const ofZone =
    zoneCountry === null
      ? say("nudge-settings.form.country.no-zone")
      : say("nudge-settings.form.country.zone", { country: countryName(zoneCountry, locale) });
  const usual = [option(ofZone, AS_USUAL), option(say("nudge-settings.form.country.none"), NO_COUNTRY)];
  const groups = Array.from({ length: Math.ceil(named.length / A_GROUP) }, (_, at) => {
    const some = named.slice(at * A_GROUP, (at + 1) * A_GROUP);
    return {
      label: plain(`${some[0]?.name} – ${some.at(-1)?.name}`, 75),
      options: some.map(({ code, name }) => option(name, code)),
    };
  });
  const all = [...usual, ...groups.flatMap(({ options }) => options)];
  const chosen = all.find(({ value }) => value === (preferences.country ?? AS_USUAL)) ?? all[0];
  return {
    type: "input",
    block_id: FIELD.nudgeCountry,
    label: plain(say("nudge-settings.form.country"), 100),
    element: {
      type: "static_select",
      action_id: FIELD.nudgeCountry,
      option_groups: [
        { label: plain(say("nudge-settings.form.country.usual"), 75), options: usual },
        ...groups,
      ],
      ...(chosen && { initial_option: chosen }),
    },
  };
}
