import type { AllFacts } from "../facts.ts";
import type { Advice, Playbook, Suggested } from "./playbook.ts";
import { PLAYBOOKS } from "./playbooks.ts";
import { ago, dayOf, wholeDays } from "./words.ts";

/** After a contact the customer gets a week to answer before the next is suggested. */
const WAIT_AFTER_CONTACT_DAYS = 7;

/** What to do next about one customer: what the most pressing playbook says, unless there is reason to be quiet. */
export function advise(facts: AllFacts, now: Date): Advice {
  const quiet = quietBecause(facts, now);
  if (quiet !== null) return { kind: "nothing", because: quiet };
  const urgent = firstOf(
    PLAYBOOKS.filter((playbook) => playbook.urgent),
    facts,
    now,
  );
  if (urgent !== null) return urgent;
  const contacted = facts.lastTouch === null ? null : wholeDays(facts.lastTouch.at, now);
  if (contacted !== null && contacted < WAIT_AFTER_CONTACT_DAYS) {
    return { kind: "nothing", because: `Contacted ${ago(contacted)}: give them time to answer.` };
  }
  return firstOf(PLAYBOOKS, facts, now) ?? { kind: "nothing", because: "All is well: no contact is due." };
}

function quietBecause({ customer }: AllFacts, now: Date): string | null {
  if (customer.endedOn !== null && customer.endedOn <= dayOf(now)) return "The contract has ended.";
  const isSnoozed = customer.snoozedUntil !== null && customer.snoozedUntil > now;
  return isSnoozed ? "Snoozed: no suggestions until then." : null;
}

function firstOf(playbooks: readonly Playbook[], facts: AllFacts, now: Date): Suggested | null {
  for (const playbook of playbooks) {
    const suggested = playbook.suggest(facts, now);
    if (suggested !== null) return { kind: "act", playbook: playbook.name, ...suggested };
  }
  return null;
}
