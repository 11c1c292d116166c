import type { CostDimension } from "../../src/domain/costs/cost-report.ts";
import { fileSegment } from "../../src/domain/value/segments/file-segment.ts";
import { reportCosts } from "../../src/flows/costs/report-costs.ts";
import { adviseSpending } from "../../src/flows/value/advise-spending.ts";
import { readMetrics } from "../../src/flows/value/read-metrics.ts";
import { readSegments } from "../../src/flows/value/read-segments.ts";
import type { Database } from "../../src/store/database/database.ts";
import { createStore } from "../../src/store/store.ts";
import { commandLineText } from "../../src/words/command-line.ts";
import type { PlainQuestion } from "../reference/plain-company.ts";

/** Long after the last day that a test asks about. */
const NOW = new Date("2026-08-15T12:00:00Z");
const clv = { years: 3, discountRatePercent: 10, marginPercentIfUnknown: null };

/** What each report says of the same days. */
export function printedFigures(database: Database, timeZone: string) {
  const deps = { ...createStore(database), clock: () => NOW };
  return {
    async costs(question: PlainQuestion, dimension: CostDimension) {
      const asked = { ...question, dimension, timeZone, mostRows: null };
      const answer = await reportCosts(deps, asked);
      if (answer.kind !== "report") throw new Error(answer.kind);
      return answer.report;
    },

    /** By their keys: value, and how many it is over. */
    async metrics({ currency, ...period }: PlainQuestion) {
      const answer = await readMetrics(deps, { currency, timeZone, clv, period });
      if (answer.kind !== "report") throw new Error(commandLineText(answer.reason));
      const figures = answer.report.metrics.map((one) => [one.key, one] as const);
      return new Map(figures);
    },

    /** The file's segments as of a moment: who is in them, and their twelve months. */
    async segments(currency: string, asOf: Date) {
      const answer = await readSegments(deps, { currency, timeZone, clv, rule: fileSegment, asOf });
      if (answer.kind !== "report") throw new Error(commandLineText(answer.reason));
      return answer.report;
    },

    async spending({ currency, ...period }: PlainQuestion, asOf: Date) {
      const asked = { currency, timeZone, clv, rule: fileSegment, period, asOf, mostOnAList: 3 };
      const answer = await adviseSpending(deps, asked);
      if (answer.kind !== "report") throw new Error(commandLineText(answer.reason));
      return answer.report;
    },
  };
}
