import type { ChurnModel } from "../src/domain/risk/churn-model.ts";
import { trainSideBySide } from "./train-side-by-side.ts";
import { createWorkerPool, type WorkerPool } from "./worker-pool.ts";

export type TrainingThreads = Pick<ChurnModel, "train" | "close">;

/**
 * Trainings, one after the other, each in so many threads of its own, which end with it: their memory is free again, and where one
 * fails nothing goes on for nobody.
 */
export function createTrainingThreads(size: number, open = createWorkerPool): TrainingThreads {
  const pools = new Set<WorkerPool>();
  let before: Promise<unknown> = Promise.resolve();
  let closed = false;
  const inThreads: ChurnModel["train"] = async (request, onProgress) => {
    const pool = open(size, { isLowered: true });
    pools.add(pool);
    try {
      if (closed) await pool.close();
      return await trainSideBySide(pool, request, onProgress);
    } finally {
      pools.delete(pool);
      await pool.close();
    }
  };
  return {
    train(request, onProgress) {
      const own = before.then(() => inThreads(request, onProgress));
      before = own.catch(() => {});
      return own;
    },
    async close() {
      closed = true;
      await Promise.all([...pools].map((pool) => pool.close()));
    },
  };
}
