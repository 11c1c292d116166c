import { type Movement, wholePoints } from "./movement.ts";
import { type NewData, newDataInWords } from "./new-data.ts";

/** Why a score moved, for a reader; or why that cannot be told. */
export type MovementNote =
  | {
      readonly kind: "told";
      readonly since: Date;
      /** "+12 points: time passing +9, …". */
      readonly sentence: string;
      /** What to know before relying on it; null: nothing. */
      readonly caveat: string | null;
    }
  | { readonly kind: "untold"; readonly because: string };

/** "+9", "−2", "0": whole percentage points, with a minus sign that is as wide as the plus. */
export function signedPoints(points: number): string {
  if (points === 0) return "0";
  return points > 0 ? `+${points}` : `−${-points}`;
}

/**
 * "+12 points: time passing +9, new data +5 (1 ticket opened), new model −2". Where both scores are by the same
 * version, nothing is said of the model.
 */
export function movementInWords(
  movement: Movement,
  newData: NewData,
  { modelChanged }: { readonly modelChanged: boolean },
): string {
  const points = wholePoints(movement);
  const events = newDataInWords(newData);
  const parts = [
    `time passing ${signedPoints(points.time)}`,
    events === null && points.data === 0
      ? "nothing new on record"
      : `new data ${signedPoints(points.data)}${events === null ? "" : ` (${events})`}`,
    ...(modelChanged ? [`new model ${signedPoints(points.model)}`] : []),
  ];
  const total = points.total === 0 ? "no change" : `${signedPoints(points.total)} ${unit(points.total)}`;
  return `${total}: ${parts.join(", ")}`;
}

/** What a reader must know where the scores cannot be computed again; null where they can. */
export function correctionsInWords({ corrections }: Movement): string | null {
  if (corrections === 0) return null;
  return "Data from before a score came in or changed after it; that difference counts as new data.";
}

const unit = (points: number) => (Math.abs(points) === 1 ? "point" : "points");
