import type { Member } from "../../domain/customer.ts";
import { type AddCostDeps, type AddCostResult, addCost } from "./add-cost.ts";
import { type CostForm, type ReadCostFormDeps, readCostForm } from "./cost-form.ts";

export type AddCostFormDeps = ReadCostFormDeps & AddCostDeps;

/** Records a form. @param request.viewId of the modal it came from: one modal records one cost */
export async function addCostForm(
  deps: AddCostFormDeps,
  { form, member, viewId }: { readonly form: CostForm; readonly member: Member; readonly viewId: string },
): Promise<AddCostResult> {
  const read = await readCostForm(deps, form);
  if (read.kind === "wrong") return { kind: "wrong", problems: [read.problem] };
  const key = { source: "slack", externalId: viewId };
  return addCost(deps, { ...read.cost, member, key, by: member.slackUserId });
}
