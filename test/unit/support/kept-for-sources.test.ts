import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { keptForSources } from "../../support/kept-for-sources.ts";

const NAME = `tried-${process.pid}`;
const made: string[] = [];
const make = (text: string) => async (folder: string) => {
  made.push(text);
  writeFileSync(join(folder, "made.txt"), text);
};
let folder = "";
afterAll(() => rmSync(join(folder, ".."), { recursive: true, force: true }));

it("makes once for a state of the sources, and anew for another; what failed half way is not kept", async () => {
  const failing = async (beside: string) => {
    await make("half")(beside);
    throw new Error("no room");
  };
  await expect(keptForSources(NAME, ["LICENSE"], failing)).rejects.toThrow("no room");
  folder = await keptForSources(NAME, ["LICENSE"], make("first"));
  expect(await keptForSources(NAME, ["LICENSE"], make("again"))).toBe(folder);
  const other = await keptForSources(NAME, ["LICENSE", "docs/decisions"], make("other"));
  expect(made).toEqual(["half", "first", "other"]);
  expect(readFileSync(join(folder, "made.txt"), "utf8")).toBe("first");
  expect(readFileSync(join(other, "made.txt"), "utf8")).toBe("other");
  expect(existsSync(`${folder}.${process.pid}`)).toBe(false);
});
