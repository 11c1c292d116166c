import { styleText } from "node:util";
import { SingleBar } from "cli-progress";

export type Progress = { update(done: number, total: number): void; stop(): void };

/** What a command says: text for people, and with `--json` one object as the last line of standard output. */
export type Output = {
  readonly json: boolean;
  /** A line for people; on standard error where standard output is kept for the JSON. */
  line(text?: string): void;
  heading(text: string): void;
  result(value: object): void;
  /** A bar on a terminal, nothing when piped. */
  progress(label: string): Progress;
};

export function createOutput(json: boolean): Output {
  const stream = json ? process.stderr : process.stdout;
  const line = (text = "") => void stream.write(`${text}\n`);
  return {
    json,
    line,
    heading: (text) => line(styleText("bold", text, { stream })),
    result: (value) => {
      if (json) process.stdout.write(`${JSON.stringify(value)}\n`);
    },
    progress: (label) => (process.stderr.isTTY ? bar(label) : { update: () => {}, stop: () => {} }),
  };
}

function bar(label: string): Progress {
  const single = new SingleBar({
    format: `${label} {bar} {percentage}% · {duration_formatted}`,
    stream: process.stderr,
    hideCursor: true,
    clearOnComplete: true,
  });
  let started = false;
  return {
    update: (done, total) => {
      if (!started) single.start(total, done);
      started = true;
      single.update(done);
    },
    stop: () => {
      if (started) single.stop();
    },
  };
}
