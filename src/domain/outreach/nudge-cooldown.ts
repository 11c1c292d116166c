import { daysAfter } from "../clock.ts";
import type { BreakThrough } from "./break-through.ts";
import { isUrgent } from "./nudge-budgets.ts";
import type { Applying } from "./playbooks/evaluate.ts";

/** A playbook's case that a nudge of late told of. */
export type ToldCase = Pick<Applying, "playbook" | "occasion">;

/** When a customer was last spoken of, and about what. */
export type Spoken = {
  readonly lastTouchAt: Date | null;
  readonly lastNudgedAt: Date | null;
  /** Of the nudges of the cool-down; left out: none. */
  readonly toldCases?: readonly ToldCase[];
};

/**
 * What may be said within the days of quiet after a contact or a nudge: a customer who waits for an answer does not wait a week
 * because somebody wished them a happy birthday. Urgent playbooks speak, unless a nudge told of the very case already, or
 * somebody was in touch since it arose; the others wait.
 * @param broken what broke a snooze: who was in touch before that, or was told, did not know of it
 * @returns the playbooks, those that wait barred; null: all of them wait
 */
export function afterCooldown(
  spoken: Spoken,
  options: readonly Applying[],
  since: { readonly cooldownDays: number; readonly now: Date; readonly broken: BreakThrough | null },
): readonly Applying[] | null {
  if (!isCoolingDown(spoken, since)) return options;
  const speaks = (one: Applying) => one.barredBy === null && isUrgent(one) && isNews(one, spoken);
  if (!options.some(speaks)) return null;
  return options.map((one) =>
    speaks(one) ? one : { ...one, barredBy: one.barredBy ?? "recently-contacted" },
  );
}

function isCoolingDown(
  { lastTouchAt, lastNudgedAt }: Spoken,
  { cooldownDays, now, broken }: Parameters<typeof afterCooldown>[2],
): boolean {
  const newsAt = broken?.newsAt ?? null;
  return [lastTouchAt, lastNudgedAt].some(
    (at) => at !== null && at > daysAfter(now, -cooldownDays) && (newsAt === null || at > newsAt),
  );
}

function isNews({ playbook, occasion, since }: Applying, { lastTouchAt, toldCases = [] }: Spoken): boolean {
  const wasTold = toldCases.some((told) => told.playbook === playbook && told.occasion === occasion);
  return !wasTold && (since === undefined || lastTouchAt === null || lastTouchAt <= since);
}
