import { closeSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import type { TraceRow, TraceShape } from "../../domain/figures/trace/trace.ts";
import { traceLines } from "../../slack/blocks/value/trace-table.ts";
import { COMMAND_LINE_LOCALE } from "../../words/command-line.ts";

/** Written at once; chosen: large enough for the disk, small beside everything else. */
const CHUNK_LENGTH = 1 << 16;

/**
 * A file of rows that is written while they come, so that a million of them take no more memory than some. It has its name
 * once it is whole: what broke off leaves nothing that looks like all rows.
 */
export function rowFile(path: string) {
  const unfinished = `${path}.part`;
  const file = openSync(unfinished, "w");
  let lines: ReturnType<typeof traceLines> | null = null;
  let waiting = "";
  const write = (text: string) => {
    waiting += text;
    if (waiting.length < CHUNK_LENGTH) return;
    flush();
  };
  const flush = () => {
    writeFileSync(file, waiting);
    waiting = "";
  };
  let isOpen = true;
  const close = () => {
    if (isOpen) closeSync(file);
    isOpen = false;
  };
  const begin = (shape: TraceShape) => {
    lines = traceLines(shape, COMMAND_LINE_LOCALE);
    write(lines.head);
    return lines;
  };
  return {
    take(row: TraceRow, shape: TraceShape): void {
      write((lines ?? begin(shape)).line(row));
    },

    /** @param shape of what had no rows */
    finish(shape: TraceShape): void {
      if (lines === null) begin(shape);
      flush();
      close();
      renameSync(unfinished, path);
    },

    discard(): void {
      close();
      rmSync(unfinished, { force: true });
    },
  };
}
