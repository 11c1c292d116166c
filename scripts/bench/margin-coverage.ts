import { simulateMargins } from "../../src/domain/outreach/proof/simulated-margins.ts";

/** How often the interval of a margin's effect held what was planted, at several sizes and skews. */
const RUNS = 1_000;
const EFFECT_MINOR = 800;
const say = (line: string) => void process.stdout.write(`${line}\n`);
const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

say(
  "customers  skew  quarters  interval held it  one-look interval held it  alarms without effect  narrowed",
);
for (const skew of [1.5, 2])
  for (const customers of [320, 1_200]) {
    let [quarters, held, once, alarms, narrowed] = [0, 0, 0, 0, 0];
    for (let seed = 1; seed <= RUNS; seed += 1) {
      const { adjusted, plain } = simulateMargins({ seed, customers, skew, effectMinor: EFFECT_MINOR });
      const nothing = simulateMargins({ seed: seed + RUNS, customers, skew, effectMinor: 0 }).adjusted;
      if (adjusted === null || plain === null) continue;
      quarters += 1;
      held += Number(adjusted.low <= EFFECT_MINOR && adjusted.high >= EFFECT_MINOR);
      once += Number(Math.abs(adjusted.effect - EFFECT_MINOR) <= adjusted.halfWidthOnce);
      alarms += Number(nothing !== null && nothing.verdict !== "not-enough-data");
      narrowed += 1 - adjusted.halfWidthOnce / plain.halfWidthOnce;
    }
    const shares = [held, once, alarms, narrowed].map((count) => percent(count / quarters));
    say([customers, skew, quarters, ...shares].join("  "));
  }
