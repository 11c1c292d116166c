import type { ChurnModel } from "../../../domain/risk/churn-model.ts";
import type { Dataset } from "../../../domain/risk/dataset.ts";
import { changedRows } from "../../../domain/risk/scores/changed-rows.ts";
import {
  type FeatureValues,
  LEAST_GAIN,
  type Lever,
  leverQuestions,
  strongestLevers,
} from "../../../domain/risk/scores/levers.ts";

export type FindLeversInput = {
  readonly artifact: Uint8Array;
  readonly dataset: Dataset;
  /** Of each row, 0–1, by the same artifact. */
  readonly probabilities: ArrayLike<number>;
  /** The rows to find them for. */
  readonly rows: readonly number[];
  valuesOf(row: number): FeatureValues;
  readonly urgent?: boolean;
};

/** What would lower the probability of each row, by asking the model about the same rows with plausible steps taken. */
export async function findLevers(
  model: Pick<ChurnModel, "score">,
  { artifact, dataset, probabilities, rows, valuesOf, urgent = false }: FindLeversInput,
): Promise<ReadonlyMap<number, readonly Lever[]>> {
  const lowerable = rows.filter((row) => (probabilities[row] ?? 0) >= LEAST_GAIN);
  const questions = lowerable.flatMap((row) =>
    leverQuestions(valuesOf(row)).map((question) => ({ row, ...question })),
  );
  if (questions.length === 0) return new Map();
  const options = { contributions: false, urgent };
  const answered = await model.score(artifact, changedRows(dataset, questions), options);
  const answers = new Map<number, Lever[]>();
  for (const [place, { row, steps }] of questions.entries()) {
    const lever = { steps, probability: answered.probabilities[place] ?? 1 };
    answers.set(row, [...(answers.get(row) ?? []), lever]);
  }
  return new Map(
    [...answers].map(([row, levers]) => [row, strongestLevers(probabilities[row] ?? 0, levers)]),
  );
}
