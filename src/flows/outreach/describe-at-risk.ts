import type { Place, Reader } from "../../domain/access.ts";
import { MEMBER_LIST_JOB } from "../../domain/customers/member-list.ts";
import {
  AT_RISK_NEEDS,
  type AtRiskCustomer,
  type AtRiskFacts,
  atRiskCustomer,
} from "../../domain/outreach/at-risk.ts";
import type { Stakes } from "../../domain/value/stake.ts";
import type { FactStore } from "../../store/facts/facts.ts";
import type { JobRunStore } from "../../store/jobs/job-runs.ts";
import type { AtRiskStore } from "../../store/outreach/at-risk.ts";

export type DescribeAtRiskDeps = {
  readonly atRisk: Pick<AtRiskStore, "acted">;
  readonly facts: FactStore;
  readonly jobRuns: Pick<JobRunStore, "lastDoneAt">;
};

/** Whom a list shows, in its order, and who reads it where. */
export type AtRiskReading = {
  readonly customerIds: readonly number[];
  readonly stakes: Stakes;
  readonly reader: Reader;
  readonly place: Place;
};

/** What a list tells of some customers at high risk, and the facts it was made of. Who is no customer any more is left out. */
export async function describeAtRisk(
  { atRisk, facts, jobRuns }: DescribeAtRiskDeps,
  { customerIds, stakes, reader, place }: AtRiskReading,
  now: Date,
): Promise<ReadonlyArray<{ readonly customer: AtRiskCustomer; readonly facts: AtRiskFacts }>> {
  const isTeamKnown = (await jobRuns.lastDoneAt(MEMBER_LIST_JOB)) !== null;
  const [known, acted] = await Promise.all([
    facts.read(AT_RISK_NEEDS, customerIds, now),
    atRisk.acted(customerIds, now),
  ]);
  return customerIds.flatMap((id) => {
    const about = known.get(id);
    if (about === undefined) return [];
    const given = { stake: stakes.get(id), acted: acted.get(id) ?? null, isTeamKnown, now };
    const customer = atRiskCustomer(about, given, reader, place);
    return customer === null ? [] : [{ customer, facts: about }];
  });
}
