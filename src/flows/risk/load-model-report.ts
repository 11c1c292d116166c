import type { Clock } from "../../domain/clock.ts";
import type { ModelReport } from "../../domain/risk/versions/model-report.ts";
import { currencyOf } from "../../domain/risk/versions/model-version.ts";
import { type ModelFindings, WATCH_JOB } from "../../domain/risk/versions/model-watch.ts";
import type { JobRunStore } from "../../store/jobs/job-runs.ts";
import type { FeatureStore } from "../../store/risk/features.ts";
import type { ModelVersionStore } from "../../store/risk/model-versions.ts";
import { type FindRestingSourcesDeps, findRestingSources } from "./scoring/find-resting-sources.ts";

export type LoadModelReportDeps = FindRestingSourcesDeps & {
  readonly clock: Clock;
  readonly modelVersions: Pick<ModelVersionStore, "champion" | "newest">;
  readonly jobRuns: Pick<JobRunStore, "lastFigures">;
  readonly features: Pick<FeatureStore, "unratedIn">;
};

/** Which version serves, how good it is, why, and whether it still fits; null before the first training. */
export async function loadModelReport(deps: LoadModelReportDeps): Promise<ModelReport | null> {
  const { modelVersions, jobRuns, features, clock } = deps;
  const [champion, newest, watched] = await Promise.all([
    modelVersions.champion(),
    modelVersions.newest(),
    jobRuns.lastFigures(WATCH_JOB),
  ]);
  if (champion === null || newest === null) return null;
  // Kept by the job itself, in this form.
  const findings = (watched?.findings ?? null) as ModelFindings | null;
  const unrated = await features.unratedIn(currencyOf(champion.settings));
  const { stopped } = await findRestingSources(deps, clock());
  return {
    champion,
    newest,
    findings: findings?.modelVersionId === champion.id ? findings : null,
    unrated,
    stopped,
  };
}
