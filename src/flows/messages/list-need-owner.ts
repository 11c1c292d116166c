import type { Clock } from "../../domain/clock.ts";
import { MEMBER_LIST_JOB } from "../../domain/customers/member-list.ts";
import { type NeedOwner, needOwner, OWNERLESS_ON_HOME } from "../../domain/outreach/home.ts";
import type { JobRunStore } from "../../store/jobs/job-runs.ts";
import type { OwnerlessStore } from "../../store/outreach/ownerless.ts";

export type ListNeedOwnerDeps = {
  readonly ownerless: Pick<OwnerlessStore, "riskiest">;
  readonly jobRuns: Pick<JobRunStore, "lastDoneAt">;
  readonly clock: Clock;
};

/** Customers whom no active member owns, the riskiest first, and why of each. */
export async function listNeedOwner({ ownerless, jobRuns, clock }: ListNeedOwnerDeps): Promise<NeedOwner> {
  if ((await jobRuns.lastDoneAt(MEMBER_LIST_JOB)) === null) return { kind: "unknown" };
  return needOwner(await ownerless.riskiest(OWNERLESS_ON_HOME, clock()));
}
