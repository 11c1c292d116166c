import { existsSync, lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const dependencies = z.record(z.string(), z.string()).default({});
const packageSchema = z.object({
  dev: z.boolean().default(false),
  dependencies,
  optionalDependencies: dependencies,
  peerDependencies: dependencies,
});
const namedSchema = z.object({ dependencies, devDependencies: dependencies });
type Packages = Readonly<Record<string, z.output<typeof packageSchema>>>;

export type InstallSizes = {
  /** The largest first. */
  readonly rows: readonly SizeRow[];
  /** Bytes on the disk. */
  readonly production: number;
  readonly development: number;
};
export type SizeRow = { readonly name: string; readonly bytes: number; readonly isForProduction: boolean };

/**
 * What the packages of an install take on the disk, by the package that brings them; what several bring stands in a row of its
 * own.
 * @param root where package.json, package-lock.json and node_modules are
 */
export function installSizes(root: string): InstallSizes {
  const ours = namedSchema.parse(JSON.parse(readFileSync(join(root, "package.json"), "utf8")));
  const ofProduction = Object.keys(ours.dependencies);
  const packages = readPackages(root);
  const bringers = bringersOf(packages, [...ofProduction, ...Object.keys(ours.devDependencies)]);
  const installed = Object.keys(packages).filter((path) => path !== "" && existsSync(join(root, path)));
  const rows = new Map<string, SizeRow>();
  for (const path of installed) {
    const isForProduction = !packages[path]?.dev;
    const bringing = (bringers.get(path) ?? []).filter(
      (name) => !isForProduction || ofProduction.includes(name),
    );
    const name = (bringing.length === 1 ? bringing[0] : undefined) ?? "brought by several";
    const key = `${name} ${isForProduction}`;
    const bytes = (rows.get(key)?.bytes ?? 0) + ownBytes(join(root, path));
    rows.set(key, { name, bytes, isForProduction });
  }
  const sum = (of: boolean) =>
    [...rows.values()]
      .filter(({ isForProduction }) => isForProduction === of)
      .reduce((total, { bytes }) => total + bytes, 0);
  const sorted = [...rows.values()].toSorted((a, b) => b.bytes - a.bytes);
  return { rows: sorted, production: sum(true), development: sum(false) };
}

/** By package, which of those that we name bring it. */
function bringersOf(packages: Packages, named: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const rowsOfTheirOwn = new Set(named.map((name) => `node_modules/${name}`));
  const bringers = new Map<string, string[]>();
  for (const name of named)
    for (const path of reachedFrom(packages, `node_modules/${name}`, rowsOfTheirOwn))
      bringers.set(path, [...(bringers.get(path) ?? []), name]);
  return bringers;
}

function readPackages(root: string): Packages {
  const text = readFileSync(join(root, "package-lock.json"), "utf8");
  return z.object({ packages: z.record(z.string(), packageSchema) }).parse(JSON.parse(text)).packages;
}

/** A package and all that it needs, also by what it needs, as npm finds them; it ends at those that have a row of their own. */
function reachedFrom(packages: Packages, start: string, ends: ReadonlySet<string>): Set<string> {
  const reached = new Set([start]);
  for (const path of reached) {
    const { dependencies, optionalDependencies, peerDependencies } = packages[path] ?? {};
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies })) {
      const found = placeOf(packages, path, name);
      if (found !== null && !ends.has(found)) reached.add(found);
    }
  }
  return reached;
}

/** Where Node finds a package from the folder of another: beside it, or further up. */
function placeOf(packages: Packages, from: string, name: string): string | null {
  for (let folder = from; ; folder = folder.slice(0, folder.lastIndexOf("/node_modules/"))) {
    const place = `${folder}/node_modules/${name}`;
    if (place in packages) return place;
    if (!folder.includes("/node_modules/"))
      return `node_modules/${name}` in packages ? `node_modules/${name}` : null;
  }
}

/** Without the packages that lie in it, which have rows of their own. */
function ownBytes(path: string): number {
  const own = lstatSync(path);
  if (!own.isDirectory()) return own.blocks * 512;
  const names = readdirSync(path).filter((name) => name !== "node_modules");
  return names.reduce((sum, name) => sum + ownBytes(join(path, name)), own.blocks * 512);
}
