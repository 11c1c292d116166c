import type { ChurnModel } from "../../../domain/risk/churn-model.ts";
import { selectUnlabelled } from "../../../domain/risk/dataset.ts";
import { type InputBins, shiftOf } from "../../../domain/risk/versions/drift.ts";
import { type InputSettings, inputsOf } from "../../../domain/risk/versions/model-version.ts";
import type { CustomerSample, FeatureStore } from "../../../store/risk/features.ts";
import type { SourceDayStore } from "../../../store/risk/source-days.ts";
import { findRestingSources } from "../scoring/find-resting-sources.ts";

export type ReadInputsDeps = {
  readonly features: Pick<FeatureStore, "extract" | "customerRanges" | "countCustomers">;
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

/** A model, and what it reads. */
export type ModelToRead = {
  readonly artifact: Uint8Array;
  readonly settings: InputSettings;
};

/**
 * Every input as of the moment, and the model's probabilities; without customers of sources at rest, whose silence is
 * none of theirs. @throws ArtifactError
 */
export async function readInputs(
  { features, model, sourceDays }: ReadInputsDeps,
  { artifact, settings }: ModelToRead,
  asOf: Date,
  sample: CustomerSample,
): Promise<InputsAsOf> {
  const parts = new Map<string, Float64Array[]>();
  const add = (name: string, values: Float64Array) => {
    const known = parts.get(name);
    if (known) known.push(values);
    else parts.set(name, [values]);
  };
  const { resting } = await findRestingSources({ sourceDays }, asOf);
  const atRest = resting.map(({ source }) => source);
  let rows = 0;
  for (const range of await features.customerRanges(sample)) {
    const extracted = await features.extract(asOf, range, inputsOf(settings), sample);
    const leftOut = new Set((await sourceDays.customersFrom(atRest, range, asOf)).map(({ id }) => id));
    const sending = [...extracted.customerIds.keys()].filter(
      (row) => !leftOut.has(extracted.customerIds[row] ?? 0),
    );
    const dataset = leftOut.size === 0 ? extracted.dataset : selectUnlabelled(extracted.dataset, sending);
    if (dataset.rows === 0) continue;
    rows += dataset.rows;
    for (const column of dataset.columns) if (column.kind === "number") add(column.name, column.values);
    add(PROBABILITY, (await model.score(artifact, dataset, { contributions: false })).probabilities);
  }
  return { rows, columns: new Map([...parts].map(([name, values]) => [name, joined(values)])) };
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

function joined(parts: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0));
  let start = 0;
  for (const part of parts) {
    all.set(part, start);
    start += part.length;
  }
  return all;
}
