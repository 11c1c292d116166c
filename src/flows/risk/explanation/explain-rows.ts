import type { ChurnModel, ScoredDataset } from "../../../domain/risk/churn-model.ts";
import type { Dataset } from "../../../domain/risk/dataset.ts";
import { inOwnMoney, typicalInOwnMoney } from "../../../domain/risk/model-money.ts";
import { changedRows } from "../../../domain/risk/scores/changed-rows.ts";
import type { FeatureValues } from "../../../domain/risk/scores/levers.ts";
import type { ScoreExplanation } from "../../../domain/risk/scores/score-explanation.ts";
import { type ReasonMaterial, strongestReasons } from "../../../domain/risk/scores/strongest-reasons.ts";
import { type InputSettings, inputsOf } from "../../../domain/risk/versions/model-version.ts";
import type { StoredModel } from "../../../store/risk/model-versions.ts";
import { findLevers } from "./find-levers.ts";

export type ExplainRowsInput = {
  readonly version: Pick<StoredModel, "artifact" | "settings">;
  readonly dataset: Dataset;
  /** What each row's money was multiplied by. Reasons are in the customer's own again. */
  readonly moneyFactors: ArrayLike<number>;
  /** Of each row, 0–1, by the same artifact. */
  readonly probabilities: ArrayLike<number>;
  /** The rows to explain. */
  readonly rows: readonly number[];
  readonly urgent?: boolean;
};

/**
 * Why rows have the probability they have, and what would lower it. Scoring and whoever explains a stored score later
 * both do it here, so that both say the same.
 */
export async function explainRows(
  model: Pick<ChurnModel, "score">,
  { version, dataset, moneyFactors, probabilities, rows, urgent = false }: ExplainRowsInput,
): Promise<ReadonlyMap<number, ScoreExplanation>> {
  if (rows.length === 0) return new Map();
  const { artifact, settings } = version;
  const chosen = changedRows(
    dataset,
    rows.map((row) => ({ row, changes: {} })),
  );
  const valuesOf = valuesByRow(dataset);
  const [contributed, levers] = await Promise.all([
    model.score(artifact, chosen, { urgent }),
    findLevers(model, { artifact, dataset, probabilities, rows, valuesOf, urgent }),
  ]);
  const reasonsOf = reasonsByRow(contributed, settings);
  const columnsOf = numberColumns(dataset);
  return new Map(
    rows.map((row, place) => [
      row,
      {
        reasons: reasonsOf(place, {
          value: inOwnMoney(valuesOf(row), moneyFactors[row] ?? 1),
          inColumn: (column) => columnsOf.get(column)?.[row] ?? Number.NaN,
          typical: typicalInOwnMoney(settings.typical, moneyFactors[row] ?? 1),
        }),
        levers: levers.get(row) ?? [],
      },
    ]),
  );
}

function reasonsByRow({ columns, contributions }: ScoredDataset, settings: InputSettings) {
  const places = new Map(columns.map((name, place) => [name, place]));
  const { attributes } = inputsOf(settings);
  return (row: number, values: Pick<ReasonMaterial, "value" | "inColumn" | "typical">) => {
    const contributionOf = (column: string) => {
      const place = places.get(column);
      return place === undefined ? 0 : (contributions[row * columns.length + place] ?? 0);
    };
    return strongestReasons({ ...values, contributionOf, attributes });
  };
}

/** A table's numbers by row and feature; NaN where missing. */
export function valuesByRow(dataset: Dataset): (row: number) => FeatureValues {
  const columns = numberColumns(dataset);
  return (row) => (name) => columns.get(name)?.[row] ?? Number.NaN;
}

function numberColumns({ columns }: Dataset): ReadonlyMap<string, Float64Array> {
  return new Map(
    columns.flatMap((column) => (column.kind === "number" ? [[column.name, column.values]] : [])),
  );
}
