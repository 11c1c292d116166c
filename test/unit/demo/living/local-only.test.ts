import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

it("nobody but the local workspace lets the demo live on: a bot on Slack never gets rows of it", () => {
  const root = new URL("../../../../", import.meta.url).pathname;
  const sources = ["src", "scripts"].flatMap((folder) =>
    readdirSync(`${root}${folder}`, { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".ts"))
      .map((path) => `${folder}/${path}`),
  );
  expect(sources.length).toBeGreaterThan(400);
  const callers = sources.filter((path) =>
    /\.liveDemo\b|livingDemo\(/.test(readFileSync(`${root}${path}`, "utf8")),
  );
  expect(callers.sort()).toEqual([
    "scripts/bench/growth.ts", // on a database that goes with it
    "src/local-workspace/demo.ts",
    "src/local-workspace/local-workspace.ts",
  ]);
});
