import type { Day } from "../../calendar.ts";
import { effortScale } from "../../costs/trace/traced-figure.ts";
import { NOTHING_TOLD, type Trace, type TracedCustomer, type TraceRow } from "../../figures/trace/trace.ts";
import { type Phrase, phrase } from "../../phrase.ts";
import { phraseList } from "../../phrase-list.ts";
import type { Period } from "../metrics/metric.ts";
import { type AnswerCount, isSatisfied, NPS_SCALE, promoterPoint } from "../metrics/satisfaction.ts";
import { divided, withoutValue } from "./trace-closing.ts";

/** One answer on the day on which it counts. */
export type TracedAnswer = Pick<AnswerCount, "kind" | "score" | "scaleMax"> & {
  readonly id: string;
  readonly customer: TracedCustomer;
  readonly day: Day;
};

export type AnswerFigure = "nps" | "csat" | "ces" | `ces-${number}`;

/** A figure of satisfaction with its answers, in the order in which they come; @param answers of its kind. */
export function answerTrace(
  figure: AnswerFigure,
  period: Period,
  currency: string,
  answers: readonly TracedAnswer[],
): Trace {
  const row = (answer: TracedAnswer, part: number | null, said: string, share: Phrase | null): TraceRow => ({
    ...NOTHING_TOLD,
    ...{ kind: "answer", id: answer.id, customer: answer.customer, fromDay: answer.day, toDay: answer.day },
    what: phrase(`trace.answer.${said}`, { score: answer.score, scale: answer.scaleMax }),
    ...{ share, amount: part, over: part === null ? null : 1 },
  });
  if (figure === "nps") {
    const otherScale = phrase("trace.answer.other-scale", { scale: NPS_SCALE });
    const rows = answers.map((answer) => {
      if (answer.scaleMax !== NPS_SCALE) return row(answer, null, "score", otherScale);
      const point = promoterPoint(answer.score);
      return row(answer, point, PROMOTERS[point], null);
    });
    return divided(figure, "points", period, currency, rows);
  }
  if (figure === "csat") {
    const rows = answers.map((answer) =>
      isSatisfied(answer) ? row(answer, 1, "satisfied", null) : row(answer, 0, "score", null),
    );
    return divided(figure, "percent", period, currency, rows);
  }
  const scales = [...new Set(answers.map(({ scaleMax }) => scaleMax))].sort((a, b) => a - b);
  const asked = effortScale(figure) ?? (scales.length === 1 ? scales[0] : null);
  const otherScale = asked == null ? null : phrase("trace.answer.other-scale", { scale: asked });
  const rows = answers.map((answer) =>
    answer.scaleMax === asked
      ? row(answer, answer.score, "score", null)
      : row(answer, null, "score", otherScale),
  );
  const trace = divided(figure, "ratio", period, currency, rows);
  return asked === null ? withoutValue(trace, severalScales(scales)) : trace;
}

const PROMOTERS = { "1": "promoter", "0": "score", "-1": "detractor" } as const;

/** Answers on several scales have no mean: each scale is a figure of its own. */
function severalScales(scales: readonly number[]): Phrase {
  const figures = scales.map((scale) => phrase("trace.ces.scale", { figure: `ces-${scale}` }));
  return phrase("trace.ces.several", { figures: phraseList(figures, "comma") ?? "" });
}
