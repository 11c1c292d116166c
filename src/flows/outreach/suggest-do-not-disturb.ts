import { addDays, type Day, quarterOf } from "../../domain/calendar.ts";
import { ALL_PLAYBOOKS } from "../../domain/outreach/proof/hold-out.ts";
import type { AtRiskStore } from "../../store/outreach/at-risk.ts";
import type { DoNotDisturbStore } from "../../store/outreach/do-not-disturb.ts";
import { type ReportUpliftDeps, reportUplift } from "./report-uplift.ts";

export type SuggestDoNotDisturbDeps = ReportUpliftDeps & {
  readonly doNotDisturb: Pick<DoNotDisturbStore, "suggest" | "inSegment">;
  readonly atRisk: Pick<AtRiskStore, "segments">;
};

/** The last quarter's outcomes come in for another month. */
const BACK_DAYS = 45;
/** Of more, each is too small to tell. Chosen by the product. */
const MOST_SEGMENTS = 20;

/**
 * Suggests to leave those alone whom contact harms: where a playbook harms in all, the segments where it also does by their
 * own comparison. Only of a playbook that harms in all, for of a hundred comparisons some say so by chance. Segments are
 * the customer file's: a value tier changes with whoever leaves, and would hide them.
 * @returns suggestions that are new
 */
export async function suggestDoNotDisturb(
  deps: SuggestDoNotDisturbDeps,
  { day }: { readonly day: Day },
): Promise<{ readonly suggested: number }> {
  const days = [addDays(day, -BACK_DAYS), day];
  const quarters = new Map(days.map((one) => [quarterOf(one), one]));
  let suggested = 0;
  for (const one of quarters.values()) suggested += await suggestIn(deps, one);
  return { suggested };
}

async function suggestIn(deps: SuggestDoNotDisturbDeps, day: Day): Promise<number> {
  const harmful = (await harmsAmong(deps, day)).map(({ playbook }) => playbook);
  if (harmful.length === 0) return 0;
  let suggested = 0;
  for (const segment of await deps.atRisk.segments(MOST_SEGMENTS)) {
    const among = new Set(await deps.doNotDisturb.inSegment(segment));
    for (const { playbook, evidence } of await harmsAmong(deps, day, among)) {
      if (!harmful.includes(playbook)) continue;
      const found = { segment, playbook, quarter: quarterOf(day), evidence, at: deps.clock() };
      if (await deps.doNotDisturb.suggest(found)) suggested += 1;
    }
  }
  return suggested;
}

async function harmsAmong(deps: SuggestDoNotDisturbDeps, day: Day, among?: ReadonlySet<number>) {
  const { playbooks } = await reportUplift(deps, among === undefined ? { day } : { day, among });
  return playbooks.flatMap(({ playbook, soFar }) => {
    if (soFar?.verdict !== "harms" || playbook === ALL_PLAYBOOKS) return [];
    const { effect, low, high, nudged, heldOut } = soFar;
    return [{ playbook, evidence: { effect, low, high, nudged, heldOut } }];
  });
}
