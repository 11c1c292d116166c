import type { Day } from "../../domain/calendar.ts";
import type { NudgeFrequency, NudgePreferences } from "../../domain/outreach/turns/nudge-preferences.ts";
import type { NudgedMember } from "../../domain/outreach/turns/nudge-turn.ts";
import { ownedBySql } from "../customers/ownership.ts";
import {
  arrayOf,
  bool,
  date,
  int4,
  nullable,
  text,
  textOf,
  timestamptz,
  type ValuesOf,
} from "../database/column-kinds.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";

export type NudgePreferenceStore = ReturnType<typeof nudgePreferenceStore>;

/** When and how each member is told about their customers, and when they were told last. */
export function nudgePreferenceStore({ pool }: Pick<Database, "pool">) {
  return {
    /** Every active member who owns customers. */
    owners: async (): Promise<NudgedMember[]> => (await OWNERS.all(pool)).map(memberFrom),

    /** An active member, whether they own customers or not; null: there is none of that id. */
    async member(memberId: string): Promise<NudgedMember | null> {
      const row = await MEMBER.first(pool, { memberId });
      return row && memberFrom(row);
    },

    /** Whether somebody owns customers: nobody else is told of any. */
    owns: async (memberId: string): Promise<boolean> => (await OWNS.one(pool, { memberId })).owns,

    /**
     * Keeps what a member chose, notes it, and has messages that wait for their quiet hours looked at again: they may
     * come by now.
     */
    async save(memberId: string, preferences: NudgePreferences, at: Date): Promise<void> {
      await SAVE.run(pool, { ...preferences, memberId, at });
    },

    /** Notes that members had their turn of a day. */
    async takeTurns(memberIds: readonly string[], day: Day, at: Date): Promise<void> {
      if (memberIds.length > 0) await TAKE_TURNS.run(pool, { memberIds, day, at });
    },
  };
}

const COLUMNS = `m.slack_user_id AS "memberId", m.time_zone AS "timeZone", p.hour, p.weekdays,
    p.quiet_from AS "quietFrom", p.quiet_until AS "quietUntil", p.frequency, p.weekly_on AS "weeklyOn",
    to_char(p.paused_until, 'YYYY-MM-DD') AS "pausedUntil", p.urgent_at_once AS "urgentAtOnce",
    p.daily_budget AS "dailyBudget", p.country, to_char(t.taken_on, 'YYYY-MM-DD') AS "lastTurnOn"`;
const JOINED = `members m LEFT JOIN nudge_preferences p ON p.member_id = m.slack_user_id
  LEFT JOIN nudge_turns t ON t.member_id = m.slack_user_id`;

/** What a member chose, as a left join gives it: all null where they chose nothing. */
const ROW = {
  memberId: text,
  timeZone: text,
  hour: nullable(int4),
  weekdays: nullable(arrayOf(int4)),
  quietFrom: nullable(int4),
  quietUntil: nullable(int4),
  frequency: nullable(textOf<NudgeFrequency>()),
  weeklyOn: nullable(int4),
  pausedUntil: nullable(text),
  urgentAtOnce: nullable(bool),
  dailyBudget: nullable(int4),
  country: nullable(text),
  lastTurnOn: nullable(text),
};

const OWNERS = statement({
  name: "outreach/nudge-preferences: owners",
  sql: `
  SELECT ${COLUMNS} FROM ${JOINED}
  WHERE m.account = 'member' AND EXISTS (SELECT FROM customers c WHERE ${ownedBySql("c", "m.email")})
  ORDER BY m.slack_user_id`,
  row: ROW,
});

const MEMBER = statement({
  name: "outreach/nudge-preferences: member",
  sql: `SELECT ${COLUMNS} FROM ${JOINED} WHERE m.account = 'member' AND m.slack_user_id = :memberId`,
  parameters: { memberId: text },
  row: ROW,
});

const OWNS = statement({
  name: "outreach/nudge-preferences: owns",
  sql: `SELECT EXISTS (
    SELECT FROM members m JOIN customers c ON ${ownedBySql("c", "m.email")} WHERE m.slack_user_id = :memberId) AS owns`,
  parameters: { memberId: text },
  row: { owns: bool },
});

function memberFrom(row: ValuesOf<typeof ROW>): NudgedMember {
  const { memberId, timeZone, lastTurnOn, ...chosen } = row;
  return { memberId, timeZone, lastTurnOn, preferences: preferencesFrom(chosen) };
}

type Chosen = Omit<ValuesOf<typeof ROW>, "memberId" | "timeZone" | "lastTurnOn">;

function preferencesFrom(row: Chosen): NudgePreferences | null {
  const { hour, weekdays, quietFrom, quietUntil, frequency, weeklyOn, urgentAtOnce, ...may } = row;
  if (hour === null || weekdays === null || quietFrom === null || quietUntil === null) return null;
  if (frequency === null || weeklyOn === null || urgentAtOnce === null) return null;
  return { ...may, hour, weekdays, quietFrom, quietUntil, frequency, weeklyOn, urgentAtOnce };
}

const SAVE = statement({
  name: "outreach/nudge-preferences: save",
  sql: `
  WITH kept AS (
    INSERT INTO nudge_preferences (member_id, hour, weekdays, quiet_from, quiet_until, frequency, weekly_on,
      paused_until, urgent_at_once, daily_budget, country, set_at)
    VALUES (:memberId, :hour, :weekdays, :quietFrom, :quietUntil, :frequency, :weeklyOn, :pausedUntil, :urgentAtOnce,
      :dailyBudget, :country, :at)
    ON CONFLICT (member_id) DO UPDATE SET hour = excluded.hour, weekdays = excluded.weekdays,
      quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until, frequency = excluded.frequency,
      weekly_on = excluded.weekly_on, paused_until = excluded.paused_until,
      urgent_at_once = excluded.urgent_at_once, daily_budget = excluded.daily_budget, country = excluded.country,
      set_at = excluded.set_at
    RETURNING to_jsonb(nudge_preferences.*) - 'member_id' - 'set_at' AS chosen
  ), waiting AS (
    UPDATE outbox SET next_attempt_at = :at
    WHERE recipient = :memberId AND status = 'pending' AND last_error->>'code' = 'undelivered.quiet-hours'
  )
  INSERT INTO audit_events (at, actor, action, details) SELECT :at, :memberId, 'nudges.settings', chosen FROM kept`,
  parameters: {
    memberId: text,
    hour: int4,
    weekdays: arrayOf(int4),
    quietFrom: int4,
    quietUntil: int4,
    frequency: text,
    weeklyOn: int4,
    pausedUntil: nullable(date),
    urgentAtOnce: bool,
    dailyBudget: nullable(int4),
    country: nullable(text),
    at: timestamptz,
  },
});

const TAKE_TURNS = statement({
  name: "outreach/nudge-preferences: take turns",
  sql: `
  INSERT INTO nudge_turns (member_id, taken_on, taken_at)
  SELECT member_id, :day, :at FROM unnest(:memberIds::text[]) AS taking (member_id)
  ON CONFLICT (member_id) DO UPDATE SET taken_on = excluded.taken_on, taken_at = excluded.taken_at`,
  parameters: { memberIds: arrayOf(text), day: date, at: timestamptz },
});
