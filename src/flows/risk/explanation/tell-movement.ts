import type { Clock } from "../../../domain/clock.ts";
import type { MovementNote } from "../../../domain/risk/scores/movement-note.ts";
import { type ExplainMovementDeps, explainMovement, movementNote } from "./explain-movement.ts";

export type TellMovementDeps = ExplainMovementDeps & { readonly clock: Clock };

/** Why the score moved since the one a card compares it with; null where there is nothing to compare. */
export async function tellMovement(deps: TellMovementDeps, customerId: number): Promise<MovementNote | null> {
  return movementNote(await explainMovement(deps, { customerId, now: deps.clock() }));
}
