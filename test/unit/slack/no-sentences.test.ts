import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { SENTENCE, textsIn } from "../../support/texts-in-code.ts";

const SLACK = join(import.meta.dirname, "../../../src/slack");
/** Where what people read in Slack is put together; `frame/` has sentences of its own, for the log and the command line. */
const FOLDERS = ["actions", "asking", "blocks", "commands", "events", "home", "shortcuts", "views"];

/** What looks like a sentence and is none. */
const ALLOWED = new Set<string>([
  // Commands to type, which are the same in every language.
  "\\`/customer show ",
  "cost add",
  "cost add ",
  "digest last week",
  "last week",
  "nudges team",
  "this week",
  "playbooks settings",
  "segments by ",
]);

const files = FOLDERS.flatMap((folder) =>
  readdirSync(join(SLACK, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => join(folder, name)),
);

describe("what is read in Slack", () => {
  it("tells a sentence from a code", () => {
    const texts = ["Log a touch", "No customers yet.", "why.title", "2 h", "customer_card", "* · *"];
    expect(texts.filter((text) => SENTENCE.test(text))).toEqual(["Log a touch", "No customers yet."]);
  });

  it("reads every text of code, and no comment", () => {
    const code = 'say("a \\" b", { /* no "x" */ }); // "y"\n`c #{{ d: `e #{f} g` }} h` + "i"';
    expect(textsIn(code.replaceAll("#", "$"))).toEqual(['a \\" b', "c ", "e ", " g", " h", "i"]);
  });

  it.each(files)("has its words in src/words: %s", (file) => {
    const sentences = textsIn(readFileSync(join(SLACK, file), "utf8")).filter(
      (text) => SENTENCE.test(text) && !ALLOWED.has(text),
    );
    expect(sentences).toEqual([]);
  });
});
