import { owns } from "../../domain/access.ts";
import type { Clock } from "../../domain/clock.ts";
import type { Member } from "../../domain/customer.ts";
import { DIGEST_NEEDS, riskChanges } from "../../domain/messages/digest.ts";
import { MOVERS_NAMED, type Movers } from "../../domain/messages/movers.ts";
import { mainReason } from "../../domain/outreach/main-reason.ts";
import { MOVED_WITHIN_DAYS } from "../../domain/risk/moved-within.ts";
import type { RiskPoint } from "../../domain/risk/risk-movement.ts";
import { type FindMovementDeps, findMovement } from "../outreach/find-movement.ts";
import { type ReadExplainedFactsDeps, readExplainedFacts } from "../outreach/read-explained-facts.ts";

export type ListMoversDeps = FindMovementDeps & ReadExplainedFactsDeps & { readonly clock: Clock };

export type MoversQuestion = { readonly reader: Pick<Member, "email">; readonly whose: "mine" | "team" };

/** Whose risk rose and fell most in the last seven days, each with the strongest reason. No amount is in it. */
export async function listMovers(
  deps: ListMoversDeps,
  question: MoversQuestion,
): Promise<{ readonly movers: Movers; readonly now: Date }> {
  const now = deps.clock();
  const { moved, basis, stopped, resumed } = await findMovement(deps, now);
  const isWanted = await wanted(deps, question, [...moved.risers, ...moved.fallers], now);
  const risers = moved.risers.filter(isWanted);
  const fallers = moved.fallers.filter(isWanted);
  const named = [...first(risers), ...first(fallers)].map(({ customerId }) => customerId);
  const facts = await readExplainedFacts(deps, DIGEST_NEEDS, named, now);
  const { high, medium, low } = moved.customersAtRisk;
  const movers: Movers = {
    ...{ whose: question.whose, days: MOVED_WITHIN_DAYS, basis, stopped, resumed },
    risers: riskChanges(first(risers), facts, (known) => mainReason(known, "raises")),
    fallers: riskChanges(first(fallers), facts, (known) => mainReason(known, "lowers")),
    ...{ risen: risers.length, fallen: fallers.length, scored: high + medium + low },
  };
  return { movers, now };
}

const first = (points: readonly RiskPoint[]) => points.slice(0, MOVERS_NAMED);

async function wanted(
  { facts }: ListMoversDeps,
  { reader, whose }: MoversQuestion,
  points: readonly RiskPoint[],
  now: Date,
): Promise<(point: RiskPoint) => boolean> {
  if (whose === "team") return () => true;
  const ids = points.map(({ customerId }) => customerId);
  const known = await facts.read(["owner"], ids, now);
  return ({ customerId }) => {
    const about = known.get(customerId);
    return about !== undefined && owns(reader, about.customer);
  };
}
