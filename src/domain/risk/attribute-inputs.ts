import { tellsWhyEnded } from "../customers/end-reason.ts";
import { asWritten, type Phrase, phrase } from "../phrase.ts";
import type { NumberColumn } from "./dataset.ts";

/**
 * An attribute of the customer file that a model reads. It counts from when we knew it, so that a model learning from the
 * past sees what could be seen then; `sinceStart`: somebody said that it was so from the start.
 */
export type AttributeInput = { readonly name: string; readonly sinceStart: boolean } & (
  | { readonly kind: "number" }
  /** Its common values, each of which is a column. */
  | { readonly kind: "values"; readonly values: readonly string[] }
);

/** What somebody decided about an attribute; nothing: it counts from when we knew it. */
export type AttributeDecision = "since-start" | "left-out";

/** How often an attribute is filled as of a moment, and with what. */
export type AttributeCount = {
  readonly name: string;
  readonly sinceStart: boolean;
  /** Of whom something is known. */
  readonly customers: number;
  /** Of them, those with a plain number such as 12 or -0.5. */
  readonly numbers: number;
  /** Of those, how many are whole. */
  readonly wholeNumbers: number;
  readonly distinct: number;
  /** Most common first. */
  readonly common: ReadonlyArray<{ readonly value: string; readonly customers: number }>;
};

/** Of fewer customers, nothing can be learnt that is not one or two of them. */
export const LEAST_CUSTOMERS = 20;
/** Known of fewer than one in twenty, an attribute says more about who filled it in than about them. */
const LEAST_SHARE = 0.05;
/** Chosen: with more columns a small file is learnt by heart. */
const MOST_ATTRIBUTES = 12;
const MOST_VALUES = 8;
/** Numbers with no more values than this are a code or a scale: their values say more than their size. */
const FEW_NUMBERS = 2;

/** Why an attribute is no input, as a code of the reader's texts. */
export type WhyNoInput = "left-out" | "knows-the-end" | "rare" | "one-value" | "all-different" | "too-many";
export type JudgedAttribute = { readonly count: AttributeCount } & (
  | { readonly input: AttributeInput }
  | { readonly input: null; readonly because: WhyNoInput }
);

/**
 * Which attributes a model is to read, best known first, and why the others not.
 * @param customers of the file altogether
 * @param leftOut those that somebody decided to leave out
 */
export function judgeAttributes(
  counts: readonly AttributeCount[],
  customers: number,
  leftOut: ReadonlySet<string>,
): JudgedAttribute[] {
  let inputs = 0;
  return [...counts]
    .sort((a, b) => b.customers - a.customers || (a.name < b.name ? -1 : 1))
    .map((count): JudgedAttribute => {
      const judged = leftOut.has(count.name) ? "left-out" : judge(count, customers);
      if (typeof judged === "string") return { count, input: null, because: judged };
      inputs += 1;
      return inputs > MOST_ATTRIBUTES
        ? { count, input: null, because: "too-many" }
        : { count, input: judged };
    });
}

function judge(count: AttributeCount, customers: number): AttributeInput | WhyNoInput {
  const { name, sinceStart } = count;
  if (tellsWhyEnded(name)) return "knows-the-end";
  if (count.customers < Math.max(LEAST_CUSTOMERS, LEAST_SHARE * customers)) return "rare";
  if (isNumber(count)) return isId(count) ? "all-different" : { kind: "number", name, sinceStart };
  const values = count.common
    .filter((one) => one.customers >= LEAST_CUSTOMERS)
    .slice(0, MOST_VALUES)
    .map(({ value }) => value);
  if (values.length === 0) return "all-different";
  // Whether it is filled at all is another question, and one that an export answers differently every time.
  if (count.distinct === 1) return "one-value";
  return { kind: "values", name, sinceStart, values };
}

const isNumber = ({ customers, numbers, distinct }: AttributeCount) =>
  numbers === customers && distinct > FEW_NUMBERS;
/** Account numbers: whole, and hardly ever the same twice. */
const isId = ({ customers, wholeNumbers, distinct }: AttributeCount) =>
  wholeNumbers === customers && distinct > 0.9 * customers;

/** What is known of customers, row by row: of each attribute the text in the file, or nothing. */
export type KnownTexts = ReadonlyArray<Readonly<Record<string, string | undefined>>>;

/** A column of a number, or one for each common value: 1 where it is that, 0 where another, NaN where nothing is known. */
export function attributeColumns(inputs: readonly AttributeInput[], texts: KnownTexts): NumberColumn[] {
  return inputs.flatMap((input) => {
    const known = texts.map((of) => (Object.hasOwn(of, input.name) ? of[input.name]?.trim() : "") || null);
    return columnsOf(input).map(
      ({ column: name, value }): NumberColumn => ({
        kind: "number",
        name,
        values: Float64Array.from(known, (text) => {
          if (text === null) return Number.NaN;
          return value === null ? plainNumber(text) : Number(text === value);
        }),
      }),
    );
  });
}

/** As the store counts them: a number in a local notation is a text. */
export const PLAIN_NUMBER = "^-?[0-9]{1,15}([.][0-9]{1,15})?$";
const plainNumber = (text: string): number =>
  new RegExp(PLAIN_NUMBER).test(text) ? Number(text) : Number.NaN;

/** An attribute's columns: one of a number (`value` null), or one for each value. */
export function columnsOf(
  input: AttributeInput,
): ReadonlyArray<{ readonly column: string; readonly value: string | null }> {
  if (input.kind === "number") return [{ column: `attribute ${input.name}`, value: null }];
  return input.values.map((value) => ({ column: `attribute ${input.name}: ${value}`, value }));
}

/** What a reason tells of an attribute: "Plan is Basic", "Seats is 12". */
export type ToldAttribute = { readonly name: string; readonly value: string };

export const attributePhrase = ({ name, value }: ToldAttribute): Phrase =>
  phrase("because.attribute", { name: asWritten(name), value: asWritten(value) });
