import type { Clock } from "../../../domain/clock.ts";
import { type Phrase, phrase } from "../../../domain/phrase.ts";
import {
  type ChurnModel,
  NotEnoughHistoryError,
  type TrainedModel,
} from "../../../domain/risk/churn-model.ts";
import type { Dataset } from "../../../domain/risk/dataset.ts";
import { unlabelledSources } from "../../../domain/risk/dead-days.ts";
import { metricIntervals } from "../../../domain/risk/evaluation/metric-intervals.ts";
import { labelWindow } from "../../../domain/risk/labels.ts";
import type { CustomersOfCurrency } from "../../../domain/risk/model-money.ts";
import { leastSeenDays } from "../../../domain/risk/scores/no-score.ts";
import { typicalValues } from "../../../domain/risk/scores/typical-values.ts";
import { planSnapshots, type SnapshotPlan } from "../../../domain/risk/snapshots.ts";
import { inputBins, numberBins } from "../../../domain/risk/versions/drift.ts";
import {
  type DriftReference,
  type HeldOutReliability,
  hasInputs,
  inputSettings,
  isPromoted,
  type ModelInputs,
  type ModelSettings,
  type ModelVersion,
  type PromotionDecision,
} from "../../../domain/risk/versions/model-version.ts";
import type { FeatureStore } from "../../../store/risk/features.ts";
import type { ModelVersionStore } from "../../../store/risk/model-versions.ts";
import type { SourceDayStore } from "../../../store/risk/source-days.ts";
import { attributeInputs, type ChooseAttributesDeps } from "./choose-attributes.ts";
import { compareWithChampion } from "./compare-models.ts";
import { type LabelledSnapshot, labelledSnapshots, type SnapshotDeps } from "./labelled-snapshot.ts";
import { movements, PROBABILITY, readInputs, watchedSample, withProbabilities } from "./read-inputs.ts";
import { columnByColumn, yielding } from "./yielding.ts";

export type TrainModelDeps = SnapshotDeps &
  ChooseAttributesDeps & {
    readonly sourceDays: Pick<SourceDayStore, "histories" | "historiesSince" | "customersFrom">;
    readonly features: Pick<
      FeatureStore,
      | "extract"
      | "extractEach"
      | "customerRanges"
      | "rangesAtOnce"
      | "countCustomers"
      | "countActivities"
      | "firstEventAt"
      | "customersByCurrency"
      | "unratedIn"
    >;
    readonly modelVersions: Pick<ModelVersionStore, "save" | "champion" | "loadChampion">;
    readonly model: Pick<ChurnModel, "train" | "score">;
    readonly clock: Clock;
  };

export type TrainModelInput = {
  /** Nothing at or after it is read. */
  readonly asOf: Date;
  readonly horizonDays: number;
  readonly seed: number;
  /** For the audit: a Slack user id, a job's name, `command line`. */
  readonly by?: string;
  /** Makes the version serve whatever the comparison with the champion says. */
  readonly promote?: boolean;
  readonly onProgress?: (done: number, total: number) => void;
};

export type TrainModelResult =
  | {
      readonly kind: "trained";
      readonly version: ModelVersion;
      /** Customers whose money it does not know, because no rate to its currency is stated; most first. */
      readonly unrated: readonly CustomersOfCurrency[];
    }
  | { readonly kind: "not-enough-history"; readonly reason: Phrase };

/**
 * Chosen: what the model takes from a longer history anyway, with some to spare. Beyond it a sample of the customers
 * is read: all snapshots of 100,000 would take ten times as long and memory, to the same end.
 */
const MOST_ROWS = 120_000;
/** Share of the progress that reading the snapshots takes. */
const READING = 0.4;

type Snapshots = {
  readonly firstEventAt: Date | null;
  readonly plan: SnapshotPlan & { readonly kind: "snapshots" };
  readonly training: readonly LabelledSnapshot[];
  readonly heldOut: LabelledSnapshot;
  /** Sources of whose customers the held-out snapshot has none, because their data stopped within its window. */
  readonly without: readonly string[];
  readonly sampledShare: number;
  /** Their money is counted in the currency that most customers have. */
  readonly inputs: ModelInputs;
};

