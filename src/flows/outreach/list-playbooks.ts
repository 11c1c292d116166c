import type { Clock } from "../../domain/clock.ts";
import { daysAfter } from "../../domain/clock.ts";
import { type InForce, inForce } from "../../domain/outreach/playbooks/in-force.ts";
import { NUDGE_THRESHOLD } from "../../domain/outreach/playbooks/nudge-threshold.ts";
import type { Playbook } from "../../domain/outreach/playbooks/playbook.ts";
import { PLAYBOOKS, type PlaybookNeed } from "../../domain/outreach/playbooks/playbooks.ts";
import type {
  AppliedCount,
  KeptSetting,
  PlaybookSettingStore,
} from "../../store/outreach/playbook-settings.ts";

export type ListPlaybooksDeps = {
  readonly playbookSettings: Pick<PlaybookSettingStore, "all" | "applied">;
  readonly clock: Clock;
};

/** A playbook as it stands now. */
export type ListedPlaybook = InForce &
  Pick<Playbook, "key"> & {
    readonly declared: Pick<Playbook, "numbers" | "minutes">;
    /** Null: nobody ever set anything. */
    readonly set: Pick<KeptSetting, "by" | "byName" | "at" | "revision"> | null;
    readonly applied: Omit<AppliedCount, "playbook">;
  };

export type ListedPlaybooks = {
  readonly playbooks: readonly ListedPlaybook[];
  /** From what risk on nudges speak of it; of what a playbook has it has its number alone. */
  readonly threshold: ListedPlaybook;
  /** How many days back it was counted. */
  readonly days: number;
  /** Set once, and not known to this version. */
  readonly unknown: readonly string[];
  readonly now: Date;
};

/** Chosen by the product: a month has every weekday and no season. */
const COUNTED_DAYS = 30;

/** Every playbook, most pressing first: how it is set, by whom, and how often it applied of late. */
export async function listPlaybooks(deps: ListPlaybooksDeps): Promise<ListedPlaybooks> {
  const now = deps.clock();
  const [kept, applied] = await Promise.all([
    deps.playbookSettings.all(),
    deps.playbookSettings.applied(daysAfter(now, -COUNTED_DAYS)),
  ]);
  const all: readonly Playbook<PlaybookNeed>[] = PLAYBOOKS;
  const known = new Set([NUDGE_THRESHOLD.key, ...all.map(({ key }) => key)]);
  return {
    playbooks: all.map((one) => listed(one, kept, applied)),
    threshold: listed(NUDGE_THRESHOLD, kept, applied),
    days: COUNTED_DAYS,
    unknown: kept.map(({ playbook }) => playbook).filter((key) => !known.has(key)),
    now,
  };
}

function listed(
  { key, numbers, minutes }: Pick<Playbook, "key" | "numbers" | "minutes">,
  kept: readonly KeptSetting[],
  applied: readonly AppliedCount[],
): ListedPlaybook {
  const own = kept.find(({ playbook }) => playbook === key);
  const { customers = 0, told = 0, dryRun = 0 } = applied.find(({ playbook }) => playbook === key) ?? {};
  return {
    key,
    declared: { numbers, minutes },
    ...inForce({ key, numbers, minutes }, own === undefined ? {} : { [key]: own }),
    set: own === undefined ? null : { by: own.by, byName: own.byName, at: own.at, revision: own.revision },
    applied: { customers, told, dryRun },
  };
}
