import type { Clock } from "../../domain/clock.ts";
import type { Member } from "../../domain/customer.ts";
import { ALL_CUSTOMERS } from "../../domain/customers/money-read.ts";
import { type NoteMoneyReadDeps, noteMoneyRead } from "../customers/note-money-read.ts";
import { type TracedAnswer, type TraceFigureDeps, type TraceQuestion, traceFigure } from "./trace-figure.ts";

export type ShowFigureRowsDeps = TraceFigureDeps & NoteMoneyReadDeps & { readonly clock: Clock };

/** The rows of a figure of everybody, or of one row of a report, for whoever asked. */
export async function showFigureRows(
  deps: ShowFigureRowsDeps,
  { reader, ...question }: TraceQuestion & { readonly reader: Pick<Member, "slackUserId"> },
): Promise<TracedAnswer> {
  const surface = "figure-rows";
  await noteMoneyRead(deps, { reader, surface, customerIds: [ALL_CUSTOMERS], at: deps.clock() });
  return traceFigure(deps, question);
}
