import { uniformNumbers } from "../../risk/evaluation/uniform-numbers.ts";
import { UpliftComparison, type UpliftSoFar } from "./uplift.ts";

/** An invented quarter in which a nudge brings exactly so much margin. */
export type PlantedMargins = {
  readonly seed: number;
  readonly customers: number;
  /** How unlike customers are: the deviation of the logarithm of what they bring. At 1.5 the largest tenth brings three fifths of it. */
  readonly skew: number;
  /** Of each who is to be nudged, minor units. */
  readonly effectMinor: number;
};

export type SimulatedMargins = {
  /** Adjusted by what customers brought before, and not; null where too few were held out. */
  readonly adjusted: UpliftSoFar | null;
  readonly plain: UpliftSoFar | null;
};

const HELD_OUT = 0.12;
/** Of a typical customer in a month, minor units; three in five bring any. */
const TYPICAL_MINOR = 5_000;
const STAY = 0.6;

/** Compares margins that are skewed as they are in life: a few customers bring most. Every number follows from the seed. */
export function simulateMargins({ seed, customers, skew, effectMinor }: PlantedMargins): SimulatedMargins {
  const random = uniformNumbers(seed);
  // Box and Muller 1958.
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const [adjusted, plain] = [new UpliftComparison(), new UpliftComparison()];
  for (let n = 0; n < customers; n += 1) {
    const arm = random() < HELD_OUT ? "held-out" : "nudged";
    const size = TYPICAL_MINOR * Math.exp(skew * normal());
    const before = 3 * size * Math.exp(0.3 * normal());
    const brought = random() < STAY ? size * Math.exp(0.4 * normal()) : 0;
    const value = brought + (arm === "nudged" ? effectMinor : 0);
    adjusted.add({ arm, value, expected: before });
    plain.add({ arm, value, expected: 0 });
  }
  return { adjusted: adjusted.soFar(customers), plain: plain.soFar(customers) };
}
