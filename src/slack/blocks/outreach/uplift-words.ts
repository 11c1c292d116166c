import type { NudgeCost } from "../../../domain/outreach/proof/nudge-costs.ts";
import type { Gain, ReturnOnNudges } from "../../../domain/outreach/proof/return-on-nudges.ts";
import type { UpliftSoFar } from "../../../domain/outreach/proof/uplift.ts";
import type { Amount } from "../../../domain/phrase.ts";
import type { Say } from "../../../words/say.ts";

/** A share as percentage points with one decimal. */
export const points = (share: number): number => Math.round(1000 * share) / 10;

/** An effect with its interval, in points. */
export const inPoints = ({ effect, low, high }: Pick<UpliftSoFar, "effect" | "low" | "high">) => ({
  effect: points(effect),
  low: points(low),
  high: points(high),
});

export const money = (minor: number, currency: string): Amount => ({ minor, currency, digits: "brief" });

/** A gain with its interval. */
export const inMoney = ({ minor, lowMinor, highMinor }: Gain, currency: string) => ({
  gain: money(minor, currency),
  low: money(lowMinor, currency),
  high: money(highMinor, currency),
});

/** What nudges cost so far; by its parts where gifts are among them. */
export function costText({ timeMinor, giftsMinor, unpriced }: NudgeCost, currency: string, say: Say): string {
  const total = timeMinor + giftsMinor;
  if (total === 0) return say(unpriced > 0 ? "uplift.cost.unknown" : "uplift.cost.none");
  if (giftsMinor === 0) return say("uplift.cost", { total: money(total, currency) });
  const parts = { time: money(timeMinor, currency), gifts: money(giftsMinor, currency) };
  return say("uplift.cost.parts", { total: money(total, currency), ...parts });
}

/** Null where it cannot be said. */
export function returnedText(returned: ReturnOnNudges, say: Say): string | null {
  if (returned.kind === "not-yet") return null;
  const percent = (ratio: number) => Math.round(100 * ratio);
  const { ratio, low, high } = returned;
  return say("uplift.returned.said", { percent: percent(ratio), low: percent(low), high: percent(high) });
}

/** A quarter as people say it: "Q4 2026". @param quarter as `quarterOf` names it, "2026-Q4" */
export function quarterName(quarter: string, say: Say): string {
  const [year = "", number = ""] = quarter.split("-Q");
  return say("cost.period.quarter", { quarter: number, year });
}
