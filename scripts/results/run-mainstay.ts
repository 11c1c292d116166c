import { spawn } from "node:child_process";

export type CommandOutput = { readonly code: number | null; readonly out: string; readonly err: string };

/** Runs one command of the program and gives back what it wrote; `env` adds to the environment. */
export function runMainstay(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<CommandOutput> {
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/mainstay.ts", ...args], {
    cwd: new URL("../..", import.meta.url).pathname,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [out, err]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => err.push(chunk));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) =>
      resolve({ code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() }),
    );
  });
}

/** The JSON object in the last line of standard output, as `--json` writes it. */
export const lastJson = ({ out }: CommandOutput): unknown =>
  JSON.parse(out.trimEnd().split("\n").at(-1) ?? "");

/** What a command that failed said last. */
export const lastWords = ({ out, err }: CommandOutput): string =>
  (err.trim() || out.trim()).split("\n").at(-1) ?? "";
