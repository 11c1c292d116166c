import { createInterface } from "node:readline/promises";
import { say } from "../words/command-line.ts";

/** Asks on a terminal; where nobody can answer, the answer is no. @param code of the question */
export async function isAgreed(code: string): Promise<boolean> {
  if (!process.stdin.isTTY) return false;
  const asking = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^y(es)?$/i.test((await asking.question(`${say(code)} `)).trim());
  } finally {
    asking.close();
  }
}
