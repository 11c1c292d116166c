import { z } from "zod";
import type { AtRiskList, AtRiskScope } from "../../domain/outreach/at-risk.ts";
import { stoppedPhrases } from "../../domain/risk/scores/stopped-data.ts";
import { NO_SIGNAL_FOUND } from "../../domain/risk/versions/signal.ts";
import { valueAtRiskPhrase } from "../../domain/value/value-at-risk.ts";
import { silentLines } from "../../slack/blocks/outreach/at-risk.ts";
import { servesNote } from "../../slack/blocks/risk/risk-words.ts";
import { atRiskRow, rowOf } from "../told-at-risk.ts";
import { dayOf, plain } from "../told-risk.ts";
import { type Asked, defineTool, message } from "../tool.ts";
import { asData, inWords, sentence, typedText, untrustedText } from "../untrusted-text.ts";

const LONGEST_SEGMENT = 200;
const MOST_PAGES = 100_000;

/** Everybody at high risk, most at stake first, as the member may see it. */
export const whoIsAtRisk = defineTool({
  name: "who_is_at_risk",
  title: "Who is at high risk",
  description:
    "Customers at high risk of leaving (50 % and more), most at stake first, ten a page, each with owner, renewal, what was done and what to do next. A rep's usual scope is mine, a manager's team. Tell the freshness and every note with it.",
  surface: "at-risk",
  changes: false,
  input: z.strictObject({
    scope: z.enum(["mine", "team", "segment"]).optional(),
    segment: typedText(LONGEST_SEGMENT)
      .optional()
      .describe("With the scope segment: its name in the customer file."),
    page: z.int().min(1).max(MOST_PAGES).default(1),
  }),
  output: z.object({
    message,
    freshness: z.string().optional(),
    customers: z.array(atRiskRow).optional(),
    customers_in_all: z.number().optional(),
    page: z.number().optional(),
    pages: z.number().optional(),
    value_at_risk: sentence.nullable().optional().describe("Null: not for the member who asks."),
    notes: z.array(sentence).optional(),
    segments: z.array(untrustedText).optional(),
  }),
  async run({ scope, segment, page }, asked) {
    const wanted = scopeOf(scope, segment);
    if (wanted === "no-segment") return withoutSegment(asked);
    const { flows, reader, place } = asked;
    const { list } = await flows.listAtRisk({ reader, place, scope: wanted, page: page - 1 });
    if (list.kind === "unknown-segment") return unknownSegment(list, asked);
    if (list.kind === "nobody") return nobody(list, asked);
    return { outcome: "told", customerId: null, body: pageOf(list, asked) };
  },
});

function scopeOf(
  scope: AtRiskScope["kind"] | undefined,
  segment: string | undefined,
): AtRiskScope | null | "no-segment" {
  if (segment) return { kind: "segment", segment };
  if (scope === "segment") return "no-segment";
  return scope === undefined ? null : { kind: scope };
}

const withoutSegment = ({ say }: Asked) => ({
  outcome: "wrong input",
  customerId: null,
  isRefused: true as const,
  body: { message: say("mcp.at-risk.which-segment") },
});

function unknownSegment({ segments }: Extract<AtRiskList, { kind: "unknown-segment" }>, { say }: Asked) {
  const message = say("mcp.at-risk.no-such-segment", { segments: segments.length });
  const body = { message, segments: segments.map(asData) };
  return { outcome: "no such segment", customerId: null, isRefused: true as const, body };
}

function nobody(list: Extract<AtRiskList, { kind: "nobody" }>, { say }: Asked) {
  const { scope, because, silent } = list;
  // Its name is a text of others, and the question has it.
  const told = say(`at-risk.nobody.${because}`, {
    scope: scope.kind,
    segment: say("mcp.at-risk.this-segment"),
    found: NO_SIGNAL_FOUND,
  });
  const notCounted = because === "none-at-risk" ? silentLines(silent, say) : [];
  return {
    outcome: "told",
    customerId: null,
    body: { message: [plain(told), ...notCounted].join(" "), customers: [], customers_in_all: 0 },
  };
}

function pageOf(list: Extract<AtRiskList, { kind: "page" }>, asked: Asked) {
  const { say, locale } = asked;
  const { basis, inAll, page, pages, items, valueAtRisk } = list;
  const scoredOn = { day: dayOf(new Date(basis.scoredAt), asked) };
  return {
    message: say("mcp.at-risk.told", { customers: inAll, page: page + 1, pages }),
    freshness: say("risk.basis", { scored: scoredOn, days: basis.horizonDays }),
    customers: items.map(({ customer }) => rowOf(customer, asked)),
    customers_in_all: inAll,
    page: page + 1,
    pages,
    value_at_risk: valueAtRisk && inWords(valueAtRiskPhrase(valueAtRisk), locale),
    notes: notesOn(list, asked),
  };
}

function notesOn(list: Extract<AtRiskList, { kind: "page" }>, { say, locale }: Asked) {
  const { stopped, ranking, items, silent, basis } = list;
  const { known, unknown, withoutRate } = ranking;
  const isHidden = items.some(({ customer }) => customer.stake.kind === "hidden");
  const serves = servesNote(basis.serves, locale);
  const ours = [
    known === 0 ? say("at-risk.order.by-risk") : say("at-risk.order.by-stake", { unknown, withoutRate }),
    ...(isHidden ? [say("at-risk.hidden")] : []),
    ...silentLines(silent, say),
    ...(serves === null ? [] : [serves]),
  ];
  const told = stopped === null ? [] : stoppedPhrases(stopped).map((one) => inWords(one, locale));
  return [...told, ...ours.map((text) => ({ text: plain(text) }))];
}
