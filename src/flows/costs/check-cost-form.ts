import type { Member } from "../../domain/customer.ts";
import { type CheckCostDeps, type CheckedCost, checkCost } from "./check-cost.ts";
import { type CostForm, type ReadCostFormDeps, readCostForm } from "./cost-form.ts";

export type CheckCostFormDeps = ReadCostFormDeps & CheckCostDeps;

/** Whether a form could be recorded as it is; nothing is kept. */
export async function checkCostForm(
  deps: CheckCostFormDeps,
  { form, member }: { readonly form: CostForm; readonly member: Member },
): Promise<CheckedCost> {
  const read = await readCostForm(deps, form);
  if (read.kind === "wrong") return { kind: "wrong", problems: [read.problem] };
  return checkCost(deps, { ...read.cost, member });
}
