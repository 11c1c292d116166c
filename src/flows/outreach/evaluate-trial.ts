import { readArms, type TrialArms } from "../../domain/outreach/trial/arms.ts";
import { SUSPECT_RATIO, sampleRatioP } from "../../domain/outreach/trial/sample-ratio.ts";
import { type Arm, difference, type Estimate, momentsOf } from "../../domain/outreach/trial/trial-effects.ts";
import { type Phrase, phrase } from "../../domain/phrase.ts";
import { readLabels } from "../../domain/risk/evaluation/table-labels.ts";
import { isNumberFormat } from "../../sources/csv/column-readings.ts";
import { readingsOf } from "../../sources/csv/table-readings.ts";
import type { EvaluationTable } from "../risk/evaluation/prepared-table.ts";
import { readInput } from "../risk/evaluation/table-inputs.ts";
import { judgeTargeting, type Targeting, type TargetingDeps } from "./judge-targeting.ts";

export type EvaluateTrialDeps = TargetingDeps & {
  readTable(path: string, encoding?: string): Promise<EvaluationTable | Refused>;
};

type Refused = { readonly kind: "refused"; readonly reason: Phrase };

export type EvaluateTrialInput = {
  readonly path: string;
  readonly encoding?: string;
  /** The column that says which arm a customer was dealt, and its value for those who were left alone. */
  readonly treatment: string;
  readonly control?: string;
  /** The column that says what came of it: a number, or two words of which `positive` counts 1. */
  readonly outcome: string;
  readonly positive?: string;
  /** Whether less of the outcome is better, as of churn. */
  readonly lowerIsBetter?: boolean;
  /** The column that names a customer: one row each. */
  readonly id?: string;
  /** What was known of customers before the trial. Without any, nothing is said of whom to treat. */
  readonly features?: readonly string[];
  /** The share (0–1) of rows that are judged; left out: all of them, each by what was learnt from the others. */
  readonly testShare?: number;
  /** A column of `train` and `test`, in place of a split of ours. */
  readonly split?: string;
  /** Of the splits; at least one. */
  readonly seeds: readonly number[];
};

/** What an arm changed, against the control. */
export type TrialEffect = Estimate & { readonly arm: string; readonly control: string };

export type EvaluatedTrial = {
  readonly kind: "evaluated";
  readonly arms: readonly Arm[];
  readonly effects: readonly TrialEffect[];
  /** For each treated arm; empty where no features were named. */
  readonly targeting: readonly Targeting[];
  /** Whether the outcome is 0 or 1 for everybody: effects are then differences of shares. */
  readonly isShare: boolean;
  readonly notes: readonly Phrase[];
};

/**
 * What a randomised trial shows: the mean of each arm, the effects against the control by intention to treat, and, where it
 * is told what was known before, whether the treatment can be aimed at those whom it helps most.
 */
export async function evaluateTrial(
  deps: EvaluateTrialDeps,
  input: EvaluateTrialInput,
): Promise<EvaluatedTrial | Refused> {
  const table = await deps.readTable(input.path, input.encoding);
  if ("kind" in table) return table;
  const { treatment, outcome, features = [], split, id } = input;
  const named = [treatment, outcome, ...features, ...[split, id].flatMap((name) => name ?? [])];
  const missing = named.find((name) => !table.columns.has(name));
  if (missing !== undefined) return missingColumn(input.path, missing, table);
  const known = features.find(
    (name) => name === treatment || name === outcome || name === id || name === split,
  );
  if (known !== undefined) return refused(phrase("trial.no-feature", { column: known }));
  const twice = id === undefined ? null : firstRepeated(table.columns.get(id) ?? []);
  if (twice !== null) return refused(phrase("trial.repeated", { id: id ?? "", value: twice }));
  const arms = readArms(treatment, table.columns.get(treatment) ?? [], input.control);
  if (arms.kind === "refused") return arms;
  const read = readOutcome(table, input);
  if (read.kind === "refused") return read;
  const measured = measure(arms, read.outcomes);
  const thin = measured.arms.find(({ n }) => n < LEAST_IN_ARM);
  if (thin) return refused(phrase("trial.thin-arm", { arm: thin.name, n: thin.n, least: LEAST_IN_ARM }));
  const targeting = judgeTargeting(deps, { table, arms, outcomes: read.outcomes, input });
  if ("kind" in targeting) return targeting;
  return {
    kind: "evaluated",
    ...measured,
    targeting: targeting.targeting,
    isShare: read.outcomes.every((value) => value === 0 || value === 1),
    notes: [...table.notes, ...trialNotes(arms, measured.arms, input), ...targeting.notes],
  };
}

/** Of fewer, a variance says nothing. */
const LEAST_IN_ARM = 10;

function measure({ names, control, armOf }: TrialArms, outcomes: Float64Array) {
  const moments = new Map(
    names.map((name) => [name, momentsOf(outcomes.filter((_, row) => armOf[row] === name))] as const),
  );
  const ofControl = moments.get(control) ?? momentsOf([]);
  const order = [control, ...names.filter((name) => name !== control)];
  return {
    arms: order.map((name): Arm => {
      const { n, mean } = moments.get(name) ?? ofControl;
      return { name, n, mean };
    }),
    effects: order.slice(1).map((arm): TrialEffect => {
      return { arm, control, ...difference(moments.get(arm) ?? ofControl, ofControl) };
    }),
  };
}

type ReadOutcome = { readonly kind: "outcomes"; readonly outcomes: Float64Array } | Refused;

/** Nobody is left out for want of an outcome: those who are would be others in each arm. */
function readOutcome(table: EvaluationTable, { outcome, positive }: EvaluateTrialInput): ReadOutcome {
  const texts = table.columns.get(outcome) ?? [];
  const reading = readingsOf(new Map([[outcome, texts]])).get(outcome);
  const isNumber = reading?.format != null && isNumberFormat(reading.format) && positive === undefined;
  if (!isNumber || reading === undefined) {
    const labels = readLabels(outcome, texts, positive);
    return labels.kind === "refused"
      ? labels
      : { kind: "outcomes", outcomes: Float64Array.from(labels.labels) };
  }
  const [column] = readInput(outcome, texts, reading).columns;
  const outcomes = column.kind === "number" ? column.values : new Float64Array();
  const blank = outcomes.findIndex((value) => Number.isNaN(value));
  if (blank < 0) return { kind: "outcomes", outcomes };
  return refused(
    phrase("trial.no-outcome", { column: outcome, row: blank + 1, text: texts[blank]?.trim() ?? "" }),
  );
}

function trialNotes(
  { control, controlIs }: TrialArms,
  arms: readonly Arm[],
  { treatment }: EvaluateTrialInput,
): Phrase[] {
  const p = sampleRatioP(arms.map(({ n }) => n));
  return [
    ...(controlIs === "taken" ? [phrase("trial.note.control", { control, column: treatment })] : []),
    ...(p < SUSPECT_RATIO ? [phrase("trial.note.sample-ratio")] : []),
  ];
}

function firstRepeated(ids: readonly string[]): string | null {
  const seen = new Set<string>();
  for (const id of ids.map((text) => text.trim())) {
    if (seen.has(id)) return id;
    seen.add(id);
  }
  return null;
}

function missingColumn(path: string, column: string, { columns }: EvaluationTable): Refused {
  return refused(phrase("table.no-column", { path, column, columns: [...columns.keys()].join(", ") }));
}

const refused = (reason: Phrase): Refused => ({ kind: "refused", reason });
