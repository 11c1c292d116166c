import { HIGH_RISK } from "../risk/bands.ts";
import { knownStake, type Stakes } from "./stake.ts";

/** Everybody at high risk at a moment, and what is at stake with each. */
export type HighAtMoment = { readonly high: readonly number[]; readonly stakes: Stakes };

/**
 * Why the value at risk is another than a week before. `new`: at high risk now and not then. `recovered`: below high risk now.
 * `no-score`: still a customer, but without a risk now. `left`: no customer any more. `changed`: at high risk both times, with
 * another risk, margin or rate.
 */
export const BRIDGE_STEPS = ["new", "recovered", "left", "no-score", "changed"] as const;
export type BridgeStepKind = (typeof BRIDGE_STEPS)[number];

/** @property minor what it added, in whole minor units; below zero where it took away */
export type BridgeStep = {
  readonly kind: BridgeStepKind;
  readonly customers: number;
  readonly minor: number;
};

/** `startMinor` + the steps = `endMinor`, to the minor unit. */
export type ValueBridge = {
  readonly currency: string;
  readonly startMinor: number;
  /** Each kind once, in the order of `BRIDGE_STEPS`; what did not happen has no customers. */
  readonly steps: readonly BridgeStep[];
  readonly endMinor: number;
  /** At high risk both times, with a value that is known for one of them only: it counts as changed. */
  readonly knownOnce: number;
};

/**
 * How the value at risk of one moment became that of another. Only values that are known count, as in both sums.
 * @param scored everybody who is a customer now, with their risk, 0–1; null: none
 * @returns null where nobody's value is known at either moment
 */
export function valueBridge(
  before: HighAtMoment,
  now: HighAtMoment,
  scored: ReadonlyMap<number, number | null>,
): ValueBridge | null {
  const [wasHigh, isHigh] = [new Set(before.high), new Set(now.high)];
  const ids = [...new Set([...before.high, ...now.high])];
  const moves = ids.map((id) => {
    const then = wasHigh.has(id) ? knownStake(before.stakes, id) : null;
    const since = isHigh.has(id) ? knownStake(now.stakes, id) : null;
    const kind = stepOf({ wasHigh: wasHigh.has(id), isHigh: isHigh.has(id) }, scored.get(id));
    return { kind, then, since };
  });
  const currency = moves.flatMap(({ then, since }) => [then, since]).find((one) => one !== null)?.currency;
  if (currency === undefined) return null;
  const sum = (of: (move: (typeof moves)[number]) => number) =>
    moves.reduce((total, move) => total + of(move), 0);
  return {
    currency,
    startMinor: sum(({ then }) => then?.minor ?? 0),
    steps: BRIDGE_STEPS.map((kind) => {
      const those = moves.filter((move) => move.kind === kind);
      const added = those.map(({ then, since }) => (since?.minor ?? 0) - (then?.minor ?? 0));
      const counted = those.filter(({ then, since }) => then !== null || since !== null);
      return { kind, customers: counted.length, minor: added.reduce((total, one) => total + one, 0) };
    }),
    endMinor: sum(({ since }) => since?.minor ?? 0),
    knownOnce: moves.filter(
      ({ kind, then, since }) => kind === "changed" && (then === null) !== (since === null),
    ).length,
  };
}

/** @param risk undefined: no customer now */
function stepOf(
  { wasHigh, isHigh }: { readonly wasHigh: boolean; readonly isHigh: boolean },
  risk: number | null | undefined,
): BridgeStepKind {
  if (isHigh) return wasHigh ? "changed" : "new";
  if (risk === undefined) return "left";
  return risk !== null && risk < HIGH_RISK ? "recovered" : "no-score";
}
