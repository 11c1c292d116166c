import type { Clock } from "../../domain/clock.ts";
import type { CostDimension, CostPeriod, CostReport } from "../../domain/costs/cost-report.ts";
import type { Member } from "../../domain/customer.ts";
import { ALL_CUSTOMERS } from "../../domain/customers/money-read.ts";
import type { Phrase } from "../../domain/phrase.ts";
import { type NoteMoneyReadDeps, noteMoneyRead } from "../customers/note-money-read.ts";
import { type ReportCostsDeps, reportCosts, reportInOneCurrency } from "./report-costs.ts";

export type ShowCostsDeps = ReportCostsDeps &
  NoteMoneyReadDeps & {
    readonly clock: Clock;
    /** Whose days a period's are. */
    readonly timeZone: string;
  };

export type ShowCostsRequest = {
  readonly reader: Pick<Member, "slackUserId">;
  readonly period: CostPeriod;
  readonly dimension: CostDimension;
  /** Null: the costs' own, or the one most customers have where there are several. */
  readonly currency: string | null;
  /** Left out: as many as a table in Slack takes. */
  readonly mostRows?: number;
};

export type ShownCosts =
  | { readonly kind: "report"; readonly report: CostReport }
  /** `problem` says what to do. */
  | { readonly kind: "no-answer"; readonly problem: Phrase };

/** Slack's tables end there. */
const MOST_ROWS = 100;

/** What keeping customers cost in a period. */
export async function showCosts(deps: ShowCostsDeps, request: ShowCostsRequest): Promise<ShownCosts> {
  const { period, dimension, currency, reader, mostRows = MOST_ROWS } = request;
  await noteMoneyRead(deps, { reader, surface: "costs", customerIds: [ALL_CUSTOMERS], at: deps.clock() });
  const { fromDay, toDay } = period;
  const { timeZone } = deps;
  const question = { fromDay, toDay, dimension, timeZone, mostRows };
  const answer =
    currency === null
      ? await reportInOneCurrency(deps, question)
      : await reportCosts(deps, { ...question, currency });
  return answer.kind === "report" ? answer : { kind: "no-answer", problem: answer.problem };
}
