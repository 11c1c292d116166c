import { awake, type Dismissal, playbooksOf } from "./dismissal.ts";
import type { Facts } from "./facts.ts";
import { evaluatePlaybooks } from "./playbooks/evaluate.ts";
import type { PlaybookNeed } from "./playbooks/playbooks.ts";
import type { Restraint } from "./restraint.ts";

/**
 * Why nobody is nudged about a customer although the risk is high, where somebody decided so; null: something may be said.
 * Whether a snooze holds is decided elsewhere.
 */
export function quietBecause(
  facts: Facts<PlaybookNeed>,
  dismissals: readonly Dismissal[],
  now: Date,
): Restraint | null {
  const { advice, cases } = evaluatePlaybooks(awake(facts), now, "nudge", null, playbooksOf(dismissals));
  if (advice.kind === "act") return null;
  if (facts.doNotDisturb?.every) return "do-not-disturb";
  if (facts.override?.says === "stay") return "overridden";
  return cases.some(({ passedOver }) => passedOver === "do-not-disturb") ? "do-not-disturb" : null;
}
