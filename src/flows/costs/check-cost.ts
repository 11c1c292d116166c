import { mayKeepLedger, mayRecordOwnCost } from "../../domain/access.ts";
import { type CostTarget, targetName } from "../../domain/costs/applies-to.ts";
import { mayAdd } from "../../domain/costs/closing.ts";
import { type CostDraft, type CostProblem, type CostText, readCost } from "../../domain/costs/cost-draft.ts";
import { targetsOf, unknownTarget } from "../../domain/costs/known-targets.ts";
import type { AmountReader } from "../../domain/costs/typed-amount.ts";
import type { Member } from "../../domain/customer.ts";
import { phrase } from "../../domain/phrase.ts";
import type { CostLedgerStore } from "../../store/costs/cost-ledger.ts";
import type { CostTargetStore } from "../../store/costs/cost-targets.ts";

export type CheckCostDeps = {
  readonly costLedger: Pick<CostLedgerStore, "closedThrough">;
  readonly costTargets: Pick<CostTargetStore, "known" | "ownersOf" | "playbooks">;
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

/** Whether a cost could be recorded as it is written; nothing is kept. Every problem names its field. */
export async function checkCost(deps: CheckCostDeps, request: CostRequest): Promise<CheckedCost> {
  const read = readCost(request.text, request.readAmount);
  if (read.kind === "wrong") return read;
  const { cost } = read;
  const targets = targetsOf(cost.appliesTo);
  const { costTargets } = deps;
  const known = { inFile: await costTargets.known(targets), playbooks: costTargets.playbooks };
  const unknown = unknownTarget(targets, known);
  if (unknown) return wrongCost({ field: "appliesTo", ...unknown });
  const notAllowed = await refuseRep(deps, request.member, cost, targets);
  if (notAllowed) return wrongCost(notAllowed);
  const open = mayAdd(cost, await deps.costLedger.closedThrough());
  if (open.kind === "allowed") return { kind: "good", cost };
  return wrongCost({ field: "fromDay", reason: "closed_period", problem: open.problem });
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
  return { field, reason: "bad_target", problem: phrase("cost.problem.not-yours") };
}

export function wrongCost(problem: CostProblem): Extract<CheckedCost, { kind: "wrong" }> {
  return { kind: "wrong", problems: [problem] };
}
