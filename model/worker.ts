import { parentPort, workerData } from "node:worker_threads";
import { startBackend } from "./backend.ts";
import { performJob } from "./jobs.ts";
import { lowerPriority } from "./lower-priority.ts";
import {
  describeError,
  type JobKind,
  type WorkerJob,
  type WorkerJobs,
  type WorkerReply,
} from "./worker-messages.ts";

const port = parentPort;
if (port === null) throw new Error("model/worker.ts runs in a worker thread; use createWorkerModel().");
if (workerData?.isLowered === true) lowerPriority();

port.on("message", async ({ kind, input }: WorkerJob) => {
  try {
    await startBackend();
    const output = await performJob(kind, input, (done, total) => reply({ kind: "progress", done, total }));
    reply({ kind: "done", output }, buffersOf(output));
  } catch (error) {
    reply({ kind: "failed", error: describeError(error) });
  }
});

function reply(message: WorkerReply, transfer: readonly ArrayBuffer[] = []): void {
  port?.postMessage(message, transfer);
}

/** The results' own memory, handed over instead of copied. */
function buffersOf(output: WorkerJobs[JobKind]["output"]): readonly ArrayBuffer[] {
  const arrays = Object.values(output).filter((value) => ArrayBuffer.isView(value));
  return arrays.map((array) => array.buffer).filter((buffer) => buffer instanceof ArrayBuffer);
}
