import { type Phrase, phrase } from "../../phrase.ts";
import { type Movement, wholePoints } from "./movement.ts";
import { type NewData, newDataPhrase } from "./new-data.ts";

/** Why a score moved, for a reader; or why that cannot be told. */
export type MovementNote =
  | {
      readonly kind: "told";
      readonly since: Date;
      /** "+12 points: time passing +9, …". */
      readonly sentence: Phrase;
      /** What to know before relying on it; null: nothing. */
      readonly caveat: Phrase | null;
    }
  | { readonly kind: "untold"; readonly because: Phrase };

/** "+9", "−2", "0": whole percentage points, with a minus sign that is as wide as the plus. */
export function signedPoints(points: number): string {
  if (points === 0) return "0";
  return points > 0 ? `+${points}` : `−${-points}`;
}

/**
 * "+12 points: time passing +9, new data +5 (1 ticket opened), new model −2". Where both scores are by the same
 * version, nothing is said of the model.
 */
export function movementPhrase(
  movement: Movement,
  newData: NewData,
  { modelChanged }: { readonly modelChanged: boolean },
): Phrase {
  const points = wholePoints(movement);
  const parts = {
    total: total(points.total),
    time: signedPoints(points.time),
    data: dataPart(points.data, newDataPhrase(newData)),
  };
  if (!modelChanged) return phrase("movement.told", parts);
  return phrase("movement.told-with-model", { ...parts, model: signedPoints(points.model) });
}

function total(points: number): Phrase {
  if (points === 0) return phrase("movement.no-change");
  return phrase("movement.points", { signed: signedPoints(points), points: Math.abs(points) });
}

function dataPart(points: number, events: Phrase | null): Phrase {
  const signed = signedPoints(points);
  if (events !== null) return phrase("movement.new-data-of", { signed, events });
  return points === 0 ? phrase("movement.nothing-new") : phrase("movement.new-data", { signed });
}

/** What a reader must know where the scores cannot be computed again; null where they can. */
export function correctionsPhrase({ corrections }: Movement): Phrase | null {
  return corrections === 0 ? null : phrase("movement.corrections");
}