/** The challenger's own figures on the held-out snapshot, and what they were decided on. */
type Judged = { readonly probabilities: Float64Array; readonly reliability: HeldOutReliability };

/**
 * Learns from snapshots of the past, lets the latest closed one decide whether network or baseline serves, keeps the
 * version, and promotes it where it is better than the champion beyond chance. The network is not fitted again with
 * the held-out snapshot added, newer though it is: what serves is then exactly what was measured, calibration
 * included.
 */
export async function trainModel(deps: TrainModelDeps, input: TrainModelInput): Promise<TrainModelResult> {
  const startedAt = performance.now();
  const trainedAt = deps.clock();
  const { asOf, horizonDays, by = "mainstay" } = input;
  const firstEventAt = await deps.features.firstEventAt();
  const plan = planSnapshots({ firstEventAt, asOf, horizonDays });
  if (plan.kind === "not-enough-history") return plan;
  const snapshots = { firstEventAt, ...(await readSnapshots(deps, plan, input)) };
  if (snapshots.heldOut.rows === 0 && snapshots.without.length > 0)
    return { kind: "not-enough-history", reason: phrase("history.data-stopped", { days: horizonDays }) };
  const [trained, today] = await Promise.all([
    train(deps, snapshots, input),
    readToday(deps, snapshots, input),
  ]);
  if ("kind" in trained) return trained;
  const judged = await judge(trained, snapshots, input);
  const decision = await decide(deps, trained, snapshots, input);
  const version = await deps.modelVersions.save(
    {
      ...versionFacts(trained, input),
      trainedAt,
      settings: await settingsOf(deps, trained, snapshots, input),
      driftReference: await driftReference(deps, trained, judged, { ...snapshots, today }),
      reliability: judged.reliability,
      decision,
      promotedAt: isPromoted(decision) ? trainedAt : null,
      durationMs: Math.round(performance.now() - startedAt),
    },
    by,
  );
  return { kind: "trained", version, unrated: await deps.features.unratedIn(snapshots.inputs.currency) };
}

async function readSnapshots(
  deps: TrainModelDeps,
  plan: Snapshots["plan"],
  { asOf, horizonDays, seed, onProgress }: TrainModelInput,
): Promise<Omit<Snapshots, "firstEventAt">> {
  const dates = [...plan.training, plan.heldOut];
  const histories = await deps.sourceDays.historiesSince(dates[0] ?? plan.heldOut, asOf);
  const unlabelled = (snapshot: Date) =>
    unlabelledSources(histories, labelWindow(snapshot, horizonDays), asOf);
  const customers = await deps.features.countCustomers();
  const share = Math.min(1, MOST_ROWS / Math.max(1, customers * dates.length));
  const inputs = {
    currency: (await deps.features.customersByCurrency())[0]?.currency ?? null,
    // What was known at the newest date that is learnt from: the held-out one decides nothing.
    attributes: await attributeInputs(deps, { knownUpTo: plan.training.at(-1) ?? plan.heldOut, seed }),
  };
  const moments = dates.map((snapshot) => ({ snapshot, without: unlabelled(snapshot) }));
  const rows = { horizonDays, inputs, sample: { share, seed } };
  const snapshots = await labelledSnapshots(deps, moments, rows, {
    onProgress: (done, total) => onProgress?.((READING * done) / total, 1),
  });
  const heldOut = snapshots.pop();
  if (!heldOut) throw new Error("a plan without a held-out snapshot");
  const training = snapshots.filter(({ rows }) => rows > 0);
  return { plan, training, heldOut, without: unlabelled(plan.heldOut), sampledShare: share, inputs };
}

async function train(
  { model }: TrainModelDeps,
  { training, heldOut }: Snapshots,
  { horizonDays, seed, onProgress }: TrainModelInput,
): Promise<TrainedModel | Extract<TrainModelResult, { kind: "not-enough-history" }>> {
  try {
    return await model.train({ training, heldOut, horizonDays, seed }, (done, total) =>
      onProgress?.(READING + (1 - READING) * (done / total), 1),
    );
  } catch (error) {
    if (error instanceof NotEnoughHistoryError) return { kind: "not-enough-history", reason: error.reason };
    throw error;
  }
}

