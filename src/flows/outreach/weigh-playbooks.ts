import { addDays, type Day, localTime, quarterOf } from "../../domain/calendar.ts";
import type { Clock } from "../../domain/clock.ts";
import { PLAYBOOKS } from "../../domain/outreach/playbooks/playbooks.ts";
import { groupedBy } from "../../domain/outreach/proof/grouped-by.ts";
import {
  type MeasuredShare,
  measuredShare,
  type SavedShares,
  savedShare,
} from "../../domain/outreach/proof/saved-share.ts";
import type { HoldOutStore } from "../../store/outreach/hold-outs.ts";
import type { PlaybookCaseStore } from "../../store/outreach/playbook-cases.ts";
import type { PlaybookEffectStore } from "../../store/outreach/playbook-effects.ts";
import { compareStaying, type DrawnByDeps, drawnBy, quarterDays } from "./proof/compare-quarter.ts";
import { type ReadStayedDeps, readStayed } from "./proof/read-stayed.ts";

export type WeighPlaybooksDeps = ReadStayedDeps &
  DrawnByDeps & {
    readonly holdOuts: Pick<HoldOutStore, "note" | "of">;
    readonly playbookCases: Pick<PlaybookCaseStore, "compared" | "keptDays">;
    readonly playbookEffects: Pick<PlaybookEffectStore, "replace">;
    readonly clock: Clock;
    readonly timeZone: string;
  };

export type WeighedPlaybooks = {
  readonly playbooks: number;
  /** Of them, those for which what was measured weighs more than what was believed. */
  readonly measured: number;
};

/**
 * Weighs what each playbook is believed to save with what every quarter that is kept has shown, and keeps the result; and by
 * which shares this quarter is drawn.
 */
export async function weighPlaybooks(deps: WeighPlaybooksDeps): Promise<WeighedPlaybooks> {
  const now = deps.clock();
  const today = localTime(now, deps.timeZone).day;
  if (deps.holdOut !== undefined) await deps.holdOuts.note(quarterOf(today), deps.holdOut, now);
  const measured = new Map<string, MeasuredShare[]>();
  for (const day of quartersKept(today, deps.playbookCases.keptDays))
    for (const [playbook, found] of await measuredIn(deps, day, now))
      measured.set(playbook, [...(measured.get(playbook) ?? []), found]);
  const shares: SavedShares = new Map(
    PLAYBOOKS.map(({ key, saves }) => [key, savedShare(saves, measured.get(key) ?? [])]),
  );
  await deps.playbookEffects.replace(shares, now);
  const isMeasured = [...shares.values()].filter(({ from }) => from === "measured");
  return { playbooks: shares.size, measured: isMeasured.length };
}

/** A day of each quarter whose cases are all kept still, and of this one, newest first. */
function quartersKept(today: Day, keptDays: number): Day[] {
  const oldest = addDays(today, -keptDays);
  const days: Day[] = [];
  for (
    let { fromDay } = quarterDays(today);
    fromDay >= oldest;
    fromDay = quarterDays(addDays(fromDay, -1)).fromDay
  )
    days.push(fromDay);
  return days;
}

async function measuredIn(
  deps: WeighPlaybooksDeps,
  day: Day,
  now: Date,
): Promise<Array<readonly [string, MeasuredShare]>> {
  const cases = await deps.playbookCases.compared({ ...quarterDays(day), timeZone: deps.timeZone });
  const stayed = await readStayed(deps, cases, now);
  const holdOut = await drawnBy(deps, day);
  return [...groupedBy(cases, ({ playbook }) => playbook)].flatMap(([playbook, own]) => {
    const { soFar } = compareStaying(playbook, own, stayed, holdOut);
    const found = soFar && measuredShare(soFar);
    return found === null ? [] : [[playbook, found] as const];
  });
}
