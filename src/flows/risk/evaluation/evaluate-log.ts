import { type Phrase, phrase } from "../../../domain/phrase.ts";
import { type ModelEvaluator, NotEnoughHistoryError } from "../../../domain/risk/churn-model.ts";
import { type Evidence, evidenceOf } from "../../../domain/risk/evaluation/evaluation-evidence.ts";
import type { CustomersOfCurrency, ModelCurrency } from "../../../domain/risk/model-money.ts";
import { labelKnownAt, trainingSnapshots } from "../../../domain/risk/snapshots.ts";
import type { FeatureStore } from "../../../store/risk/features.ts";
import {
  type LabelledSnapshot,
  labelledSnapshots,
  type SnapshotDeps,
} from "../training/labelled-snapshot.ts";
import {
  type JudgeDeps,
  type JudgedPopulation,
  judgePopulation,
  type Reliability,
  rowsActiveWithin,
  type SideBySide,
} from "./judged-population.ts";

/** The stores are those of a scratch database that holds nothing but the log. */
export type EvaluateLogDeps = SnapshotDeps &
  JudgeDeps & {
    readonly features: Pick<
      FeatureStore,
      "extractEach" | "customerRanges" | "rangesAtOnce" | "firstEventAt" | "customersByCurrency" | "unratedIn"
    >;
    readonly evaluator: Pick<ModelEvaluator, "evaluateSplit">;
  };

export type EvaluateLogInput = {
  /** The newest training snapshot; earlier ones are added as far as the log reaches. */
  readonly trainAt: Date;
  readonly testAt: Date;
  readonly horizonDays: number;
  /** Also judge those who bought within this many days before the test. */
  readonly activeDays?: number;
  /** One training for each; at least one. How much of a figure is chance of the training. */
  readonly seeds: readonly number[];
  readonly onProgress?: (done: number, total: number) => void;
};

type Populations<Value> = { readonly all: Value; readonly active?: Value };

export type LogRun = {
  readonly seed: number;
  readonly populations: Populations<SideBySide>;
  /** The same probabilities, stated against observed. */
  readonly reliability: Populations<Reliability>;
  /** Of training and judging; importing and reading figures is once for all seeds. */
  readonly seconds: number;
};

export type EvaluateLogResult =
  | {
      readonly kind: "evaluated";
      /** In the order of the seeds. */
      readonly runs: readonly [LogRun, ...LogRun[]];
      /** Over all seeds. */
      readonly evidence: Populations<Evidence>;
      readonly trainingSnapshots: readonly Date[];
      readonly firstEventAt: Date | null;
      /** What money was counted in: the currency of most customers. */
      readonly currency: ModelCurrency;
      /** Whose money counted as unknown, since a log comes without rates; most first. */
      readonly unrated: readonly CustomersOfCurrency[];
    }
  | Refused;

type Refused = { readonly kind: "refused"; readonly reason: Phrase };

/** Trains on the past of `trainAt` and judges at `testAt`; every training label was known before the test began. */
export async function evaluateLog(
  deps: EvaluateLogDeps,
  input: EvaluateLogInput,
): Promise<EvaluateLogResult> {
  const log = await readLog(deps, input);
  if ("kind" in log) return log;
  try {
    const judged: JudgedLog[] = [];
    for (const seed of input.seeds)
      judged.push(await judgeSeed(deps, log, { ...input, seed }, judged.length));
    const [first, ...others] = judged.map(({ run }) => run);
    if (first === undefined) return { kind: "refused", reason: phrase("evaluation.no-seed") };
    const { firstEventAt, snapshots: trainingSnapshots, currency, unrated } = log;
    return {
      kind: "evaluated",
      runs: [first, ...others],
      evidence: populationsEvidence(judged),
      trainingSnapshots,
      firstEventAt,
      currency,
      unrated,
    };
  } catch (error) {
    if (error instanceof NotEnoughHistoryError) return { kind: "refused", reason: error.reason };
    throw error;
  }
}

type LogSnapshots = {
  readonly training: readonly LabelledSnapshot[];
  readonly test: LabelledSnapshot;
  readonly snapshots: readonly Date[];
  readonly firstEventAt: Date | null;
  readonly currency: ModelCurrency;
  readonly unrated: readonly CustomersOfCurrency[];
};

async function readLog(deps: EvaluateLogDeps, input: EvaluateLogInput): Promise<LogSnapshots | Refused> {
  const { trainAt, testAt, horizonDays } = input;
  if (!labelKnownAt(trainAt, horizonDays, testAt)) return labelsTooLate(input);
  const firstEventAt = await deps.features.firstEventAt();
  const snapshots = trainingSnapshots({ newest: trainAt, firstEventAt });
  if (snapshots.length === 0) return tooEarly(trainAt);
  const currency = (await deps.features.customersByCurrency())[0]?.currency ?? null;
  // A log tells of no attributes.
  const inputs = { currency, attributes: [] };
  const moments = [...snapshots, testAt].map((snapshot) => ({ snapshot }));
  const training = await labelledSnapshots(deps, moments, { horizonDays, inputs });
  const test = training.pop();
  if (!test) throw new Error("a log without a test snapshot");
  return {
    training,
    test,
    snapshots,
    firstEventAt,
    currency,
    unrated: await deps.features.unratedIn(currency),
  };
}

type JudgedLog = { readonly run: LogRun; readonly judged: Populations<JudgedPopulation> };

async function judgeSeed(
  deps: EvaluateLogDeps,
  { training, test }: LogSnapshots,
  { horizonDays, activeDays, seed, seeds, onProgress }: EvaluateLogInput & { readonly seed: number },
  done: number,
): Promise<JudgedLog> {
  const startedAt = performance.now();
  const split = await deps.evaluator.evaluateSplit({ training, test, horizonDays, seed }, (part, total) =>
    onProgress?.(done * total + part, seeds.length * total),
  );
  const among = (rows: readonly number[]) => judgePopulation(deps, test.labels, split, rows);
  const all = among([...test.labels.keys()]);
  const active = activeDays === undefined ? undefined : among(rowsActiveWithin(test, activeDays));
  const of = <Value>(pick: (judged: JudgedPopulation) => Value): Populations<Value> =>
    active === undefined ? { all: pick(all) } : { all: pick(all), active: pick(active) };
  const seconds = (performance.now() - startedAt) / 1000;
  const populations = of(({ run }) => run.metrics);
  const reliability = of((judged) => judged.reliability);
  return { run: { seed, populations, reliability, seconds }, judged: of((judged) => judged) };
}

function populationsEvidence(judged: readonly JudgedLog[]): Populations<Evidence> {
  const evidence = (populations: readonly JudgedPopulation[]) =>
    evidenceOf({
      labels: populations[0]?.labels ?? new Uint8Array(),
      runs: populations.map(({ run }) => run),
    });
  const all = evidence(judged.map((one) => one.judged.all));
  const active = judged.flatMap((one) => one.judged.active ?? []);
  return active.length === 0 ? { all } : { all, active: evidence(active) };
}

function labelsTooLate({ horizonDays }: EvaluateLogInput): Refused {
  return { kind: "refused", reason: phrase("evaluation.future-seen", { days: horizonDays }) };
}

function tooEarly(trainAt: Date): Refused {
  const day = trainAt.toISOString().slice(0, 10);
  return {
    kind: "refused",
    reason: phrase("evaluation.short-log", { day: { day } }),
  };
}
