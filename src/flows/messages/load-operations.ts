import type { Member } from "../../domain/customer.ts";
import {
  type AllOperations,
  candidateAfter,
  type FailedJob,
  type ModelStand,
  missedByJob,
  OPERATIONS_LISTED,
  type Operations,
  type SourceStand,
} from "../../domain/messages/operations.ts";
import type { NewestRun } from "../../store/jobs/job-runs.ts";
import type { ModelVersionStore } from "../../store/risk/model-versions.ts";
import { type ListImportsDeps, listImports } from "../imports/list-imports.ts";
import { type ListedSource, type ListSourcesDeps, listSources } from "../imports/list-sources.ts";
import { type CheckHealthDeps, checkHealth } from "./check-health.ts";
import { type ReadJobRecordsDeps, readJobRecords } from "./read-job-records.ts";

export type LoadOperationsDeps = CheckHealthDeps &
  ListImportsDeps &
  ListSourcesDeps &
  ReadJobRecordsDeps & {
    readonly modelVersions: Pick<ModelVersionStore, "champion" | "newest" | "beforeChampion">;
  };

/** How the bot is doing, as far as the member's role goes; null: a rep's does not go so far. */
export async function loadOperations(
  deps: LoadOperationsDeps,
  { member }: { readonly member: Pick<Member, "role"> },
): Promise<Operations | null> {
  if (member.role === "rep") return null;
  const checks = await checkHealth(deps);
  return member.role === "operations" ? { checks, ...(await readAll(deps)) } : { kind: "glance", checks };
}

async function readAll(deps: LoadOperationsDeps): Promise<Omit<AllOperations, "checks">> {
  const [sources, { newest, missed }, model, imports] = await Promise.all([
    listSources(deps),
    readJobRecords(deps),
    readModel(deps),
    listImports(deps, { limit: OPERATIONS_LISTED }),
  ]);
  return {
    kind: "all",
    sources: sources.map(standOfSource),
    failed: newest.filter(({ status }) => status === "failed").map(failedJob),
    missed: missedByJob(missed),
    model,
    imports,
  };
}

/** What is pulled at different moments is as fresh as what was pulled last. */
function standOfSource({ name, title, streams }: ListedSource): SourceStand {
  const pulled = streams.flatMap(({ pulledAt }) => (pulledAt === null ? [] : [pulledAt.getTime()]));
  return {
    name,
    title,
    pulledAt: pulled.length === 0 ? null : new Date(Math.max(...pulled)),
    failures: streams.flatMap(({ failure, failedSince }) =>
      failure === null || failedSince === null ? [] : [{ what: failure, since: failedSince }],
    ),
  };
}

const failedJob = ({ job, finishedAt, startedAt, error, isLast }: NewestRun): FailedJob => ({
  ...{ job, error, isLast },
  at: finishedAt ?? startedAt,
});

async function readModel({ modelVersions }: LoadOperationsDeps): Promise<ModelStand> {
  const champion = await modelVersions.champion();
  const candidate = candidateAfter(await modelVersions.newest(), champion);
  return { champion, candidate, before: await modelVersions.beforeChampion() };
}
