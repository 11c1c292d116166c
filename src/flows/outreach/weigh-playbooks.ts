import { addDays, type Day, localTime } from "../../domain/calendar.ts";
import type { Clock } from "../../domain/clock.ts";
import { PLAYBOOKS } from "../../domain/outreach/playbooks/playbooks.ts";
import { groupedBy } from "../../domain/outreach/proof/grouped-by.ts";
import type { HoldOut } from "../../domain/outreach/proof/hold-out.ts";
import {
  type MeasuredShare,
  measuredShare,
  type SavedShares,
  savedShare,
} from "../../domain/outreach/proof/saved-share.ts";
import type { PlaybookCaseStore } from "../../store/outreach/playbook-cases.ts";
import type { PlaybookEffectStore } from "../../store/outreach/playbook-effects.ts";
import { compareStaying, quarterDays } from "./proof/compare-quarter.ts";
import { type ReadStayedDeps, readStayed } from "./proof/read-stayed.ts";

export type WeighPlaybooksDeps = ReadStayedDeps & {
  readonly playbookCases: Pick<PlaybookCaseStore, "compared" | "keptDays">;
  readonly playbookEffects: Pick<PlaybookEffectStore, "replace">;
  readonly clock: Clock;
  readonly timeZone: string;
  readonly holdOut?: HoldOut;
};

export type WeighedPlaybooks = {
  readonly playbooks: number;
  /** Of them, those for which what was measured weighs more than what was believed. */
  readonly measured: number;
};

/** Weighs what each playbook is believed to save with what every quarter that is kept has shown, and keeps the result. */
export async function weighPlaybooks(deps: WeighPlaybooksDeps): Promise<WeighedPlaybooks> {
  const now = deps.clock();
  const measured = new Map<string, MeasuredShare[]>();
  for (const day of quartersKept(localTime(now, deps.timeZone).day, deps.playbookCases.keptDays))
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
  { playbookCases, labels, timeZone, holdOut }: WeighPlaybooksDeps,
  day: Day,
  now: Date,
): Promise<Array<readonly [string, MeasuredShare]>> {
  const cases = await playbookCases.compared({ ...quarterDays(day), timeZone });
  const stayed = await readStayed({ labels }, cases, now);
  return [...groupedBy(cases, ({ playbook }) => playbook)].flatMap(([playbook, own]) => {
    const { soFar } = compareStaying(playbook, own, stayed, holdOut);
    const found = soFar && measuredShare(soFar);
    return found === null ? [] : [[playbook, found] as const];
  });
}
