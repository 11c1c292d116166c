import type { Day } from "../../domain/calendar.ts";
import type { Clock } from "../../domain/clock.ts";
import type { ClosedLedger, CostLedgerStore } from "../../store/costs/cost-ledger.ts";

export type CloseLedgerDeps = {
  readonly costLedger: Pick<CostLedgerStore, "close">;
  readonly clock: Clock;
  /** Where the team is: only days that are over there are closed. */
  readonly timeZone: string;
};

export type CloseLedgerRequest = {
  readonly throughDay: Day;
  /** For the audit: a Slack user id, a job's name, `command line`. */
  readonly by: string;
};

/** Closes the ledger through a day: from then on those days change only by corrections. */
export function closeLedger(
  { costLedger, clock, timeZone }: CloseLedgerDeps,
  { throughDay, by }: CloseLedgerRequest,
): Promise<ClosedLedger> {
  return costLedger.close(throughDay, timeZone, { by, at: clock() });
}
