import { addDays, type Day, quarterOf } from "../../domain/calendar.ts";
import type { Clock } from "../../domain/clock.ts";
import { groupedBy } from "../../domain/outreach/proof/grouped-by.ts";
import { ALL_PLAYBOOKS, type HoldOut } from "../../domain/outreach/proof/hold-out.ts";
import { NO_NUDGE_COST, type NudgeCost, totalNudgeCost } from "../../domain/outreach/proof/nudge-costs.ts";
import { precisionAdvice, precisionOf } from "../../domain/outreach/proof/precision.ts";
import { type NoReturnBecause, returnOnNudges } from "../../domain/outreach/proof/return-on-nudges.ts";
import type {
  PlaybookUplift,
  StayingUplift,
  UpliftReport,
} from "../../domain/outreach/proof/uplift-report.ts";
import { WITHIN_DAYS } from "../../domain/outreach/proof/within-days.ts";
import type { ComparedCase, PlaybookCaseStore, SentNudgeRow } from "../../store/outreach/playbook-cases.ts";
import { compareMargins } from "./proof/compare-margins.ts";
import {
  casesOfEverybody,
  compareStaying,
  type DrawnByDeps,
  drawnBy,
  quarterDays,
} from "./proof/compare-quarter.ts";
import { foresee } from "./proof/foresee-quarter.ts";
import { type Margins, type ReadMarginsDeps, readMargins } from "./proof/read-margins.ts";
import { type QuarterCosts, type ReadNudgeCostsDeps, readNudgeCosts } from "./proof/read-nudge-costs.ts";
import { type ReadStayedDeps, readStayed, type Stayed } from "./proof/read-stayed.ts";
import { type ReadTeamPolicyDeps, readTeamPolicy } from "./read-nudge-policy.ts";

export type ReportUpliftDeps = ReadStayedDeps &
  ReadMarginsDeps &
  ReadNudgeCostsDeps &
  DrawnByDeps &
  ReadTeamPolicyDeps & {
    readonly playbookCases: Pick<PlaybookCaseStore, "compared" | "sent" | "nudgeable">;
    readonly clock: Clock;
  };

/** What is known of a quarter's nudges. */
type Known = {
  readonly stayed: Stayed;
  readonly margins: Margins;
  readonly costs: QuarterCosts;
  readonly holdOut: HoldOut | undefined;
  /** From which risk on nudges speak of it, as it is set now. */
  readonly threshold: number;
};

/**
 * What nudges of a quarter brought and cost: those who were to be nudged, as they were dealt, by whether they stayed and by the
 * margin they brought.
 * @param input.day any day of the quarter
 * @param input.among whom alone to compare, chosen by nothing that a nudge could change; what became of nudges is told of all
 */
export async function reportUplift(
  deps: ReportUpliftDeps,
  { day, among }: { readonly day: Day; readonly among?: ReadonlySet<number> },
): Promise<UpliftReport> {
  const { timeZone } = deps;
  const now = deps.clock();
  const days = quarterDays(day);
  const compared = await deps.playbookCases.compared({ ...days, timeZone });
  const cases = compared.filter(({ customerId }) => among?.has(customerId) ?? true);
  const sent = await deps.playbookCases.sent({ ...days, timeZone });
  const margins = await readMargins(deps, cases, now);
  const { currency, missingRate } = margins;
  const costs = await readNudgeCosts(deps, { days, sent, currency, now });
  const stayed = await readStayed(deps, [...cases, ...sent], now);
  const { threshold } = await readTeamPolicy(deps);
  const known = { stayed, margins, costs, holdOut: await drawnBy(deps, day), threshold };
  return {
    quarter: quarterOf(day),
    quarterBefore: quarterDays(addDays(days.fromDay, -1)).fromDay,
    withinDays: WITHIN_DAYS,
    ...{ currency, missingRate, threshold },
    foreseen: await foresee(deps, day, now),
    playbooks: playbooksIn(day, cases, sent, known),
  };
}

function playbooksIn(
  day: Day,
  cases: readonly ComparedCase[],
  sent: readonly SentNudgeRow[],
  known: Known,
): PlaybookUplift[] {
  const [casesOf, sentOf] = [groupedBy(cases, playbookOf), groupedBy(sent, playbookOf)];
  const names = [...new Set([...sentOf.keys(), ...casesOf.keys()])];
  if (names.length === 0) return [];
  const bySent = (a: string, b: string) => (sentOf.get(b)?.length ?? 0) - (sentOf.get(a)?.length ?? 0);
  const { soFar, judged } = known.costs;
  const playbooks = names.sort(bySent).map((name) =>
    upliftOf(name, casesOf.get(name) ?? [], sentOf.get(name) ?? [], known, {
      cost: soFar.get(name) ?? NO_NUDGE_COST,
      judged: judged.get(name) ?? NO_NUDGE_COST,
    }),
  );
  const everybody = casesOfEverybody(cases, known.holdOut, day);
  const costs = { cost: totalNudgeCost(soFar.values()), judged: totalNudgeCost(judged.values()) };
  return [...playbooks, upliftOf(ALL_PLAYBOOKS, everybody, sent, known, costs)];
}

const playbookOf = ({ playbook }: { readonly playbook: string }) => playbook;

function upliftOf(
  playbook: string,
  cases: readonly ComparedCase[],
  sent: readonly SentNudgeRow[],
  { stayed, margins, holdOut, threshold }: Known,
  { cost, judged }: { readonly cost: NudgeCost; readonly judged: NudgeCost },
): PlaybookUplift {
  const staying = compareStaying(playbook, cases, stayed, holdOut);
  const margin = compareMargins(cases, margins, staying.arms);
  const missing = whyNoReturn(staying, margins, judged);
  const nudges = sent.map((one) => {
    const has = stayed(one);
    return { ...one, left: has === null ? null : !has };
  });
  return {
    ...{ playbook, ...staying, sent: sent.length, margin, cost },
    reachedOut: sent.filter(({ status }) => status === "reached_out" || status === "touched").length,
    notUseful: sent.filter(({ status }) => status === "not_useful").length,
    returned: returnOnNudges(margin.gain, judged.timeMinor + judged.giftsMinor, missing),
    precision: precisionOf(nudges),
    advice: playbook === ALL_PLAYBOOKS ? null : precisionAdvice(nudges, threshold),
  };
}

function whyNoReturn(
  { heldOut, arms }: StayingUplift,
  margins: Margins,
  { missingRate, unpriced }: NudgeCost,
): Exclude<NoReturnBecause, "no-cost" | "both-signs"> | null {
  if (heldOut === 0) return "nobody-held-out";
  if (arms === "not-as-drawn") return "arms-not-as-drawn";
  if (margins.missingRate !== null || missingRate !== null) return "no-rate";
  return unpriced > 0 ? "unpriced-time" : null;
}
