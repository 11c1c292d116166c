import type { ModelVersionStore } from "../../../store/risk/model-versions.ts";
import type {
  HelpOptions,
  HelpResult,
  SharedWork,
  TakeRanges,
} from "../../../store/shared-work/shared-work.ts";
import { SCORING, type ScoringRangesDeps, type ScoringSettings, scoringRanges } from "./scoring-ranges.ts";

export type HelpScoringDeps = ScoringRangesDeps & {
  readonly modelVersions: Pick<ModelVersionStore, "load">;
  readonly sharedWork: Pick<SharedWork, "help">;
};

/** Takes ranges of a scoring that another process leads until none is left. Who leads it counts them. */
export function helpScoring(deps: HelpScoringDeps, input: HelpOptions = {}): Promise<HelpResult> {
  const work = async (settings: ScoringSettings, take: TakeRanges) => {
    const model = await deps.modelVersions.load(settings.modelVersionId);
    return model && take(scoringRanges(deps, settings, model));
  };
  return deps.sharedWork.help(SCORING, work, input);
}
