import { afterEach, beforeEach, expect } from "vitest";
import { type MissingWords, reportMissingWordsTo } from "../../src/words/missing-words.ts";

// A reader gets a text that says that words are missing; whoever wrote the code gets a red test.
const missing: MissingWords[] = [];

beforeEach(() => reportMissingWordsTo((found) => missing.push(found)));

afterEach(() => {
  expect(missing.splice(0), "phrases without words").toEqual([]);
});
