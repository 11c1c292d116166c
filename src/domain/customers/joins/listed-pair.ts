import type { Evidence } from "./decide-join.ts";

export type PairStatus = "proposed" | "joined" | "apart";

/** One of two who may be one, as a list names them. */
export type PairSide = {
  readonly customerId: number;
  readonly name: string;
  readonly source: string;
  readonly externalId: string;
  /** Contracts that run: where both have some, what they bring adds up. */
  readonly contracts: number;
};

/** Two customers who may be one, or were joined, and what speaks for it. */
export type ListedPair = {
  readonly firstId: number;
  readonly secondId: number;
  readonly status: PairStatus;
  readonly isCertain: boolean;
  readonly why: Evidence;
  readonly first: PairSide;
  readonly second: PairSide;
  /** Slack user id or what else decided; null while nobody has. */
  readonly decidedBy: string | null;
  /** Of a member. */
  readonly decidedByName: string | null;
};

/** Who joins what is certain. */
export const BY_ITSELF = "certain-joins";

/** Pairs that one message names; the rest are told by their number. */
export const PAIRS_NAMED = 10;
