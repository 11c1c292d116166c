import type { Dataset } from "../dataset.ts";
import { featureNamed } from "../features.ts";
import type { TypicalValues } from "./strongest-reasons.ts";

/** The median of each feature over the rows that have it: what "typical" means beside a reason. */
export function typicalValues(dataset: Dataset): TypicalValues {
  const typical: { -readonly [Name in keyof TypicalValues]: TypicalValues[Name] } = {};
  for (const column of dataset.columns) {
    const feature = featureNamed(column.name);
    if (!feature || column.kind !== "number") continue;
    const known = column.values.filter((value) => !Number.isNaN(value)).sort();
    const median = medianOf(known);
    if (median !== null) typical[feature.name] = Math.round(median * 1000) / 1000;
  }
  return typical;
}

function medianOf(sorted: Float64Array): number | null {
  const upper = sorted[sorted.length >> 1];
  const lower = sorted[(sorted.length - 1) >> 1];
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2;
}
