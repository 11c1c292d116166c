import { localTime } from "../../domain/calendar.ts";
import type { Clock } from "../../domain/clock.ts";
import type { ShownContractsStore } from "../../store/figures/shown-contracts.ts";

export type ShowNamedContractsDeps = {
  readonly shownContracts: Pick<ShownContractsStore, "refresh">;
  readonly clock: Clock;
  readonly timeZone: string;
};

/**
 * Brings what cards and lists show of contracts to today: one that a file named may begin, end or cost something else from a
 * day on that has come. @returns how many customers showed something else
 */
export function showNamedContracts({ shownContracts, clock, timeZone }: ShowNamedContractsDeps) {
  return shownContracts.refresh(localTime(clock(), timeZone).day);
}
