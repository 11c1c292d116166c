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
  if (read.kind === "read") return checkCost(deps, { ...read.cost, member });
  // Whom it is for is not known: everything else is looked at as if it were for everybody.
  const rest = await readCostForm(deps, { ...form, scope: "all" });
  const checked = rest.kind === "read" ? await checkCost(deps, { ...rest.cost, member }) : rest;
  const others = "problems" in checked ? checked.problems.filter(({ field }) => field !== "appliesTo") : [];
  return { kind: "wrong", problems: [read.problem, ...others] };
}
