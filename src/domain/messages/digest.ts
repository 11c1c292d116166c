import type { AtRiskCustomer } from "../outreach/at-risk.ts";
import type { Facts } from "../outreach/facts.ts";
import { mainReason } from "../outreach/main-reason.ts";
import { ownerGap } from "../outreach/owner-gap.ts";
import type { Phrase } from "../phrase.ts";
import type { RiskMovement, RiskPoint } from "../risk/risk-movement.ts";
import { roughness } from "../risk/scores/card-risk.ts";
import type { ValueAtRisk } from "../value/value-at-risk.ts";
import type { DigestMessage, NeedsOwner, RiskChange } from "./messages.ts";

/** Names in each list of a digest: enough to act on, short enough to read. */
export const NAMES_PER_LIST = 5;

/** What is told of a customer who is named. */
export const DIGEST_NEEDS = ["owner", "score"] as const;
type DigestFacts = Facts<(typeof DIGEST_NEEDS)[number]>;

/** Everything a week's digest is made of, before it is known who reads it. */
export type DigestFindings = Pick<
  DigestMessage,
  | "week"
  | "fromDay"
  | "toDay"
  | "timeZone"
  | "basis"
  | "retention"
  | "nudges"
  | "ranking"
  | "stopped"
  | "resumed"
  | "notScored"
  | "turns"
  | "figures"
  | "silent"
  | "foreseen"
  | "charts"
> & {
  readonly movement: RiskMovement;
  /** Whether the workspace's list of people was ever read: else an owner who is not known may well be there. */
  readonly isTeamKnown: boolean;
  readonly valueAtRisk: ValueAtRisk;
  /** The first at high risk, most at stake first. */
  readonly toSave: readonly AtRiskCustomer[];
  /** What is known of the customers who may be named. */
  readonly facts: ReadonlyMap<number, DigestFacts>;
};

/** The customers a digest may name. */
export function namedInDigest(movement: RiskMovement): readonly number[] {
  const { newlyHigh, fallers, highWithoutOwner } = movement;
  const risers = otherRisers(movement);
  const named = [newlyHigh, risers, fallers, highWithoutOwner].flatMap((list) =>
    list.slice(0, NAMES_PER_LIST),
  );
  return [...new Set(named.map(({ customerId }) => customerId))];
}

/** Without those new at high risk, who rose as well and are named as that. */
function otherRisers({ newlyHigh, risers }: RiskMovement): readonly RiskPoint[] {
  const isNew = new Set(newlyHigh.map(({ customerId }) => customerId));
  return risers.filter(({ customerId }) => !isNew.has(customerId));
}

/** The strongest reason that speaks for leaving of those who rose, and for staying of those who fell. */
export function digestMessage(findings: DigestFindings): DigestMessage {
  const { movement, toSave, facts, isTeamKnown, ...rest } = findings;
  const { newlyHigh } = movement;
  const risen = (points: readonly RiskPoint[]) =>
    riskChanges(points, facts, (known) => mainReason(known, "raises"));
  const fallen = (points: readonly RiskPoint[]) =>
    riskChanges(points, facts, (known) => mainReason(known, "lowers"));
  return {
    kind: "digest",
    ...rest,
    customersAtRisk: movement.customersAtRisk,
    unscored: movement.unscored,
    highWithoutOwner: movement.highWithoutOwner.length,
    ...(isTeamKnown ? { needOwner: needOwner(movement.highWithoutOwner, facts) } : {}),
    toSave: { count: movement.high.length, top: toSave },
    newlyHigh: { count: newlyHigh.length, top: risen(newlyHigh) },
    risers: risen(otherRisers(movement)),
    fallers: fallen(movement.fallers),
  };
}

function needOwner(
  points: readonly RiskPoint[],
  facts: ReadonlyMap<number, DigestFacts>,
): readonly NeedsOwner[] {
  return points.slice(0, NAMES_PER_LIST).flatMap(({ customerId }) => {
    const known = facts.get(customerId);
    const because = known && ownerGap(known.customer.ownerEmail, known.owner);
    return because ? [{ customerId, name: known.customer.name, because }] : [];
  });
}

/** What is told of the first of those who moved; who is no customer any more is left out. */
export function riskChanges(
  points: readonly RiskPoint[],
  facts: ReadonlyMap<number, DigestFacts>,
  reasonOf: (facts: DigestFacts) => Phrase | null,
): RiskChange[] {
  return points.slice(0, NAMES_PER_LIST).flatMap(({ customerId, probability, previousProbability }) => {
    const known = facts.get(customerId);
    if (!known || probability === null) return [];
    const { name } = known.customer;
    const bounds = known.score?.bounds ?? null;
    const figure = { probability, bounds, ...roughness(known.score) };
    return [{ customerId, name, ...figure, previousProbability, reason: reasonOf(known) }];
  });
}
