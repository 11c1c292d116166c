import { maySeeMoney, type Place, type Reader } from "../../domain/access.ts";
import { localTime } from "../../domain/calendar.ts";
import { type Clock, daysAfter } from "../../domain/clock.ts";
import { estimate, type Money } from "../../domain/money.ts";
import type { ExpectedValue } from "../../domain/outreach/expected-value.ts";
import { keptForUrgent } from "../../domain/outreach/nudge-budgets.ts";
import {
  decideNudges,
  type NudgeCandidate,
  type NudgeDecision,
  type NudgePolicy,
} from "../../domain/outreach/nudges.ts";
import { turnPolicy } from "../../domain/outreach/turns/turn-policy.ts";
import { type Phrase, phrase } from "../../domain/phrase.ts";
import type { PublicHolidays } from "../../domain/public-holidays.ts";
import type { NudgePreferenceStore } from "../../store/outreach/nudge-preferences.ts";
import type { RiskListStore } from "../../store/outreach/risk-list.ts";
import { type KnownCandidatesDeps, knownCandidates } from "../outreach/known-candidates.ts";
import { type NudgeGivensDeps, nudgeGivens } from "../outreach/nudge-givens.ts";
import { type ReadTeamPolicyDeps, readTeamPolicy } from "../outreach/read-nudge-policy.ts";
import { type IsPostingDeps, isPosting } from "./is-posting.ts";
import { nudgedOwner, withOwnersQuiet } from "./owner-quiet.ts";

export type WhySilentDeps = KnownCandidatesDeps &
  NudgeGivensDeps &
  IsPostingDeps &
  ReadTeamPolicyDeps & {
    readonly riskList: Pick<RiskListStore, "candidate" | "wasOverBudget" | "toldSince">;
    readonly nudgePreferences: Pick<NudgePreferenceStore, "member">;
    readonly holidays: PublicHolidays;
    readonly clock: Clock;
  };

export type WhySilentInput = {
  readonly customerId: number;
  /** Who asks, and where the answer is read; null: whoever runs the bot. Amounts are for those who may see them. */
  readonly reader: { readonly member: Reader; readonly place: Place } | null;
};

export type WhySilent =
  | { readonly kind: "gone" }
  | { readonly kind: "told"; readonly name: string; readonly because: Phrase };

/** Since the last morning of nudges, over a weekend too. */
const LAST_MORNING_DAYS = 3;

/** Why nobody was nudged about a customer, by what holds now. */
export async function whySilent(
  deps: WhySilentDeps,
  { customerId, reader }: WhySilentInput,
): Promise<WhySilent> {
  const now = deps.clock();
  const about = (await deps.facts.read([], [customerId], now)).get(customerId);
  if (about === undefined) return { kind: "gone" };
  const { name, id } = about.customer;
  if (!(await isPosting(deps))) return { kind: "told", name, because: phrase("why-silent.not-posting") };
  const found = await deps.riskList.candidate(id, now);
  if (found === null) return { kind: "told", name, because: phrase("why-silent.no-owner") };
  const seesMoney = reader === null || maySeeMoney(reader.member, about.customer, reader.place);
  const because = await becauseOf(deps, found, { now, seesMoney });
  return because === null ? { kind: "gone" } : { kind: "told", name, because };
}

type Found = NonNullable<Awaited<ReturnType<RiskListStore["candidate"]>>>;

