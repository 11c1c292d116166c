import type { Day } from "../../domain/calendar.ts";
import type { Clock } from "../../domain/clock.ts";
import type { Evidence } from "../../domain/customers/joins/decide-join.ts";
import { BY_ITSELF, type ListedPair } from "../../domain/customers/joins/listed-pair.ts";
import type { CustomerJoinStore } from "../../store/imports/customer-joins.ts";
import type { CustomerPairStore } from "../../store/imports/customer-pairs.ts";

export type DecideDuplicateDeps = {
  readonly customerPairs: Pick<CustomerPairStore, "find" | "decide">;
  readonly customerJoins: Pick<CustomerJoinStore, "join" | "part">;
  readonly clock: Clock;
};

/** `undo` takes back what stands: a join, or that they are kept apart. */
export const DUPLICATE_DECISIONS = ["join", "apart", "undo"] as const;
export type DuplicateDecision = (typeof DUPLICATE_DECISIONS)[number];

export type DecidedDuplicate =
  | { readonly kind: "done" }
  /** Somebody decided before, or it was pressed twice: it stands as it stood. */
  | { readonly kind: "stands" }
  | { readonly kind: "closed"; readonly decision: DuplicateDecision; readonly through: Day }
  /** Points that were redeemed or changed by hand stay booked on each. */
  | { readonly kind: "points" }
  | { readonly kind: "gone" };

/** Joins a pair, keeps it apart, or takes that back, as a member decided. */
export async function decideDuplicate(
  deps: DecideDuplicateDeps,
  request: {
    readonly firstId: number;
    readonly secondId: number;
    readonly decision: DuplicateDecision;
    readonly by: string;
  },
): Promise<DecidedDuplicate> {
  const { decision, ...ids } = request;
  const [pair] = await deps.customerPairs.find([ids]);
  if (pair === undefined) return { kind: "gone" };
  if ((decision === "undo") === (pair.status === "proposed")) return { kind: "stands" };
  return decision === "join"
    ? joinPair(deps, ids, pair.why)
    : decision === "undo" && pair.status === "joined"
      ? partPair(deps, ids, pair)
      : keepPair(deps, ids, pair.why, decision === "apart" ? "apart" : "proposed");
}

type Ids = { readonly firstId: number; readonly secondId: number; readonly by: string };

async function joinPair(
  { customerJoins, customerPairs, clock }: DecideDuplicateDeps,
  ids: Ids,
  why: Evidence,
): Promise<DecidedDuplicate> {
  const at = clock();
  const joined = await customerJoins.join({ ...ids, at, why });
  if (joined.kind === "closed") return { kind: "closed", decision: "join", through: joined.through };
  if (joined.kind === "points") return joined;
  if (joined.kind === "unknown") return { kind: "gone" };
  return (await customerPairs.decide({ ...ids, at }, "joined", why)) ? { kind: "done" } : { kind: "stands" };
}

/** What a person joined becomes a question again; what was joined as certain stays apart from now on. */
async function partPair(
  { customerJoins, customerPairs, clock }: DecideDuplicateDeps,
  ids: Ids,
  { why, decidedBy }: ListedPair,
): Promise<DecidedDuplicate> {
  const at = clock();
  const parted = await customerJoins.part({ ...ids, at });
  if (parted.kind === "closed") return { kind: "closed", decision: "undo", through: parted.through };
  if (parted.kind === "unknown") return { kind: "gone" };
  const status = decidedBy === BY_ITSELF ? "apart" : "proposed";
  return (await customerPairs.decide({ ...ids, at }, status, why)) ? { kind: "done" } : { kind: "stands" };
}

async function keepPair(
  { customerPairs, clock }: DecideDuplicateDeps,
  ids: Ids,
  why: Evidence,
  status: "apart" | "proposed",
): Promise<DecidedDuplicate> {
  const changed = await customerPairs.decide({ ...ids, at: clock() }, status, why);
  return { kind: changed ? "done" : "stands" };
}
