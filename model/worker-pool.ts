import type { Worker } from "node:worker_threads";
import { startTypeScriptWorker } from "../src/typescript-worker.ts";
import type { OnProgress } from "./progress.ts";
import {
  type JobKind,
  reviveError,
  type WorkerJob,
  type WorkerJobs,
  type WorkerReply,
} from "./worker-messages.ts";

export type RunOptions = {
  readonly onProgress?: OnProgress | undefined;
  /** Somebody waits for the answer: it comes before all waiting jobs that are not urgent. */
  readonly urgent?: boolean | undefined;
};

export type WorkerPool = {
  /** Runs one job in the next free worker; inputs are copied to it, so the caller's arrays stay usable. */
  run<Kind extends JobKind>(
    kind: Kind,
    input: WorkerJobs[Kind]["input"],
    options?: RunOptions,
  ): Promise<WorkerJobs[Kind]["output"]>;
  /** Stops all workers; jobs under way or waiting are rejected. */
  close(): Promise<void>;
};

type Task = {
  readonly job: WorkerJob;
  readonly onProgress: OnProgress | undefined;
  readonly urgent: boolean;
  readonly resolve: (output: WorkerJobs[JobKind]["output"]) => void;
  readonly reject: (error: Error) => void;
};
type Slot = { readonly worker: Worker; task: Task | undefined };

/**
 * Starts workers when work waits, up to `size`; idle ones do not keep the process alive.
 * @param isLowered they leave the processor to other threads, as far as the system can (lower-priority.ts)
 */
export function createWorkerPool(size: number, { isLowered = false } = {}): WorkerPool {
  const slots = new Set<Slot>();
  const waiting: Task[] = [];
  let closed = false;

  function enqueue(task: Task): void {
    const after = task.urgent ? waiting.findIndex(({ urgent }) => !urgent) : -1;
    waiting.splice(after < 0 ? waiting.length : after, 0, task);
  }

  function dispatch(): void {
    while (waiting.length > 0) {
      const idle = [...slots].find((slot) => slot.task === undefined);
      const slot = idle ?? (slots.size < size ? open() : undefined);
      if (slot === undefined) return;
      const task = waiting.shift();
      if (task !== undefined) begin(slot, task);
    }
  }

  function begin(slot: Slot, task: Task): void {
    slot.task = task;
    slot.worker.ref();
    try {
      slot.worker.postMessage(task.job);
    } catch (error) {
      finish(slot, (failed) => failed.reject(error instanceof Error ? error : new Error(String(error))));
    }
  }

  function finish(slot: Slot, settle: (task: Task) => void): void {
    const { task } = slot;
    slot.task = undefined;
    slot.worker.unref();
    if (task !== undefined) settle(task);
    dispatch();
  }

  function open(): Slot {
    const slot: Slot = {
      worker: startTypeScriptWorker(new URL("./worker.ts", import.meta.url), { workerData: { isLowered } }),
      task: undefined,
    };
    slots.add(slot);
    slot.worker.on("message", (reply: WorkerReply) => {
      if (reply.kind === "progress") slot.task?.onProgress?.(reply.done, reply.total);
      else if (reply.kind === "done") finish(slot, (task) => task.resolve(reply.output));
      else finish(slot, (task) => task.reject(reviveError(reply.error)));
    });
    const onStop = (reason: Error): void => {
      slots.delete(slot);
      finish(slot, (task) => task.reject(reason));
    };
    slot.worker.on("error", (error) =>
      onStop(stopped(`stopped unexpectedly: ${error.message.slice(0, 500)}`, error)),
    );
    slot.worker.on("exit", (code) => onStop(stopped(closed ? "was closed" : `ended with code ${code}`)));
    return slot;
  }

  return {
    run(kind, input, { onProgress, urgent = false } = {}) {
      if (closed) return Promise.reject(stopped("was closed"));
      return new Promise((resolve, reject) => {
        // A worker answers each kind of job with that kind of output (worker.ts), which the message types cannot say.
        const task = { job: { kind, input }, onProgress, urgent, resolve, reject } as unknown as Task;
        enqueue(task);
        dispatch();
      });
    },
    async close() {
      closed = true;
      for (const task of waiting.splice(0)) task.reject(stopped("was closed"));
      await Promise.all([...slots].map(({ worker }) => worker.terminate()));
    },
  };
}

function stopped(how: string, cause?: unknown): Error {
  return new Error(`The model's worker thread ${how}.`, { cause });
}
