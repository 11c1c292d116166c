import { gunzipSync, gzipSync } from "node:zlib";
import { z } from "zod";
import { phrase } from "../src/domain/phrase.ts";
import { ArtifactError, type ServingKind, type TrainedModel } from "../src/domain/risk/churn-model.ts";
import { baselineSchema } from "./baseline.ts";
import { churnLevelSchema } from "./churn-level.ts";
import { derivationSchema } from "./derived-columns.ts";
import { columnSpans, encodingSchema } from "./encoding.ts";
import type { Scorer } from "./fitted-model.ts";
import { mapWeights, type NetworkShape, type NetworkWeights, parameterSizes } from "./network.ts";
import { ruleSchema } from "./rule.ts";
import { encodeNumbers, storedNumbers } from "./stored-numbers.ts";
import { storeTrees, treeFault, treesSchema } from "./stored-trees.ts";

const FORMAT = "mainstay-churn-model";
/** Raised whenever the meaning of the stored fields changes; older artifacts are then refused, and one trains again. */
const VERSION = 5;
/** More than a thousand times what a model takes: a guard against bytes made to exhaust memory. */
const MOST_BYTES = 64 * 1024 * 1024;

const metricsSchema = z.object({
  n: z.int(),
  positives: z.int(),
  rocAuc: z.number().nullable(),
  prAuc: z.number().nullable(),
  logLoss: z.number(),
  brier: z.number(),
  ece: z.number(),
  topDecileLift: z.number().nullable(),
});

const artifactSchema = z.object({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  horizonDays: z.number().positive(),
  seed: z.int(),
  serves: z.enum(["network", "baseline", "rule", "constant"]),
  heldOut: z.object({
    network: metricsSchema,
    baseline: metricsSchema,
    rule: metricsSchema,
    constant: metricsSchema,
  }),
  derivation: derivationSchema,
  encoding: encodingSchema,
  constant: baselineSchema,
  baseline: baselineSchema,
  rule: ruleSchema,
  level: churnLevelSchema,
  network: z.object({
    shape: z.object({ inputs: z.int().positive(), hidden1: z.int().positive(), hidden2: z.int().positive() }),
    members: z
      .array(
        z.object({
          kernel1: storedNumbers,
          bias1: storedNumbers,
          kernel2: storedNumbers,
          bias2: storedNumbers,
          kernel3: storedNumbers,
          direct: storedNumbers,
          bias3: storedNumbers,
        }),
      )
      .min(1),
    trees: z.array(treesSchema),
    treeShare: z.number().min(0).max(1),
  }),
});

/** What an artifact holds: all competitors and how they came about. */
export type ArtifactContent = Scorer & {
  readonly horizonDays: number;
  readonly seed: number;
  readonly serves: ServingKind;
  readonly heldOut: TrainedModel["heldOut"];
};

/** Self-contained bytes: gzipped JSON. The same content always gives the same bytes. */
export function writeArtifact(content: ArtifactContent): Uint8Array {
  const { horizonDays, seed, serves, heldOut, derivation, encoding, network } = content;
  const { constant, baseline, rule, level } = content;
  const { shape, trees, treeShare } = network;
  const members = network.members.map(storeWeights);
  const stored = {
    ...{ format: FORMAT, version: VERSION, horizonDays, seed, serves, heldOut },
    ...{ derivation, encoding, constant, baseline, rule, level },
    network: { shape, members, trees: trees.map(storeTrees), treeShare },
  };
  // Copied, because a Buffer may be a view into a shared pool, which must not be transferred to another thread.
  return Uint8Array.from(gzipSync(JSON.stringify(stored)));
}

/** @throws ArtifactError when the bytes are damaged, of another format or version, or contradict themselves. */
export function readArtifact(bytes: Uint8Array): ArtifactContent {
  const parsed = artifactSchema.safeParse(unpack(bytes));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const where = issue?.path.join(".") ?? "";
    throw new ArtifactError(
      phrase("artifact.unknown-format", { part: where, problem: issue?.message ?? "" }),
    );
  }
  requireConsistent(parsed.data);
  return parsed.data;
}

function unpack(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(gunzipSync(bytes, { maxOutputLength: MOST_BYTES }).toString("utf8"));
  } catch (error) {
    throw new ArtifactError(phrase("artifact.damaged"), { cause: error });
  }
}

function requireConsistent({ encoding, constant, baseline, rule, level, network }: ArtifactContent): void {
  const width = columnSpans(encoding).at(-1)?.to ?? 0;
  const widths = [encoding.means.length, encoding.scales.length, network.shape.inputs];
  if (widths.some((other) => other !== width)) throw inconsistent("encoding.means");
  if (baseline.inputs.length !== baseline.coefficients.length) throw inconsistent("baseline.coefficients");
  if (constant.inputs.length > 0 || constant.coefficients.length > 0) throw inconsistent("constant");
  if (level.levels.length !== level.days.length || level.variances.length !== level.days.length)
    throw inconsistent("level.levels");
  if (!encoding.columns.some(({ name }) => name === rule.column)) throw inconsistent("rule.column");
  if (baseline.inputs.some((input) => input >= width)) throw inconsistent("baseline.inputs");
  for (const member of network.members) requireMember(member, network.shape);
  if (network.trees.length !== (network.treeShare === 0 ? 0 : network.members.length))
    throw inconsistent("network.trees");
  for (const tree of network.trees.flatMap(({ trees }) => trees)) {
    const fault = treeFault(tree, width);
    if (fault !== null) throw inconsistent(`network.trees.${fault}`);
  }
}

function requireMember(member: NetworkWeights, shape: NetworkShape): void {
  mapWeights((name) => {
    const values = member[name];
    if (values.length !== parameterSizes(shape)[name]) throw inconsistent(`network.members.${name}`);
    if (!values.every(Number.isFinite)) throw inconsistent(`network.members.${name}`);
    return values;
  });
}

/** @param part where in the stored content, as its fields are called */
function inconsistent(part: string): ArtifactError {
  return new ArtifactError(phrase("artifact.inconsistent", { part }));
}

function storeWeights(weights: NetworkWeights): Record<keyof NetworkWeights, string> {
  const store = (name: keyof NetworkWeights): string => encodeNumbers(weights[name]);
  return {
    kernel1: store("kernel1"),
    bias1: store("bias1"),
    kernel2: store("kernel2"),
    bias2: store("bias2"),
    kernel3: store("kernel3"),
    direct: store("direct"),
    bias3: store("bias3"),
  };
}
