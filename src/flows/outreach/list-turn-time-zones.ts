import { isTimeZone } from "../../domain/calendar.ts";
import type { Clock } from "../../domain/clock.ts";
import { turnAt } from "../../domain/outreach/turns/nudge-turn.ts";
import type { PublicHolidays } from "../../domain/public-holidays.ts";
import type { NudgePreferenceStore } from "../../store/outreach/nudge-preferences.ts";

export type ListTurnTimeZonesDeps = {
  readonly nudgePreferences: Pick<NudgePreferenceStore, "owners">;
  readonly holidays: PublicHolidays;
  readonly clock: Clock;
};

/**
 * The time zones in which it is somebody's turn to be told about their customers. One that this machine does not know is
 * among them: whoever works through the list reports it.
 */
export async function listTurnTimeZones(deps: ListTurnTimeZonesDeps): Promise<readonly string[]> {
  const now = deps.clock();
  const owners = await deps.nudgePreferences.owners();
  const due = owners.filter(
    (owner) => !isTimeZone(owner.timeZone) || turnAt(owner, now, deps.holidays) !== null,
  );
  return [...new Set(due.map(({ timeZone }) => timeZone))].sort();
}
