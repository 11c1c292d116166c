import { programmeOn, type StatedProgramme } from "../../../domain/value/loyalty/programme.ts";
import { type LedgerOf, settlingMoment, type WhenDeps } from "./loyalty-deps.ts";

export type ShowProgrammeDeps = LedgerOf<"programmes"> & WhenDeps;

export type ShownProgramme = {
  /** Null: none is in force today. */
  readonly current: StatedProgramme | null;
  /** Those that begin later, the next one first. */
  readonly ahead: readonly StatedProgramme[];
};

/** The rules of today, and those to come. */
export async function showProgramme(
  deps: ShowProgrammeDeps,
  _input: Record<never, never>,
): Promise<ShownProgramme> {
  const { today } = settlingMoment(deps, "");
  const all = await deps.loyalty.programmes();
  return { current: programmeOn(all, today), ahead: all.filter(({ validFrom }) => validFrom > today) };
}
