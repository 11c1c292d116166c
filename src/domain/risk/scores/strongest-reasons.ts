import { type AttributeInput, columnsOf } from "../attribute-inputs.ts";
import { FEATURES, type FeatureGroup, type FeatureName } from "../features.ts";
import type { Reason } from "./reasons.ts";
import type { About } from "./sentences/sentence.ts";
import { featuresTold, tellReason } from "./sentences/stories.ts";

/** Medians of the training snapshots, by feature; a feature missing for everyone has none. */
export type TypicalValues = Readonly<Partial<Record<FeatureName, number>>>;

/** What one customer's reasons are chosen from. */
export type ReasonMaterial = {
  /** The customer's value; NaN where missing. */
  value(feature: FeatureName): number;
  /** What a column adds to the logit. */
  contributionOf(column: string): number;
  readonly typical: TypicalValues;
  /** That the model reads. */
  readonly attributes: readonly AttributeInput[];
  /** What a column of an attribute is of this customer; NaN where missing. */
  inColumn(column: string): number;
};

/** More than fit on a card: of them it tells those that pull the way the risk does. */
const MOST_REASONS = 5;
/** Chosen: 0.05 on the logit moves a probability by at most 1.2 points; not worth a line. */
const LEAST_CONTRIBUTION = 0.05;

/**
 * The strongest reasons, one per feature group: three variants of "buys less" are one reason. A group weighs what its
 * features add together, since neighbours may cancel out, and is kept by the one that pulls most in that direction.
 * Strongest first among those that can be said in a sentence; those that cannot come after them and are kept, where
 * there is room, for whoever checks the score.
 */
export function strongestReasons(material: ReasonMaterial): Reason[] {
  const about = aboutRow(material);
  return [...groupReasons(material), ...attributeReasons(material)]
    .filter(({ total }) => Math.abs(total) >= LEAST_CONTRIBUTION)
    .sort((a, b) => Math.abs(b.total) - Math.abs(a.total))
    .map(({ reason }) => reason())
    .map((reason) => ({ reason, isUntold: tellReason(reason, about) === null }))
    .sort((a, b) => Number(a.isUntold) - Number(b.isUntold))
    .slice(0, MOST_REASONS)
    .map(({ reason }) => reason);
}

/** Surveys can be told of without their answers. */
function aboutRow({ value }: ReasonMaterial): About {
  return { hasContract: Number.isFinite(value("contractAgeDays")), answers: {} };
}

const GROUPS: ReadonlyMap<FeatureGroup, readonly FeatureName[]> = featureGroups();

function featureGroups(): Map<FeatureGroup, FeatureName[]> {
  const groups = new Map<FeatureGroup, FeatureName[]>();
  for (const { name, group } of FEATURES) groups.set(group, [...(groups.get(group) ?? []), name]);
  return groups;
}

/** What a reason adds to the logit, unrounded, and the reason: of the many that add next to nothing none is made. */
type Weighed = { readonly total: number; reason(): Reason };

const groupReasons = (material: ReasonMaterial): Weighed[] =>
  [...groupTotals(material)].map(([group, total]) => ({
    total,
    reason: () => reasonFor(group, total, material),
  }));

function groupTotals(material: ReasonMaterial): Map<FeatureGroup, number> {
  const totals = new Map<FeatureGroup, number>();
  for (const [group, names] of GROUPS) {
    let total = 0;
    for (const name of names) total += material.contributionOf(name);
    totals.set(group, total);
  }
  return totals;
}

function reasonFor(group: FeatureGroup, total: number, material: ReasonMaterial): Reason {
  const names = GROUPS.get(group) ?? [];
  const pull = (name: FeatureName) => material.contributionOf(name) * Math.sign(total);
  const feature = names.reduce((best, name) => (pull(name) > pull(best) ? name : best));
  return {
    feature,
    value: finite(material.value(feature)),
    typical: material.typical[feature] ?? null,
    contribution: rounded(total),
    ...companionsOf(group, feature, material),
  };
}

/** What an attribute's columns add together, told by the one that is so; where none of them is, it cannot be told. */
function attributeReasons({ attributes, contributionOf, inColumn }: ReasonMaterial): Weighed[] {
  return attributes.flatMap((input): Weighed[] => {
    const columns = columnsOf(input);
    const is = columns.find(({ column, value }) => {
      const known = inColumn(column);
      return value === null ? !Number.isNaN(known) : known === 1;
    });
    if (is === undefined) return [];
    const total = columns.reduce((sum, { column }) => sum + contributionOf(column), 0);
    const number = finite(inColumn(is.column));
    const attribute = { name: input.name, value: is.value ?? String(number) };
    const told = { feature: is.column, value: number, typical: null, contribution: rounded(total) };
    return [{ total, reason: () => ({ ...told, attribute }) }];
  });
}

function companionsOf(
  group: FeatureGroup,
  feature: FeatureName,
  { value }: ReasonMaterial,
): Pick<Reason, "companions"> {
  const others = featuresTold(group).filter((name) => name !== feature);
  const known = others
    .map((name) => [name, finite(value(name))] as const)
    .filter(([, number]) => number !== null);
  return known.length === 0 ? {} : { companions: Object.fromEntries(known) };
}

/** JSON has no NaN. Stored to three decimals: what a sentence shows, at half the bytes. */
function finite(value: number): number | null {
  return Number.isFinite(value) ? rounded(value) : null;
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
