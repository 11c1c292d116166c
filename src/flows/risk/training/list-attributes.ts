import type { Clock } from "../../../domain/clock.ts";
import type { AttributeDecision, JudgedAttribute } from "../../../domain/risk/attribute-inputs.ts";
import { type ChooseAttributesDeps, judgedAttributes } from "./choose-attributes.ts";

export type ListAttributesDeps = ChooseAttributesDeps & { readonly clock: Clock };

export type ListedAttribute = JudgedAttribute & { readonly decision: AttributeDecision | null };

/** Every attribute of the customer file as it is known now: whether a model may read it, or why not. */
export async function listAttributes(
  { features, clock }: ListAttributesDeps,
  { seed }: { readonly seed: number },
): Promise<ListedAttribute[]> {
  const decisions = await features.attributeDecisions();
  const judged = await judgedAttributes({ features }, { knownUpTo: clock(), seed });
  return judged.map((one) => ({ ...one, decision: decisions.get(one.count.name) ?? null }));
}
