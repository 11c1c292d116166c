import type { FileRecords } from "../../domain/imports/imports.ts";
import { moment, neededText, optionalText } from "../csv/column-kinds.ts";
import { type ColumnsFor, needed, optional } from "../csv/columns.ts";
import { momentsIn } from "../csv/instant.ts";
import { optionalCount } from "../csv/whole-number.ts";
import { oneOf, oneOfOr } from "../csv/word-column.ts";
import { definePreset } from "../preset.ts";
import { CHANNELS, OUTCOMES } from "./spellings.ts";

/** A day: what is longer is a slip, or seconds in the column of minutes. */
const MOST_MINUTES = 1_440;

const COLUMNS = {
  externalId: needed("external_id", neededText(200, "missing_id")),
  customer: needed("customer", neededText(200, "missing_customer")),
  at: needed("at", moment),
  channel: needed("channel", oneOf(CHANNELS, "unknown_channel")),
  outcome: optional("outcome", oneOfOr(OUTCOMES, "unknown_outcome", "other")),
  minutesSpent: optional("minutes", optionalCount(MOST_MINUTES)),
  note: optional("note", optionalText(10_000)),
  member: optional("member", optionalText(254)),
} satisfies ColumnsFor<keyof FileRecords["touches"] | "customer">;

/** Mainstay's own format for contacts that the team had with customers. Minutes count as none where they are not told. */
export const mainstayTouches = definePreset({
  source: "mainstay",
  makes: "touches",
  columns: COLUMNS,
  check: (facts) => facts,
  rows({ source, timeZone }) {
    const instantOf = momentsIn(timeZone);
    return ({ customer, at, minutesSpent, ...facts }, { line, raw }) => ({
      ...({ kind: "record", of: "touches", line, raw } as const),
      ...{ customer, record: { source, ...facts, at: instantOf(at), minutesSpent: minutesSpent ?? 0 } },
    });
  },
});
