import { phrase } from "../src/domain/phrase.ts";
import { ArtifactError, type ScoredDataset, type ScoringOptions } from "../src/domain/risk/churn-model.ts";
import type { Dataset } from "../src/domain/risk/dataset.ts";
import { readArtifact } from "./artifact.ts";
import { baselineLogits } from "./baseline.ts";
import { boundsOf, jackknifeVariances } from "./bounds.ts";
import { type ChurnLevel, dayNumber, forecastLevel } from "./churn-level.ts";
import type { InputMatrix, RowRange } from "./column-encoding.ts";
import { baselineContributions, closeGaps, networkContributions } from "./contributions.ts";
import { foldDerivedColumns, isDerived, withDerivedColumns } from "./derived-columns.ts";
import { columnSpans, countOutOfRange, encodeRows, MissingColumnsError } from "./encoding.ts";
import { averageLogit, ensembleLogits, meanLogits, memberLogits } from "./ensemble-logits.ts";
import type { Scorer } from "./fitted-model.ts";
import type { LevelForecast } from "./level-process.ts";
import { sigmoid } from "./probability.ts";
import { purchaseOutlook } from "./purchase-outlook.ts";
import { ruleContributions, ruleLogits } from "./rule.ts";

/** Rows encoded and explained at once: some 10 MB of inputs and activations, whatever the table's length. */
const ROWS_PER_CHUNK = 4096;

/**
 * Probabilities and contributions by the artifact's serving model. The backend must have been started.
 * @throws ArtifactError when the bytes are no artifact of this version or its columns are missing from the table.
 */
export function score(artifact: Uint8Array, dataset: Dataset, options: ScoringOptions = {}): ScoredDataset {
  return scoreBy(readArtifact(artifact), dataset, options);
}

/**
 * The same by an artifact that was read before.
 * @throws ArtifactError when its columns are missing from the table.
 */
export function scoreBy(scorer: Scorer, dataset: Dataset, options: ScoringOptions = {}): ScoredDataset {
  try {
    return scoreRows(scorer, dataset, options);
  } catch (error) {
    if (!(error instanceof MissingColumnsError)) throw error;
    const columns = error.names.filter((name) => !isDerived(name)).join(", ");
    throw new ArtifactError(phrase("artifact.other-columns", { columns }), { cause: error });
  }
}

/** P(churn) per row, without contributions. */
export function predictProbabilities(scorer: Scorer, dataset: Dataset): Float64Array {
  const { level } = levelAt(scorer, dataset);
  return logitsWithoutLevel(scorer, dataset).map((logit) => sigmoid(logit + level));
}

/** Log odds per row, at the snapshots' mean level of churn. */
export function logitsWithoutLevel(scorer: Scorer, dataset: Dataset): Float64Array {
  const logits = new Float64Array(dataset.rows);
  const table = withDerivedColumns(scorer.derivation, dataset);
  for (const { range, inputs } of encodedChunks(scorer, table)) {
    logits.set(logitsOf(scorer, inputs, { dataset, range }), range.from);
  }
  return logits;
}

/** Rows without a date are taken for those of the first day on which all levels are known. */
export function levelAt({ level }: Scorer, { asOf }: Dataset): LevelForecast {
  const newest = level.days.at(-1);
  if (newest === undefined) return { level: 0, variance: 0 };
  const day = asOf === undefined ? newest + level.horizonDays : dayNumber(asOf);
  const known = forecasts.get(level);
  if (known?.day === day) return known.forecast;
  const forecast = forecastLevel(level, day);
  forecasts.set(level, { day, forecast });
  return forecast;
}

/** The last day's: a scoring asks hundreds of times, and it takes as long as scoring twenty customers. */
const forecasts = new WeakMap<ChurnLevel, { readonly day: number; readonly forecast: LevelForecast }>();

function scoreRows(
  scorer: Scorer,
  dataset: Dataset,
  { contributions: explained = true }: ScoringOptions,
): ScoredDataset {
  const { columns, fold } = foldDerivedColumns(scorer.encoding.columns.map(({ name }) => name));
  const table = withDerivedColumns(scorer.derivation, dataset);
  const probabilities = new Float64Array(dataset.rows);
  const low = new Float64Array(dataset.rows);
  const high = new Float64Array(dataset.rows);
  const contributions = new Float32Array(explained ? dataset.rows * columns.length : 0);
  // The level is everybody's alike, so it is no reason of anyone's: contributions are without it.
  const { level, variance } = levelAt(scorer, dataset);
  for (const { range, inputs } of encodedChunks(scorer, table)) {
    const { from } = range;
    const members = memberLogits(scorer.network, inputs);
    const logits =
      scorer.serves === "network" ? meanLogits(members) : logitsOf(scorer, inputs, { dataset, range });
    const withLevel = logits.map((logit) => logit + level);
    const bounds = boundsOf(withLevel, jackknifeVariances(members), variance);
    probabilities.set(withLevel.map(sigmoid), from);
    low.set(bounds.low, from);
    high.set(bounds.high, from);
    if (explained)
      contributions.set(fold(explain(scorer, inputs, logits), inputs.rows), from * columns.length);
  }
  const outlook = purchaseOutlook(scorer.derivation.purchases, dataset);
  const outOfRange = countOutOfRange(scorer.encoding, table);
  return { serves: scorer.serves, columns, probabilities, low, high, ...outlook, outOfRange, contributions };
}

/** @param table with its derived columns */
export function* encodedChunks(
  { encoding }: Pick<Scorer, "encoding">,
  table: Dataset,
): Generator<{ range: RowRange; inputs: InputMatrix }> {
  for (let from = 0; from < table.rows; from += ROWS_PER_CHUNK) {
    const range = { from, to: Math.min(table.rows, from + ROWS_PER_CHUNK) };
    yield { range, inputs: encodeRows(encoding, table, range) };
  }
}

/** `rows` are the same rows, not encoded: the rule reads the figure itself. */
function logitsOf(
  { serves, constant, baseline, rule, network }: Scorer,
  inputs: InputMatrix,
  rows: { readonly dataset: Dataset; readonly range: RowRange },
): Float64Array {
  if (serves === "network") return ensembleLogits(network, inputs);
  if (serves === "rule") return ruleLogits(rule, rows.dataset, rows.range);
  return baselineLogits(serves === "baseline" ? baseline : constant, inputs);
}

/** Contributions to the logits, rows × columns. */
function explain(
  { serves, constant, baseline, rule, network, encoding }: Scorer,
  inputs: InputMatrix,
  logits: Float64Array,
): Float32Array {
  if (serves === "rule") {
    const columns = encoding.columns.map(({ name }) => name);
    return ruleContributions(rule, columns, logits);
  }
  const spans = columnSpans(encoding);
  if (serves !== "network")
    return baselineContributions(serves === "baseline" ? baseline : constant, inputs, spans);
  const contributions = networkContributions(network, inputs, spans);
  closeGaps(contributions, spans.length, logits, averageLogit(network));
  return contributions;
}
