import type { Clock } from "../../domain/clock.ts";
import type { LedgerEntry } from "../../domain/costs/cost-entry.ts";
import { sameFacts } from "../../domain/costs/imported-cost.ts";
import type { CostLedgerStore } from "../../store/costs/cost-ledger.ts";
import {
  type CheckCostDeps,
  type CheckedCost,
  type CostRequest,
  checkCost,
  wrongCost,
} from "./check-cost.ts";

export type AddCostDeps = {
  readonly costLedger: Pick<CostLedgerStore, "add" | "closedThrough">;
  readonly costTargets: CheckCostDeps["costTargets"];
  readonly clock: Clock;
};

export type AddCostResult =
  | { readonly kind: "added"; readonly entry: LedgerEntry }
  /** Kept before under the same key; `same` where it says the same. */
  | { readonly kind: "there-already"; readonly entry: LedgerEntry; readonly same: boolean }
  | Extract<CheckedCost, { kind: "wrong" }>;

/**
 * Records a cost with who did it.
 * @param key of the request: the same one again records nothing
 */
export async function addCost(
  deps: AddCostDeps,
  request: CostRequest & {
    readonly key: Pick<LedgerEntry, "source" | "externalId">;
    /** Slack user id, or the command line. */
    readonly by: string;
  },
): Promise<AddCostResult> {
  const checked = await checkCost(deps, request);
  if (checked.kind === "wrong") return checked;
  const entry = { ...request.key, ...checked.cost };
  const result = await deps.costLedger.add(entry, { by: request.by, at: deps.clock() });
  switch (result.kind) {
    case "added":
      return result;
    case "there-already":
      return { ...result, same: sameFacts(result.entry, entry) };
    case "refused":
      return wrongCost({ field: "fromDay", reason: "closed_period", problem: result.problem });
  }
}
