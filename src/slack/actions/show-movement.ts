import { phrase } from "../../domain/phrase.ts";
import type { MovementNote } from "../../domain/risk/scores/movement-note.ts";
import type { RiskExplanation } from "../../domain/risk/scores/risk-explanation.ts";
import type { MovementState } from "../blocks/risk/movement.ts";
import type { HandlerTools } from "../frame/handler.ts";
import { within } from "../frame/within.ts";

/** Four scorings of one customer take a second at most; it takes longer than this only where the machine is busy. */
const PATIENCE_MS = 20_000;

const BUSY: MovementNote = { kind: "untold", because: phrase("movement.busy") };
const FAILED: MovementNote = { kind: "untold", because: phrase("movement.failed") };

/** Whether the score differs, in whole points, from the one a card compares it with. */
export function hasMoved({ risk }: RiskExplanation): boolean {
  return risk.kind === "scored" && risk.change !== null;
}

/** Works out why the score moved and shows it by `show`; whatever happens, nobody is left waiting. */
export async function showMovement(
  customerId: number,
  { flows }: Pick<HandlerTools, "flows">,
  show: (movement: MovementState) => Promise<unknown>,
): Promise<void> {
  // Known before the race, so that "nothing to compare" is not taken for "too late".
  const note = flows.tellMovement(customerId).then((movement) => ({ movement }));
  const known = await within(PATIENCE_MS, note).catch(async (error: unknown) => {
    await show(FAILED);
    throw error;
  });
  await show(known === null ? BUSY : known.movement);
}
