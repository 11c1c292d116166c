import { localTime } from "../../domain/calendar.ts";
import { daysAfter } from "../../domain/clock.ts";
import {
  DEFAULT_NUDGE_POLICY,
  decideNudges,
  type NudgeCandidate,
  type NudgeDecision,
} from "../../domain/outreach/nudges.ts";
import { type Phrase, phrase } from "../../domain/phrase.ts";
import type { FactStore } from "../../store/facts/facts.ts";
import type { RiskListStore } from "../../store/outreach/risk-list.ts";
import { type ComposeNudgesDeps, knownCandidates } from "./compose-nudges.ts";

export type WhySilentDeps = Pick<
  ComposeNudgesDeps,
  "sourceDays" | "scoreBasis" | "holdOut" | "restraints" | "clock"
> & {
  readonly facts: FactStore;
  readonly riskList: Pick<RiskListStore, "candidate" | "wasOverBudget">;
};

export type WhySilent =
  | { readonly kind: "gone" }
  | { readonly kind: "told"; readonly name: string; readonly because: Phrase };

/** Since the last morning of nudges, over a weekend too. */
const LAST_MORNING_DAYS = 3;

/** Why nobody was nudged about a customer, by what holds now. */
export async function whySilent(
  deps: WhySilentDeps,
  { customerId }: { readonly customerId: number },
): Promise<WhySilent> {
  const now = deps.clock();
  const about = (await deps.facts.read([], [customerId], now)).get(customerId);
  if (about === undefined) return { kind: "gone" };
  const { name } = about.customer;
  const found = await deps.riskList.candidate(about.customer.id, now);
  if (found === null) return { kind: "told", name, because: phrase("why-silent.no-owner") };
  const asOf = { policy: DEFAULT_NUDGE_POLICY, now, day: localTime(now, found.timeZone).day };
  const [candidate = found.candidate] = await knownCandidates(deps, [found.candidate], asOf);
  const [decision] = decideNudges([candidate], asOf.policy, now, asOf.day);
  if (decision?.kind === "skip")
    return { kind: "told", name, because: reasonOf(decision, candidate, { now, timeZone: found.timeZone }) };
  const isOverBudget = await deps.riskList.wasOverBudget(
    candidate.customerId,
    daysAfter(now, -LAST_MORNING_DAYS),
  );
  return { kind: "told", name, because: phrase(isOverBudget ? "why-silent.budget" : "why-silent.next") };
}

function reasonOf(
  { because, detail }: Extract<NudgeDecision, { kind: "skip" }>,
  candidate: NudgeCandidate,
  { now, timeZone }: { readonly now: Date; readonly timeZone: string },
): Phrase {
  const { threshold, cooldownDays, lapsedAfterDays } = DEFAULT_NUDGE_POLICY;
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
    default:
      return phrase(`why-silent.${because}`);
  }
}
