import { mayKeepLedger, mayRecordOwnCost } from "../../domain/access.ts";
import type { Day } from "../../domain/calendar.ts";
import { type CostTarget, targetName } from "../../domain/costs/applies-to.ts";
import { mayAdd } from "../../domain/costs/closing.ts";
import {
  type CostDraft,
  type CostProblem,
  type CostText,
  readCost,
  readDay,
} from "../../domain/costs/cost-draft.ts";
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
  const closedThrough = await deps.costLedger.closedThrough();
  const read = readCost(request.text, request.readAmount);
  if (read.kind === "wrong") {
    const [first, ...more] = read.problems;
    return {
      kind: "wrong",
      problems: [first, ...more, ...closedProblems(readDay(request.text.fromDay), closedThrough)],
    };
  }
  const { cost } = read;
  const targets = targetsOf(cost.appliesTo);
  const { costTargets } = deps;
  const known = { inFile: await costTargets.known(targets), playbooks: costTargets.playbooks };
  const unknown = unknownTarget(targets, known);
  const notAllowed = unknown ? null : await refuseRep(deps, request.member, cost, targets);
  const [first, ...more]: CostProblem[] = [
    ...(unknown ? [{ field: "appliesTo" as const, ...unknown }] : []),
    ...(notAllowed ? [notAllowed] : []),
    ...closedProblems(cost.fromDay, closedThrough),
  ];
  return first ? { kind: "wrong", problems: [first, ...more] } : { kind: "good", cost };
}

/** Also said where something else is wrong, so that nobody mends one thing only to hear of the next. */
function closedProblems(fromDay: Day | null, closedThrough: Day | null): CostProblem[] {
  const open = fromDay === null ? null : mayAdd({ fromDay }, closedThrough);
  if (open === null || open.kind === "allowed") return [];
  return [{ field: "fromDay", reason: "closed_period", problem: open.problem }];
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
