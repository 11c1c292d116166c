import type { NudgeItem } from "./messages.ts";

/** A nudge for somebody who may not see what a customer is worth, nor what an hour of a colleague costs. */
export function withoutAmounts(item: NudgeItem): NudgeItem {
  const { effect, stake: _, expectedValue: __, ...rest } = item;
  return effect === undefined ? rest : { ...rest, effect: { minutes: effect.minutes } };
}
