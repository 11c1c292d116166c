import type {
  ClassificationMetrics,
  CompetitorKind,
  JudgedProbabilities,
  ServingKind,
  TrainedModel,
} from "../src/domain/risk/churn-model.ts";
import type { LabelledDataset } from "../src/domain/risk/dataset.ts";
import { type Unfit, whyUnfit } from "../src/domain/risk/versions/release.ts";
import type { FailedFits, FittedModel } from "./fitted-model.ts";
import { classificationMetrics } from "./metrics.ts";
import { networkBounds } from "./network-bounds.ts";
import { predictProbabilities } from "./score.ts";

const COMPETITORS = ["network", "baseline", "rule"] as const satisfies readonly CompetitorKind[];

/** What every competitor and the constant said of rows that none was fitted on, and who of them is to serve. */
export type Judgement = {
  readonly judged: Readonly<Record<ServingKind, JudgedProbabilities>>;
  readonly unfit: TrainedModel["unfit"];
  readonly serves: ServingKind;
};

export function judge(fitted: FittedModel, failed: FailedFits, unseen: LabelledDataset): Judgement {
  const judged = ofEach((serves) => {
    const said =
      serves === "network"
        ? networkBounds(fitted, unseen)
        : { probabilities: predictProbabilities({ ...fitted, serves }, unseen) };
    return { ...said, metrics: classificationMetrics(unseen.labels, said.probabilities) };
  });
  const unfit = findUnfit(unseen.labels, judged, failed);
  return {
    judged,
    unfit,
    serves: chooseServing(
      ofEach((kind) => judged[kind].metrics),
      unfit,
    ),
  };
}

/**
 * The release rule, by the log loss on the held-out period: the network serves only where it beats both others, else
 * the better of those (the baseline where they are equal); nobody who is unfit, and where all are, the constant.
 */
export function chooseServing(
  heldOut: Readonly<Record<CompetitorKind, Pick<ClassificationMetrics, "logLoss">>>,
  unfit: TrainedModel["unfit"],
): ServingKind {
  // In case of equal figures the simpler one, and the one that knows more columns before the rule.
  const fit = (["baseline", "rule", "network"] as const).filter((kind) => unfit[kind] === undefined);
  return fit.reduce<ServingKind>(
    (best, kind) => (best === "constant" || heldOut[kind].logLoss < heldOut[best].logLoss ? kind : best),
    "constant",
  );
}

/** Why competitors may not serve: their fit failed, or what they said of the held-out snapshot is of no use. */
function findUnfit(
  labels: Uint8Array,
  judged: Readonly<Record<ServingKind, JudgedProbabilities>>,
  failed: FailedFits,
): TrainedModel["unfit"] {
  const reasons = COMPETITORS.map((kind): [CompetitorKind, Unfit | null] => [
    kind,
    failed.includes(kind)
      ? "not-converged"
      : whyUnfit(labels, judged[kind].probabilities, judged.constant.probabilities),
  ]);
  return Object.fromEntries(reasons.filter(([, reason]) => reason !== null));
}

export function ofEach<Value>(make: (kind: ServingKind) => Value): Readonly<Record<ServingKind, Value>> {
  return {
    network: make("network"),
    baseline: make("baseline"),
    rule: make("rule"),
    constant: make("constant"),
  };
}
