import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { z } from "zod";
import { readAudit } from "../../../scripts/packages/audit.ts";
import { imageFiles } from "../../../scripts/packages/image-files.ts";
import { licenceFindings, productionPackages, readLock } from "../../../scripts/packages/licences.ts";
import { assertWithoutDevelopment, folderMegabytes } from "../../../scripts/packages/production-folder.ts";

const ROOT = resolve(import.meta.dirname, "../../..");
const ourLock = () => readLock(readFileSync(join(ROOT, "package-lock.json"), "utf8"));
const names = z.record(z.string(), z.string());
const lockOf = (packages: Record<string, object>) => readLock(JSON.stringify({ packages }));

describe("the packages of production", () => {
  it("have none among them that development alone should have", () => {
    const lock = ourLock();
    // npm installs a package that is both, by an optional peer of production, in production too: 200 MB once.
    const both = Object.keys(lock.packages).filter((path) => lock.packages[path]?.devOptional);
    expect(both, "run `npm install` twice, or give the package another name in devDependencies").toEqual([]);
    const names = productionPackages(lock).map((path) => path.replace(/^.*node_modules\//, ""));
    for (const name of [
      "vite",
      "react",
      "prisma",
      "prisma-cli",
      "typescript",
      "typescript-compiler",
      "vitest",
    ])
      expect(names).not.toContain(name);
    expect(names).toContain("tsx");
  });

  it("are told what they are for, each that package.json names, and those of development", () => {
    const page = readFileSync(join(ROOT, "docs/install-size.md"), "utf8");
    const [production = "", development = ""] =
      page.split("## Production")[1]?.split("## Development alone") ?? [];
    const ours = z
      .object({ dependencies: names, devDependencies: names })
      .parse(JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")));
    const untold = (told: string, named: object) =>
      Object.keys(named).filter((name) => !told.includes(`\`${name}\``));
    expect(untold(production, ours.dependencies)).toEqual([]);
    expect(untold(development, ours.devDependencies)).toEqual([]);
  });

  it("have licences that are allowed", () => {
    expect(licenceFindings(ourLock())).toEqual([]);
  });

  it.each([
    ["MIT", true],
    ["(MIT OR GPL-3.0)", true],
    ["(ISC AND CC-BY-3.0)", true],
    ["(MIT AND GPL-3.0)", false],
    ["MPL-2.0", true],
    ["GPL-3.0", false],
    ["SEE LICENSE IN LICENSE", false],
  ])("%s: allowed %s", (license, isAllowed) => {
    const found = licenceFindings(lockOf({ "": {}, "node_modules/a": { version: "1.0.0", license } }));
    expect(found).toEqual(isAllowed ? [] : [`a 1.0.0: ${license} is not allowed`]);
  });

  it("are named where they state no licence; those of development are not asked", () => {
    const lock = lockOf({
      "": { license: "UNLICENSED" },
      "node_modules/@b/c": { version: "2.0.0" },
      "node_modules/x/node_modules/d": { version: "3.0.0", license: "GPL-2.0" },
      "node_modules/e": { version: "4.0.0", license: "GPL-2.0", dev: true },
    });
    expect(licenceFindings(lock)).toEqual([
      "@b/c 2.0.0: states no licence",
      "d 3.0.0: GPL-2.0 is not allowed",
    ]);
  });
});

describe("an audit", () => {
  const answer = (vulnerabilities: object) => JSON.stringify({ auditReportVersion: 2, vulnerabilities });
  it("names packages with a high or critical flaw", () => {
    const found = answer({
      a: { severity: "high" },
      b: { severity: "moderate" },
      c: { severity: "critical" },
    });
    expect(readAudit(found)).toEqual({ kind: "vulnerable", packages: ["a (high)", "c (critical)"] });
  });
  it("counts the lesser ones, and none", () => {
    expect(readAudit(answer({ b: { severity: "moderate" } }))).toEqual({ kind: "clean", lesser: 1 });
    expect(readAudit(answer({}))).toEqual({ kind: "clean", lesser: 0 });
  });
  it("is not taken for a clean one where the registry answers none", () => {
    const refused = JSON.stringify({ message: "405 Method Not Allowed - POST", error: {} });
    expect(readAudit(refused)).toEqual({ kind: "not-reachable", because: "405 Method Not Allowed - POST" });
    for (const nothing of ["", "<html>", "{}"])
      expect(readAudit(nothing)).toEqual({ kind: "not-reachable", because: "no answer" });
  });
});

describe("a Dockerfile's files", () => {
  it("are what it copies from here, over several lines too, not from another stage", () => {
    const text =
      "# COPY no .\nFROM a AS b\nCOPY --chown=x one two \\\n  three ./\nCOPY src src\nCOPY --from=b /app /app\n";
    expect(imageFiles(text)).toEqual(["one", "two", "three", "src"]);
  });
});

describe("an install for production", () => {
  const folder = () => {
    const made = mkdtempSync(join(tmpdir(), "mainstay-packages-"));
    onTestFinished(() => rmSync(made, { recursive: true, force: true }));
    const packages = { "": {}, "node_modules/vite": { dev: true }, "node_modules/ajv": {} };
    writeFileSync(join(made, "package-lock.json"), JSON.stringify({ packages }));
    return made;
  };
  it("is refused with a package of development in it, not with one that both have", () => {
    const made = folder();
    mkdirSync(join(made, "node_modules/ajv"), { recursive: true });
    expect(() => assertWithoutDevelopment(made)).not.toThrow();
    mkdirSync(join(made, "node_modules/vite"));
    expect(() => assertWithoutDevelopment(made)).toThrow("vite");
  });
  it("is measured in whole MB, rounded up", () => {
    const made = folder();
    expect(folderMegabytes(made)).toBe(1);
    writeFileSync(join(made, "large"), Buffer.alloc(2_200_000, 1));
    expect(folderMegabytes(made)).toBe(3);
  });
});
