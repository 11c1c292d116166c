import type { EventEmitter } from "node:events";

/**
 * Lets a command go on when whoever reads its output has seen enough, as `head` does: what is written after that is lost, and
 * that is no failure. Any other error of the stream is thrown, as without this.
 */
export function allowClosedPipe(stream: EventEmitter): void {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
}
