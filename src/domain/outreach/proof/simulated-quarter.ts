import { addDays, type Day, type Week, weekdayOf, weekOf } from "../../calendar.ts";
import { phrase } from "../../phrase.ts";
import { uniformNumbers } from "../../risk/evaluation/uniform-numbers.ts";
import {
  DEFAULT_NUDGE_POLICY,
  decideNudges,
  type KnownCandidate,
  type NudgePolicy,
  nudgeKeys,
} from "../nudges.ts";
import type { Applying } from "../playbooks/evaluate.ts";
import { DEFAULT_HOLD_OUT, isHeldOut } from "./hold-out.ts";
import { UpliftComparison, type UpliftSoFar } from "./uplift.ts";

/** An invented quarter, in which nudges do exactly what is planted. */
export type PlantedQuarter = {
  readonly seed: number;
  readonly customers: number;
  /** What a nudge adds to the probability of staying: 0.05 is five points. */
  readonly effect: number;
};

export type SimulatedQuarter = {
  /** By intention to treat: the planted effect times the share that was nudged in time. */
  readonly truth: number;
  readonly atTheEnd: UpliftSoFar;
  /** The end, as it is without regard to what was expected of customers. */
  readonly unadjusted: UpliftSoFar;
  /** Whether any daily look said more than "not enough data". */
  readonly everSaid: boolean;
  /** What comparing nudged customers' month with the one before finds. */
  readonly beforeAfter: { readonly effect: number; readonly low: number; readonly high: number };
  readonly nudges: number;
  /** Nudges whose key was there already, and those beyond a budget of the day or the week. */
  readonly doubled: number;
  readonly overBudget: number;
  /** The most that one member was told about in one week. */
  readonly mostInAWeek: number;
};

const FIRST_DAY: Day = "2026-10-01";
/** A customer comes due within the first two months; what becomes of them is known a month later. */
const DUE_WITHIN_DAYS = 60;
const KNOWN_AFTER_DAYS = 30;
/** Chosen: so many that their weekly budgets suffice for nearly everybody who comes due. */
const REPS = 15;
/** Everybody due is worth a nudge here, whatever their risk, which is scored once for the quarter: the comparison is what is tried. */
const POLICY: NudgePolicy = { ...DEFAULT_NUDGE_POLICY, threshold: 0, maxScoreAgeHours: 24 * 100 };
/**
 * Customers come due in a slump that passes by itself: so many points less likely to have bought in the month before. It
 * is why looking at before and after finds an effect where there is none.
 */
const SLUMP = 0.1;
const PLAYBOOK: Applying = {
  ...{
    playbook: "simulated",
    occasion: "simulated",
    priority: "due",
    step: "contact",
    saves: 0.05,
    minutes: 15,
  },
  ...{ action: phrase("check-in.action"), reason: phrase("check-in.reason") },
  ...{ atAnyRisk: false, forWhoLeft: false, barredBy: null },
};

type Invented = {
  readonly id: number;
  readonly dueOn: number;
  readonly risk: number;
  readonly arm: "nudged" | "held-out";
};

/**
 * Runs a quarter day by day through the bot's own decisions: who is held out, who is nudged within the budget, and what the
 * comparison says each day. Every number follows from the seed.
 */
export function simulateQuarter({ seed, customers, effect }: PlantedQuarter): SimulatedQuarter {
  const random = uniformNumbers(seed);
  const holdOut = { ...DEFAULT_HOLD_OUT, salt: `simulation ${seed}` };
  const everybody = Array.from({ length: customers }, (_, place): Invented => {
    const id = place + 1;
    const arm = isHeldOut(id, PLAYBOOK.playbook, FIRST_DAY, holdOut) ? "held-out" : "nudged";
    return { id, arm, dueOn: Math.floor(random() * DUE_WITHIN_DAYS), risk: inventedRisk(random) };
  });
  const sent = sendNudges(everybody);
  return { ...judge(everybody, sent, { effect, random }), ...sent.counts };
}

/** Most customers are rather safe or rather at risk, as a model with a ROC-AUC near 0.85 sees them. */
function inventedRisk(random: () => number): number {
  const drawn = random();
  return 0.03 + 0.94 * (drawn < 0.5 ? 2 * drawn * drawn : 1 - 2 * (1 - drawn) ** 2) * random() ** 0.2;
}

function sendNudges(everybody: readonly Invented[]) {
  const nudgedOn = new Map<number, number>();
  const counts = { nudges: 0, doubled: 0, overBudget: 0, mostInAWeek: 0 };
  const toldInWeeks = new Map<Week, Map<string, number>>();
  const asCandidates = new Map(everybody.map((one) => [one, candidate(one)]));
  for (let day = 0; day <= DUE_WITHIN_DAYS + KNOWN_AFTER_DAYS; day += 1) {
    const today = addDays(FIRST_DAY, day);
    if (weekdayOf(today) > 5) continue;
    const due = everybody.filter((one) => one.arm === "nudged" && one.dueOn <= day && !nudgedOn.has(one.id));
    const now = new Date(`${today}T08:00:00Z`);
    const toldThisWeek = toldInWeeks.get(weekOf(today)) ?? new Map<string, number>();
    toldInWeeks.set(weekOf(today), toldThisWeek);
    const candidates = due.flatMap((one) => asCandidates.get(one) ?? []);
    const policy = { ...POLICY, turnsLeft: turnsLeft(today) };
    const decisions = decideNudges(candidates, policy, now, today, { toldThisWeek: new Map(toldThisWeek) });
    const told = decisions.filter((decision) => decision.kind === "nudge");
    countToday(told, { today, toldThisWeek, nudgedOn, counts });
    for (const { customerId } of told) nudgedOn.set(customerId, day);
  }
  return { nudgedOn, counts };
}

