import { type ChurnModel, NotEnoughHistoryError, type TrainedModel } from "../domain/risk/churn-model.ts";
import type { ModelVersion } from "../domain/risk/model-version.ts";
import { planSnapshots, type SnapshotPlan } from "../domain/risk/snapshots.ts";
import { typicalValues } from "../domain/risk/typical-values.ts";
import type { FeatureStore } from "../store/features.ts";
import type { ModelVersionStore } from "../store/model-versions.ts";
import { type LabelledSnapshot, labelledSnapshot, type SnapshotDeps } from "./labelled-snapshot.ts";

export type TrainModelDeps = SnapshotDeps & {
  readonly features: Pick<FeatureStore, "extract" | "customerRanges" | "countCustomers" | "firstEventAt">;
  readonly modelVersions: Pick<ModelVersionStore, "save">;
  readonly model: Pick<ChurnModel, "train">;
};

export type TrainModelInput = {
  /** Nothing at or after it is read. */
  readonly asOf: Date;
  readonly horizonDays: number;
  readonly seed: number;
  /** When the training is asked for: becomes the version's date. */
  readonly now: Date;
  readonly onProgress?: (done: number, total: number) => void;
};

export type TrainModelResult =
  | { readonly kind: "trained"; readonly version: ModelVersion }
  | { readonly kind: "not-enough-history"; readonly reason: string };

/**
 * Chosen: what the model takes from a longer history anyway, with some to spare. Beyond it a sample of the customers
 * is read: all snapshots of 100,000 would take ten times as long and 190 MB, to the same end.
 */
const MOST_ROWS = 70_000;
/** Share of the progress that reading the snapshots takes. */
const READING = 0.4;

type Snapshots = {
  readonly plan: SnapshotPlan & { readonly kind: "snapshots" };
  readonly training: readonly LabelledSnapshot[];
  readonly heldOut: LabelledSnapshot;
  readonly sampledShare: number;
};

/**
 * Learns from snapshots of the past, lets the latest closed one decide whether network or baseline serves, and keeps
 * the version. The network is not fitted again with the held-out snapshot added, newer though it is: what serves is
 * then exactly what was measured, calibration included.
 */
export async function trainModel(deps: TrainModelDeps, input: TrainModelInput): Promise<TrainModelResult> {
  const startedAt = performance.now();
  const { asOf, horizonDays } = input;
  const plan = planSnapshots({ firstEventAt: await deps.features.firstEventAt(), asOf, horizonDays });
  if (plan.kind === "not-enough-history") return plan;
  const snapshots = await readSnapshots(deps, plan, input);
  const trained = await train(deps, snapshots, input);
  if ("kind" in trained) return trained;
  const version = await deps.modelVersions.save({
    ...versionFacts(snapshots, trained, input),
    durationMs: Math.round(performance.now() - startedAt),
  });
  return { kind: "trained", version };
}

async function readSnapshots(
  deps: TrainModelDeps,
  plan: Snapshots["plan"],
  { horizonDays, seed, onProgress }: TrainModelInput,
): Promise<Snapshots> {
  const dates = [...plan.training, plan.heldOut];
  const customers = await deps.features.countCustomers();
  const share = Math.min(1, MOST_ROWS / Math.max(1, customers * dates.length));
  const snapshots: LabelledSnapshot[] = [];
  for (const snapshot of dates) {
    snapshots.push(await labelledSnapshot(deps, { snapshot, horizonDays }, { share, seed }));
    onProgress?.((READING * snapshots.length) / dates.length, 1);
  }
  const heldOut = snapshots.pop();
  if (!heldOut) throw new Error("a plan without a held-out snapshot");
  return { plan, training: snapshots, heldOut, sampledShare: share };
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
    if (error instanceof NotEnoughHistoryError) return { kind: "not-enough-history", reason: error.message };
    throw error;
  }
}

function versionFacts(snapshots: Snapshots, trained: TrainedModel, input: TrainModelInput) {
  const { plan, training, heldOut, sampledShare } = snapshots;
  return {
    trainedAt: input.now,
    serves: trained.serves,
    horizonDays: input.horizonDays,
    seed: input.seed,
    metrics: trained.heldOut,
    artifact: trained.artifact,
    settings: {
      asOf: input.asOf.toISOString(),
      training: plan.training.map((snapshot) => snapshot.toISOString()),
      heldOut: plan.heldOut.toISOString(),
      trainingRows: training.reduce((sum, { rows }) => sum + rows, 0),
      heldOutRows: heldOut.rows,
      sampledShare,
      // Of the latest training snapshot: today's customers resemble it more than the older ones.
      typical: typicalValues(training.at(-1) ?? heldOut),
    },
  };
}
