import { type Day, isDay } from "../calendar.ts";
import { isCurrency } from "../money.ts";
import { type Phrase, phrase } from "../phrase.ts";
import type { RejectReason } from "../rejection.ts";
import { parseAppliesTo, printAppliesTo } from "./applies-to.ts";
import {
  COST_CATEGORIES,
  COST_DRIVERS,
  COST_KINDS,
  type CostEntry,
  LABOUR_SUBCATEGORIES,
} from "./cost-entry.ts";
import { type AmountReader, typedPart } from "./typed-amount.ts";

/** A cost as a file, a form or a command line writes it; empty is not given. */
export type CostText = Readonly<Record<CostField, string>>;
export type CostField =
  | "category"
  | "subcategory"
  | "kind"
  | "amount"
  | "currency"
  | "fromDay"
  | "toDay"
  | "appliesTo"
  | "driver"
  | "note";

/** What is wrong with a field, for whoever filled it in. */
export type CostProblem = {
  readonly field: CostField;
  readonly reason: RejectReason;
  readonly problem: Phrase;
};

/** A cost before it has its place in the ledger. */
export type CostDraft = Omit<CostEntry, "source" | "externalId">;

export type ReadCost =
  | { readonly kind: "cost"; readonly cost: CostDraft }
  /** In the order of the fields. */
  | { readonly kind: "wrong"; readonly problems: readonly [CostProblem, ...CostProblem[]] };

export const LONGEST_NOTE = 2_000;
const FIRST_DAY = "1990-01-01";
const LAST_DAY = "2100-12-31";

/**
 * Reads a cost from text: a category (`labour` also with its subcategory, as `labour:pay`), kind, an amount above zero
 * in a currency, both days, what it is for, and what it is shared out by (`equal` unless said).
 */
export function readCost(text: CostText, readAmount: AmountReader): ReadCost {
  const problems: CostProblem[] = [];
  const report = (field: CostField, reason: RejectReason, problem: Phrase) => {
    problems.push({ field, reason, problem });
  };
  const { category, subcategory } = readCategory(text, report);
  const kind = oneOf(COST_KINDS, text.kind);
  if (kind === null) report("kind", "unknown_kind", notOneOf("kind", text.kind, COST_KINDS));
  const currency = readCurrency(text, report);
  const amountMinor = currency === null ? null : readPositive(text, currency, readAmount, report);
  const { fromDay, toDay } = readPeriod(text, report);
  const appliesTo = readTargets(text, report);
  const driver = text.driver.trim() === "" ? "equal" : oneOf(COST_DRIVERS, text.driver);
  if (driver === null) report("driver", "unknown_driver", notOneOf("driver", text.driver, COST_DRIVERS));
  const note = text.note.trim() || null;
  if (note !== null && note.length > LONGEST_NOTE) {
    report("note", "too_long", phrase("cost.problem.note-too-long", { limit: LONGEST_NOTE }));
  }
  const [first, ...more] = problems;
  if (first) return { kind: "wrong", problems: [first, ...more] };
  if (!category || !kind || !currency || !amountMinor || !fromDay || !toDay || !appliesTo || !driver) {
    throw new Error("A cost without problems has all its facts.");
  }
  const facts = { category, subcategory, kind, amountMinor, currency, fromDay, toDay, appliesTo, driver };
  return { kind: "cost", cost: { ...facts, note } };
}

type Report = (field: CostField, reason: RejectReason, problem: Phrase) => void;

function readCategory(
  text: CostText,
  report: Report,
): Pick<Partial<CostDraft>, "category"> & Pick<CostDraft, "subcategory"> {
  const [name = "", detail = ""] = text.category.split(":", 2);
  const category = oneOf(COST_CATEGORIES, name);
  if (category === null) {
    report("category", "unknown_category", notOneOf("category", text.category, COST_CATEGORIES));
    return { subcategory: null };
  }
  const named = detail.trim() === "" ? text.subcategory : detail;
  if (named.trim() === "") return { category, subcategory: null };
  const field = detail.trim() === "" ? "subcategory" : "category";
  const subcategory = oneOf(LABOUR_SUBCATEGORIES, named);
  if (subcategory === null) {
    report(field, "unknown_category", notOneOf("labour", named, LABOUR_SUBCATEGORIES));
  } else if (category !== "labour") {
    report(
      field,
      "unknown_category",
      phrase("cost.problem.only-labour", { choices: LABOUR_SUBCATEGORIES.join(", ") }),
    );
  }
  return { category, subcategory };
}

function readCurrency(text: CostText, report: Report): string | null {
  const code = text.currency.trim().toUpperCase();
  if (isCurrency(code)) return code;
  if (code === "") report("currency", "missing_currency", phrase("cost.problem.currency-missing"));
  else {
    const problem = phrase("cost.problem.currency", { typed: typedPart(text.currency) });
    report("currency", "unknown_currency", problem);
  }
  return null;
}

function readPositive(
  text: CostText,
  currency: string,
  readAmount: AmountReader,
  report: Report,
): number | null {
  const read = readAmount(text.amount, currency);
  if (read.kind === "wrong") {
    report("amount", read.because === "not-a-number" ? "not_a_number" : "bad_amount", read.problem);
    return null;
  }
  if (read.minor > 0) return read.minor;
  report("amount", "not_above_zero", phrase("cost.problem.not-above-zero"));
  return null;
}

function readPeriod(text: CostText, report: Report): { fromDay: Day | null; toDay: Day | null } {
  const fromDay = readDay(text.fromDay);
  const toDay = readDay(text.toDay);
  const noDay = (typed: string) =>
    phrase("cost.problem.day", {
      typed: typedPart(typed),
      first: { day: FIRST_DAY },
      last: { day: LAST_DAY },
    });
  if (fromDay === null) report("fromDay", "bad_date", noDay(text.fromDay));
  if (toDay === null) report("toDay", "bad_date", noDay(text.toDay));
  if (fromDay !== null && toDay !== null && fromDay > toDay) {
    report(
      "toDay",
      "bad_period",
      phrase("cost.problem.period", { from: { day: fromDay }, to: { day: toDay } }),
    );
  }
  return { fromDay, toDay };
}

function readTargets(text: CostText, report: Report): string | null {
  const parsed = parseAppliesTo(text.appliesTo);
  if (parsed.kind === "parsed") return printAppliesTo(parsed.targets);
  const reason = text.appliesTo.trim() === "" ? "missing_target" : "bad_target";
  report("appliesTo", reason, parsed.problem);
  return null;
}

/** @returns a day that exists, from 1990 to 2100; null otherwise */
export function readDay(text: string): Day | null {
  const day = text.trim();
  return isDay(day) && day >= FIRST_DAY && day <= LAST_DAY ? day : null;
}

function oneOf<Value extends string>(values: readonly Value[], text: string): Value | null {
  const word = text.trim().toLowerCase();
  return values.find((value) => value === word) ?? null;
}

function notOneOf(
  what: "category" | "driver" | "kind" | "labour",
  typed: string,
  values: readonly string[],
): Phrase {
  const choices = values.join(", ");
  if (typed.trim() === "") return phrase(`cost.problem.${what}-missing`, { choices });
  return phrase(`cost.problem.${what}`, { typed: typedPart(typed), choices });
}
