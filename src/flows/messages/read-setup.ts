import type { Clock } from "../../domain/clock.ts";
import { MEMBER_LIST_JOB } from "../../domain/customers/member-list.ts";
import type { SetupState } from "../../domain/messages/setup.ts";
import type { DataSpanStore } from "../../store/customers/data-span.ts";
import type { JobRunStore } from "../../store/jobs/job-runs.ts";
import type { ChannelSettingStore } from "../../store/messages/channel-settings.ts";
import type { KeptSetup, WorkspaceSetupStore } from "../../store/messages/workspace-setup.ts";

export type ReadSetupDeps = {
  readonly dataSpan: Pick<DataSpanStore, "read">;
  readonly jobRuns: Pick<JobRunStore, "lastDoneAt">;
  readonly channelSettings: Pick<ChannelSettingStore, "optedIn">;
  readonly workspaceSetup: Pick<WorkspaceSetupStore, "read" | "owned">;
  readonly clock: Clock;
};

export type SetupQuestion = {
  /** Whether files can be handed over in Slack. */
  readonly takesFiles: boolean;
};

/** How far the workspace is set up, by what is there at this moment. */
export async function readSetup(deps: ReadSetupDeps, { takesFiles }: SetupQuestion): Promise<SetupState> {
  const [kept, data, owners, digestChannels] = await Promise.all([
    deps.workspaceSetup.read(),
    deps.dataSpan.read(),
    readOwners(deps),
    deps.channelSettings.optedIn("digest"),
  ]);
  const { customers, lastActivityAt } = data;
  return {
    data: { customers, newestActivity: lastActivityAt?.toISOString().slice(0, 10) ?? null },
    owners,
    digestChannels: digestChannels.length,
    posting: postingOf(kept),
    declinedBy: kept?.declinedBy ?? null,
    takesFiles,
  };
}

async function readOwners({ jobRuns, workspaceSetup, clock }: ReadSetupDeps): Promise<SetupState["owners"]> {
  if ((await jobRuns.lastDoneAt(MEMBER_LIST_JOB)) === null) return { kind: "unknown" };
  return { kind: "known", ...(await workspaceSetup.owned(clock())) };
}

function postingOf(kept: KeptSetup | null): SetupState["posting"] {
  if (kept === null) return { since: null, by: null };
  const { postingSince, postingSetBy } = kept;
  return postingSince === null ? null : { since: postingSince.toISOString(), by: postingSetBy };
}
