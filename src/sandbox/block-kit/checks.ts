/** Something Slack would refuse: its sentence, and the JSON pointer of the value it is about. */
export type Problem = { readonly message: string; readonly pointer: string };

/** Judges a value that stands at `pointer`; empty when Slack would take it. */
export type Check = (value: unknown, pointer: string) => readonly Problem[];

export type JsonObject = Readonly<Record<string, unknown>>;

export const NO_PROBLEMS: readonly Problem[] = [];

export const problem = (message: string, pointer: string): readonly Problem[] => [{ message, pointer }];

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Slack counts Unicode code points: 150 emoji fit a header of 150 characters. */
export const lengthOf = (text: string): number => Array.from(text).length;

/** Bounds as `limits.json` names them. */
export type Bounds = {
  readonly min_length?: number;
  readonly max_length?: number;
  readonly min_items?: number;
  readonly max_items?: number;
};

/** A string; lengths in code points. */
export function string(bounds: Bounds = {}): Check {
  return (value, pointer) => {
    if (typeof value !== "string") return problem("must provide a string", pointer);
    const length = lengthOf(value);
    if (length < (bounds.min_length ?? 0))
      return problem(`must be more than ${(bounds.min_length ?? 0) - 1} characters`, pointer);
    if (length > (bounds.max_length ?? Number.POSITIVE_INFINITY))
      return problem(`must be less than ${(bounds.max_length ?? 0) + 1} characters`, pointer);
    return NO_PROBLEMS;
  };
}

export const boolean: Check = (value, pointer) =>
  typeof value === "boolean" ? NO_PROBLEMS : problem("must provide a boolean", pointer);

export function number({
  min,
  max,
  integer = false,
}: {
  min?: number;
  max?: number;
  integer?: boolean;
} = {}): Check {
  return (value, pointer) => {
    if (typeof value !== "number" || !Number.isFinite(value) || (integer && !Number.isInteger(value)))
      return problem(`must provide ${integer ? "an integer" : "a number"}`, pointer);
    if (min !== undefined && value < min) return problem(`must be at least ${min}`, pointer);
    if (max !== undefined && value > max) return problem(`must be at most ${max}`, pointer);
    return NO_PROBLEMS;
  };
}

export function oneOf(...allowed: readonly string[]): Check {
  return (value, pointer) =>
    typeof value === "string" && allowed.includes(value)
      ? NO_PROBLEMS
      : problem(`must be a valid enum value: ${allowed.join(", ")}`, pointer);
}

export function matching(pattern: RegExp, what: string): Check {
  return (value, pointer) =>
    typeof value === "string" && pattern.test(value)
      ? NO_PROBLEMS
      : problem(`must be a valid ${what}`, pointer);
}

export function array(item: Check, bounds: Bounds = {}): Check {
  return (value, pointer) => {
    if (!Array.isArray(value)) return problem("must provide an array", pointer);
    const found: Problem[] = [];
    if (value.length < (bounds.min_items ?? 0))
      found.push({ message: `no fewer than ${bounds.min_items ?? 0} items allowed`, pointer });
    if (value.length > (bounds.max_items ?? Number.POSITIVE_INFINITY))
      found.push({ message: `no more than ${bounds.max_items ?? 0} items allowed`, pointer });
    value.forEach((entry: unknown, index) => {
      found.push(...item(entry, `${pointer}/${index}`));
    });
    return found;
  };
}

export type Fields = Readonly<Record<string, Check>>;

/** An object with exactly these fields; `type` may be among them without being named. */
export function object(required: Fields, optional: Fields = {}, ...also: readonly Check[]): Check {
  return (value, pointer) => {
    if (!isObject(value)) return problem("must provide an object", pointer);
    const missing = Object.keys(required).filter((name) => value[name] === undefined);
    const given = Object.keys(value).filter((name) => value[name] !== undefined);
    const unknown = given.filter((name) => name !== "type" && !(name in required) && !(name in optional));
    return [
      ...missing.flatMap((name) => problem(`missing required field: ${name}`, pointer)),
      ...unknown.flatMap((name) => problem(`invalid additional property: ${name}`, pointer)),
      ...given.flatMap(
        (name) => (required[name] ?? optional[name])?.(value[name], `${pointer}/${name}`) ?? [],
      ),
      ...also.flatMap((check) => check(value, pointer)),
    ];
  };
}

/** Chooses the check by the value's `type`; any other type is unsupported here. */
export function byType(types: Readonly<Record<string, Check>>): Check {
  return (value, pointer) => {
    if (!isObject(value)) return problem("must provide an object", pointer);
    if (value.type === undefined) return problem("missing required field: type", pointer);
    const check =
      typeof value.type === "string" && Object.hasOwn(types, value.type) ? types[value.type] : undefined;
    return check?.(value, pointer) ?? problem(`unsupported type: ${String(value.type)}`, `${pointer}/type`);
  };
}

/** Exactly one of the fields, or at most one with `optional`. */
export function exactlyOne(names: readonly string[], { optional = false } = {}): Check {
  return (value, pointer) => {
    const given = isObject(value) ? names.filter((name) => value[name] !== undefined) : [];
    if (given.length > 1) return problem(`only one of ${names.join(", ")} may be given`, pointer);
    return given.length === 1 || optional
      ? NO_PROBLEMS
      : problem(`missing required field: ${names.join(" or ")}`, pointer);
  };
}

export function atLeastOne(names: readonly string[]): Check {
  return (value, pointer) =>
    isObject(value) && names.some((name) => value[name] !== undefined)
      ? NO_PROBLEMS
      : problem(`missing required field: ${names.join(" or ")}`, pointer);
}
