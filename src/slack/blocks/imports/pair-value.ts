import { isRowId } from "../../../domain/row-id.ts";

/** Two customers, the lower id first. */
export type PairIds = { readonly firstId: number; readonly secondId: number };

/** Which pair of a message a button is for, and all pairs of it: the message is then shown anew as a whole. */
export type PressedPair = { readonly place: number; readonly pairs: readonly PairIds[] };

/** "2;17-40,18-99": some twenty pairs fit into the 2,000 characters of a button. */
export const encodePairs = ({ place, pairs }: PressedPair): string =>
  `${place};${pairs.map(({ firstId, secondId }) => `${firstId}-${secondId}`).join(",")}`;

/** @returns null for a value no button of ours carries */
export function decodePairs(value: string | undefined): PressedPair | null {
  const found = /^(\d{1,3});((?:[1-9]\d{0,9}-[1-9]\d{0,9},?)+)$/.exec(value ?? "");
  if (found === null) return null;
  const pairs = (found[2] ?? "").split(",").flatMap((pair) => {
    const [firstId, secondId] = pair.split("-").map(Number);
    return firstId !== undefined && secondId !== undefined ? [{ firstId, secondId }] : [];
  });
  const areIds = pairs.every(({ firstId, secondId }) => isRowId(firstId) && isRowId(secondId));
  return areIds ? { place: Number(found[1]), pairs } : null;
}
