import type { Evidence } from "./decide-join.ts";

/** Two customers, in either order, and who names them. */
export type Two = { readonly firstId: number; readonly secondId: number; readonly by: string };

/** What is known of two whom somebody named without a comparison. */
export const NOTHING_COMPARED: Evidence = { agrees: [], differs: [] };

/** The same with the lower id first, as pairs are kept. */
export const pairOf = ({ firstId, secondId, by }: Two): Two =>
  firstId < secondId ? { firstId, secondId, by } : { firstId: secondId, secondId: firstId, by };
