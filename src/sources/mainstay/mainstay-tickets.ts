import type { TicketRecord } from "../../domain/customer-records.ts";
import { phrase } from "../../domain/phrase.ts";
import { moment, neededText, optionalMoment, optionalText } from "../csv/column-kinds.ts";
import { type ColumnsFor, needed, optional } from "../csv/columns.ts";
import { isBefore, momentsIn, type WrittenMoment } from "../csv/instant.ts";
import { reject } from "../csv/reject.ts";
import { oneOfOr } from "../csv/word-column.ts";
import { definePreset } from "../preset.ts";
import { SEVERITIES } from "./spellings.ts";

const COLUMNS = {
  externalId: needed("external_id", neededText(200, "missing_id")),
  customer: optional("customer", optionalText(200)),
  subject: needed("subject", optionalText(2_000)),
  openedAt: needed("opened_at", moment),
  severity: optional("severity", oneOfOr(SEVERITIES, "unknown_severity", "normal")),
  firstReplyAt: optional("first_reply_at", optionalMoment),
  solvedAt: optional("solved_at", optionalMoment),
} satisfies ColumnsFor<keyof TicketRecord | "customer">;

/**
 * Mainstay's own format for support tickets. The external id is the number that people know the ticket by; it stands for
 * a subject that is empty.
 */
export const mainstayTickets = definePreset({
  source: "mainstay",
  makes: "tickets",
  columns: COLUMNS,
  check(facts, context, nameOf) {
    for (const fact of ["firstReplyAt", "solvedAt"] as const) {
      const moment = facts[fact];
      if (moment === null || !isBefore(moment, facts.openedAt)) continue;
      const columns = { column: nameOf(fact), before: nameOf("openedAt") };
      reject(context, "bad_period", phrase("rejected.earlier-than", columns));
    }
    return facts;
  },
  rows({ source, timeZone }) {
    const instantOf = momentsIn(timeZone);
    return ({ customer, subject, openedAt, firstReplyAt, solvedAt, ...facts }, { line, raw }) => {
      const opened = instantOf(openedAt);
      /** A plain day begins before a ticket that was opened in its course. */
      const since = (moment: WrittenMoment | null) =>
        moment && new Date(Math.max(opened.getTime(), instantOf(moment).getTime()));
      const times = { openedAt: opened, firstReplyAt: since(firstReplyAt), solvedAt: since(solvedAt) };
      const record = { source, ...facts, subject: subject ?? facts.externalId, ...times };
      return { kind: "record", of: "tickets", line, raw, customer, record };
    };
  },
});
