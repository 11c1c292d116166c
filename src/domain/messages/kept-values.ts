/** As `JSON.stringify` may be given it: instants are marked, because JSON has none. */
export type KeptValue =
  | string
  | number
  | boolean
  | null
  | readonly KeptValue[]
  | { readonly [name: string]: KeptValue };

/** Marks an instant. No rule has a property of that name. */
const INSTANT = "$instant";

/**
 * A rule's input as it can be kept as JSON: plain values, lists, objects and instants. What is undefined is left out, as
 * JSON does. @throws TypeError for anything else, which would come back as something different
 */
export function keptValue(value: unknown): KeptValue {
  if (value instanceof Date) return { [INSTANT]: value.toISOString() };
  if (Array.isArray(value)) return value.map((part) => (part === undefined ? null : keptValue(part)));
  if (isPlain(value)) {
    const named = Object.entries(value).filter(([, part]) => part !== undefined);
    return Object.fromEntries(named.map(([name, part]) => [name, keptValue(part)]));
  }
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number" && Number.isFinite(value)) return value;
  throw new TypeError(`${typeof value} cannot be kept as JSON: ${String(value)}`);
}

/** What `keptValue` was given, instants included. */
export function asGiven(kept: KeptValue): unknown {
  if (isList(kept)) return kept.map(asGiven);
  if (kept === null || typeof kept !== "object") return kept;
  const instant = kept[INSTANT];
  if (typeof instant === "string") return new Date(instant);
  return Object.fromEntries(Object.entries(kept).map(([name, part]) => [name, asGiven(part)]));
}

const isList = (kept: KeptValue): kept is readonly KeptValue[] => Array.isArray(kept);

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** Whether two values say the same, whatever the order of their names: a database may keep them in another. */
export function sayTheSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(ordered(keptValue(one))) === JSON.stringify(ordered(keptValue(other)));
}

function ordered(value: KeptValue): KeptValue {
  if (isList(value)) return value.map(ordered);
  if (value === null || typeof value !== "object") return value;
  const names = Object.keys(value).sort();
  return Object.fromEntries(names.map((name) => [name, ordered(value[name] ?? null)]));
}
