import { phrase } from "../src/domain/phrase.ts";
import { NotEnoughHistoryError, type TrainingRequest } from "../src/domain/risk/churn-model.ts";
import { type Baseline, fitBaseline } from "./baseline.ts";
import { fitChurnLevel, levelOfRows, NO_LEVEL } from "./churn-level.ts";
import { fitDerivation, unreadColumns, withDerivedColumns } from "./derived-columns.ts";
import { encodeRows, fitEncoding, linearInputs } from "./encoding.ts";
import type { FailedFits, FittedModel } from "./fitted-model.ts";
import type { EnsembleData } from "./member-rows.ts";
import { nullUnlessConverged } from "./not-converged.ts";
import { fitRule, type Rule } from "./rule.ts";
import type { TrainingSettings } from "./training-settings.ts";
import { requireTrainable, stackSnapshots } from "./training-table.ts";

/** What is fitted before the others can be, and what those learn from. */
export type Prepared = {
  readonly fitted: Omit<FittedModel, "network" | "baseline" | "rule">;
  readonly failed: FailedFits;
  /** In memory that threads share: they read it in place. */
  readonly data: EnsembleData;
};

/** @throws NotEnoughHistoryError when the snapshots together hold too few rows or one class only. */
export function prepare(
  { training, horizonDays, seed }: Omit<TrainingRequest, "heldOut">,
  { maxRows }: TrainingSettings,
): Prepared {
  requireTrainable(training);
  const derivation = fitDerivation(training, horizonDays);
  const derived = training.map((snapshot) => withDerivedColumns(derivation, snapshot));
  const { rows, groups, snapshots, latestFrom } = stackSnapshots(derived, { maxRows, seed, horizonDays });
  const { labels } = rows;
  const customers = new Set(groups).size;
  const encoding = fitEncoding(rows, { customers, unread: unreadColumns(rows) });
  const inputs = encodeRows(encoding, rows);
  if (inputs.width === 0) throw new NotEnoughHistoryError(phrase("training.nothing-varies"));
  const linear = linearInputs(encoding);
  const fittedLevel = nullUnlessConverged(() => fitChurnLevel(inputs, labels, linear, snapshots));
  const level = fittedLevel ?? NO_LEVEL;
  // Both rest on the level, and so never serve without it.
  const failed: FailedFits = fittedLevel === null ? ["baseline", "network"] : [];
  const offsets = levelOfRows(level, snapshots);
  const constant = fitBaseline(inputs, labels, [], { offsets });
  const data = { inputs, labels, linear, offsets, groups, customers, latestFrom };
  return { fitted: { derivation, encoding, constant, level }, failed, data: shared(data) };
}

/** A person's rule reads a figure that a person can look up: the same rows, without what is derived from them. */
export function fitRuleOn(
  { training, horizonDays, seed }: Omit<TrainingRequest, "heldOut">,
  { maxRows }: TrainingSettings,
  { labels, offsets }: Pick<EnsembleData, "labels" | "offsets">,
): Rule {
  const { rows } = stackSnapshots(training, { maxRows, seed, horizonDays });
  return fitRule({ rows, labels, offsets });
}

/** The logistic regression among the competitors; null where it does not converge. */
export function fitLinear({ inputs, labels, linear, offsets }: EnsembleData): Baseline | null {
  return nullUnlessConverged(() => fitBaseline(inputs, labels, linear, { offsets }));
}

function shared(data: EnsembleData): EnsembleData {
  return {
    ...data,
    inputs: { ...data.inputs, values: new Float32Array(sharedBytes(data.inputs.values)) },
    labels: new Uint8Array(sharedBytes(data.labels)),
    offsets: new Float64Array(sharedBytes(data.offsets)),
    groups: new Int32Array(sharedBytes(data.groups)),
  };
}

function sharedBytes(array: ArrayBufferView): SharedArrayBuffer {
  const bytes = new SharedArrayBuffer(array.byteLength);
  new Uint8Array(bytes).set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
  return bytes;
}
