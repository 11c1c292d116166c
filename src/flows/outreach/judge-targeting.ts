import type { TrialArms } from "../../domain/outreach/trial/arms.ts";
import { unbalancedColumns } from "../../domain/outreach/trial/balance.ts";
import { effectWithin, pooled, qini } from "../../domain/outreach/trial/qini.ts";
import type { Estimate } from "../../domain/outreach/trial/trial-effects.ts";
import type { TrialSplit, UpliftModel } from "../../domain/outreach/trial/uplift.ts";
import { type Phrase, phrase } from "../../domain/phrase.ts";
import { type Dataset, selectUnlabelled } from "../../domain/risk/dataset.ts";
import { uniformNumbers } from "../../domain/risk/evaluation/uniform-numbers.ts";
import { readingsOf } from "../../sources/csv/table-readings.ts";
import type { EvaluationTable } from "../risk/evaluation/prepared-table.ts";
import { readInput } from "../risk/evaluation/table-inputs.ts";

export type TargetingDeps = { readonly uplift: UpliftModel };

/** Whether the arm can be aimed at those it helps most, by the features, on rows that nothing was learnt from. */
export type Targeting = {
  readonly arm: string;
  readonly qini: number;
  readonly low: number;
  readonly high: number;
  readonly verdict: "targets" | "no-better-than-random";
  /** The effect among the 30 % ranked first by expected uplift, and by risk: whoever would do worst if left alone. */
  readonly upliftAt30: Estimate;
  readonly riskAt30: Estimate;
  /** The Qini coefficient of ranking by risk. */
  readonly riskQini: Estimate;
  /** Rows that were judged. */
  readonly judged: number;
};

export type TargetingRequest = {
  readonly table: EvaluationTable;
  readonly arms: TrialArms;
  readonly outcomes: Float64Array;
  readonly input: {
    readonly features?: readonly string[];
    readonly split?: string;
    readonly testShare?: number;
    readonly lowerIsBetter?: boolean;
    readonly seeds: readonly number[];
  };
};

export type JudgedTargeting = { readonly targeting: readonly Targeting[]; readonly notes: readonly Phrase[] };

type Refused = { readonly kind: "refused"; readonly reason: Phrase };

/** Without a share of its own to judge by, every row is judged once, by what was learnt from the other four fifths. */
const FOLDS = 5;
/** With fewer customers in an arm, a ranking is decided by a handful of them. */
const LEAST_IN_PART = 50;
const TOP_SHARE = 0.3;

/** For each treated arm against the control; none where no features were named. */
export function judgeTargeting(
  deps: TargetingDeps,
  { table, arms, outcomes, input }: TargetingRequest,
): JudgedTargeting | Refused {
  const { features = [], split, lowerIsBetter = false } = input;
  if (features.length === 0) return { targeting: [], notes: [] };
  const parts = split === undefined ? null : readParts(split, table.columns.get(split) ?? []);
  if (parts !== null && "kind" in parts) return parts;
  const inputs = readFeatures(table, features);
  const gains = lowerIsBetter ? outcomes.map((value) => -value) : outcomes;
  const judged: Targeting[] = [];
  for (const arm of arms.names.filter((name) => name !== arms.control)) {
    const rows = [...arms.armOf.keys()].filter(
      (row) => arms.armOf[row] === arm || arms.armOf[row] === arms.control,
    );
    const trial = {
      inputs: selectUnlabelled(inputs, rows),
      treated: Uint8Array.from(rows, (row) => Number(arms.armOf[row] === arm)),
      outcomes: Float64Array.from(rows, (row) => gains[row] ?? 0),
    };
    const splits = parts === null ? splitsBySeed(rows.length, input) : [[givenSplit(rows, parts)]];
    const thin = thinnest(trial.treated, splits);
    if (thin < LEAST_IN_PART)
      return refused(phrase("trial.thin-part", { arm, n: thin, least: LEAST_IN_PART }));
    judged.push({ arm, ...judge(deps, trial, splits, input.seeds) });
  }
  const unbalanced = unbalancedColumns(inputs, arms.armOf, arms.control);
  return {
    targeting: judged,
    notes: unbalanced.map((column) => phrase("trial.note.unbalanced", { column })),
  };
}

type Trial = { readonly inputs: Dataset; readonly treated: Uint8Array; readonly outcomes: Float64Array };

