import type { Day } from "../../../domain/calendar.ts";
import { COST_DIMENSIONS, type CostDimension } from "../../../domain/costs/cost-report.ts";
import { type ReportPeriod, reportPeriod } from "../../../domain/costs/report-period.ts";
import { nearestWords } from "../../../domain/customers/nearest-word.ts";
import { isCurrency } from "../../../domain/money.ts";

export type CostsQuestion = {
  readonly period: ReportPeriod;
  readonly dimension: CostDimension;
  readonly currency: string | null;
};

/** "quarter by owner in EUR". */
const QUESTION = /^(.*?)(?:(?:^|\s+)by\s+(\S+))?(?:(?:^|\s+)in\s+(\S+))?$/i;

/** @returns null where it is neither a period, a dimension nor a currency */
export function readCostsQuestion(typed: string, today: Day): CostsQuestion | null {
  const [, when = "", by = "segment", code] = QUESTION.exec(typed.trim()) ?? [];
  const period = reportPeriod(when, today);
  const dimension = COST_DIMENSIONS.find((known) => known === by.toLowerCase());
  const currency = code?.toUpperCase() ?? null;
  if (period === null || dimension === undefined || !(currency === null || isCurrency(currency))) return null;
  return { period, dimension, currency };
}

/** Later than any period: whether one can be read does not hang on whether it has begun. */
const ANY_DAY = "9999-12-31";

export const isCostsQuestion = (typed: string): boolean => readCostsQuestion(typed, ANY_DAY) !== null;

const WORDS = ["month", "quarter", "year", "this", "last", "by", "in", ...COST_DIMENSIONS];

/** "quater by onwer" as the command that was meant; null where nothing comes near. */
export function nearestCostsQuestion(typed: string): string | null {
  const periods = typed.split(/\s+/).filter((word) => /\d/.test(word));
  const meant = nearestWords(typed, [...WORDS, ...periods]);
  return meant !== null && isCostsQuestion(meant) ? `costs ${meant}` : null;
}
