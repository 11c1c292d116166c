import { type Day, localTime } from "../calendar.ts";
import { type AtRiskFacts, nextStep } from "../outreach/at-risk.ts";
import { mainReason } from "../outreach/main-reason.ts";
import type { Parameter, Phrase } from "../phrase.ts";
import { type Band, bandOf } from "../risk/bands.ts";
import { cautiousPercent } from "../risk/percent.ts";

/** What can be written into a field of a system, and whether it is a number. */
export const WRITE_BACK_FACTS = {
  score: "number",
  band: "text",
  reason: "text",
  step: "text",
  as_of: "text",
} as const satisfies Readonly<Record<string, "number" | "text">>;

export type WriteBackFact = keyof typeof WRITE_BACK_FACTS;

/** The field that each is written into; what is left out is not written. */
export type WriteBackFields = { readonly [Fact in WriteBackFact]?: string | undefined };

export const isWriteBackFact = (name: string): name is WriteBackFact => Object.hasOwn(WRITE_BACK_FACTS, name);

/** Of a customer with a score. */
export type ToWriteBack = {
  /** P(leaving within the horizon) in whole percent, 0–100. */
  readonly score: number;
  /** A code, since systems filter by it; the same in all languages. */
  readonly band: Band;
  /** Null: nothing can be said without an amount. */
  readonly reason: Phrase | null;
  readonly step: Phrase | null;
  /** The day of the score where the team is. */
  readonly as_of: Day;
};

/**
 * What is written of a customer; null where there is no score any more. Amounts are for fewer people than see a
 * CRM.
 * @param timeZone where the team is
 */
export function toWriteBack(facts: AtRiskFacts, now: Date, timeZone: string): ToWriteBack | null {
  const { score } = facts;
  if (score === null || score.probability === null) return null;
  const band = bandOf(score.probability);
  return {
    score: cautiousPercent(score.probability),
    band,
    reason: withoutAmount(mainReason(facts, band === "low" ? "lowers" : "raises")),
    step: withoutAmount(nextStep(facts, now)),
    as_of: localTime(score.asOf, timeZone).day,
  };
}

const withoutAmount = (phrase: Phrase | null): Phrase | null =>
  phrase === null || tellsAmount(phrase) ? null : phrase;

/** Whether an amount of money stands anywhere in a phrase. */
export function tellsAmount({ parameters }: Phrase): boolean {
  return Object.values(parameters).some(isOrTellsAmount);
}

function isOrTellsAmount(value: Parameter): boolean {
  if (typeof value !== "object") return false;
  return "minor" in value || ("code" in value && tellsAmount(value));
}

/** A field that cannot take what is to be written into it. */
export type FieldFault = { readonly field: string; readonly is: "missing" | "of-another-kind" };

/**
 * @param there the system's fields with the kind of each
 * @param kinds which kinds can hold a number, which a text
 */
export function faultsOfFields(
  fields: WriteBackFields,
  there: ReadonlyMap<string, string>,
  kinds: Readonly<Record<"number" | "text", readonly string[]>>,
): readonly FieldFault[] {
  return Object.entries(fields).flatMap(([fact, field]): FieldFault[] => {
    if (field === undefined || !isWriteBackFact(fact)) return [];
    const kind = there.get(field);
    if (kind === undefined) return [{ field, is: "missing" }];
    return kinds[WRITE_BACK_FACTS[fact]].includes(kind) ? [] : [{ field, is: "of-another-kind" }];
  });
}
