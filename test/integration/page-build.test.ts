import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildPage } from "../../src/sandbox/page/build.ts";

describe("the local workspace's page", () => {
  let cache: string;
  beforeAll(() => {
    cache = mkdtempSync(join(tmpdir(), "mainstay-page-"));
  });
  afterAll(() => rmSync(cache, { recursive: true, force: true }));
  const withoutBuilder = () => buildPage({ caches: [cache], canBuild: false });

  it("says what to do where it is not built and nothing is installed to build it", async () => {
    await expect(withoutBuilder()).rejects.toThrow(/`npm install`.*SLACK_BOT_TOKEN/);
    await expect(buildPage({ caches: [join(cache, "missing")], canBuild: false })).rejects.toThrow(
      /npm install/,
    );
  });

  it("is built once, and taken from there by an install that has fewer packages since", async () => {
    const built = await buildPage({ caches: [cache], canBuild: true });
    expect(await withoutBuilder()).toBe(built);
    const [page, sources] = basename(built).split("-");
    const byOtherPackages = join(cache, `${page}-${sources}-0123456789abcdef`);
    renameSync(built, byOtherPackages);
    expect(await withoutBuilder()).toBe(byOtherPackages);
    renameSync(byOtherPackages, `${byOtherPackages}.4711`);
    await expect(withoutBuilder(), "half of a page").rejects.toThrow(/npm install/);
  });

  it("is not taken where it was built from other sources", async () => {
    const other = join(cache, "page-0000000000000000-0123456789abcdef");
    mkdirSync(other);
    writeFileSync(join(other, "index.html"), "");
    await expect(withoutBuilder()).rejects.toThrow(/npm install/);
  });
});