/** Read while the model learns, which one thread alone begins. */
async function readToday(
  deps: TrainModelDeps,
  { inputs }: Snapshots,
  { asOf, seed }: TrainModelInput,
): Promise<readonly Dataset[]> {
  return readInputs(deps, inputs, asOf, await watchedSample(deps, seed));
}

async function judge(
  { serves, heldOutProbabilities: probabilities, reliability }: TrainedModel,
  { heldOut }: Snapshots,
  { seed }: TrainModelInput,
): Promise<Judged> {
  const intervals = await yielding(metricIntervals(heldOut.labels, probabilities, seed));
  return { probabilities, reliability: { bins: reliability[serves], intervals } };
}

async function decide(
  deps: TrainModelDeps,
  { heldOutProbabilities: probabilities, constantProbabilities }: TrainedModel,
  { heldOut, without, inputs: own, sampledShare: share }: Snapshots,
  { horizonDays, seed, promote }: TrainModelInput,
): Promise<PromotionDecision> {
  const heldOutFor = async (inputs: ModelInputs) => {
    if (hasInputs(own, inputs)) return heldOut;
    const at = { snapshot: heldOut.asOf, without };
    const [again] = await labelledSnapshots(deps, [at], { horizonDays, inputs, sample: { share, seed } });
    return sameCustomers(heldOut, again);
  };
  const challenger = { heldOut, heldOutFor, probabilities, constantProbabilities, horizonDays, seed };
  const decision = await compareWithChampion(deps, challenger);
  if (promote !== true || isPromoted(decision)) return decision;
  return { ...decision, kind: "forced" };
}

/** Read again after minutes of training: compared row by row, so a customer more or less would shift everybody. */
function sameCustomers(before: LabelledSnapshot, again: LabelledSnapshot | undefined): LabelledSnapshot {
  const isSame = before.rows === again?.rows && before.groups.every((id, row) => id === again?.groups[row]);
  if (again && isSame) return again;
  throw new Error("The customers of the held-out date changed while the model was trained. Train again.");
}

async function driftReference(
  { model }: TrainModelDeps,
  { artifact }: TrainedModel,
  { probabilities }: Judged,
  { training, heldOut, today: read }: Snapshots & { readonly today: readonly Dataset[] },
): Promise<DriftReference> {
  // Of the latest training snapshot, whose customers resemble today's more than the older ones'.
  const inputs = await yielding(columnByColumn(training.at(-1) ?? heldOut, inputBins));
  const scores = { [PROBABILITY]: numberBins(probabilities) };
  const today = await withProbabilities(model, artifact, read);
  return { inputs, scores, atTraining: await yielding(movements({ ...inputs, ...scores }, today)) };
}

function versionFacts(trained: TrainedModel, input: TrainModelInput) {
  return {
    serves: trained.serves,
    horizonDays: input.horizonDays,
    seed: input.seed,
    metrics: trained.heldOut,
    artifact: trained.artifact,
  };
}

async function settingsOf(
  { features }: TrainModelDeps,
  { unfit, ruleColumn }: TrainedModel,
  { firstEventAt, plan, training, heldOut, sampledShare, inputs }: Snapshots,
  { asOf }: TrainModelInput,
): Promise<ModelSettings> {
  return {
    asOf: asOf.toISOString(),
    ...(firstEventAt ? { dataFrom: firstEventAt.toISOString() } : {}),
    training: plan.training.map((snapshot) => snapshot.toISOString()),
    heldOut: plan.heldOut.toISOString(),
    trainingRows: training.reduce((sum, { rows }) => sum + rows, 0),
    heldOutRows: heldOut.rows,
    sampledShare,
    ...inputSettings(inputs),
    activityRows: await features.countActivities(),
    features: heldOut.columns.map(({ name }) => name),
    unfit,
    ruleColumn,
    leastSeenDays: leastSeenDays(training),
    // Of the latest training snapshot: today's customers resemble it more than the older ones.
    typical: await yielding(columnByColumn(training.at(-1) ?? heldOut, typicalValues)),
  };
}
