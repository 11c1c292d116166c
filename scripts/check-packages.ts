// What production is shipped with: licences against those that are allowed, and known flaws where the registry tells of them.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { readAudit } from "./packages/audit.ts";
import { licenceFindings, productionPackages, readLock } from "./packages/licences.ts";

const ROOT = new URL("../", import.meta.url);
const lock = readLock(readFileSync(new URL("package-lock.json", ROOT), "utf8"));
const findings = [...licenceFindings(lock), ...audit()];
for (const finding of findings) process.stderr.write(`${finding}\n`);
process.stdout.write(`${productionPackages(lock).length} packages of production looked at.\n`);
process.exitCode = findings.length === 0 ? 0 : 1;

function audit(): string[] {
  const arguments_ = ["audit", "--omit=dev", "--json"];
  const { stdout } = spawnSync("npm", arguments_, { cwd: ROOT, encoding: "utf8", timeout: 120_000 });
  const audited = readAudit(stdout ?? "");
  if (audited.kind === "vulnerable") return audited.packages.map((name) => `${name}: npm audit names a flaw`);
  const said =
    audited.kind === "clean"
      ? `npm audit: no high or critical flaw, ${audited.lesser} lesser`
      : `npm audit: not reachable, nothing is known (${audited.because})`;
  process.stdout.write(`${said}\n`);
  return [];
}
