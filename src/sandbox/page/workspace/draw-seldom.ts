/** Chosen: nobody sees a delay of it, and a bot at work sends a hundred updates in the time. */
const APART_MS = 50;

export type Drawing = {
  /** Draws at once, or with what else comes until so long after the last time. */
  readonly soon: () => void;
  readonly now: () => void;
  readonly stop: () => void;
};

/** Draws what has changed at most twenty times a second: to draw the page for each update of a busy workspace is most of its work. */
export function drawSeldom(draw: () => void): Drawing {
  let drawnAtMs = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | null = null;
  const stop = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  const now = () => {
    stop();
    drawnAtMs = Date.now();
    draw();
  };
  return {
    soon() {
      if (timer !== null) return;
      const waitMs = drawnAtMs + APART_MS - Date.now();
      if (waitMs <= 0) now();
      else timer = setTimeout(now, waitMs);
    },
    now,
    stop,
  };
}
