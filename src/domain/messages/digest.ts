import type { Facts } from "../outreach/facts.ts";
import { mainReason } from "../outreach/main-reason.ts";
import { ownerGap } from "../outreach/owner-gap.ts";
import type { Phrase } from "../phrase.ts";
import type { RiskMovement, RiskPoint } from "../risk/risk-movement.ts";
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
> & {
  readonly movement: RiskMovement;
  /** Whether the workspace's list of people was ever read: else an owner who is not known may well be there. */
  readonly isTeamKnown: boolean;
  readonly valueAtRisk: ValueAtRisk;
  /** What is known of the customers who may be named. */
  readonly facts: ReadonlyMap<number, DigestFacts>;
};

/** The customers a digest may name. */
export function namedInDigest(movement: RiskMovement): readonly number[] {
  const { newlyHigh, risers, fallers, highWithoutOwner } = movement;
  const named = [newlyHigh, risers, fallers, highWithoutOwner].flatMap((list) =>
    list.slice(0, NAMES_PER_LIST),
  );
  return [...new Set(named.map(({ customerId }) => customerId))];
}

/** The strongest reason that speaks for leaving of those who rose, and for staying of those who fell. */
export function digestMessage(findings: DigestFindings): DigestMessage {
  const { movement, valueAtRisk, facts, isTeamKnown, ...rest } = findings;
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
    newlyHigh: { count: movement.newlyHigh.length, top: risen(movement.newlyHigh) },
    risers: risen(movement.risers),
    fallers: fallen(movement.fallers),
    valueAtRisk,
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

function riskChanges(
  points: readonly RiskPoint[],
  facts: ReadonlyMap<number, DigestFacts>,
  reasonOf: (facts: DigestFacts) => Phrase | null,
): RiskChange[] {
  return points.slice(0, NAMES_PER_LIST).flatMap(({ customerId, probability, previousProbability }) => {
    const known = facts.get(customerId);
    if (!known || probability === null) return [];
    const { name } = known.customer;
    const bounds = known.score?.bounds ?? null;
    return [{ customerId, name, probability, bounds, previousProbability, reason: reasonOf(known) }];
  });
}
