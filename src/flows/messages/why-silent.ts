import { maySeeMoney, type Place, type Reader } from "../../domain/access.ts";
import { localTime } from "../../domain/calendar.ts";
import { type Clock, daysAfter } from "../../domain/clock.ts";
import { estimate, type Money } from "../../domain/money.ts";
import type { ExpectedValue } from "../../domain/outreach/expected-value.ts";
import {
  DEFAULT_NUDGE_POLICY,
  decideNudges,
  type NudgeCandidate,
  type NudgeDecision,
} from "../../domain/outreach/nudges.ts";
import { type Phrase, phrase } from "../../domain/phrase.ts";
import type { RiskListStore } from "../../store/outreach/risk-list.ts";
import { type KnownCandidatesDeps, knownCandidates } from "./known-candidates.ts";
import { type NudgeGivensDeps, nudgeGivens } from "./nudge-givens.ts";

export type WhySilentDeps = KnownCandidatesDeps &
  NudgeGivensDeps & {
    readonly riskList: Pick<RiskListStore, "candidate" | "wasOverBudget" | "toldSince">;
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
  const found = await deps.riskList.candidate(id, now);
  if (found === null) return { kind: "told", name, because: phrase("why-silent.no-owner") };
  const { timeZone } = found;
  const asOf = { policy: DEFAULT_NUDGE_POLICY, now, day: localTime(now, timeZone).day };
  const candidates = await knownCandidates(deps, [found.candidate], asOf);
  const givens = await nudgeGivens(deps, candidates, { ...asOf, timeZone });
  const [decision] = decideNudges(candidates, asOf.policy, now, asOf.day, givens);
  if (decision === undefined) return { kind: "gone" };
  const seesMoney = reader === null || maySeeMoney(reader.member, about.customer, reader.place);
  if (decision.kind === "skip") {
    const because = reasonOf(decision, found.candidate, { now, timeZone, seesMoney });
    return { kind: "told", name, because: withMissing(because, decision) };
  }
  const isOverBudget = await deps.riskList.wasOverBudget(id, daysAfter(now, -LAST_MORNING_DAYS));
  const because = phrase(isOverBudget ? "why-silent.budget" : "why-silent.next");
  return { kind: "told", name, because: withMissing(because, decision) };
}

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
    now,
    timeZone,
    seesMoney,
  }: { readonly now: Date; readonly timeZone: string; readonly seesMoney: boolean },
): Phrase {
  const { threshold, cooldownDays, lapsedAfterDays, weeklyBudget } = DEFAULT_NUDGE_POLICY;
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
