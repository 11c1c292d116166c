import { z } from "zod";
import type { LogExperiment, TableExperiment } from "./catalogue.ts";

const spreadSchema = z.object({ mean: z.number(), lowest: z.number(), highest: z.number() });
const sideSchema = z.object({ rocAuc: spreadSchema.nullable(), logLoss: spreadSchema, ece: spreadSchema });
const summarySchema = z.object({ model: sideSchema, baseline: sideSchema });

const intervalSchema = z.object({
  value: z.number().nullable(),
  interval: z.object({ low: z.number(), high: z.number() }).nullable(),
});
const evidenceSchema = z.object({
  calibrationNoise: z.number(),
  coverage: z.object({ covered: z.number(), groups: z.number() }).nullable(),
  intervals: z.object({
    rocAuc: intervalSchema,
    logLoss: intervalSchema,
    rocAucDifference: intervalSchema,
    logLossDifference: intervalSchema,
  }),
  suspectedLeak: z.string().nullable(),
});

/** What `evaluate log --json` and `evaluate table --json` answer, as far as the page tells it. */
export const logFiguresSchema = z.object({
  summary: z.object({ all: summarySchema, active: summarySchema }),
  evidence: z.object({ all: evidenceSchema, active: evidenceSchema }),
  firstEventAt: z.iso.datetime().nullable(),
});
export const tableFiguresSchema = z.object({
  summary: z.object({ mean: summarySchema, pooled: summarySchema }),
  evidence: evidenceSchema,
});

export type Spread = z.infer<typeof spreadSchema>;
export type Side = z.infer<typeof sideSchema>;
export type Evidence = z.infer<typeof evidenceSchema>;
export type IntervalFigure = z.infer<typeof intervalSchema>;
export type LogFigures = z.infer<typeof logFiguresSchema>;
export type TableFigures = z.infer<typeof tableFiguresSchema>;

/** `section` is the command's own Markdown; `seeds` are those that were run. */
type Ran<Figures> = {
  readonly kind: "measured";
  readonly section: string;
  readonly seeds: string;
  readonly figures: Figures;
};
type NotRun = { readonly kind: "failed"; readonly reason: string };

export type MeasuredLog = {
  readonly experiment: LogExperiment;
  readonly outcome: Ran<LogFigures> | NotRun;
  /** Asked of the null control only: what the product itself says of such a history. */
  readonly answer?: ProductAnswer;
};
export type MeasuredTable = {
  readonly experiment: TableExperiment;
  readonly outcome: Ran<TableFigures> | NotRun;
};

/** What `import` and `train` do with a log: whether it is told that there is no signal, and what would serve. */
export type ProductAnswer = {
  readonly saysNoSignal: boolean;
  /** As the version's JSON names it; null where nothing was trained. */
  readonly serves: string | null;
  /** The lines of the command that say so, or the last one. */
  readonly words: string;
};
