import { type ExpectedValue, valueMinor } from "./expected-value.ts";
import type { Applying } from "./playbooks/evaluate.ts";

/** Most pressing first. */
const CLASSES = ["urgent", "due", "last"] as const satisfies ReadonlyArray<Applying["priority"]>;

/** 0 for the most pressing. */
export const pressing = ({ priority }: Pick<Applying, "priority">): number => CLASSES.indexOf(priority);

/** A playbook that may speak of a customer, and what a contact for it is expected to bring. */
export type Option = { readonly applying: Applying; readonly value: ExpectedValue };

/**
 * What is to be said of a customer: of those worth it the most pressing class, of that what brings most, of equals the first
 * of the list. `urgent` ones are always worth it: the customer waits for us, and what that takes is owed, not chosen. So of several
 * the first of the list is said, as on their card: whoever has an open ticket is not called about their rating instead because that
 * takes ten minutes less.
 * @param options in the order of the list of playbooks; at least one
 * @returns not worth it: the one that came closest
 */
export function choose(options: readonly [Option, ...Option[]]): Option & { readonly isWorthIt: boolean } {
  const worthIt = options.filter(isWorthIt);
  const urgent = worthIt.find(({ applying }) => applying.priority === "urgent");
  if (urgent !== undefined) return { ...urgent, isWorthIt: true };
  const [first = null] = worthIt.sort(
    (a, b) => pressing(a.applying) - pressing(b.applying) || byValue(a.value, b.value),
  );
  if (first !== null) return { ...first, isWorthIt: true };
  const [closest = options[0]] = [...options].sort((a, b) => byValue(a.value, b.value));
  return { ...closest, isWorthIt: false };
}

function isWorthIt({ applying, value }: Option): boolean {
  return applying.priority === "urgent" || (valueMinor(value) ?? 0) >= 0;
}

/** Most first; those of which it is not known last. */
export function byValue(a: ExpectedValue, b: ExpectedValue): number {
  const [one, other] = [valueMinor(a), valueMinor(b)];
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return other - one;
}

/** Why nothing of what applies may be said: what somebody decided of the customer before what they had no use for. */
export function barredBecause(options: readonly Pick<Applying, "barredBy">[]) {
  const bars = new Set(options.map(({ barredBy }) => barredBy));
  const decided = (["do-not-disturb", "overridden", "dismissed"] as const).find((one) => bars.has(one));
  return decided ?? (bars.has("recently-contacted") ? "cooldown" : "nothing-to-say");
}
