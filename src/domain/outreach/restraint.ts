import type { Facts } from "./facts.ts";
import type { Playbook } from "./playbooks/playbook.ts";
import { replyToTicket } from "./playbooks/reply-to-ticket.ts";
import { solveTicket } from "./playbooks/solve-ticket.ts";
import type { SuggestionKind } from "./suggestion.ts";

/** Why a playbook keeps quiet about a customer of whom somebody decided so. */
export type Restraint = "overridden" | "do-not-disturb";

export const RESTRAINT_NEEDS = ["override", "doNotDisturb"] as const;
type RestraintFacts = Facts<(typeof RESTRAINT_NEEDS)[number]>;

/** What customers wait for themselves, who want no other contact: the answer to their own ticket. */
const AWAITED: readonly string[] = [replyToTicket.key, solveTicket.key];

/**
 * Whether a playbook keeps quiet, and why. "Do not disturb" holds on cards and for nudges. That somebody will stay silences
 * nudges alone, and none that is urgent and rests on days that are known: an open ticket is no guess of the model's.
 */
export function restraintOf(
  { key, priority, restsOnKnownDays }: Pick<Playbook, "key" | "priority" | "restsOnKnownDays">,
  { override, doNotDisturb }: RestraintFacts,
  kind: SuggestionKind,
): Restraint | null {
  if (doNotDisturb !== null) {
    if (doNotDisturb.every !== null && !AWAITED.includes(key)) return "do-not-disturb";
    if (doNotDisturb.playbooks.includes(key)) return "do-not-disturb";
  }
  const isUrgent = priority === "urgent" && restsOnKnownDays === true;
  return kind === "nudge" && override?.says === "stay" && !isUrgent ? "overridden" : null;
}
