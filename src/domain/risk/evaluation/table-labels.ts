import { type Phrase, phrase } from "../../phrase.ts";

export type ReadLabels =
  | { readonly kind: "labels"; readonly labels: Uint8Array; readonly positive: string }
  | { readonly kind: "refused"; readonly reason: Phrase };

/** What a table commonly writes for those who churned, beside what it writes for those who stayed. */
const KNOWN_PAIRS: ReadonlyArray<readonly [positive: string, negative: string]> = [
  ["1", "0"],
  ["yes", "no"],
  ["true", "false"],
  ["y", "n"],
  ["t", "f"],
  ["churned", "stayed"],
];
/** More than these is a quantity or a name, and "everything else stayed" would be a mistake. */
const MOST_VALUES = 10;

/**
 * Reads who churned (1) from a column of text. `positive` is the value of those who did; numbers are compared as
 * numbers ("1.0" is "1"). Left out, it is taken from a column of two values whose meaning is clear (1 and 0, yes and no).
 */
export function readLabels(target: string, texts: readonly string[], positive?: string): ReadLabels {
  const told = texts.map(normalised);
  const blank = told.indexOf("");
  if (blank >= 0) return refused(phrase("table.no-label", { row: blank + 1, target }));
  const values = [...new Set(told)].sort();
  const listed = values.slice(0, 5).join(", ") + (values.length > 5 ? ", …" : "");
  const wanted = positive === undefined ? clearPositive(values) : normalised(positive);
  if (wanted === null) {
    return refused(phrase("table.which-is-positive", { target, values: listed }));
  }
  if (!values.includes(wanted)) {
    return refused(phrase("table.no-positive", { positive: positive ?? wanted, target, values: listed }));
  }
  if (values.length === 1) return refused(phrase("table.one-label", { label: wanted, target }));
  if (values.length > MOST_VALUES) {
    return refused(phrase("table.many-labels", { target, count: values.length, values: listed }));
  }
  return {
    kind: "labels",
    labels: Uint8Array.from(told, (text) => (text === wanted ? 1 : 0)),
    positive: wanted,
  };
}

function clearPositive(values: readonly string[]): string | null {
  if (values.length !== 2) return null;
  const lower = values.map((value) => value.toLowerCase());
  for (const [positive, negative] of KNOWN_PAIRS) {
    if (lower.includes(positive) && lower.includes(negative)) return values[lower.indexOf(positive)] ?? null;
  }
  return null;
}

/** Numbers in one spelling, so that "1", "1.0" and " 1 " are the same label. */
function normalised(text: string): string {
  const trimmed = text.trim();
  const number = Number(trimmed);
  return trimmed !== "" && Number.isFinite(number) ? String(number) : trimmed;
}

function refused(reason: Phrase): ReadLabels {
  return { kind: "refused", reason };
}
