import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import * as esbuild from "esbuild";

const LOADER = fileURLToPath(new URL("./load-program.cjs", import.meta.url));
/** Packages that find files of their own beside their code, and large ones that are loaded when they are needed. */
const STAY_PACKAGES = [
  "@electric-sql/*",
  "@prisma/client/runtime/query_compiler*",
  "@prisma/schema-engine-wasm",
  "@resvg/*",
  "@tensorflow/*",
  "esbuild",
  "vite",
];

/**
 * Builds a program and its threads: `mainstay.cjs` in the folder starts it.
 * @param {{ root: string, program: string, threads: readonly string[], sources: readonly string[], folder: string, keptAs: string, stay?: readonly string[] }} given
 *   `keptAs`: where the folder stands when it is whole; `stay`: further packages that are not built in
 */
export async function build({ root, program, threads, sources, folder, keptAs, stay = [] }) {
  const common = {
    bundle: true,
    platform: "node",
    target: "node20",
    minifyWhitespace: true,
    // An error is told by the line of the source.
    sourcemap: true,
    sourcesContent: false,
    define: { BUILT_IN: JSON.stringify(keptAs) },
    plugins: [keepPlaces(sources.filter(namesItsPlace))],
    logLevel: "silent",
  };
  await Promise.all([
    // One file with its packages, as a script: of a script, unlike of modules, what it is compiled to can be kept.
    esbuild.build({
      ...common,
      entryPoints: [join(root, program)],
      outfile: join(folder, "program.cjs"),
      format: "cjs",
      external: [...STAY_PACKAGES, ...stay],
      define: { ...common.define, "import.meta.url": "BUNDLE_URL" },
      banner: {
        js: `const BUNDLE_URL = require("node:url").pathToFileURL(__filename).href, ${IMPORT} = module.import;`,
      },
    }),
    esbuild.build({
      ...common,
      entryPoints: threads.map((thread) => join(root, thread)),
      outbase: root,
      outdir: folder,
      outExtension: { ".js": ".mjs" },
      format: "esm",
      packages: "external",
    }),
  ]);
  importThroughLoader(join(folder, "program.cjs"));
  copyFileSync(LOADER, join(folder, "mainstay.cjs"));
}

/** As long as the word it takes the place of, so that places in the map stay. */
const IMPORT = "$imprt";

/** A script that was compiled earlier has lost how it imports modules: the loader does it. */
function importThroughLoader(file) {
  writeFileSync(file, readFileSync(file, "latin1").replace(/(?<![\w$.])import\("/g, `${IMPORT}("`), "latin1");
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
