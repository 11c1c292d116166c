import { mayKeepLedger, mayRecordOwnCost } from "../../domain/access.ts";
import type { Clock } from "../../domain/clock.ts";
import { type CostTarget, targetName } from "../../domain/costs/applies-to.ts";
import { mayAdd } from "../../domain/costs/closing.ts";
import { type CostDraft, type CostProblem, type CostText, readCost } from "../../domain/costs/cost-draft.ts";
import type { LedgerEntry } from "../../domain/costs/cost-entry.ts";
import { sameFacts } from "../../domain/costs/imported-cost.ts";
import { targetsOf, unknownTarget } from "../../domain/costs/known-targets.ts";
import type { AmountReader } from "../../domain/costs/typed-amount.ts";
import type { Member } from "../../domain/customer.ts";
import type { CostLedgerStore } from "../../store/costs/cost-ledger.ts";
import type { CostTargetStore } from "../../store/costs/cost-targets.ts";

export type CheckCostDeps = {
  readonly costLedger: Pick<CostLedgerStore, "closedThrough">;
  readonly costTargets: Pick<CostTargetStore, "known" | "ownersOf" | "playbooks">;
};
export type AddCostDeps = {
  readonly costLedger: Pick<CostLedgerStore, "add" | "closedThrough">;
  readonly costTargets: CheckCostDeps["costTargets"];
  readonly clock: Clock;
};

export type CostRequest = {
  readonly text: CostText;
  readonly readAmount: AmountReader;
  /** Whose rights count; null on the command line, whose user has the database. */
  readonly member: Pick<Member, "role" | "email"> | null;
};

export type CheckedCost =
  | { readonly kind: "good"; readonly cost: CostDraft }
  | { readonly kind: "wrong"; readonly problems: readonly [CostProblem, ...CostProblem[]] };

export type AddCostResult =
  | { readonly kind: "added"; readonly entry: LedgerEntry }
  /** Kept before under the same key; `same` where it says the same. */
  | { readonly kind: "there-already"; readonly entry: LedgerEntry; readonly same: boolean }
  | Extract<CheckedCost, { kind: "wrong" }>;

/** Whether a cost could be recorded as it is written; nothing is kept. Every problem names its field. */
export async function checkCost(deps: CheckCostDeps, request: CostRequest): Promise<CheckedCost> {
  const read = readCost(request.text, request.readAmount);
  if (read.kind === "wrong") return read;
  const { cost } = read;
  const targets = targetsOf(cost.appliesTo);
  const { costTargets } = deps;
  const known = { inFile: await costTargets.known(targets), playbooks: costTargets.playbooks };
  const unknown = unknownTarget(targets, known);
  if (unknown) return wrong({ field: "appliesTo", reason: unknown.reason, message: unknown.detail });
  const notAllowed = await refuseRep(deps, request.member, cost, targets);
  if (notAllowed) return wrong(notAllowed);
  const open = mayAdd(cost, await deps.costLedger.closedThrough());
  if (open.kind === "allowed") return { kind: "good", cost };
  return wrong({ field: "fromDay", reason: "closed_period", message: open.message });
}

/**
 * Records a cost with who did it.
 * @param key of the request: the same one again records nothing
 */
export async function addCost(
  deps: AddCostDeps,
  request: CostRequest & {
    readonly key: Pick<LedgerEntry, "source" | "externalId">;
    /** Slack user id, or the command line. */
    readonly by: string;
  },
): Promise<AddCostResult> {
  const checked = await checkCost(deps, request);
  if (checked.kind === "wrong") return checked;
  const entry = { ...request.key, ...checked.cost };
  const result = await deps.costLedger.add(entry, { by: request.by, at: deps.clock() });
  switch (result.kind) {
    case "added":
      return result;
    case "there-already":
      return { ...result, same: sameFacts(result.entry, entry) };
    case "refused":
      return wrong({ field: "fromDay", reason: "closed_period", message: result.message });
  }
}

async function refuseRep(
  { costTargets }: CheckCostDeps,
  member: CostRequest["member"],
  cost: CostDraft,
  targets: readonly CostTarget[],
): Promise<CostProblem | null> {
  if (member === null || mayKeepLedger(member)) return null;
  const onlyCustomers = targets.every(({ kind }) => kind === "customer");
  const owners = onlyCustomers ? await costTargets.ownersOf(targets.map(targetName)) : null;
  if (mayRecordOwnCost(member, cost.kind, owners)) return null;
  const field = cost.kind === "direct" ? "appliesTo" : "kind";
  return {
    field,
    reason: "bad_target",
    message:
      "You can record what you spent directly on customers you own. For anything else ask a manager or operations.",
  };
}

function wrong(problem: CostProblem): Extract<CheckedCost, { kind: "wrong" }> {
  return { kind: "wrong", problems: [problem] };
}
