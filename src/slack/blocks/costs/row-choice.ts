import type { StaticSelect } from "@slack/types";
import { COST_CATEGORIES } from "../../../domain/costs/cost-entry.ts";
import { type CostReport, type CostRow, UNALLOCATED } from "../../../domain/costs/cost-report.ts";
import { ROW_DIMENSIONS } from "../../../domain/figures/trace/row-group.ts";
import type { Say } from "../../../words/say.ts";
import { ACTION } from "../../ids.ts";
import { select } from "../elements.ts";
import { type AskedRows, encodeAskedRows } from "./asked-rows.ts";

/** The rows of a report, to choose the one whose own rows are shown; none where there are none. */
export function rowChoice(report: CostReport, labelOf: (row: CostRow) => string, say: Say): StaticSelect[] {
  const { fromDay, toDay, currency } = report;
  const options = report.rows.map((row) => ({
    label: labelOf(row),
    value: encodeAskedRows({ fromDay, toDay, currency, ...askedOf(row, report) }),
  }));
  const list = select(`${ACTION.figureRows}:of-row`, say("trace.button.choose"), options);
  return list.options?.length ? [list] : [];
}

function askedOf(
  { key, customerId }: CostRow,
  { dimension }: CostReport,
): Pick<AskedRows, "figure" | "customerId" | "group"> {
  const category = COST_CATEGORIES.find((known) => dimension === "category" && known === key);
  if (category !== undefined) return { figure: `cost:${category}`, customerId: null, group: null };
  if (customerId !== null) return { figure: "cost", customerId, group: null };
  const by = ROW_DIMENSIONS.find((known) => known === dimension);
  const group = key === UNALLOCATED || by === undefined ? ({ by: "nobody" } as const) : { by, key };
  return { figure: "cost", customerId: null, group };
}
