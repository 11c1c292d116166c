import { type Phrase, phrase } from "../../domain/phrase.ts";
import { phraseList } from "../../domain/phrase-list.ts";
import { observedAmong, type SegmentOutcomes } from "../../domain/value/segments/segment-returns.ts";
import type { SegmentRule } from "../../domain/value/segments/segment-rule.ts";
import { type WhatIf, whatIf } from "../../domain/value/segments/what-if.ts";
import { type NoAnswer, orMissingRate } from "./read-valued-customers.ts";
import {
  type CostToServeQuestion,
  type NotBegun,
  type WeighCostToServeDeps,
  weighCostToServe,
} from "./weigh-cost-to-serve.ts";

export type AskWhatIfDeps = WeighCostToServeDeps;

export type WhatIfQuestion = CostToServeQuestion & {
  /** In the report's currency. */
  readonly amountMinor: (currency: string) => number;
  readonly fromSegment: string;
  readonly toSegment: string;
  /** A segment's name as the asker reads it. */
  readonly read: (name: Phrase) => string;
};

export type WhatIfAnswer =
  | { readonly kind: "what-if"; readonly whatIf: WhatIf }
  | { readonly kind: "unknown-segment"; readonly reason: Phrase }
  | NoAnswer
  | NotBegun;

/** What spending an amount on another segment instead would change. */
export function askWhatIf(deps: AskWhatIfDeps, question: WhatIfQuestion): Promise<WhatIfAnswer> {
  return orMissingRate(deps, async () => {
    const weighed = await weighCostToServe(deps, question);
    if (weighed.kind !== "weighed") return weighed;
    const { currency, segments, leftOut } = weighed;
    const missing = phraseList(leftOut, "sentence");
    // Returns on costs that leave some out would be too high, and by how much nobody knows.
    if (missing !== null) return { kind: "missing-rate", reason: missing };
    const find = (asked: string) =>
      segments.find(({ key, name }) =>
        [key, question.read(name)].some((known) => known.toLowerCase() === asked.toLowerCase()),
      );
    const from = find(question.fromSegment);
    const to = find(question.toSegment);
    if (!from || !to)
      return unknownSegment(from ? question.toSegment : question.fromSegment, segments, question.rule);
    const amountMinor = question.amountMinor(currency);
    const sideOf = ({ key, name, outcomes }: SegmentOutcomes) => ({
      ...{ key, name },
      observed: observedAmong(outcomes),
    });
    return {
      kind: "what-if",
      whatIf: whatIf({ amountMinor, currency, period: weighed.period, from: sideOf(from), to: sideOf(to) }),
    };
  });
}

function unknownSegment(
  asked: string,
  segments: readonly SegmentOutcomes[],
  rule: SegmentRule,
): WhatIfAnswer {
  const known = segments.map(({ key }) => key).join(", ");
  const reason = phrase("what-if.unknown-segment", { asked, rule: rule.name, known });
  return { kind: "unknown-segment", reason };
}
