import { isCurrency, MOST_MINOR, type Money } from "../../money.ts";
import type { NumberRange, Playbook } from "./playbook.ts";
import type { PlaybookSetting, PlaybookSettings } from "./playbook-settings.ts";

/** A kept number that does not count any more: it is outside the range, or the playbook has none of that name. */
export type Misfit = {
  readonly number: string;
  readonly kept: number;
  /** Null: the playbook has no such number now. */
  readonly range: NumberRange | null;
};

/** What holds of a playbook: what was set, where it fits, else what was declared. */
export type InForce = Pick<PlaybookSetting, "mode" | "gift"> & {
  readonly numbers: Readonly<Record<string, number>>;
  readonly minutes: number;
  readonly misfits: readonly Misfit[];
};

/** A contact takes at least a minute and at most a working day. Chosen by the product. */
export const MINUTES: NumberRange = { default: 15, least: 1, most: 480, unit: "count" };

type Declared = Pick<Playbook, "key" | "numbers" | "minutes">;

/** Worked out once for all customers, whose settings are the same object. */
const known = new WeakMap<PlaybookSettings, WeakMap<Declared, InForce>>();

/** What holds of a playbook now. Settings of playbooks that are not known are looked at by nobody. */
export function inForce(declared: Declared, settings: PlaybookSettings): InForce {
  const ofSettings = known.get(settings) ?? new WeakMap<Declared, InForce>();
  known.set(settings, ofSettings);
  const found = ofSettings.get(declared) ?? workedOut(declared, settings);
  ofSettings.set(declared, found);
  return found;
}

function workedOut({ key, numbers, minutes }: Declared, settings: PlaybookSettings): InForce {
  const set = Object.hasOwn(settings, key) ? settings[key] : undefined;
  const kept = set?.numbers ?? {};
  const holds = ([name, range]: [string, NumberRange]): [string, number] => {
    const value = Object.hasOwn(kept, name) ? kept[name] : undefined;
    return [name, value !== undefined && fits(value, range) ? value : range.default];
  };
  return {
    mode: set?.mode ?? "on",
    numbers: Object.fromEntries(Object.entries(numbers).map(holds)),
    minutes: set?.minutes ?? minutes,
    gift: set?.gift ?? null,
    misfits: misfitsOf(kept, numbers),
  };
}

/** Whether a number may be set to a value. */
export const fits = (value: number, { least, most }: NumberRange): boolean =>
  Number.isInteger(value) && value >= least && value <= most;

function misfitsOf(kept: PlaybookSetting["numbers"], numbers: Declared["numbers"]): Misfit[] {
  return Object.entries(kept).flatMap(([number, value]) => {
    const range = Object.hasOwn(numbers, number) ? numbers[number] : undefined;
    return range !== undefined && fits(value, range) ? [] : [{ number, kept: value, range: range ?? null }];
  });
}

/** Whether an amount can be a gift: more than nothing, and as much as one amount may be. */
export const isGift = ({ minor, currency }: Money): boolean =>
  Number.isSafeInteger(minor) && minor > 0 && minor <= MOST_MINOR && isCurrency(currency);

/**
 * What is kept of what somebody asked for: numbers and minutes as declared are left out, so that a better default of a later
 * version reaches them.
 */
export function toKeep({ numbers, minutes }: Declared, asked: Omit<InForce, "misfits">): PlaybookSetting {
  const differs = ([name, value]: [string, number]) => value !== numbers[name]?.default;
  return {
    mode: asked.mode,
    numbers: Object.fromEntries(Object.entries(asked.numbers).filter(differs)),
    minutes: asked.minutes === minutes ? null : asked.minutes,
    gift: asked.gift,
  };
}
