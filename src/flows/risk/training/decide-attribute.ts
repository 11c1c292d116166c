import type { AttributeDecision } from "../../../domain/risk/attribute-inputs.ts";
import type { AttributeDecisionStore } from "../../../store/risk/attribute-decisions.ts";
import { type ListAttributesDeps, listAttributes } from "./list-attributes.ts";

export type DecideAttributeDeps = ListAttributesDeps & {
  readonly attributeDecisions: Pick<AttributeDecisionStore, "decide">;
};

export type DecideAttributeInput = {
  readonly name: string;
  /** Null: as by default, from when it was known. */
  readonly decision: AttributeDecision | null;
  readonly by: string;
  readonly seed: number;
};

/** Decides how the next training treats an attribute; those there are, where no customer has one of that name. */
export async function decideAttribute(
  deps: DecideAttributeDeps,
  { name, decision, by, seed }: DecideAttributeInput,
): Promise<{ readonly kind: "decided" } | { readonly kind: "unknown"; readonly names: readonly string[] }> {
  const listed = await listAttributes(deps, { seed });
  const names = listed.map(({ count }) => count.name);
  if (!names.includes(name)) return { kind: "unknown", names };
  await deps.attributeDecisions.decide(name, decision, { by, at: deps.clock() });
  return { kind: "decided" };
}
