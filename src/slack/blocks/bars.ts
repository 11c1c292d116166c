/** Those that every font draws from the same line: the half and the full block sit lower in some. */
const BARS = ["▁", "▂", "▃", "▅", "▆", "▇"] as const;
const GAP = "·";

/**
 * Values as a row of bars from nothing up to `highest`, never without their numbers beside it: who has it read aloud
 * hears nothing of it.
 * @param values not below zero; null is a gap
 */
export function bars(values: ReadonlyArray<number | null>, highest: number): string {
  return values.map((value) => (value === null ? GAP : barOf(value / highest))).join("");
}

/** The lowest for nothing alone. @param share 0–1 */
function barOf(share: number): string {
  const steps = BARS.length - 1;
  return BARS[Math.min(steps, Math.ceil(share * steps))] ?? BARS[0];
}
