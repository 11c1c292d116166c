/** Somebody's next statements on the one session there is. */
export type Waiting = {
  readonly client: number;
  /** Somebody must be told within moments. */
  readonly goesFirst: boolean;
  /** What such statements take, by those before. */
  readonly expectedMs: number;
  readonly sinceMs: number;
};

/** Who had the session last, and until when. */
export type LastTurn = { readonly client: number; readonly isShort: boolean; readonly endedMs: number };

/**
 * Chosen: what a card asks takes less; a range of customers that is scored takes some 20 ms, a batch of an import 50 to 100.
 */
export const SHORT_MS = 8;
/** Chosen: in so many milliseconds whoever got a short answer has asked the next thing, where the bot's own thread is free. */
const FOLLOW_UP_MS = 3;
/**
 * Chosen: nobody waits more than so many times what they take, however many cards are asked for: a range that is scored a quarter of
 * a second. On a machine of half the speed all of it is twice as long.
 */
const LONGEST_WAIT_TIMES = 12;

export type NextTurn =
  | { readonly kind: "now"; readonly place: number }
  /** Nobody now: the session is kept free for who may ask next, and so long. */
  | { readonly kind: "later"; readonly ms: number };

/**
 * Whose turn it is of those who wait, who are in the order of their coming: who goes first, else who takes least, so that a card
 * never waits for more than the one statement that runs, unless somebody has waited too long for what they take. Something long
 * begins when nobody is likely to ask for something short in a moment.
 */
export function nextTurn(waiting: readonly Waiting[], last: LastTurn | null, nowMs: number): NextTurn {
  const first = waiting.findIndex(({ goesFirst }) => goesFirst);
  if (first !== -1) return { kind: "now", place: first };
  const late = waiting.findIndex(
    ({ sinceMs, expectedMs }) => nowMs - sinceMs >= LONGEST_WAIT_TIMES * expectedMs,
  );
  if (late !== -1) return { kind: "now", place: late };
  const least = Math.min(...waiting.map(({ expectedMs }) => expectedMs));
  const place = waiting.findIndex(({ expectedMs }) => expectedMs === least);
  const ms = last?.isShort && least >= SHORT_MS ? last.endedMs + FOLLOW_UP_MS - nowMs : 0;
  if (ms <= 0) return { kind: "now", place };
  const own = waiting.findIndex(({ client }) => client === last?.client);
  return own === -1 ? { kind: "later", ms } : { kind: "now", place: own };
}
