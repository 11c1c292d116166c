import { addDays, type Day, localTime, quarterOf } from "../../domain/calendar.ts";
import type { Clock } from "../../domain/clock.ts";
import { groupedBy } from "../../domain/outreach/proof/grouped-by.ts";
import { atThreshold, precisionOf, type SentNudge } from "../../domain/outreach/proof/precision.ts";
import type { ThresholdChange, ThresholdPreview } from "../../domain/outreach/proof/uplift-report.ts";
import { WITHIN_DAYS } from "../../domain/outreach/proof/within-days.ts";
import type { PlaybookCaseStore } from "../../store/outreach/playbook-cases.ts";
import { quarterDays } from "./proof/compare-quarter.ts";
import { type ReadStayedDeps, readStayed } from "./proof/read-stayed.ts";
import { type ReadTeamPolicyDeps, readTeamPolicy } from "./read-nudge-policy.ts";

export type PreviewThresholdDeps = ReadStayedDeps &
  ReadTeamPolicyDeps & {
    readonly playbookCases: Pick<PlaybookCaseStore, "sent">;
    readonly clock: Clock;
    readonly timeZone: string;
  };

/**
 * What last quarter's nudges would have been at a higher threshold, by the risk that was kept with each; where there were none,
 * this quarter's. Changes nothing.
 * @param input.threshold 0–1
 */
export async function previewThreshold(
  deps: PreviewThresholdDeps,
  { threshold }: { readonly threshold: number },
): Promise<ThresholdPreview> {
  const { threshold: current } = await readTeamPolicy(deps);
  if (threshold < current) return { kind: "below-now", threshold, now: current };
  const now = deps.clock();
  const { day: today } = localTime(now, deps.timeZone);
  const quarters = [addDays(quarterDays(today).fromDay, -1), today];
  for (const day of quarters) {
    const nudges = await judgedNudges(deps, day, now);
    if (nudges.length > 0) return previewOf(nudges, quarterOf(day), threshold);
  }
  return { kind: "no-nudges", quarters: quarters.map(quarterOf) };
}

async function judgedNudges(deps: PreviewThresholdDeps, day: Day, now: Date): Promise<SentNudge[]> {
  const sent = await deps.playbookCases.sent({ ...quarterDays(day), timeZone: deps.timeZone });
  const stayed = await readStayed(deps, sent, now);
  return sent.map((one) => {
    const has = stayed(one);
    return { ...one, left: has === null ? null : !has };
  });
}

function previewOf(nudges: readonly SentNudge[], quarter: string, threshold: number): ThresholdPreview {
  const change = (own: readonly SentNudge[]): ThresholdChange => ({
    was: precisionOf(own),
    would: atThreshold(own, threshold),
  });
  const playbooks = [...groupedBy(nudges, ({ playbook }) => playbook)]
    .map(([playbook, own]) => ({ playbook, ...change(own) }))
    .sort((a, b) => b.was.sent - a.was.sent);
  return {
    ...{ kind: "preview", quarter, withinDays: WITHIN_DAYS, threshold },
    ...{ together: change(nudges), playbooks },
  };
}
