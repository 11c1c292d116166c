import { type Day, firstDayOfQuarter, lastDayOfQuarter, quarterOf } from "../../../domain/calendar.ts";
import { type ArmsCheck, armsAsDrawn, heldOutShare } from "../../../domain/outreach/proof/arms-as-drawn.ts";
import { DEVIATION_OF_SHARE } from "../../../domain/outreach/proof/foreseen-quarter.ts";
import { ALL_PLAYBOOKS, type HoldOut, isHeldOut } from "../../../domain/outreach/proof/hold-out.ts";
import { smallestEffect, UpliftComparison } from "../../../domain/outreach/proof/uplift.ts";
import type { StayingUplift } from "../../../domain/outreach/proof/uplift-report.ts";
import type { HoldOutStore } from "../../../store/outreach/hold-outs.ts";
import type { ComparedCase } from "../../../store/outreach/playbook-cases.ts";
import type { Stayed } from "./read-stayed.ts";

/** The days of the quarter of a day. */
export const quarterDays = (day: Day) => ({ fromDay: firstDayOfQuarter(day), toDay: lastDayOfQuarter(day) });

export type DrawnByDeps = {
  readonly holdOuts: Pick<HoldOutStore, "of">;
  /** As it is set now. */
  readonly holdOut?: HoldOut;
};

/** By which shares a quarter was drawn: as they were kept in it, else as they are set now. @param day of the quarter */
export async function drawnBy({ holdOuts, holdOut }: DrawnByDeps, day: Day): Promise<HoldOut | undefined> {
  return (await holdOuts.of(quarterOf(day))) ?? holdOut;
}

/** Compares who stayed. @param cases of one playbook, or of all together, each customer once */
export function compareStaying(
  playbook: string,
  cases: readonly ComparedCase[],
  stayed: Stayed,
  holdOut: HoldOut | undefined,
): StayingUplift {
  const comparison = new UpliftComparison();
  let known = 0;
  for (const one of cases) {
    const has = stayed(one);
    if (has === null) continue;
    known += 1;
    comparison.add({ arm: one.arm, value: Number(has), expected: one.risk ?? 0.5 });
  }
  const heldOut = cases.filter(({ arm }) => arm === "held-out").length;
  const nudged = cases.length - heldOut;
  const arms = armsIn(playbook, { nudged, heldOut }, holdOut);
  const share = heldOut / Math.max(1, cases.length);
  const isComparable = share > 0 && share < 1;
  return {
    ...{ nudged, heldOut, known, arms },
    soFar: arms === "not-as-drawn" ? null : comparison.soFar(cases.length),
    smallest: isComparable
      ? smallestEffect({ customers: cases.length, share, deviation: DEVIATION_OF_SHARE })
      : null,
  };
}

function armsIn(
  playbook: string,
  sizes: { readonly nudged: number; readonly heldOut: number },
  holdOut: HoldOut | undefined,
): ArmsCheck {
  return holdOut === undefined ? "too-few" : armsAsDrawn(sizes, heldOutShare(playbook, holdOut));
}

/** Each customer once, as the draw over all playbooks put them. @param day of the quarter */
export function casesOfEverybody(
  cases: readonly ComparedCase[],
  holdOut: HoldOut | undefined,
  day: Day,
): ComparedCase[] {
  if (holdOut === undefined) return [];
  const first = new Map<number, ComparedCase>();
  for (const one of cases) if (!first.has(one.customerId)) first.set(one.customerId, one);
  return [...first.values()].map((one) => ({
    ...one,
    arm: isHeldOut(one.customerId, ALL_PLAYBOOKS, day, holdOut) ? "held-out" : "nudged",
  }));
}