/** Decides as the owner's next turn will. Null: they are no customer any more. */
async function becauseOf(
  deps: WhySilentDeps,
  { candidate, timeZone }: Found,
  { now, seesMoney }: { readonly now: Date; readonly seesMoney: boolean },
): Promise<Phrase | null> {
  const { holidays } = deps;
  const today = localTime(now, timeZone).day;
  const member = await deps.nudgePreferences.member(candidate.memberId ?? "");
  const owner = nudgedOwner(member, now, holidays);
  const turnOn = owner?.nextTurnOn ?? today;
  const policy = turnPolicy(await readTeamPolicy(deps), owner ? [owner.member] : [], turnOn, holidays);
  const candidates = await knownCandidates(deps, [candidate], { policy, now, day: today });
  const givens = await nudgeGivens(deps, candidates, { policy, now, day: turnOn, timeZone });
  const [decision] = decideNudges(candidates, policy, now, today, givens);
  if (decision === undefined) return null;
  const isNext = decision.kind === "nudge";
  const because = isNext
    ? await nextOrOver(deps, candidate, policy, now)
    : reasonOf(decision, candidate, { policy, now, timeZone, seesMoney });
  const known = withMissing(because, decision);
  return owner === null ? known : withOwnersQuiet(known, owner, { isNext, now, holidays });
}

async function nextOrOver(
  { riskList }: WhySilentDeps,
  { customerId }: NudgeCandidate,
  policy: NudgePolicy,
  now: Date,
): Promise<Phrase> {
  const isOverBudget = await riskList.wasOverBudget(customerId, daysAfter(now, -LAST_MORNING_DAYS));
  return isOverBudget ? overBudget("why-silent.budget", policy) : phrase("why-silent.next");
}

/** The team's numbers, which are the most that anybody is told of. */
const overBudget = (code: string, policy: NudgePolicy): Phrase =>
  phrase(code, { aDay: policy.dailyBudget, aWeek: policy.weeklyBudget, kept: keptForUrgent(policy) });

/** Where others came first, and nobody knows what a contact with this customer would bring: what is missing. */
function withMissing(because: Phrase, { value }: NudgeDecision): Phrase {
  if (value?.kind !== "unknown") return because;
  return phrase("why-silent.value-unknown", {
    because,
    missing: phrase(`why-silent.missing.${value.because}`),
  });
}

function reasonOf(
  { because, detail, value }: Extract<NudgeDecision, { kind: "skip" }>,
  candidate: NudgeCandidate,
  {
    policy,
    now,
    timeZone,
    seesMoney,
  }: {
    readonly policy: NudgePolicy;
    readonly now: Date;
    readonly timeZone: string;
    readonly seesMoney: boolean;
  },
): Phrase {
  const { threshold, cooldownDays, lapsedAfterDays, weeklyBudget } = policy;
  const { lastTouchAt, lastNudgedAt, probability, snoozedUntil } = candidate;
  switch (because) {
    case "no-score":
      return detail === null
        ? phrase("why-silent.never-scored")
        : phrase("why-silent.no-score", { why: detail });
    case "below-threshold":
      return phrase("why-silent.below-threshold", {
        percent: Math.round(100 * (probability ?? 0)),
        threshold: Math.round(100 * threshold),
      });
    case "snoozed":
      return phrase("why-silent.snoozed", {
        until: { day: localTime(snoozedUntil ?? now, timeZone).day },
      });
    case "cooldown":
      return phrase("why-silent.cooldown", {
        days: cooldownDays,
        what: (lastTouchAt?.getTime() ?? 0) >= (lastNudgedAt?.getTime() ?? 0) ? "touched" : "nudged",
      });
    case "already-lapsed":
      return phrase("why-silent.already-lapsed", { days: lapsedAfterDays });
    case "week-budget":
      return phrase("why-silent.week-budget", { most: weeklyBudget });
    case "budget":
      return overBudget("why-silent.kept-for-urgent", policy);
    case "not-worth-it":
      return notWorthIt(value, seesMoney);
    default:
      return phrase(`why-silent.${because}`);
  }
}

function notWorthIt(value: ExpectedValue | undefined, seesMoney: boolean): Phrase {
  if (value?.kind !== "known" || !seesMoney) return phrase("why-silent.not-worth-it");
  return phrase("why-silent.not-worth-it.figures", {
    cost: estimated(value.cost),
    kept: estimated(value.kept),
  });
}

function estimated(money: Money): Phrase {
  const { is, money: rounded } = estimate(money);
  return phrase(`money.${is}`, { amount: { ...rounded, digits: "whole" } });
}
