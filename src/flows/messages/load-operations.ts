import type { Member } from "../../domain/customer.ts";
import {
  type AllOperations,
  candidateAfter,
  type FailedJob,
  type JobTrouble,
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
import { type ReadPartDeps, readPart } from "../outreach/read-part.ts";
import { type CheckHealthDeps, checkHealth } from "./check-health.ts";
import { type ReadJobRecordsDeps, readJobRecords } from "./read-job-records.ts";

export type LoadOperationsDeps = CheckHealthDeps &
  ListImportsDeps &
  ListSourcesDeps &
  ReadJobRecordsDeps &
  ReadPartDeps & {
    readonly modelVersions: Pick<ModelVersionStore, "champion" | "newest" | "beforeChampion">;
  };

/** How the bot is doing, as far as the member's role goes; null: a rep's does not go so far. */
export async function loadOperations(
  deps: LoadOperationsDeps,
  { member }: { readonly member: Pick<Member, "role"> },
): Promise<Operations | null> {
  if (member.role === "rep") return null;
  const checks = await readPart(deps, "health", () => checkHealth(deps));
  return member.role === "operations" ? { checks, ...(await readAll(deps)) } : { kind: "glance", checks };
}

/** What cannot be read hides none of the rest: whoever looks for a fault looks here first. */
async function readAll(deps: LoadOperationsDeps): Promise<Omit<AllOperations, "checks">> {
  const part = <Value>(name: string, read: () => Promise<Value>) => readPart(deps, name, read);
  return {
    kind: "all",
    sources: await part("sources", async () => (await listSources(deps)).map(standOfSource)),
    jobs: await part("jobs", () => readJobs(deps)),
    model: await part("model", () => readModel(deps)),
    imports: await part("imports", () => listImports(deps, { limit: OPERATIONS_LISTED })),
  };
}

async function readJobs(deps: LoadOperationsDeps): Promise<JobTrouble> {
  const { newest, missed } = await readJobRecords(deps);
  const failed = newest.filter(({ status }) => status === "failed").map(failedJob);
  return { failed, missed: missedByJob(missed) };
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
