import { startBackend } from "./backend.ts";
import { evaluateSplit } from "./evaluate.ts";
import { fitNetwork, fitTrees, regrowTrees } from "./fit-members.ts";
import { fitLinear, fitRuleOn, prepare } from "./prepare.ts";
import type { OnProgress } from "./progress.ts";
import { readArtifacts } from "./read-artifacts.ts";
import { scoreBy } from "./score.ts";
import { decide, withOthers } from "./train.ts";
import { requireJudgeable } from "./training-table.ts";
import type { JobKind, WorkerJobs } from "./worker-messages.ts";

type Output<Kind extends JobKind> = WorkerJobs[Kind]["output"];
type Jobs = {
  readonly [Kind in JobKind]: (
    input: WorkerJobs[Kind]["input"],
    onProgress: OnProgress,
  ) => Output<Kind> | Promise<Output<Kind>>;
};

const artifacts = readArtifacts();

const jobs: Jobs = {
  prepare({ request, settings }) {
    requireJudgeable(request.heldOut);
    return prepare(request, settings);
  },
  trees: fitTrees,
  network: fitNetwork,
  regrow: regrowTrees,
  rule: ({ request, settings, data }) => ({ fitted: fitRuleOn(request, settings, data) }),
  baseline: (data) => ({ fitted: fitLinear(data) }),
  decide: ({ request, settings, prepared, others }) =>
    decide(withOthers(prepared, others, settings), request),
  evaluate: (request, onProgress) => evaluateSplit(request, onProgress),
  score: ({ artifact, dataset, options }) => scoreBy(artifacts.read(artifact), dataset, options),
  backend: async () => ({ name: await startBackend() }),
};

/** Does what a worker can be asked, in this thread. The backend must have been started. */
export async function performJob<Kind extends JobKind>(
  kind: Kind,
  input: WorkerJobs[Kind]["input"],
  onProgress: OnProgress = () => {},
): Promise<Output<Kind>> {
  return jobs[kind](input, onProgress);
}
