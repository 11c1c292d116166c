import { type Phrase, phrase } from "../../phrase.ts";
import type { AttributeInput } from "../attribute-inputs.ts";
import type { ClassificationMetrics, ServingKind, TrainedModel } from "../churn-model.ts";
import type { Interval } from "../evaluation/bootstrap.ts";
import type { ReliabilityBin } from "../evaluation/reliability.ts";
import { suspectedLeak } from "../evaluation/suspected-leak.ts";
import type { ModelCurrency } from "../model-money.ts";
import type { TypicalValues } from "../scores/strongest-reasons.ts";
import type { InputBins } from "./drift.ts";

/** What a model was made from, enough to make it again. */
export type ModelSettings = {
  /** ISO times. */
  readonly asOf: string;
  readonly training: readonly string[];
  readonly heldOut: string;
  readonly trainingRows: number;
  readonly heldOutRows: number;
  /** Share of the customers that was drawn; 1 means all. */
  readonly sampledShare: number;
  readonly typical: TypicalValues;
  /**
   * Everybody's money is counted in it, in training and whenever this version is asked. Without one, as in versions from
   * before it was kept: each customer's in their own minor units.
   */
  readonly currency?: string;
  /** Attributes of the customer file that it reads; versions from before there were any read none. */
  readonly attributes?: readonly AttributeInput[];
  /** Customers with a shorter history get no score; see domain/risk/scores/no-score.ts. */
  readonly leastSeenDays?: number;
  /** When the log begins. */
  readonly dataFrom?: string;
  /** Activities in the store at the training, whenever they are dated: tells whether any have come since. */
  readonly activityRows?: number;
  /** The columns it was offered, in order. */
  readonly features?: readonly string[];
  /** Which competitors were not fit to serve, and why. */
  readonly unfit?: TrainedModel["unfit"];
  /** The column that the one-column rule reads. */
  readonly ruleColumn?: string;
};

/** What has to be known to read the columns that a version was trained on. */
export type ModelInputs = {
  /** What it counts money in. */
  readonly currency: ModelCurrency;
  readonly attributes: readonly AttributeInput[];
};

export type InputSettings = Pick<ModelSettings, "currency" | "attributes">;

export const inputsOf = ({ currency, attributes }: InputSettings): ModelInputs => ({
  currency: currency ?? null,
  attributes: attributes ?? [],
});

/** What a version counts money in. */
export const currencyOf = (settings: InputSettings): ModelCurrency => inputsOf(settings).currency;

/** As they are kept: what is not used is left out. */
export const inputSettings = ({ currency, attributes }: ModelInputs): InputSettings => ({
  ...(currency === null ? {} : { currency }),
  ...(attributes.length === 0 ? {} : { attributes }),
});

/** Whether a table that was read for one model has what another reads. */
export function hasInputs(table: ModelInputs, { currency, attributes }: ModelInputs): boolean {
  const there = new Set(table.attributes.map((input) => JSON.stringify(input)));
  return table.currency === currency && attributes.every((input) => there.has(JSON.stringify(input)));
}

/** How the serving model's probabilities on the held-out snapshot compare with what happened. */
export type HeldOutReliability = {
  readonly bins: readonly ReliabilityBin[];
  /** 95 % bootstrap intervals over customers of the serving model's figures; null where one is not defined. */
  readonly intervals: Readonly<Record<"logLoss" | "rocAuc" | "ece", Interval | null>>;
};

/** Why a version was promoted or not. */
export type PromotionDecision = {
  readonly kind: "first" | "better" | "not-better" | "champion-unusable" | "champion-unfit" | "forced";
  /** What the comparison found, or why there was none. */
  readonly reason: Phrase;
  readonly championId: number | null;
  /** Mean log loss of this version minus the champion's, on the slice; null where they were not compared. */
  readonly difference: number | null;
  /** Of that difference. */
  readonly interval: Interval | null;
  readonly slice: { readonly at: string; readonly customers: number } | null;
};

/** Why a version serves or not. */
export function whyDecided(decision: Pick<PromotionDecision, "kind" | "reason">): Phrase {
  const { kind } = decision;
  const reason = withNumbers(decision.reason);
  if (reason.code === "as-written") return reason;
  if (kind === "better" || kind === "not-better" || kind === "forced")
    return phrase(`decision.${kind}`, { found: reason });
  return reason;
}

/** Comparisons from before numbers were kept as numbers hold them as text: "−0.0123", "+0.0040". */
function withNumbers({ code, parameters }: Phrase): Phrase {
  const numbers = ["difference", "low", "high"].flatMap((name) => {
    const kept = parameters[name];
    return typeof kept === "string" ? [[name, Number(kept.replace("−", "-"))]] : [];
  });
  return { code, parameters: { ...parameters, ...Object.fromEntries(numbers) } };
}

export const isPromoted = ({ kind }: PromotionDecision): boolean => kind !== "not-better";

/** One trained model without its bytes. */
export type ModelVersion = {
  readonly id: number;
  readonly trainedAt: Date;
  readonly serves: ServingKind;
  readonly horizonDays: number;
  readonly seed: number;
  readonly settings: ModelSettings;
  /** On the held-out snapshot. */
  readonly metrics: {
    readonly network: ClassificationMetrics;
    readonly baseline: ClassificationMetrics;
    /** Versions from before there was a rule have none. */
    readonly rule?: ClassificationMetrics;
    /** Nor have those from before the constant competed. */
    readonly constant?: ClassificationMetrics;
  };
  /** SHA-256 of the artifact, in hexadecimal. */
  readonly artifactHash: string;
  readonly durationMs: number;
  /** When it last became the champion; null: it does not serve and no roll-back leads to it. */
  readonly promotedAt: Date | null;
  /** Null for versions from before decisions were kept. */
  readonly decision: PromotionDecision | null;
  /** Null for versions from before it was kept. */
  readonly reliability: HeldOutReliability | null;
};

/** How good what the version serves was on the held-out snapshot. */
export const metricsServed = ({ metrics, serves }: ModelVersion): ClassificationMetrics =>
  metrics[serves] ?? metrics.baseline;

/** The column that may know the outcome, where this version is suspiciously good; null where it is not, or not kept. */
export function suspectedLeakOf({ metrics, settings }: ModelVersion): string | null {
  const { network, baseline, rule } = metrics;
  if (settings.ruleColumn === undefined) return null;
  const bestAuc = Math.max(network.rocAuc ?? 0, baseline.rocAuc ?? 0);
  return suspectedLeak({ bestAuc, ruleAuc: rule?.rocAuc ?? null, ruleColumn: settings.ruleColumn });
}

/** What serves, what has served or may serve again, and what never did. */
export type VersionStatus = "champion" | "former" | "candidate";

export function statusOf(version: ModelVersion, championId: number | null): VersionStatus {
  if (version.id === championId) return "champion";
  return version.promotedAt === null ? "candidate" : "former";
}

/** What a version carries to tell drift by; its inputs' and its own scores' distribution. */
export type DriftReference = {
  /** Of the newest training snapshot. */
  readonly inputs: InputBins;
  /** Of the serving model's probabilities on the held-out snapshot. */
  readonly scores: InputBins;
  /** How far each had moved from these on the day of the training, by name: the stability index. */
  readonly atTraining: Readonly<Record<string, number>>;
};

/** The stored bytes of a version are not those that were saved. */
export class DamagedArtifactError extends Error {
  override readonly name = "DamagedArtifactError";
}
