import {
  type AttributeCount,
  type AttributeInput,
  type JudgedAttribute,
  judgeAttributes,
  type KnownTexts,
  PLAIN_NUMBER,
} from "../../../domain/risk/attribute-inputs.ts";
import type { FeatureStore } from "../../../store/risk/features.ts";

export type ChooseAttributesDeps = {
  readonly features: Pick<
    FeatureStore,
    "countCustomers" | "attributeTexts" | "attributeDecisions" | "sampleOfCustomers"
  >;
};

type AsOf = { readonly knownUpTo: Date; readonly seed: number };

/** Chosen: an attribute known of one in twenty is known of a thousand of them. */
const MOST_CUSTOMERS = 20_000;
/** So many customers' attributes are read at once. */
const PART = 2_000;

/** The attributes that a model is to read. */
export async function attributeInputs(deps: ChooseAttributesDeps, asOf: AsOf): Promise<AttributeInput[]> {
  return (await judgedAttributes(deps, asOf)).flatMap(({ input }) => (input === null ? [] : [input]));
}

/** Every attribute of the customer file, as it was known then: whether a model would read it, or why not. */
export async function judgedAttributes(
  { features }: ChooseAttributesDeps,
  { knownUpTo, seed }: AsOf,
): Promise<JudgedAttribute[]> {
  const decisions = await features.attributeDecisions();
  const decided = (as: string) =>
    [...decisions].flatMap(([name, decision]) => (decision === as ? [name] : []));
  const sinceStart = decided("since-start");
  const share = Math.min(1, MOST_CUSTOMERS / Math.max(1, await features.countCustomers()));
  const customers = await features.sampleOfCustomers({ share, seed });
  const counts = countAttributes(new Set(sinceStart));
  for (let from = 0; from < customers.length; from += PART) {
    const moment = { known: knownUpTo, sinceStart };
    counts.add(await features.attributeTexts(customers.slice(from, from + PART), moment));
  }
  return judgeAttributes(counts.all(), customers.length, new Set(decided("left-out")));
}

function countAttributes(sinceStart: ReadonlySet<string>) {
  const byName = new Map<string, Map<string, number>>();
  return {
    add(texts: KnownTexts) {
      for (const known of texts)
        for (const [name, text = ""] of Object.entries(known)) {
          const value = text.trim();
          if (value === "") continue;
          const values = byName.get(name) ?? new Map<string, number>();
          byName.set(name, values.set(value, (values.get(value) ?? 0) + 1));
        }
    },
    all: () => [...byName].map(([name, values]) => countOf(name, values, sinceStart.has(name))),
  };
}

const NUMBER = new RegExp(PLAIN_NUMBER);

function countOf(name: string, values: ReadonlyMap<string, number>, sinceStart: boolean): AttributeCount {
  const all = [...values].map(([value, customers]) => ({ value, customers }));
  const sum = (of: typeof all) => of.reduce((total, { customers }) => total + customers, 0);
  const numbers = all.filter(({ value }) => NUMBER.test(value));
  return {
    ...{ name, sinceStart, customers: sum(all), distinct: all.length },
    numbers: sum(numbers),
    wholeNumbers: sum(numbers.filter(({ value }) => Number.isInteger(Number(value)))),
    common: all
      .sort((a, b) => b.customers - a.customers || (a.value < b.value ? -1 : 1))
      .slice(0, MOST_SHOWN),
  };
}

/** More than a model reads of one attribute. */
const MOST_SHOWN = 20;
