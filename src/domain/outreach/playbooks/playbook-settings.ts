import type { Money } from "../../money.ts";

/**
 * `on`: told. `dry-run`: worked out and counted, told to nobody; the next playbook speaks. `off`: not worked out.
 */
export const PLAYBOOK_MODES = ["on", "dry-run", "off"] as const;
export type PlaybookMode = (typeof PLAYBOOK_MODES)[number];

/** What a team set of a playbook. */
export type PlaybookSetting = {
  readonly mode: PlaybookMode;
  /** Those that differ from the declaration, by name; as they were kept, which may be from another declaration. */
  readonly numbers: Readonly<Record<string, number>>;
  /** What it takes of somebody's time; null: as declared. */
  readonly minutes: number | null;
  /** What is given with each contact; null: nothing. */
  readonly gift: Money | null;
};

/** By the playbook's key: those that somebody set. The same for all customers. */
export type PlaybookSettings = Readonly<Record<string, PlaybookSetting>>;
