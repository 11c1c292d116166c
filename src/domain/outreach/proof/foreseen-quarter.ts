import { heldOutShare } from "./arms-as-drawn.ts";
import { ALL_PLAYBOOKS, type HoldOut } from "./hold-out.ts";
import { LEAST_IN_ARM, smallestEffect } from "./uplift.ts";

/** What a quarter will be able to show, told before it begins. */
export type ForeseenQuarter = {
  readonly quarter: string;
  /** Customers who are expected to come due. */
  readonly customers: number;
  /** As many as in the quarter before, or everybody who can be nudged about: then it is the most there can be. */
  readonly basis: "last-quarter" | "everybody";
  /** The smallest effect that a playbook for which all of them come due can show, as a share: 0.17 is 17 points. */
  readonly playbook: number | null;
  /** The same of all nudges together, against those held out of every playbook. */
  readonly together: number | null;
  /** A share to hold out by which a playbook could show what is worth seeing; null: as it is it can, or no share can. */
  readonly suggestedShare: number | null;
};

/** Of the share that stays, the most there is: nothing is known of it beforehand. */
export const DEVIATION_OF_SHARE = 0.5;
/** The effect of a good playbook. Chosen by the product: one that is not seen below it is hardly ever seen. */
export const WORTH_SEEING = 0.1;
/** Shares that are suggested, ascending. Half is the best there is, and what fairness allows at most. */
const SHARES = [0.15, 0.2, 0.25, 0.3, 0.4, 0.5] as const;

/** @param plan.customers who are expected to come due */
export function foreseeQuarter(
  plan: Pick<ForeseenQuarter, "quarter" | "customers" | "basis">,
  holdOut: HoldOut,
): ForeseenQuarter {
  const smallest = (share: number) => visibleEffect(plan.customers, share);
  const own = smallest(heldOutShare("", holdOut));
  const isHopeless = own === null || own > WORTH_SEEING;
  const helps = (share: number) => {
    const then = smallest(heldOutShare("", { ...holdOut, playbookShare: share }));
    return share > holdOut.playbookShare && then !== null && then <= WORTH_SEEING;
  };
  return {
    ...plan,
    playbook: own,
    together: smallest(heldOutShare(ALL_PLAYBOOKS, holdOut)),
    suggestedShare: isHopeless ? (SHARES.find(helps) ?? null) : null,
  };
}

/** The smallest effect on the share that stays; null where too few would be in an arm for any to be told. */
export function visibleEffect(customers: number, share: number): number | null {
  if (customers * Math.min(share, 1 - share) < LEAST_IN_ARM) return null;
  return smallestEffect({ customers, share, deviation: DEVIATION_OF_SHARE });
}
