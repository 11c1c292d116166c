import type { Clock } from "../../domain/clock.ts";
import type { PlaybookCaseStore } from "../../store/outreach/playbook-cases.ts";

export type ForgetPlaybookCasesDeps = {
  readonly playbookCases: Pick<PlaybookCaseStore, "forgetOld">;
  readonly clock: Clock;
};

/** Forgets cases of playbooks that no report reaches back to. @returns how many */
export function forgetPlaybookCases({ playbookCases, clock }: ForgetPlaybookCasesDeps): Promise<number> {
  return playbookCases.forgetOld(clock());
}
