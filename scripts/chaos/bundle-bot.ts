import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build, type Plugin } from "vite";

const ROOT = new URL("../../", import.meta.url).pathname;
/** Within the folder of packages, so that those are found from there, and outside version control. */
const OUT_FOLDER = join(ROOT, "node_modules", ".cache", "mainstay-chaos");

/**
 * Puts the bot's own files into one. Read one by one through the TypeScript loader they take a process four seconds of
 * computing, which would be most of what a run with hundreds of starts does.
 * @returns the file to start
 */
export async function bundleBot(): Promise<string> {
  await bundle(join(ROOT, "scripts", "chaos", "bot-process.ts"), OUT_FOLDER);
  return join(OUT_FOLDER, "bot-process.js");
}

/** The same of any program of ours, into a folder below that of the packages. */
export async function bundle(file: string, outFolder: string): Promise<void> {
  await build({
    configFile: false,
    root: ROOT,
    logLevel: "error",
    plugins: [keepPlaces],
    build: {
      ssr: file,
      outDir: outFolder,
      emptyOutDir: true,
      target: "node20",
      minify: false,
    },
  });
}

/** Threads, migrations and pages are found beside the file that names them. */
const keepPlaces: Plugin = {
  name: "keep-places",
  enforce: "pre",
  transform(code, id) {
    const path = id.split("?")[0] ?? id;
    if (path.includes("node_modules") || !code.includes("import.meta.")) return null;
    const folder = JSON.stringify(join(path, ".."));
    const url = JSON.stringify(pathToFileURL(path).href);
    const placed = code.replaceAll("import.meta.url", url).replaceAll("import.meta.dirname", folder);
    return { code: placed, map: null };
  },
};
