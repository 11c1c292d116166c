import type { Money } from "../money.ts";
import type { ExpectedValue } from "../outreach/expected-value.ts";
import type { Applying } from "../outreach/playbooks/evaluate.ts";
import type { NudgeItem } from "./messages.ts";

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

/** The same for somebody who may not see what a customer is worth, nor what an hour of a colleague costs. */
export function withoutAmounts(item: NudgeItem): NudgeItem {
  const { effect, stake: _, expectedValue: __, ...rest } = item;
  return effect === undefined ? rest : { ...rest, effect: { minutes: effect.minutes } };
}
