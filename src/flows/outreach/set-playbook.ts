import type { Clock } from "../../domain/clock.ts";
import {
  type AskedSetting,
  readSettingOf,
  type SettingProblem,
} from "../../domain/outreach/playbooks/asked-setting.ts";
import type { PlaybookSettingStore, SavedSetting } from "../../store/outreach/playbook-settings.ts";

export type SetPlaybookDeps = {
  readonly playbookSettings: Pick<PlaybookSettingStore, "save">;
  readonly clock: Clock;
};

export type SetPlaybook =
  | SavedSetting
  | { readonly kind: "unknown-playbook" }
  | { readonly kind: "wrong"; readonly problems: readonly SettingProblem[] };

/**
 * Sets what a team wants of a playbook: mode, numbers, minutes, gift; or, by its key, the threshold of nudges.
 * @param input.seen the revision that whoever asks has seen, 0 where there was none; null: whatever there is
 */
export async function setPlaybook(
  deps: SetPlaybookDeps,
  input: {
    readonly playbook: string;
    readonly asked: AskedSetting;
    readonly seen: number | null;
    readonly by: string;
  },
): Promise<SetPlaybook> {
  const { playbook: key, asked, seen, by } = input;
  const read = readSettingOf(key, asked);
  if (read === null) return { kind: "unknown-playbook" };
  if (read.kind === "wrong") return read;
  return deps.playbookSettings.save({ ...read.setting, playbook: key, seen, by, at: deps.clock() });
}
