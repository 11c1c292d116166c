/** Somebody's next statements on the one session there is. */
export type Waiting = {
  readonly client: number;
  /** What such statements take, by those before. */
  readonly expectedMs: number;
  readonly sinceMs: number;
};

/** Who had the session last, and until when. */
export type LastTurn = { readonly client: number; readonly isShort: boolean; readonly endedMs: number };

/**
 * Chosen: what a card asks takes less, but for its facts; a range of customers that is scored takes some 20 ms, a batch of an import
 * 50 to 100.
 */
export const SHORT_MS = 8;
/** Chosen: in so many milliseconds whoever got a short answer has asked the next thing, where the bot's own thread is free. */
const FOLLOW_UP_MS = 3;
/** Chosen: scoring goes on at a pace of its own, however many cards are asked for. */
const LONGEST_WAIT_MS = 250;

export type NextTurn =
  | { readonly kind: "now"; readonly place: number }
  /** Nobody now: the session is kept free for who may ask next, and so long. */
  | { readonly kind: "later"; readonly ms: number };

/**
 * Whose turn it is of those who wait, who are in the order of their coming: the first with something short, so that a card never
 * waits for more than the one statement that runs. Something long begins when nobody waits with something short or is likely
 * to in a moment, or when it has waited for a quarter of a second.
 */
export function nextTurn(waiting: readonly Waiting[], last: LastTurn | null, nowMs: number): NextTurn {
  const longest = waiting[0];
  if (longest !== undefined && nowMs - longest.sinceMs >= LONGEST_WAIT_MS) return { kind: "now", place: 0 };
  const short = waiting.findIndex(({ expectedMs }) => expectedMs < SHORT_MS);
  if (short !== -1) return { kind: "now", place: short };
  const ms = last?.isShort ? last.endedMs + FOLLOW_UP_MS - nowMs : 0;
  if (ms <= 0) return { kind: "now", place: 0 };
  const own = waiting.findIndex(({ client }) => client === last?.client);
  return own === -1 ? { kind: "later", ms } : { kind: "now", place: own };
}
