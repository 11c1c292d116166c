import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import * as esbuild from "esbuild";

/**
 * Builds entry points with what they share; packages stay where they are.
 * @param {{ root: string, entries: string[], sources: string[], folder: string, keptAs: string }} given
 *   `keptAs`: where the folder stands when it is whole
 */
export async function build({ root, entries, sources, folder, keptAs }) {
  await esbuild.build({
    entryPoints: entries.map((entry) => join(root, entry)),
    outbase: root,
    outdir: folder,
    chunkNames: "shared/[hash]",
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    packages: "external",
    minifyWhitespace: true,
    // An error is told by the line of the source.
    sourcemap: true,
    sourcesContent: false,
    define: { BUILT_IN: JSON.stringify(keptAs) },
    plugins: [keepPlaces(sources.filter(namesItsPlace))],
    logLevel: "silent",
  });
}

const namesItsPlace = (path) => path.endsWith(".ts") && readFileSync(path).includes("import.meta.");

/** Migrations, fonts and pages are found beside the source that names them. */
const keepPlaces = (paths) => ({
  name: "keep-places",
  setup(builder) {
    builder.onLoad({ filter: new RegExp(`^(?:${paths.map(escaped).join("|")})$`) }, ({ path }) => {
      const url = JSON.stringify(pathToFileURL(path).href);
      const placed = readFileSync(path, "utf8")
        .replaceAll("import.meta.url", url)
        .replaceAll("import.meta.dirname", JSON.stringify(dirname(path)));
      return { loader: "ts", contents: placed };
    });
  },
});

const escaped = (path) => path.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
