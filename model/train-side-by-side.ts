import type { TrainedModel, TrainingRequest } from "../src/domain/risk/churn-model.ts";
import { membersSideBySide } from "./members-side-by-side.ts";
import type { OnProgress } from "./progress.ts";
import { type TrainingSettings, trainingSettings } from "./training-settings.ts";
import type { WorkerPool } from "./worker-pool.ts";

/**
 * What `train` does, step by step in the pool's threads, its members side by side; the same to the last byte. The inputs are in
 * memory that all threads read in place.
 * @throws NotEnoughHistoryError as train does.
 */
export async function trainSideBySide(
  pool: Pick<WorkerPool, "run">,
  request: TrainingRequest,
  onProgress?: OnProgress,
  settings: TrainingSettings = trainingSettings,
): Promise<TrainedModel> {
  const { training: _, ...judging } = request;
  const { heldOut: __, ...learning } = request;
  const prepared = await pool.run("prepare", { request, settings });
  const ensemble = { data: prepared.data, settings, seed: request.seed };
  // Before the members: where one of them does not converge, nobody waits for the others.
  const { labels, offsets } = prepared.data;
  const [{ fitted: rule }, { fitted: baseline }, members] = await Promise.all([
    pool.run("rule", { request: learning, settings, data: { labels, offsets } }),
    pool.run("baseline", prepared.data),
    membersSideBySide(pool, ensemble, onProgress),
  ]);
  // Where a member did not converge, others may still wait: nobody needs them.
  const others = { rule, baseline, members };
  return pool.run("decide", { request: judging, settings, prepared, others }, { urgent: true });
}
