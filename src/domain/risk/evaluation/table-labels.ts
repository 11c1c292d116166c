import { type Phrase, phrase } from "../../phrase.ts";

/** A value of the label, as most rows write it. */
export type LabelValue = { readonly value: string; readonly rows: number };

export type ReadLabels =
  | {
      readonly kind: "labels";
      readonly labels: Uint8Array;
      readonly positive: string;
      /** Everything else, most rows first. */
      readonly stayed: readonly LabelValue[];
      /** Of each value that is written in several ways, all of them. */
      readonly spellings: readonly (readonly string[])[];
    }
  | { readonly kind: "refused"; readonly reason: Phrase };

/** What a table commonly writes for those who churned, beside what it writes for those who stayed. */
const KNOWN_PAIRS: ReadonlyArray<readonly [positive: string, negative: string]> = [
  ["1", "0"],
  ["yes", "no"],
  ["true", "false"],
  ["y", "n"],
  ["t", "f"],
  ["churned", "stayed"],
  ["ja", "nein"],
  ["oui", "non"],
  ["sí", "no"],
  ["是", "否"],
];
/** More than these is a quantity or a name, and "everything else stayed" would be a mistake. */
const MOST_VALUES = 10;

/**
 * Reads who churned (1) from a column of text. `positive` is the value of those who did. Numbers are compared as numbers
 * ("1.0" is "1"), words without regard to case, blanks and width. Left out, it is taken from a column of two values whose
 * meaning is clear (1 and 0, yes and no).
 */
export function readLabels(target: string, texts: readonly string[], positive?: string): ReadLabels {
  const keys = texts.map(keyOf);
  const blank = keys.indexOf("");
  if (blank >= 0) return refused(phrase("table.no-label", { row: blank + 1, target }));
  const told = spellingsOf(texts, keys);
  const values = [...told.values()].map(mostUsed).sort();
  const listed = values.slice(0, 5).join(", ") + (values.length > 5 ? ", …" : "");
  const wanted = positive === undefined ? clearPositive([...told.keys()]) : keyOf(positive);
  if (wanted === null) {
    return refused(phrase("table.which-is-positive", { target, values: listed }));
  }
  const own = told.get(wanted);
  if (own === undefined) {
    return refused(phrase("table.no-positive", { positive: positive ?? wanted, target, values: listed }));
  }
  if (told.size === 1) return refused(phrase("table.one-label", { label: mostUsed(own), target }));
  if (told.size > MOST_VALUES) {
    return refused(phrase("table.many-labels", { target, count: told.size, values: listed }));
  }
  const others = [...told].filter(([key]) => key !== wanted).map(([, spellings]) => labelValue(spellings));
  return {
    kind: "labels",
    labels: Uint8Array.from(keys, (key) => (key === wanted ? 1 : 0)),
    positive: mostUsed(own),
    stayed: others.sort((a, b) => b.rows - a.rows),
    spellings: [...told.values()].filter(({ size }) => size > 1).map((spellings) => [...spellings.keys()]),
  };
}

/** How often each way of writing occurs, by the value. Numbers have one way only. */
type Spellings = ReadonlyMap<string, number>;

function spellingsOf(texts: readonly string[], keys: readonly string[]): ReadonlyMap<string, Spellings> {
  const told = new Map<string, Map<string, number>>();
  for (const [row, key] of keys.entries()) {
    const spellings = told.get(key) ?? new Map<string, number>();
    const spelling = isNumber(key) ? key : (texts[row] ?? "").trim();
    spellings.set(spelling, (spellings.get(spelling) ?? 0) + 1);
    told.set(key, spellings);
  }
  return told;
}

const rowsOf = (spellings: Spellings) => [...spellings.values()].reduce((sum, rows) => sum + rows, 0);

const mostUsed = (spellings: Spellings) => [...spellings].sort(([, a], [, b]) => b - a)[0]?.[0] ?? "";

const labelValue = (spellings: Spellings): LabelValue => ({
  value: mostUsed(spellings),
  rows: rowsOf(spellings),
});

function clearPositive(keys: readonly string[]): string | null {
  if (keys.length !== 2) return null;
  for (const [positive, negative] of KNOWN_PAIRS)
    if (keys.includes(positive) && keys.includes(negative)) return positive;
  return null;
}

/** One spelling of what is the same label: "1", "1.0" and " 1 "; "Yes" and "ＹＥＳ"; "not  yet" and "Not yet". */
function keyOf(text: string): string {
  const plain = text.normalize("NFKC").trim().replace(/\s+/g, " ").toLowerCase();
  return isNumber(plain) ? String(Number(plain)) : plain;
}

const isNumber = (text: string) => text !== "" && Number.isFinite(Number(text));

function refused(reason: Phrase): ReadLabels {
  return { kind: "refused", reason };
}