function judge(
  { uplift }: TargetingDeps,
  trial: Trial,
  splits: ReadonlyArray<readonly TrialSplit[]>,
  seeds: readonly number[],
): Omit<Targeting, "arm"> {
  const rankings = splits.map((folds, place) => rankBy(uplift, trial, folds, seeds[place] ?? 0));
  const all = <Of>(figure: (ranking: (typeof rankings)[number]) => Of) => rankings.map(figure);
  const { effect, low, high } = pooled(all(({ byUplift }) => qini(byUplift)));
  return {
    qini: effect,
    ...{ low, high },
    verdict: low > 0 ? "targets" : "no-better-than-random",
    upliftAt30: pooled(all(({ byUplift }) => effectWithin(byUplift, TOP_SHARE))),
    riskAt30: pooled(all(({ byRisk }) => effectWithin(byRisk, TOP_SHARE))),
    riskQini: pooled(all(({ byRisk }) => qini(byRisk))),
    judged: rankings[0]?.byUplift.scores.length ?? 0,
  };
}

function rankBy(uplift: UpliftModel, trial: Trial, folds: readonly TrialSplit[], seed: number) {
  const scored = folds.flatMap(({ training, test }) => {
    const expected = uplift(part(trial, training), selectUnlabelled(trial.inputs, test), seed);
    return test.map((row, place) => ({
      row,
      uplift: expected.uplift[place] ?? 0,
      risk: -(expected.untreated[place] ?? 0),
    }));
  });
  const by = (score: "uplift" | "risk") => ({
    treated: scored.map(({ row }) => trial.treated[row] ?? 0),
    outcomes: scored.map(({ row }) => trial.outcomes[row] ?? 0),
    scores: scored.map((each) => each[score]),
  });
  return { byUplift: by("uplift"), byRisk: by("risk") };
}

const part = ({ inputs, treated, outcomes }: Trial, rows: readonly number[]): Trial => ({
  inputs: selectUnlabelled(inputs, rows),
  treated: Uint8Array.from(rows, (row) => treated[row] ?? 0),
  outcomes: Float64Array.from(rows, (row) => outcomes[row] ?? 0),
});

function splitsBySeed(
  rows: number,
  { seeds, testShare }: TargetingRequest["input"],
): readonly (readonly TrialSplit[])[] {
  return seeds.map((seed) => {
    const random = uniformNumbers(seed);
    const drawn = Array.from({ length: rows }, () => random());
    const isTest = (row: number, fold: number) =>
      testShare === undefined
        ? Math.floor((drawn[row] ?? 0) * FOLDS) === fold
        : (drawn[row] ?? 1) < testShare;
    return Array.from({ length: testShare === undefined ? FOLDS : 1 }, (_, fold) =>
      splitBy(drawn.keys(), (row) => isTest(row, fold)),
    );
  });
}

function splitBy(rows: Iterable<number>, isTest: (row: number) => boolean): TrialSplit {
  const training: number[] = [];
  const test: number[] = [];
  for (const row of rows) (isTest(row) ? test : training).push(row);
  return { training, test };
}

const givenSplit = (rows: readonly number[], parts: readonly boolean[]): TrialSplit =>
  splitBy(rows.keys(), (row) => parts[rows[row] ?? 0] === true);

/** Whether each row is judged. */
function readParts(column: string, texts: readonly string[]): readonly boolean[] | Refused {
  const words = texts.map((text) => text.trim().toLowerCase());
  const other = words.findIndex((word) => word !== "train" && word !== "test");
  if (other >= 0)
    return refused(
      phrase("trial.part-unclear", { column, row: other + 1, text: texts[other]?.trim() ?? "" }),
    );
  return words.map((word) => word === "test");
}

function readFeatures({ rows, columns }: EvaluationTable, features: readonly string[]): Dataset {
  const named = new Map(features.map((name) => [name, columns.get(name) ?? []]));
  const readings = readingsOf(named);
  const inputs = [...named].flatMap(([name, texts]) => {
    const reading = readings.get(name);
    return reading ? readInput(name, texts, reading).columns : [];
  });
  return { rows, columns: inputs };
}

/** The fewest customers of one arm in any part. */
function thinnest(treated: Uint8Array, splits: ReadonlyArray<readonly TrialSplit[]>): number {
  const parts = splits.flat().flatMap(({ training, test }) => [training, test]);
  return Math.min(
    ...parts.flatMap((rows) => {
      const inArm = rows.reduce((sum, row) => sum + (treated[row] ?? 0), 0);
      return [inArm, rows.length - inArm];
    }),
  );
}

const refused = (reason: Phrase): Refused => ({ kind: "refused", reason });
