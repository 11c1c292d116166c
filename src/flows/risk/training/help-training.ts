import type {
  HelpOptions,
  HelpResult,
  SharedWork,
  TakeRanges,
} from "../../../store/shared-work/shared-work.ts";
import { SNAPSHOTS, type SnapshotDeps, type SnapshotSettings, snapshotRanges } from "./labelled-snapshot.ts";

export type HelpTrainingDeps = Omit<SnapshotDeps, "sharedWork"> & {
  readonly sharedWork: Pick<SharedWork, "help">;
};

/** Reads ranges of snapshots that another process learns from or evaluates by, until none is left. */
export function helpTraining(deps: HelpTrainingDeps, input: HelpOptions = {}): Promise<HelpResult> {
  const work = (settings: SnapshotSettings, take: TakeRanges) => take(snapshotRanges(deps, settings));
  return deps.sharedWork.help(SNAPSHOTS, work, input);
}
