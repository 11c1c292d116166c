import type { MentionRecord } from "../../domain/customer-records.ts";
import { phrase } from "../../domain/phrase.ts";
import { moment, neededText, optionalMoment, optionalText } from "../csv/column-kinds.ts";
import { type ColumnsFor, needed, optional } from "../csv/columns.ts";
import { optionalUrl } from "../csv/contact-columns.ts";
import { isBefore, momentsIn } from "../csv/instant.ts";
import { reject } from "../csv/reject.ts";
import { optionalCount } from "../csv/whole-number.ts";
import { definePreset } from "../preset.ts";

/** What the column of the database holds, and less than the people on earth. */
const MOST_REACHED = 2_000_000_000;

const COLUMNS = {
  externalId: needed("external_id", neededText(200, "missing_id")),
  customer: optional("customer", optionalText(200)),
  network: needed("network", neededText(100, "missing_network")),
  author: optional("author", optionalText(200)),
  text: needed("text", neededText(10_000, "missing_text")),
  url: optional("url", optionalUrl),
  at: needed("at", moment),
  reach: optional("reach", optionalCount(MOST_REACHED)),
  answeredAt: optional("answered_at", optionalMoment),
} satisfies ColumnsFor<keyof MentionRecord | "customer">;

/** Mainstay's own format for what is said of us in public; the customer may not be known. */
export const mainstayMentions = definePreset({
  source: "mainstay",
  makes: "mentions",
  columns: COLUMNS,
  check(facts, context, nameOf) {
    if (facts.answeredAt === null || !isBefore(facts.answeredAt, facts.at)) return facts;
    const columns = { column: nameOf("answeredAt"), before: nameOf("at") };
    return reject(context, "bad_period", phrase("rejected.earlier-than", columns));
  },
  rows({ source, timeZone }) {
    const instantOf = momentsIn(timeZone);
    return ({ customer, at, answeredAt, ...facts }, { line, raw }) => {
      const said = instantOf(at);
      // A plain day begins before what was said in its course.
      const answered = answeredAt && new Date(Math.max(said.getTime(), instantOf(answeredAt).getTime()));
      const record = { source, ...facts, at: said, answeredAt: answered };
      return { kind: "record", of: "mentions", line, raw, customer, record };
    };
  },
});
