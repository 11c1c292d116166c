import { addDays, type Day, quarterOf, startOfDay } from "../../domain/calendar.ts";
import type { Clock } from "../../domain/clock.ts";
import { daysAfter } from "../../domain/clock.ts";
import { ALL_PLAYBOOKS, type HoldOut, isHeldOut } from "../../domain/outreach/proof/hold-out.ts";
import { smallestEffect, UpliftComparison, type UpliftSoFar } from "../../domain/outreach/proof/uplift.ts";
import type {
  ComparedCase,
  PlaybookAnswers,
  PlaybookCaseStore,
} from "../../store/outreach/playbook-cases.ts";
import type { LabelStore } from "../../store/risk/labels.ts";

export type ReportUpliftDeps = {
  readonly playbookCases: Pick<PlaybookCaseStore, "compared" | "answers">;
  readonly labels: LabelStore;
  readonly clock: Clock;
  readonly timeZone: string;
  readonly holdOut?: HoldOut;
};

/** What the nudges of one playbook brought, or of all together. */
export type PlaybookUplift = {
  /** `all playbooks` for all together: whoever got none, of everybody. */
  readonly playbook: string;
  /** Of those who were to be nudged, whether or not it is known what became of them. */
  readonly nudged: number;
  readonly heldOut: number;
  /** Of the nudges that arrived, also of customers who were nudged before. */
  readonly sent: number;
  readonly reachedOut: number;
  readonly notUseful: number;
  /** Of them, those of whom it is known. */
  readonly known: number;
  /** Null before there are enough in both arms. */
  readonly soFar: UpliftSoFar | null;
  /** What so many would show four times in five, in the share that stays; null where nobody is held out. */
  readonly smallest: number | null;
};

export type UpliftReport = {
  readonly quarter: string;
  /** Stayed: bought again, or still under contract, so many days later. */
  readonly withinDays: number;
  readonly playbooks: readonly PlaybookUplift[];
};

/** Chosen: a quarter is not over for another month, and what a nudge brings shows within one. */
const WITHIN_DAYS = 30;
/** Of a share, the most there is. */
const DEVIATION_OF_SHARE = 0.5;

/**
 * What nudges of a quarter brought: those who were to be nudged, as they were dealt, by whether they stayed.
 * @param input.day any day of the quarter
 * @param input.among whom alone to compare, chosen by nothing that a nudge could change; what became of nudges is told of all
 */
export async function reportUplift(
  deps: ReportUpliftDeps,
  { day, among }: { readonly day: Day; readonly among?: ReadonlySet<number> },
): Promise<UpliftReport> {
  const now = deps.clock();
  const { from, to } = momentsOf(day, deps.timeZone);
  const compared = await deps.playbookCases.compared(from, to);
  const cases = compared.filter(({ customerId }) => among?.has(customerId) ?? true);
  const stayed = await outcomesOf(deps, cases, now);
  const answers = await deps.playbookCases.answers(from, to);
  const names = [...new Set([...answers, ...cases].map(({ playbook }) => playbook))];
  const playbooks = names.map((name) => {
    const own = cases.filter(({ playbook }) => playbook === name);
    return {
      ...upliftOf(name, own, stayed),
      ...answered(answers.filter(({ playbook }) => playbook === name)),
    };
  });
  const all = upliftOf(ALL_PLAYBOOKS, ofEverybody(cases, deps.holdOut, day), stayed);
  const together = { ...all, ...answered(answers) };
  return {
    quarter: quarterOf(day),
    withinDays: WITHIN_DAYS,
    playbooks: names.length === 0 ? [] : [...playbooks, together],
  };
}

function momentsOf(day: Day, timeZone: string): { readonly from: Date; readonly to: Date } {
  const quarter = Math.ceil(Number(day.slice(5, 7)) / 3);
  const first = `${day.slice(0, 4)}-${String(3 * quarter - 2).padStart(2, "0")}-01`;
  const next = addDays(first, 95);
  return { from: startOfDay(first, timeZone), to: startOfDay(`${next.slice(0, 7)}-01`, timeZone) };
}

/** Each customer once, as the draw over all playbooks put them. */
function ofEverybody(cases: readonly ComparedCase[], holdOut: HoldOut | undefined, day: Day): ComparedCase[] {
  if (holdOut === undefined) return [];
  const first = new Map<number, ComparedCase>();
  for (const one of cases) if (!first.has(one.customerId)) first.set(one.customerId, one);
  return [...first.values()].map((one) => ({
    ...one,
    arm: isHeldOut(one.customerId, ALL_PLAYBOOKS, day, holdOut) ? "held-out" : "nudged",
  }));
}

type Stayed = ReadonlyMap<string, number>;
const keyOf = ({ customerId, at }: ComparedCase) => `${customerId} ${at.getTime()}`;

/** Who stayed, of those of whom it is known by now; read by the moment, of which a morning has few. */
async function outcomesOf(
  { labels }: ReportUpliftDeps,
  cases: readonly ComparedCase[],
  now: Date,
): Promise<Stayed> {
  const byMoment = new Map<number, ComparedCase[]>();
  for (const one of cases) {
    if (daysAfter(one.at, WITHIN_DAYS) > now) continue;
    byMoment.set(one.at.getTime(), [...(byMoment.get(one.at.getTime()) ?? []), one]);
  }
  const stayed = new Map<string, number>();
  for (const [at, own] of byMoment) {
    const ids = [...new Set(own.map(({ customerId }) => customerId))];
    const churned = await labels.churned(new Date(at), WITHIN_DAYS, Int32Array.from(ids));
    const left = new Map(ids.map((id, place) => [id, churned[place] ?? 0]));
    for (const one of own) stayed.set(keyOf(one), 1 - (left.get(one.customerId) ?? 0));
  }
  return stayed;
}

function answered(answers: readonly PlaybookAnswers[]) {
  const sum = (of: "sent" | "reachedOut" | "notUseful") =>
    answers.reduce((total, each) => total + each[of], 0);
  return { sent: sum("sent"), reachedOut: sum("reachedOut"), notUseful: sum("notUseful") };
}

function upliftOf(
  playbook: string,
  cases: readonly ComparedCase[],
  stayed: Stayed,
): Omit<PlaybookUplift, "sent" | "reachedOut" | "notUseful"> {
  const comparison = new UpliftComparison();
  let known = 0;
  for (const one of cases) {
    const value = stayed.get(keyOf(one));
    if (value === undefined) continue;
    known += 1;
    comparison.add({ arm: one.arm, value, expected: one.risk ?? 0.5 });
  }
  const heldOut = cases.filter(({ arm }) => arm === "held-out").length;
  const share = heldOut / Math.max(1, cases.length);
  return {
    ...{ playbook, nudged: cases.length - heldOut, heldOut, known },
    soFar: comparison.soFar(cases.length),
    smallest:
      share > 0 && share < 1
        ? smallestEffect({ customers: cases.length, share, deviation: DEVIATION_OF_SHARE })
        : null,
  };
}
