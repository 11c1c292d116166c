// Takes out of the folder of packages, in an image, what no running bot reads. Not for a clone that is worked in: `npm ci`
// puts it back. `.ci/run` starts the bot on what is left.
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const PACKAGES = fileURLToPath(new URL("../node_modules/", import.meta.url));

/** Paths below the folder of packages, and why nothing reads them. */
const UNREAD = [
  // What maps compiled code back to its sources, and types.
  /\.(js|mjs|cjs|css|ts|mts|cts)\.map$/,
  /\.d\.(ts|mts|cts)$/,
  // Query compilers of other databases, as other formats, and the small ones: the client imports one.
  /^@prisma\/client\/runtime\/query_compiler_(?!fast_bg\.postgresql\.).*$/,
  /^@prisma\/client\/runtime\/.*\.wasm-base64\.js$/,
  /^@prisma\/client\/runtime\/wasm-compiler-edge\./,
  // Bundles of TensorFlow.js for browsers; Node takes tf-*.node.js.
  /^@tensorflow\/[^/]+\/dist\/tf-[^/]*(?<!\.node)\.js$/,
  /^@tensorflow\/[^/]+\/dist\/.*_test\.js$/,
  // The database's further extensions, which the schema does not use.
  /^@electric-sql\/pglite-(?!socket)/,
];

let removed = 0;
for (const path of filesBelow("")) {
  if (!UNREAD.some((pattern) => pattern.test(path))) continue;
  rmSync(join(PACKAGES, path));
  removed += 1;
}
process.stdout.write(`${removed} files removed that nothing reads at run time.\n`);

function filesBelow(folder) {
  return readdirSync(join(PACKAGES, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}
