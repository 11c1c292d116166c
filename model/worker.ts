import { parentPort } from "node:worker_threads";
import { startBackend } from "./backend.ts";
import { evaluateSplit } from "./evaluate.ts";
import { readArtifacts } from "./read-artifacts.ts";
import { scoreBy } from "./score.ts";
import { train } from "./train.ts";
import {
  describeError,
  type JobKind,
  type WorkerJob,
  type WorkerJobs,
  type WorkerReply,
} from "./worker-messages.ts";

const port = parentPort;
if (port === null) throw new Error("model/worker.ts runs in a worker thread; use createWorkerModel().");

const artifacts = readArtifacts();

port.on("message", async (job: WorkerJob) => {
  try {
    const backend = await startBackend();
    const output = job.kind === "backend" ? { name: backend } : perform(job);
    reply({ kind: "done", output }, buffersOf(output));
  } catch (error) {
    reply({ kind: "failed", error: describeError(error) });
  }
});

function perform(job: Exclude<WorkerJob, { kind: "backend" }>): WorkerJobs[JobKind]["output"] {
  const onProgress = (done: number, total: number): void => reply({ kind: "progress", done, total });
  if (job.kind === "train") return train(job.input, onProgress);
  if (job.kind === "evaluate") return evaluateSplit(job.input, onProgress);
  const { artifact, dataset, options } = job.input;
  return scoreBy(artifacts.read(artifact), dataset, options);
}

function reply(message: WorkerReply, transfer: readonly ArrayBuffer[] = []): void {
  port?.postMessage(message, transfer);
}

/** The results' own memory, handed over instead of copied. */
function buffersOf(output: WorkerJobs[JobKind]["output"]): readonly ArrayBuffer[] {
  const arrays = Object.values(output).filter((value) => ArrayBuffer.isView(value));
  return arrays.map((array) => array.buffer).filter((buffer) => buffer instanceof ArrayBuffer);
}
