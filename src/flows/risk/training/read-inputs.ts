import type { ChurnModel } from "../../../domain/risk/churn-model.ts";
import { type Dataset, selectUnlabelled } from "../../../domain/risk/dataset.ts";
import { type InputBins, shiftOf } from "../../../domain/risk/versions/drift.ts";
import type { ModelInputs } from "../../../domain/risk/versions/model-version.ts";
import type { CustomerRange, CustomerSample, FeatureStore } from "../../../store/risk/features.ts";
import type { SourceDayStore } from "../../../store/risk/source-days.ts";
import { findRestingSources } from "../scoring/find-resting-sources.ts";
import { sideBySide } from "./side-by-side.ts";

export type ReadInputsDeps = {
  readonly features: Pick<FeatureStore, "extract" | "customerRanges" | "rangesAtOnce" | "countCustomers">;
  readonly model: Pick<ChurnModel, "score">;
  readonly sourceDays: Pick<SourceDayStore, "histories" | "customersFrom">;
};

/** What a model sees of customers at one moment, by column; what it says of them is one more. */
export type InputsAsOf = { readonly rows: number; readonly columns: ReadonlyMap<string, Float64Array> };

/** The name of the column of a model's own probabilities. */
export const PROBABILITY = "probability";

/** Chosen: the stability index of so many differs by less than 0.01 from that of all. */
const MOST_CUSTOMERS = 20_000;

/** Everybody, or enough of many. */
export async function watchedSample(
  { features }: Pick<ReadInputsDeps, "features">,
  seed: number,
): Promise<CustomerSample> {
  return { share: Math.min(1, MOST_CUSTOMERS / Math.max(1, await features.countCustomers())), seed };
}

/** Every input as of the moment, range by range; without customers of sources at rest, whose silence is none of theirs. */
export async function readInputs(
  { features, sourceDays }: Omit<ReadInputsDeps, "model">,
  inputs: ModelInputs,
  asOf: Date,
  sample: CustomerSample,
): Promise<Dataset[]> {
  const { resting } = await findRestingSources({ sourceDays }, asOf);
  const atRest = resting.map(({ source }) => source);
  const readPart = async (range: CustomerRange): Promise<Dataset> => {
    const extracted = await features.extract(asOf, range, inputs, sample);
    const leftOut = new Set((await sourceDays.customersFrom(atRest, range, asOf)).map(({ id }) => id));
    const sending = [...extracted.customerIds.keys()].filter(
      (row) => !leftOut.has(extracted.customerIds[row] ?? 0),
    );
    return leftOut.size === 0 ? extracted.dataset : selectUnlabelled(extracted.dataset, sending);
  };
  return sideBySide(await features.customerRanges(sample), features.rangesAtOnce, readPart);
}

/** What was read, with the model's probabilities. @throws ArtifactError */
export async function withProbabilities(
  model: ReadInputsDeps["model"],
  artifact: Uint8Array,
  parts: readonly Dataset[],
): Promise<InputsAsOf> {
  const scored = parts.map(async (dataset): Promise<InputsAsOf> => {
    if (dataset.rows === 0) return { rows: 0, columns: new Map() };
    const { probabilities } = await model.score(artifact, dataset, { contributions: false });
    const columns = dataset.columns.filter((column) => column.kind === "number");
    const named = columns.map(({ name, values }) => [name, values] as const);
    return { rows: dataset.rows, columns: new Map([...named, [PROBABILITY, probabilities]]) };
  });
  return joined(await Promise.all(scored));
}

/** How far each column has moved from its bins: the stability index by name. Yields after every column. */
export function* movements(
  bins: InputBins,
  { columns }: InputsAsOf,
): Generator<void, Readonly<Record<string, number>>> {
  const moved: Record<string, number> = {};
  for (const [name, of] of Object.entries(bins)) {
    moved[name] = shiftOf(name, of, columns.get(name) ?? new Float64Array()).psi;
    yield;
  }
  return moved;
}

/** The parts' rows below each other; those without rows have no columns. */
function joined(parts: readonly InputsAsOf[]): InputsAsOf {
  const filled = parts.filter(({ rows }) => rows > 0);
  const rows = filled.reduce((sum, part) => sum + part.rows, 0);
  const columns = new Map<string, Float64Array>();
  for (const name of filled[0]?.columns.keys() ?? []) {
    const all = new Float64Array(rows);
    let start = 0;
    for (const part of filled) {
      all.set(part.columns.get(name) ?? [], start);
      start += part.rows;
    }
    columns.set(name, all);
  }
  return { rows, columns };
}
