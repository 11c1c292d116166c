import type { ArmsCheck } from "../../../domain/outreach/proof/arms-as-drawn.ts";
import type { Gain } from "../../../domain/outreach/proof/return-on-nudges.ts";
import { UpliftComparison, type UpliftSoFar } from "../../../domain/outreach/proof/uplift.ts";
import type { MarginUplift } from "../../../domain/outreach/proof/uplift-report.ts";
import type { ComparedCase } from "../../../store/outreach/playbook-cases.ts";
import type { Margins } from "./read-margins.ts";

/** Compares margins, adjusted by what the customers brought before. */
export function compareMargins(
  cases: readonly ComparedCase[],
  margins: Margins,
  arms: ArmsCheck,
): MarginUplift {
  const comparison = new UpliftComparison();
  let [known, withoutMargin] = [0, 0];
  for (const one of cases) {
    const outcome = margins.of(one);
    if (outcome === null) continue;
    if (outcome === "unknown") {
      withoutMargin += 1;
      continue;
    }
    known += 1;
    comparison.add({ arm: one.arm, value: outcome.marginMinor, expected: outcome.beforeMinor });
  }
  const soFar = arms === "not-as-drawn" ? null : comparison.soFar(cases.length - withoutMargin);
  return { known, withoutMargin, soFar, gain: soFar && gainOf(soFar) };
}

const gainOf = ({ effect, low, high, nudged }: UpliftSoFar): Gain => ({
  minor: Math.round(effect * nudged),
  lowMinor: Math.round(low * nudged),
  highMinor: Math.round(high * nudged),
});
