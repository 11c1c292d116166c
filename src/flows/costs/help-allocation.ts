import type { CostAllocationStore } from "../../store/costs/cost-allocation.ts";
import type { HelpOptions, HelpResult } from "../../store/shared-work/shared-work.ts";

export type HelpAllocationDeps = { readonly costAllocation: Pick<CostAllocationStore, "help"> };

/** Reads ranges of customers for costs that another process shares out, until none is left. */
export function helpAllocation(
  { costAllocation }: HelpAllocationDeps,
  input: HelpOptions = {},
): Promise<HelpResult> {
  return costAllocation.help(input);
}
