import type { Money } from "../money.ts";
import type { ExpectedValue } from "../outreach/expected-value.ts";
import type { Applying } from "../outreach/playbooks/evaluate.ts";

/** What a contact takes, and what it is expected to keep. */
export type NudgeEffect = {
  /** Of somebody's time, as the playbook is set. */
  readonly minutes: number;
  /** What is given with it; left out: nothing, or not for whoever reads. */
  readonly gift?: Money;
  /** Of the year's margin what the contact is expected to keep, and what it costs; left out where either is not known. */
  readonly expected?: { readonly kept: Money; readonly cost: Money };
};

/** The same figures that the choice went by. */
export function nudgeEffect({ minutes, gift }: Applying, value: ExpectedValue): NudgeEffect {
  return {
    minutes,
    ...(gift && { gift }),
    ...(value.kind === "known" && { expected: { kept: value.kept, cost: value.cost } }),
  };
}
