import { fitNetwork, fitTrees, regrowTrees } from "./fit-members.ts";
import {
  areRegrown,
  type EnsembleTask,
  type GrownMembers,
  memberProgress,
  memberTasks,
} from "./member-tasks.ts";
import { nullUnlessConverged } from "./not-converged.ts";
import type { OnProgress } from "./progress.ts";

/** The members of an ensemble, fitted one after the other in this thread; null where one does not converge. */
export function membersOneByOne(ensemble: EnsembleTask, onProgress?: OnProgress): GrownMembers | null {
  return nullUnlessConverged(() => fitOneByOne(ensemble, onProgress));
}

function fitOneByOne(ensemble: EnsembleTask, onProgress?: OnProgress): GrownMembers {
  const tasks = memberTasks(ensemble);
  const progress = memberProgress(ensemble, onProgress);
  const trees = tasks.map((task) => fitTrees(task, progress("trees", task)));
  const networks = tasks.map((task) => fitNetwork(task, progress("network", task)));
  if (!areRegrown(ensemble.data)) return { networks, trees, grown: trees.map(({ fitted }) => fitted) };
  const members = { networks, trees };
  return {
    ...members,
    grown: tasks.map((task) => regrowTrees({ ...task, members }, progress("regrow", task))),
  };
}
