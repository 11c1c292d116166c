import { type Phrase, phrase } from "../phrase.ts";
import type { RejectReason } from "../rejection.ts";
import { type CostTarget, parseAppliesTo, printAppliesTo, targetName } from "./applies-to.ts";

/** The targets of an `applies_to` that the ledger keeps; none where it cannot be read. */
export function targetsOf(appliesTo: string): readonly CostTarget[] {
  const parsed = parseAppliesTo(appliesTo);
  return parsed.kind === "parsed" ? parsed.targets : [];
}

/**
 * Why a cost cannot be for these targets: the first that nobody knows. A cost for a customer who is not in the file
 * would be in the total and on no card, so it is refused, with what to do.
 */
export function unknownTarget(targets: readonly CostTarget[], known: KnownTargets): UnknownTarget | null {
  const unknown = targets.find((target) => !isKnown(target, known));
  return unknown === undefined ? null : problemOf(unknown, known.playbooks);
}

/** Why a cost cannot be for a target. */
export type UnknownTarget = { readonly reason: RejectReason; readonly problem: Phrase };

/** What a cost may be for. */
export type KnownTargets = {
  /** Those of the customer file, as `printAppliesTo` writes them. */
  readonly inFile: ReadonlySet<string>;
  /** The names of the playbooks. */
  readonly playbooks: readonly string[];
};

function isKnown(target: CostTarget, known: KnownTargets): boolean {
  if (target.kind === "all") return true;
  if (target.kind === "playbook") return known.playbooks.includes(target.key);
  return known.inFile.has(printAppliesTo([target]));
}

function problemOf(target: CostTarget, playbooks: readonly string[]): UnknownTarget {
  const name = targetName(target);
  switch (target.kind) {
    case "customer":
      return { reason: "unknown_customer", problem: phrase("cost.unknown.customer", { name }) };
    case "segment":
      return { reason: "unknown_segment", problem: phrase("cost.unknown.segment", { name }) };
    case "ticket":
      return { reason: "unknown_ticket", problem: phrase("cost.unknown.ticket", { name }) };
    case "touch":
      return { reason: "unknown_touch", problem: phrase("cost.unknown.touch", { name }) };
    default: {
      const facts = { name, playbooks: playbooks.join(", ") };
      return { reason: "unknown_playbook", problem: phrase("cost.unknown.playbook", facts) };
    }
  }
}
