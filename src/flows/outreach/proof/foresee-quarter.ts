import { addDays, type Day, quarterOf } from "../../../domain/calendar.ts";
import { type ForeseenQuarter, foreseeQuarter } from "../../../domain/outreach/proof/foreseen-quarter.ts";
import type { HoldOut } from "../../../domain/outreach/proof/hold-out.ts";
import type { PlaybookCaseStore } from "../../../store/outreach/playbook-cases.ts";
import { quarterDays } from "./compare-quarter.ts";

export type ForeseeDeps = {
  readonly playbookCases: Pick<PlaybookCaseStore, "compared" | "nudgeable">;
  readonly timeZone: string;
  readonly holdOut?: HoldOut;
};

/**
 * What a quarter can show, from as many customers as came due in the one before; where none did, from everybody who can be
 * nudged about.
 * @param day any day of the quarter
 * @returns null where nobody is held out
 */
export async function foresee(deps: ForeseeDeps, day: Day, now: Date): Promise<ForeseenQuarter | null> {
  const { holdOut, timeZone } = deps;
  if (holdOut === undefined) return null;
  const before = quarterDays(addDays(quarterDays(day).fromDay, -1));
  const cases = await deps.playbookCases.compared({ ...before, timeZone });
  const lastQuarter = new Set(cases.map(({ customerId }) => customerId)).size;
  const quarter = quarterOf(day);
  if (lastQuarter > 0)
    return foreseeQuarter({ quarter, customers: lastQuarter, basis: "last-quarter" }, holdOut);
  const customers = await deps.playbookCases.nudgeable(now);
  return foreseeQuarter({ quarter, customers, basis: "everybody" }, holdOut);
}