/** Everybody is told on every working day of the week. */
function turnsLeft(today: Day): NonNullable<NudgePolicy["turnsLeft"]> {
  const left = 6 - weekdayOf(today);
  return Object.fromEntries(Array.from({ length: REPS }, (_, rep) => [`rep ${rep}`, left]));
}

type SoFar = {
  readonly today: Day;
  readonly toldThisWeek: Map<string, number>;
  readonly nudgedOn: ReadonlyMap<number, number>;
  readonly counts: Pick<SimulatedQuarter, "nudges" | "doubled" | "overBudget" | "mostInAWeek">;
};

/** Counts a day's nudges by itself, not by what the decisions went by. */
function countToday(
  told: ReadonlyArray<{ readonly customerId: number; readonly memberId: string }>,
  { today, toldThisWeek, nudgedOn, counts }: SoFar,
): void {
  const keys = new Set<string>();
  const perMember = new Map<string, number>();
  for (const { customerId, memberId } of told) {
    const key = nudgeKeys.suggestion(customerId, today);
    const [named, inWeek] = [perMember, toldThisWeek].map((counted) => {
      const more = (counted.get(memberId) ?? 0) + 1;
      counted.set(memberId, more);
      return more;
    });
    const isOver = (named ?? 0) > POLICY.dailyBudget || (inWeek ?? 0) > POLICY.weeklyBudget;
    Object.assign(counts, {
      nudges: counts.nudges + 1,
      doubled: counts.doubled + Number(keys.has(key) || nudgedOn.has(customerId)),
      overBudget: counts.overBudget + Number(isOver),
      mostInAWeek: Math.max(counts.mostInAWeek, inWeek ?? 0),
    });
    keys.add(key);
  }
}

function candidate({ id, risk }: Invented): KnownCandidate {
  return {
    ...{
      customerId: id,
      source: "simulated",
      memberId: `rep ${id % REPS}`,
      hasContract: true,
      endedOn: null,
    },
    ...{
      snoozedUntil: null,
      sinceSnooze: null,
      dismissals: [],
      probability: risk,
      silence: null,
      scoredAt: new Date(`${FIRST_DAY}T00:00:00Z`),
    },
    ...{ lastPurchaseAt: null, lastTouchAt: null, lastNudgedAt: null, wasHeldOut: false },
    ...{ openNudge: null, options: [PLAYBOOK] },
  };
}

type Judged = Omit<SimulatedQuarter, keyof SoFar["counts"]>;

function judge(
  everybody: readonly Invented[],
  { nudgedOn }: { readonly nudgedOn: ReadonlyMap<number, number> },
  { effect, random }: { readonly effect: number; readonly random: () => number },
): Judged {
  const [adjusted, plain] = [new UpliftComparison(), new UpliftComparison()];
  const changes: number[] = [];
  let [inTime, meant] = [0, 0];
  let everSaid = false;
  const inOrder = [...everybody].sort((a, b) => a.dueOn - b.dueOn);
  for (const [place, one] of inOrder.entries()) {
    const isNudged = (nudgedOn.get(one.id) ?? Number.POSITIVE_INFINITY) < one.dueOn + KNOWN_AFTER_DAYS;
    const stayed = Number(random() < 1 - one.risk + (isNudged ? effect : 0));
    const before = Number(random() < 1 - one.risk - SLUMP);
    if (one.arm === "nudged") {
      meant += 1;
      inTime += Number(isNudged);
    }
    if (isNudged) changes.push(stayed - before);
    adjusted.add({ arm: one.arm, value: stayed, expected: one.risk });
    plain.add({ arm: one.arm, value: stayed, expected: 0 });
    if (inOrder[place + 1]?.dueOn === one.dueOn) continue;
    const verdict = adjusted.soFar(everybody.length)?.verdict ?? "not-enough-data";
    if (verdict !== "not-enough-data") everSaid = true;
  }
  return {
    truth: effect * (meant === 0 ? 0 : inTime / meant),
    atTheEnd: ended(adjusted, everybody.length),
    unadjusted: ended(plain, everybody.length),
    everSaid,
    beforeAfter: meanWithInterval(changes),
  };
}

function ended(comparison: UpliftComparison, customers: number): UpliftSoFar {
  const found = comparison.soFar(customers);
  if (found === null) throw new Error("too few customers to simulate a quarter with");
  return found;
}

function meanWithInterval(values: readonly number[]): SimulatedQuarter["beforeAfter"] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  const half = 1.96 * Math.sqrt(variance / values.length);
  return { effect: mean, low: mean - half, high: mean + half };
}
