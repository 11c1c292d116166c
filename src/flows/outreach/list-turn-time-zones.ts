import { isTimeZone } from "../../domain/calendar.ts";
import type { Clock } from "../../domain/clock.ts";
import { canWait, type NudgedMember, turnAt } from "../../domain/outreach/turns/nudge-turn.ts";
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
 * @param scoring `awaited`: those alone in which somebody's turn would be over before long
 */
export async function listTurnTimeZones(
  { nudgePreferences, holidays, clock }: ListTurnTimeZonesDeps,
  { scoring }: { readonly scoring: "met" | "awaited" },
): Promise<readonly string[]> {
  const now = clock();
  const isDue = (owner: NudgedMember) =>
    turnAt(owner, now, holidays) !== null && !(scoring === "awaited" && canWait(owner, now, holidays));
  const due = (await nudgePreferences.owners()).filter(
    (owner) => !isTimeZone(owner.timeZone) || isDue(owner),
  );
  return [...new Set(due.map(({ timeZone }) => timeZone))].sort();
}
