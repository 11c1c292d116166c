import type { Member } from "../../domain/customer.ts";
import { type AddCostDeps, type AddCostResult, addCost } from "./add-cost.ts";
import { type CostForm, type ReadCostFormDeps, readCostForm } from "./cost-form.ts";
import { type NamedEntry, type NameEntryDeps, nameEntry } from "./name-entry.ts";

export type AddCostFormDeps = ReadCostFormDeps & AddCostDeps & NameEntryDeps;

export type AddCostFormResult =
  | (Exclude<AddCostResult, { kind: "wrong" }> & NamedEntry)
  | Extract<AddCostResult, { kind: "wrong" }>;

/** Records a form. @param request.viewId of the modal it came from: one modal records one cost */
export async function addCostForm(
  deps: AddCostFormDeps,
  { form, member, viewId }: { readonly form: CostForm; readonly member: Member; readonly viewId: string },
): Promise<AddCostFormResult> {
  const read = await readCostForm(deps, form);
  if (read.kind === "wrong") return { kind: "wrong", problems: [read.problem] };
  const key = { source: "slack", externalId: viewId };
  const result = await addCost(deps, { ...read.cost, member, key, by: member.slackUserId });
  return result.kind === "wrong" ? result : { ...result, ...(await nameEntry(deps, result.entry)) };
}
