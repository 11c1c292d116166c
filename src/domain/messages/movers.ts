import type { ScoreBasis } from "../risk/scores/score-basis.ts";
import type { Pause } from "../risk/scores/stale-source.ts";
import type { StoppedData } from "../risk/scores/stopped-data.ts";
import type { RiskChange } from "./messages.ts";

/** Whose risk moved most within `days` days, the biggest step first. */
export type Movers = {
  readonly whose: "mine" | "team";
  readonly days: number;
  readonly risers: readonly RiskChange[];
  readonly fallers: readonly RiskChange[];
  /** Of those who moved by a step worth naming, how many there are in all. */
  readonly risen: number;
  readonly fallen: number;
  /** How many have a figure at all. */
  readonly scored: number;
  readonly basis: ScoreBasis | null;
  readonly stopped: StoppedData | null;
  readonly resumed: readonly Pause[];
};

/** Enough to act on, short enough to read. Chosen by the product. */
export const MOVERS_NAMED = 5;
