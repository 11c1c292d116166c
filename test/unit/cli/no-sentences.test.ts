import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { SENTENCE, textsIn } from "../../support/texts-in-code.ts";

const CLI = join(import.meta.dirname, "../../../src/cli");

/** What describes a command and its options stands beside them: it is read with `--help`, where nothing is worked out. */
const DESCRIBING =
  /(?:\.(?:description|option|requiredOption|argument|showHelpAfterError)|new (?:Option|Argument))\(/y;

/** What looks like a sentence and is none: what the ledger's audit and a promotion keep as who did it, and what is typed. */
const ALLOWED = new Set<string>(["command line", "npm run mainstay --"]);

const files = readdirSync(CLI, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));

describe("what is read on the command line", () => {
  it("leaves out what describes options, and nothing behind it", () => {
    const code = 'a.option("--x <y>", "of (all `z` there are", (b) => f(b)).line("c d"); e("f g")';
    expect(textsIn(code, DESCRIBING)).toEqual(["c d", "f g"]);
  });

  it.each(files)("has its words in src/words: %s", (file) => {
    const texts = textsIn(readFileSync(join(CLI, file), "utf8"), DESCRIBING);
    expect(texts.filter((text) => SENTENCE.test(text) && !ALLOWED.has(text))).toEqual([]);
  });
});
