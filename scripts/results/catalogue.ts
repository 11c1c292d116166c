import { readFileSync } from "node:fs";
import { z } from "zod";

const figuresSchema = z.object({
  rocAuc: z.number(),
  /** Null where the source states none. */
  logLoss: z.number().nullable(),
  ece: z.number().nullable(),
});

const commonSchema = z.object({
  /** What `--only` takes. */
  name: z.string(),
  title: z.string(),
  what: z.string(),
  /** Takes minutes: run first, so that nobody waits for it at the end. */
  slow: z.boolean().default(false),
  /** In the folder of `--data`. */
  file: z.string(),
});

const logSchema = commonSchema.extend({
  /** A null control holds nothing to predict; a trap is judged by not falling into it, and counts in no mean. */
  kind: z.enum(["log", "null-control", "trap"]),
  horizonDays: z.int().positive(),
  trainAt: z.iso.date(),
  testAt: z.iso.date(),
  reference: z.object({ all: figuresSchema, active: figuresSchema }),
});

const tableSchema = commonSchema.extend({
  folds: z.string(),
  target: z.string(),
  positive: z.string(),
  id: z.string(),
  /** A column of money per customer, for what the ranking saves. */
  value: z.string().optional(),
  reference: z.object({ rocAuc: z.number(), logLoss: z.number() }),
});

const catalogueSchema = z.object({
  activeDays: z.int().positive(),
  referenceOfLogs: z.string(),
  referenceOfTables: z.string(),
  logs: z.array(logSchema),
  tables: z.array(tableSchema),
});

/** How often a test's labels were looked at; `count` null where nobody counted. */
const lookSchema = z.object({
  count: z.int().positive().nullable(),
  about: z.boolean().default(false),
  for: z.string(),
});
const looksSchema = z.record(z.string(), z.array(lookSchema));

export type LogExperiment = z.infer<typeof logSchema>;
export type TableExperiment = z.infer<typeof tableSchema>;
export type StatedFigures = z.infer<typeof figuresSchema>;
export type Catalogue = z.infer<typeof catalogueSchema>;
export type Looks = z.infer<typeof looksSchema>;

const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, import.meta.url), "utf8"));

/** What is measured, and the best others' figures. */
export const readCatalogue = (): Catalogue => catalogueSchema.parse(read("experiments.json"));

/** By the experiment's name. */
export const readLooks = (): Looks => looksSchema.parse(read("looks.json"));
