import type { Phrase } from "../../../domain/phrase.ts";
import { attributeColumns } from "../../../domain/risk/attribute-inputs.ts";
import type { ChurnModel } from "../../../domain/risk/churn-model.ts";
import type { Dataset } from "../../../domain/risk/dataset.ts";
import { FEATURES } from "../../../domain/risk/features.ts";
import { inputsOf, type ModelInputs } from "../../../domain/risk/versions/model-version.ts";
import { whyUnreadable } from "../../../domain/risk/versions/unreadable.ts";
import type { ModelVersionStore } from "../../../store/risk/model-versions.ts";

export type WhyUnusableDeps = {
  readonly modelVersions: Pick<ModelVersionStore, "load">;
  readonly model: Pick<ChurnModel, "score">;
};

/** Why a version could not serve, or null: it is tried on one customer of whom nothing is known. */
export async function whyUnusable(
  { modelVersions, model }: WhyUnusableDeps,
  id: number,
): Promise<Phrase | null> {
  try {
    const loaded = await modelVersions.load(id);
    if (loaded)
      await model.score(loaded.artifact, nobody(inputsOf(loaded.settings)), { contributions: false });
    return null;
  } catch (error) {
    const reason = whyUnreadable(id, error);
    if (reason === null) throw error;
    return reason;
  }
}

function nobody({ attributes }: ModelInputs): Dataset {
  const missing = FEATURES.map(({ name }) => ({
    ...{ kind: "number" as const, name },
    values: Float64Array.of(Number.NaN),
  }));
  return { rows: 1, columns: [...missing, ...attributeColumns(attributes, [{}])] };
}
