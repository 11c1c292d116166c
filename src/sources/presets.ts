import { mainstay } from "./mainstay/mainstay.ts";
import { onlineRetailII } from "./online-retail-ii/online-retail-ii.ts";
import type { Preset } from "./preset.ts";

/** Every way in by the name that `--preset` takes; a source is a line here. */
export const PRESETS = { ...onlineRetailII, ...mainstay } satisfies Readonly<Record<string, Preset>>;

export type PresetName = keyof typeof PRESETS;

export const PRESET_NAMES = Object.keys(PRESETS) as readonly PresetName[];
