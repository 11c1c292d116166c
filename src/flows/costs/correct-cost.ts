import type { Clock } from "../../domain/clock.ts";
import type { CorrectedCost, CorrectionSize, CostLedgerStore } from "../../store/costs/cost-ledger.ts";

export type CorrectCostDeps = {
  readonly costLedger: Pick<CostLedgerStore, "correct">;
  readonly clock: Clock;
};

export type CorrectCostRequest = {
  readonly id: number;
  readonly size: CorrectionSize;
  readonly note: string | null;
  /** For the audit: a Slack user id, a job's name, `command line`. */
  readonly by: string;
};

/** Corrects an entry by a further one, also in a closed period. */
export function correctCost(
  { costLedger, clock }: CorrectCostDeps,
  { id, size, note, by }: CorrectCostRequest,
): Promise<CorrectedCost> {
  return costLedger.correct(id, size, note, { by, at: clock() });
}
