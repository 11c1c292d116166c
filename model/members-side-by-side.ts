import {
  areRegrown,
  type EnsembleTask,
  type GrownMembers,
  type MemberTask,
  memberProgress,
  memberTasks,
} from "./member-tasks.ts";
import { nullIfNotConverged } from "./not-converged.ts";
import type { OnProgress } from "./progress.ts";
import type { WorkerPool } from "./worker-pool.ts";

/**
 * The same members as one by one, in the pool's threads; null where one does not converge. Trees come first: they take
 * longer, and at the end the threads have the shorter jobs to share.
 */
export async function membersSideBySide(
  { run }: Pick<WorkerPool, "run">,
  ensemble: EnsembleTask,
  onProgress?: OnProgress,
): Promise<GrownMembers | null> {
  const progress = memberProgress(ensemble, onProgress);
  const each = <Fitted>(fit: (task: MemberTask) => Promise<Fitted>) =>
    Promise.all(memberTasks(ensemble).map(fit));
  const fitAll = async (): Promise<GrownMembers> => {
    const [trees, networks] = await Promise.all([
      each((task) => run("trees", task, { onProgress: progress("trees", task) })),
      each((task) => run("network", task, { onProgress: progress("network", task) })),
    ]);
    if (!areRegrown(ensemble.data)) return { networks, trees, grown: trees.map(({ fitted }) => fitted) };
    const members = { networks, trees };
    const regrow = (task: MemberTask) =>
      run("regrow", { ...task, members }, { onProgress: progress("regrow", task) });
    return { ...members, grown: await each(regrow) };
  };
  return fitAll().catch(nullIfNotConverged);
}
