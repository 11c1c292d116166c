import type { Rejection } from "../rejection.ts";
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
export function unknownTarget(targets: readonly CostTarget[], known: KnownTargets): Rejection | null {
  const unknown = targets.find((target) => !isKnown(target, known));
  return unknown === undefined ? null : rejectionOf(unknown, known.playbooks);
}

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

function rejectionOf(target: CostTarget, playbooks: readonly string[]): Rejection {
  const name = `“${targetName(target)}”`;
  switch (target.kind) {
    case "customer":
      return {
        reason: "unknown_customer",
        detail: `No customer ${name} is in the file. Import the customers first, then this cost again.`,
      };
    case "segment":
      return {
        reason: "unknown_segment",
        detail: `No customer is in a segment ${name}. Check its spelling, or import the customers with their segments first.`,
      };
    case "ticket":
      return {
        reason: "unknown_ticket",
        detail: `No ticket ${name} is on record. Check the reference, or name the customer instead.`,
      };
    case "touch":
      return {
        reason: "unknown_touch",
        detail: `No touch ${name} is on record. Check its id, or name the customer instead.`,
      };
    default:
      return {
        reason: "unknown_playbook",
        detail: `There is no playbook ${name}. There are: ${playbooks.join(", ")}.`,
      };
  }
}
